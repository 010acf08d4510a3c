"""Cut the text of an article into segments, so that marks may overlap.

HTML elements cannot overlap, so each segment has one fixed set of marks. This module knows nothing
of HTML.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.document.paragraphs import find_paragraphs
from summarizer.facets import facets_of
from summarizer.facets.stored import StoredFacet
from summarizer.schema import Summary


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the article that belongs to an item of the summary.

    Args:
        item: The item's id.
        kind: Its CSS class in the page, such as ``quote``.
        anchor: What links call the place where it begins; empty: they call it by the item.
        start: Offset of the first character, in code points.
        end: Offset after the last character, in code points.
    """

    item: str
    kind: str
    start: int
    end: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage with one set of marks.

    Args:
        text: The text.
        items: The ids of the items that cover it, the narrowest first.
        kinds: Their kinds, each once.
        opens: The anchors of the marks that begin with this segment.
        stop: Whether it is the first segment of its narrowest item, and so its tab stop.
    """

    text: str
    items: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    stop: bool = False


Paragraph = tuple[Segment, ...]


def marks(summary: Summary) -> list[Mark]:
    """Return the marks of a summary."""
    return [
        Mark(entry.id, facet.highlight.kind, span.start, span.end, _anchor(facet, entry.id, nth))
        for facet in facets_of(summary)
        for entry in facet.entries(summary)
        for nth, span in enumerate(entry.spans, 1)
    ]


def _anchor(facet: StoredFacet[Any], item: str, nth: int) -> str:
    """Return the anchor of a place of an item: later ones of a mere mention have none."""
    return "" if nth == 1 or facet.occurrences else f"{item}.{nth}"


def paragraphs(text: str, marks: Iterable[Mark]) -> list[Paragraph]:
    """Cut a text into paragraphs, and these into segments.

    Args:
        text: The article.
        marks: The marks.

    Returns:
        The paragraphs, without the white space between them.

    Example:
        >>> [[first, second]] = paragraphs("Rain fell.", [Mark("Q1", "quote", 0, 4)])
        >>> first.text, first.items, second.text
        ('Rain', ('Q1',), ' fell.')
    """
    cutter = _Cutter(text, sorted(marks, key=lambda mark: mark.start))
    return [tuple(cutter.cut(start, end)) for start, end in find_paragraphs(text)]


class _Cutter:
    """Walks through a text once and keeps track of open marks."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._waiting = list(reversed(marks))
        self._edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
        self._next = 0
        self._open: list[Mark] = []
        self._opened: set[str] = set()
        self._stopped: set[str] = set()

    def cut(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments between two offsets; call it with increasing offsets."""
        while start < end:
            while self._next < len(self._edges) and self._edges[self._next] <= start:
                self._next += 1
            edge = self._edges[self._next] if self._next < len(self._edges) else end
            yield self._segment(start, min(edge, end))
            start = min(edge, end)

    def _segment(self, start: int, end: int) -> Segment:
        while self._waiting and self._waiting[-1].start <= start:
            self._open.append(self._waiting.pop())
        self._open = [mark for mark in self._open if mark.end > start]
        narrow = sorted(self._open, key=lambda mark: mark.end - mark.start)
        items = tuple(dict.fromkeys(mark.item for mark in narrow))
        anchors = dict.fromkeys(mark.anchor or mark.item for mark in narrow)
        opens = tuple(anchor for anchor in anchors if anchor not in self._opened)
        stop = bool(items) and items[0] not in self._stopped
        self._opened.update(opens)
        self._stopped.update(items[:1])
        kinds = tuple(dict.fromkeys(mark.kind for mark in narrow))
        return Segment(self._text[start:end], items, kinds, opens, stop)
