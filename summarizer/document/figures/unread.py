"""Digits that no rule reads: no number of a text is lost without a word."""

import re
from collections.abc import Iterable, Iterator

from summarizer.document.figures import special
from summarizer.document.figures.figure import Figure
from summarizer.document.figures.labels import UNREADABLE

_RUN = re.compile(r"\d+")


def with_unread(text: str, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures of a text, and a label for each run of digits that is in none of them.

    Args:
        text: The text.
        figures: Its figures, in order.
    """
    floor = 0
    for figure in figures:
        yield from _unread(text, floor, figure.start)
        yield figure
        floor = figure.end
    yield from _unread(text, floor, len(text))


def _unread(text: str, start: int, end: int) -> Iterator[Figure]:
    for run in _RUN.finditer(text, start, end):
        yield special.label(text, run.start(), run.end(), UNREADABLE)
