"""The words around a figure, within its sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from typing import Literal, NamedTuple

from summarizer.document.captions.vocabulary import Classes, Vocabulary

Place = tuple[int, int]
Kind = Literal["word", "figure", "quoted", "comma", "mark"]

_FAR, _MANY = 300, 12
"""Characters and figures looked at on each side: a sentence of many numbers takes linear time."""

_QUOTED = (
    r"(?<!\w)‘[^‘’]{1,60}(?:’\w[^‘’]{0,40})?’(?!\w)|“[^“”]{1,80}”|«[^«»]{1,80}»"
    r"|„[^„“”]{1,80}[“”]|(?<![^\s(])\"(?!\s)[^\"]{1,80}(?<!\s)\""
)
_PIECE = re.compile(
    r"(\d[\w.,:]*\w|\d|[^\W\d_]\w*+(?:[-‐‑’'&/.]++(?=[^\W\d_])\w++)*+(?:\.(?=\w))?['’]?)"
    rf"|(?=[‘“«„\"])({_QUOTED})|(,)|[;:!?()\[\]«»“”\"„—–]|``|''|--+|(?<=\s)-(?=\s)"
)
_HYPHENED = re.compile(r"\d-[^\W\d_]+(?:-[^\W\d_]+)*$")
_KINDS: dict[int | None, Kind] = {1: "word", 2: "quoted", 3: "comma", None: "mark"}
"""What the groups of the pattern are."""


class Word(NamedTuple):
    """A word or a mark; a whole figure and a short quotation are one.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        low: It in lower case.
        kind: What it is: no clause goes over a "mark".
        classes: The classes that the language has it in.
        stem: Those without what is behind its apostrophe: of "that" in "that's".
    """

    start: int
    end: int
    low: str
    kind: Kind
    classes: Classes
    stem: Classes


Words = tuple[tuple[Word, ...], int]
"""Words of a sentence, and which of them is a figure."""

_word = partial(tuple.__new__, Word)
"""Makes a word of a tuple, in half the time of its own constructor."""


class Surroundings:
    """Cuts a text into words around its figures; what is between two of them is cut once.

    Args:
        text: The text.
        figures: Every figure of it, in order.
        known: The words of its language.

    Example:
        >>> from summarizer.document.captions.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> known, places = vocabulary(language("en")), [(8, 10)]
        >>> words, at = Surroundings("It lost 40 lambs.", places, known).of((8, 10), (0, 17))
        >>> [word.low for word in words], at
        (['it', 'lost', '40', 'lambs'], 2)
    """

    def __init__(self, text: str, figures: Sequence[Place], known: Vocabulary) -> None:
        self._text, self._figures, self.known = text, figures, known
        self._between: dict[Place, list[Word]] = {}

    def of(self, figure: Place, sentence: Place) -> Words:
        """Return the words of a sentence near a figure, and which of them the figure is."""
        figures = self._figures
        start, end = _near(figure, sentence, figures)
        near = figures[bisect_left(figures, (start, 0)) : bisect_right(figures, (end, 0))]
        found: list[Word] = []
        here = 0
        for place in near:
            found += self._words(found[-1].end if found else start, place[0])
            here = len(found) if place == figure else here
            low = self._text[slice(*place)].lower()
            plain = place != figure and _HYPHENED.search(low)  # "a 24-year-old swimmer"
            kind: Kind = "word" if plain else "figure"
            found.append(_word((*place, low, kind, *self.known.read(low))))
        found += self._words(found[-1].end, end)
        return tuple(found), here

    def _words(self, start: int, end: int) -> list[Word]:
        """Return the words and marks between two places of the text."""
        read = self.known.read
        if (start, end) not in self._between:
            self._between[start, end] = [
                _word((*match.span(), low := match[0].lower(), _KINDS[match.lastindex], *read(low)))
                for match in _PIECE.finditer(self._text, start, end)
            ]
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
