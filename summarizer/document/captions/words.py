"""The words around a figure, within its sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

_FAR, _MANY = 300, 12
"""Characters and figures looked at on each side: a sentence of many numbers takes linear time."""

_LETTERS = r"[^\W\d_]\w*(?:\.(?=\w))?"
_QUOTED = (
    r"(?<!\w)‘[^‘’]{1,60}(?:’\w[^‘’]{0,40})?’(?!\w)|“[^“”]{1,80}”|«[^«»]{1,80}»"
    r"|„[^„“”]{1,80}[“”]|(?<![^\s(])\"(?!\s)[^\"]{1,80}(?<!\s)\""
)
_PIECE = re.compile(
    rf"({_QUOTED})|(\d[\w.,:]*\w|\d|(?:{_LETTERS}(?:[-‐‑’'&/.]*(?=[^\W\d_]))?)+['’]?)"
    r"|[,;:!?()\[\]«»“”\"„—–]|``|''|--+|(?<=\s)-(?=\s)"
)
_HYPHENED = re.compile(r"\d-[^\W\d_]+(?:-[^\W\d_]+)*$")
_COMMA = ","

Place = tuple[int, int]
Kind = Literal["word", "figure", "quoted", "comma", "mark"]


class Word(NamedTuple):
    """A word or a mark; a whole figure and a short quotation are one.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        low: It in lower case.
        kind: What it is: no clause goes over a "mark".
    """

    start: int
    end: int
    low: str
    kind: Kind


_word = partial(tuple.__new__, Word)
"""Makes a word of a tuple, in half the time of its own constructor."""


class Surroundings:
    """Cuts a text into words around its figures; what is between two of them is cut once.

    Args:
        text: The text.
        figures: Every figure of it, in order.

    Example:
        >>> words, at = Surroundings("It lost 40 lambs.", [(8, 10)]).of((8, 10), (0, 17))
        >>> [word.low for word in words], at
        (['it', 'lost', '40', 'lambs'], 2)
    """

    def __init__(self, text: str, figures: Sequence[Place]) -> None:
        self._text, self._figures = text, figures
        self._between: dict[Place, tuple[Word, ...]] = {}

    def of(self, figure: Place, sentence: Place) -> tuple[tuple[Word, ...], int]:
        """Return the words of a sentence near a figure, and which of them the figure is."""
        figures = self._figures
        start, end = _near(figure, sentence, figures)
        near = figures[bisect_left(figures, (start, 0)) : bisect_right(figures, (end, 0))]
        found: list[Word] = []
        for place in near:
            found += self._words(found[-1].end if found else start, place[0])
            low = self._text[slice(*place)].lower()
            plain = place != figure and _HYPHENED.search(low)  # "a 24-year-old swimmer"
            found.append(Word(*place, low, "word" if plain else "figure"))
        found += self._words(found[-1].end, end)
        return tuple(found), next(at for at, word in enumerate(found) if word.start == figure[0])

    def _words(self, start: int, end: int) -> tuple[Word, ...]:
        if (start, end) not in self._between:
            self._between[start, end] = (*every_word(self._text, start, end),)
        return self._between[start, end]


def _near(figure: Place, sentence: Place, figures: Sequence[Place]) -> Place:
    """Return the part of a sentence near a figure, without the figures beyond the nearest."""
    start, end = max(sentence[0], figure[0] - _FAR), min(sentence[1], figure[1] + _FAR)
    here = bisect_left(figures, figure)
    if here > _MANY:
        start = max(start, figures[here - _MANY - 1][1])
    if here + _MANY + 1 < len(figures):
        end = min(end, figures[here + _MANY + 1][0])
    return start, end


def every_word(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words and marks between two places of a text."""
    for match in _PIECE.finditer(text, start, end):
        kind: Kind = "quoted" if match[1] else "word" if match[2] else "mark"
        low = match[0].lower()
        yield _word((*match.span(), low, "comma" if low == _COMMA else kind))
