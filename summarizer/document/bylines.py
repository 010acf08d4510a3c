"""Where an article says who wrote it and from where: its byline and its datelines.

Their names belong to no sentence: the author and the place neither act nor speak in it.
"""

import re
from functools import cache

from summarizer.languages.table import Language

_TOP = 1000
"""Characters of an article in which its byline is."""
_CAPITAL = r"[^\W\d_a-z]"
_NAME = rf"(?:{_CAPITAL}[\w.'’-]*+ ){{1,3}}{_CAPITAL}[\w.'’-]*+"
_BYLINE = rf"^(?:%s) {_NAME}(?:(?:, (?:%s )?| %s | & ){_NAME})*+" r"(?:, [^.!?:\n“”\"]{2,40})?$"
_PLACE = rf"(?:{_CAPITAL}[\w.'’-]*+,? ){{0,3}}{_CAPITAL}[\w.'’-]*+"
_LOUD = rf"{_CAPITAL}++(?:[.'’/ -]{{1,2}}{_CAPITAL}++)*+\.?+"
_REST = r"(?:, [\w.,’' ]{2,30}?)?"
_AGENCY = rf" ?\((?:{_CAPITAL}[\w. ]{{1,19}}|%s)\)"
_DATELINE = (
    rf"^(?:{_LOUD}{_REST}(?:{_AGENCY})?|{_PLACE}{_REST}{_AGENCY}) ?(?:[—–]|--?) (?![\"“„«‘'])"
)


def credited(text: str, language: Language) -> frozenset[int]:
    r"""Return the offsets that belong to the byline and the datelines.

    Args:
        text: The article's text.
        language: Its language.

    Returns:
        The offsets of their characters.

    Example:
        >>> text = "By Tim Poe\n\nOSLO, Norway (AP) — Jane Roe spoke."
        >>> from summarizer.languages.table import language
        >>> at = sorted(credited(text, language("en")))
        >>> "".join(text[each] for each in at)
        'By Tim PoeOSLO, Norway (AP) — '
    """
    lines = [*_byline(language).finditer(text, 0, _TOP), *_dateline(language).finditer(text)]
    return frozenset(at for line in lines for at in range(*line.span()))


@cache
def _byline(language: Language) -> re.Pattern[str]:
    """Return the pattern of a byline: "By Ann Poole and Bo Li, political editors"."""
    openers = language.words("speech.byline")
    either = "|".join(word for each in openers for word in (each.capitalize(), each.upper()))
    joiner = f"(?:{'|'.join(language.words('sentences.and'))})"
    return re.compile(_BYLINE % (either, joiner, joiner), re.MULTILINE)


@cache
def _dateline(spoken: Language) -> re.Pattern[str]:
    """Return the pattern of a dateline: "OSLO, Norway (AP) — "."""
    agencies = "|".join(spoken.words("speech.agency"))
    return re.compile(_DATELINE.replace("%s", agencies), re.MULTILINE)
