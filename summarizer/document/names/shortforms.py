"""Short forms that a text defines itself: "World Health Organization (WHO)"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from summarizer.document.names.words import Words, is_capital

_SHORT = re.compile(r"\([\"“]?([A-Z]{2,8})s?[\"”]?\)")
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "de", "des", "du", "der", "für"})


def defined_forms(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """Yield each short form that the text defines, and what it stands for.

    Args:
        text: The text.
        words: Its words.

    Example:
        >>> from summarizer.document.names.words import split_words
        >>> text = "the World Health Organization (WHO)"
        >>> list(defined_forms(text, split_words(text)))
        [('WHO', 'World Health Organization')]
    """
    for match in _SHORT.finditer(text):
        short = match.group(1)
        at = bisect_left(words.starts, match.start())
        before = range(max(0, at - len(short) - 4), at)
        first = _spelled_out(words.texts, before, short)
        if first is not None:
            yield short, " ".join(text[words.starts[first] : match.start()].split())


def _spelled_out(words: Sequence[str], before: range, short: str) -> int | None:
    """Return the first of the words whose initials make a short form."""
    for first in before[:-1]:
        initials = "".join(
            part[0]
            for word in words[first : before.stop]
            if word not in _SMALL
            for part in word.split("-")
            if part
        )
        if initials.upper() == short and is_capital(words[first]):
            return first
    return None
