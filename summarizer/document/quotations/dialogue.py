"""Dialogue in dashes: "— Oui, dit-il.", as French, Spanish, Italian and Russian print it.

A line that begins with a dash may as well be an item of a list, so a text counts as dialogue only
where one of these lines names the act of speaking. English is left out: its agencies write lists
with such dashes, and its dialogue has marks.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.document.paragraphs import Extent
from summarizer.document.quotations.marks import Pair
from summarizer.languages.patterns import Patterns
from summarizer.languages.table import Language

_TURN = re.compile(r"[—–―][\s—–―]*")
_PATTERNS = {
    # Where a turn breaks off for the words on its speaker. White space is read from its start
    # alone: from each of its signs would take quadratic time.
    "break_": r"(?i)(?:(?<=[,!?…])|(?<!\s)\s*[—–―])\s*(?:s['’]|se\s)?(?={dialogue})",
    "verb": r"\s[—–]\s?(?:{=helper}\s)?{=dialogue}\w*",
    "who": (
        r"-\w|\s(?:\w+\s)?{=person|=sentences.pronoun}\b"
        r"|\s(?!d[eiu]\s)(?:\w+\s){0,4}[A-ZÀ-ÖØ-ÞĆČŁŚŠŹŻŽЁА-Я]"
    ),
    # Behind the verb is who speaks: "«Il capo – dice il vero – non sbaglia»" has no aside.
    "aside": r"(?:,{.verb}|{.verb}(?={.who}))[^—–\n]{2,120}\s?[—–][.,;:]?\s",
}
_RESUMED = re.compile(r"(?<!\s)\s*[—–―][.,;:]?\s*")
_GOES_ON = re.compile(rf"{_RESUMED.pattern}|(?<=[.!?…])\s+")
"""Where speech goes on behind the words on its speaker: at a dash, or at a full stop as well."""


def find_turns(text: str, paragraphs: Sequence[Extent], language: Language) -> list[Pair]:
    """Find what is said in lines that begin with a dash.

    Args:
        text: Any text.
        paragraphs: The extents of its paragraphs.
        language: Its language.

    Returns:
        The speech of each such line, in order; nothing where no line names the act of speaking.

    Example:
        >>> text = "— Oui, dit-il. Partons."
        >>> from summarizer.languages.table import language
        >>> turns = find_turns(text, [(0, len(text))], language("fr"))
        >>> [text[turn.inner : turn.close] for turn in turns]
        ['Oui,', 'Partons.']
    """
    lines = [extent for extent in paragraphs if text[extent[0]] in "—–―"]
    if not lines:
        return []
    breaks = _patterns(language).break_
    if not any(breaks.search(text, start + 1, end) for start, end in lines):
        return []
    resumed = _RESUMED if language.property("grammar.speech_ends_at_stop") else _GOES_ON
    return [turn for extent in lines for turn in _turns(text, extent, breaks, resumed)]


def without_asides(text: str, pairs: list[Pair], language: Language) -> list[Pair]:
    """Return what is said between marks, without words on the speaker: "«Oui – dit-il – oui»".

    Args:
        text: Any text.
        pairs: The marks.
        language: Its language; one without words for this has no such asides.

    Example:
        >>> from summarizer.languages.table import language
        >>> text, pairs = "«No – ha detto Sala – mai»", [Pair(0, 1, 25, 26)]
        >>> [text[part.inner : part.close] for part in without_asides(text, pairs, language("it"))]
        ['No', 'mai']
    """
    if not language.own("speech.dialogue"):
        return pairs
    return [part for pair in pairs for part in _parted(text, pair, _patterns(language).aside)]


def _parted(text: str, pair: Pair, asides: re.Pattern[str]) -> Iterator[Pair]:
    """Yield what is before, between and behind the asides of a quotation."""
    start, inner = pair.start, pair.inner
    for aside in asides.finditer(text, inner, pair.close):
        yield pair._replace(start=start, inner=inner, close=aside.start(), end=aside.start())
        start = inner = aside.end()
    yield pair._replace(start=start, inner=inner)


@cache
def _patterns(language: Language) -> Patterns:
    return Patterns(language, "speech", _PATTERNS)


def _turns(
    text: str, extent: Extent, breaks: re.Pattern[str], resumed: re.Pattern[str]
) -> Iterator[Pair]:
    """Yield what is before and after the words on the speaker."""
    start, end = extent
    inner = start + len((_TURN.match(text, start, end) or [""])[0])
    while stop := breaks.search(text, inner, end):
        yield Pair(start, inner, stop.start(), stop.start())
        more = resumed.search(text, stop.end(), end)
        if more is None or more.end() >= end:
            return
        start = inner = more.end()
    yield Pair(start, inner, end, end)
