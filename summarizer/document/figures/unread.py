"""Digits that no rule reads: no number of a text is lost without a word."""

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.document.figures import special
from summarizer.document.figures.figure import Figure
from summarizer.document.figures.labels import UNREADABLE

_RUN = re.compile(r"\d+")


def with_unread(
    text: str, figures: Iterable[Figure], digits: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    """Yield the figures of a text, and a label for each run of digits that is in none of them.

    Args:
        text: The text.
        figures: Its figures, in order.
        digits: The spans that have digits, in order.
    """
    floor = at = 0
    for figure in figures:
        while at < len(digits) and digits[at][0] < figure.start:
            yield from _unread(text, max(digits[at][0], floor), min(digits[at][1], figure.start))
            if digits[at][1] > figure.start:
                break
            at += 1
        yield figure
        floor = figure.end
    for start, end in digits[at:]:
        yield from _unread(text, max(start, floor), end)


def _unread(text: str, start: int, end: int) -> Iterator[Figure]:
    for run in _RUN.finditer(text, start, end):
        yield special.label(text, run.start(), run.end(), UNREADABLE)
