"""The clause that holds a figure: what a reader needs to see to understand the number.

A sentence is cut into pieces, at marks and, where these are far apart, before joining words. Pieces
are taken around the figure until they say enough: what is before a number mostly says whose it is,
so that comes first.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from summarizer.languages.patterns import Patterns
from summarizer.languages.table import Language

_ENOUGH, _MOST = 45, 120
"""Characters of a context: about eight words at the least, where the sentence has them, and about
twenty at the most, but for a longer clause without a mark or a joining word."""

_FAR = 300
"""Characters looked at on each side, so that a sentence of many numbers takes linear time."""

_WIDE = 3
"""What a character of a script without spaces counts."""

_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_MARK = re.compile(r"(?:[,;:)\]](?=\s)|[、，；：）])\s*|\s[-–—]+\s|—|\s(?=[(\[])|(?=（)")
_AROUND = " \t\n\r\u00a0\u202f,;:–—-、，；：。"
_PATTERNS = {
    # the space before a word that joins clauses
    "joining": r"(?i)\s(?={=conjunction|=introducing|=relative|=and|=but}\s)",
    # a word that only joins a clause to the one before it, or with which it leaves that
    "opening": r"(?i)(?:{=introducing|=and|=but}\s+)+",
    "going_on": r"(?i){=and|=but}\s",
    # a word that means what is before it: "which represents 85 of them"
    "referring": r"(?i){=relative}\s",
}

Place = tuple[int, int]


def context_of(text: str, figure: Place, sentence: Place, spoken: Language) -> Place:
    """Return the place of the clause that holds a figure, within its sentence.

    Args:
        text: The text.
        figure: Start and end of the figure.
        sentence: Start and end of its sentence.
        spoken: The text's language.

    Returns:
        Start and end; those of the whole sentence where it is short.

    Example:
        >>> from summarizer.languages.table import language
        >>> text = "After a cold spring, the farm, which is old, lost 40 of its 90 lambs, he said."
        >>> start, end = context_of(text, (50, 52), (0, len(text)), language("en"))
        >>> text[start:end]
        'the farm, which is old, lost 40 of its 90 lambs'
    """
    cuts = _cuts(text, _near(text, figure, sentence), spoken)
    first = max(0, bisect_right(cuts, figure[0]) - 1)
    last = min(max(first + 1, bisect_left(cuts, figure[1])), len(cuts) - 1)
    while _is_open(text, cuts[first], spoken) or _size(text, cuts[first], cuts[last]) < _ENOUGH:
        wider = [(first - 1, last)] if first else []
        wider += [(first, last + 1)] if last < len(cuts) - 1 else []
        if _patterns(spoken).going_on.match(text, cuts[first]):
            wider.reverse()
        fitting = [each for each in wider if _size(text, cuts[each[0]], cuts[each[1]]) <= _MOST]
        if not fitting:
            break
        first, last = fitting[0]
    return _trimmed(text, (cuts[first], cuts[last]), figure, spoken)


def _near(text: str, figure: Place, sentence: Place) -> Place:
    """Return the part of a sentence near a figure, between spaces."""
    start, end = sentence
    if figure[0] - start > _FAR:
        start = text.find(" ", figure[0] - _FAR, figure[0]) + 1 or figure[0]
    if end - figure[1] > _FAR:
        end = max(figure[1], text.rfind(" ", figure[1], figure[1] + _FAR))
    return start, end


def _cuts(text: str, sentence: Place, spoken: Language) -> list[int]:
    """Return where the pieces of a sentence begin, and where the last one ends."""
    start, end = sentence
    marks = {match.end() for match in _MARK.finditer(text, start, end)}
    cuts = sorted({start, end} | {at for at in marks if start < at < end})
    long = [pair for pair in pairwise(cuts) if _size(text, *pair) > _MOST]
    joints = (
        match.end() for pair in long for match in _patterns(spoken).joining.finditer(text, *pair)
    )
    return sorted({*cuts, *joints})


@cache
def _patterns(spoken: Language) -> Patterns:
    return Patterns(spoken, "sentences", _PATTERNS)


def _is_open(text: str, at: int, spoken: Language) -> bool:
    return _patterns(spoken).referring.match(text, at) is not None


def _size(text: str, start: int, end: int) -> int:
    """Return how much a piece says: its characters, those of scripts without spaces for more."""
    wide = len(_IDEOGRAPHS.findall(text, start, end))
    return end - start + wide * (_WIDE - 1)


def _trimmed(text: str, place: Place, figure: Place, spoken: Language) -> Place:
    """Return a place without the marks and the joining word around it; the figure stays."""
    start, end = place
    opening = _patterns(spoken).opening.match(text, start)
    start = opening.end() if opening else start
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_AROUND))
    end -= len(piece) - len(piece.rstrip(_AROUND + "."))
    return min(start, figure[0]), max(end, figure[1])
