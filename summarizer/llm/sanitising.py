"""What is taken out of everything that a model sends: invisible characters and absurd counts.

It happens before anything is checked or kept, so that no check is passed by what it cannot see, and
nothing steers a terminal, turns the direction of a text, or cannot be written as JSON.
"""

import re
import unicodedata
from typing import Any

from summarizer.schema import Usage

MOST = 10**12
"""The most of anything that one answer can have cost: more tokens than any model was trained on."""

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_IGNORED = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Signs of other categories that are shown as nothing, such as variation selectors."""

_JOINERS = "\u200c\u200d"
_VIRAMA = 9
"""The combining class of the sign behind which scripts of India use joiners."""


def sanitised(value: Any) -> Any:
    r"""Return data as JSON has it without the invisible characters in its texts.

    White space stays, each sign of it as a space but for line breaks and tabs. The joiners of
    Arabic and Indian scripts stay where they belong.

    Example:
        >>> sanitised({"gist": "Roe\u202e left\x1b[2J.\n"})
        {'gist': 'Roe left[2J.\n'}
    """
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _seen(value)
    if isinstance(value, dict):
        return {sanitised(name): sanitised(each) for name, each in value.items()}
    return [sanitised(each) for each in value] if isinstance(value, list) else value


def bounded(usage: Usage) -> Usage:
    """Return a usage without counts that no answer has: they would fit into no database.

    Example:
        >>> bounded(Usage(requests=1, prompt_tokens=10**30)).prompt_tokens
        0
    """
    counts = usage.model_dump()
    return Usage(**{name: count if count <= MOST else 0 for name, count in counts.items()})


def _seen(text: str) -> str:
    kept = (sign for at, sign in enumerate(text) if not _is_unseen(text, at, sign))
    return "".join(sign if sign in "\n\t" or not sign.isspace() else _space(sign) for sign in kept)


def _space(sign: str) -> str:
    return sign if unicodedata.category(sign) == "Zs" else " "


def _is_unseen(text: str, at: int, sign: str) -> bool:
    if sign.isspace():
        return False
    if sign in _JOINERS:
        return not (at and _takes_joiner(text[at - 1]))
    return unicodedata.category(sign) in _UNSEEN or bool(_IGNORED.match(sign))


def _takes_joiner(sign: str) -> bool:
    return unicodedata.bidirectional(sign) == "AL" or unicodedata.combining(sign) == _VIRAMA
