"""What a facet is in a stored summary: how its items are verified, compared and shown."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from summarizer.document.document import Document
from summarizer.facets.decisions import is_guessed, note_on
from summarizer.facets.faults import Data, Fault
from summarizer.facets.shown import (
    Compared,
    Entity,
    Entry,
    Highlight,
    Line,
    Piece,
    Ranks,
    Record,
    Row,
    Standoff,
    Table,
    Taken,
    View,
)
from summarizer.facets.wording import ENGLISH, Wording
from summarizer.schema import Decided, Review, Span, Summary

T = TypeVar("T")
Escape = Callable[[str], str]


class StoredFacet(ABC, Generic[T]):
    """One side of a summary, ``T`` being its item.

    A subclass gives a name, a label, the entries and the check on stored data. Everything else has
    a default that is made of these. What it returns is plain data, which the outputs put into
    their own formats.
    """

    name: str
    """The field of the summary, and what users call the facet."""

    label: str
    """The heading."""

    ranks: Ranks = Ranks()
    """Where it comes among the others."""

    lead: bool = False
    """Whether it is one text about the article, shown below the title and not under a heading."""

    occurrences: bool = False
    """Whether each span names the item, like the mentions of an actor, and is no part of it."""

    columns: Mapping[str, type] = {"id": str, "text": str}
    """The columns of its table, with the type of their cells."""

    later_columns: Mapping[str, type] = {}
    """Columns of its table that came later: behind those of all facets."""

    placed: bool = True
    """Whether its table has columns for the place in the article."""

    table: Table | None = None
    """Its tables in SQLite; None: it has none."""

    motive: str = "describing"
    """The motivation of its Web Annotations."""

    highlight: Highlight = Highlight("evidence")
    """How the report marks it in the article."""

    panel: str = "items.html.j2"
    """The template that shows its items beside the article."""

    view: View | None = None
    """What a report on several articles shows across them; None: nothing."""

    tally: str = ""
    """What one item is called in the tally of an article; empty: it is not counted there."""

    decided: bool = False
    """Whether its items say who decided them."""

    @property
    def lost(self) -> str:
        """What a text calls something of it that was left out."""
        return self.name

    @property
    def entity(self) -> Entity:
        """What brat calls its items."""
        return Entity(self.name.title())

    def items(self, summary: Summary) -> tuple[T, ...]:
        """Return the items of a summary."""
        found: tuple[T, ...] = getattr(summary, self.name)
        return found

    @abstractmethod
    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the items as reports and annotations show them."""

    @abstractmethod
    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Yield what is wrong with the items of a stored summary.

        Args:
            data: The whole summary, as JSON holds it, altered or not.
            document: The article, read by code.
        """

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield the items as rows of its table."""
        for entry in self.entries(summary):
            yield Row({"id": entry.id, "text": entry.words}, entry.spans)

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the items, ready to be compared with those of another summary."""
        for entry in self.entries(summary):
            facts = {
                name: None if fact is None else str(fact) for name, fact in entry.facts.items()
            }
            yield Compared(entry.words, entry.words, entry.spans, facts)

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield the items as lines of text."""
        for entry in self.entries(summary):
            yield Line((Piece(one_line(entry.words)),))

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield the items as lines of Markdown: those of text, their names in bold.

        Args:
            summary: The summary.
            escape: Keeps a text from being read as markup; for every word of article and model.
        """
        for line in self.lines(summary):
            parts = ((escape(piece.text), piece.style) for piece in line.pieces)
            yield "- " + "".join(
                f"**{text}**" if style == "name" else text for text, style in parts
            )

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the items as rows of its table in SQLite."""
        yield from ()

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the items as annotations of brat."""
        for entry in self.entries(summary):
            yield Standoff(entry.spans, entry.facts)

    def linked(self, summary: Summary) -> Mapping[str, Any]:
        """Return what it adds to a schema.org NewsArticle, by property."""
        return {}

    def marks(self, item: T) -> Sequence[str]:
        """Return what is put behind an item for every reader; nothing where it is sure."""
        return ("guessed",) if is_guessed(item) else ()

    def taken(self, summary: Summary, words: Wording) -> Iterator[Taken]:
        """Yield the positions that actors take, for a table of actors against targets."""
        yield from ()

    def doubted(self, item: T) -> str | None:
        """Return why a reader should check an item, as a code; None if there is no reason."""
        return (getattr(item, "doubt", None) or "guessed") if is_guessed(item) else None

    def reviews(self, summary: Summary) -> Iterator[tuple[int, Review]]:
        """Yield the items that a reader should check, each with its place in the article."""
        for entry, item in zip(self.entries(summary), self.items(summary), strict=False):
            reason = self.doubted(item)
            if reason:
                start = min((span.start for span in entry.spans), default=0)
                yield start, Review(facet=self.name, id=entry.id, reason=reason)

    def needed(self, summary: Summary) -> frozenset[str]:
        """Return the ids of the items that others refer to, and that have to stay for them."""
        return frozenset()

    def undecided(self, item: T) -> T | None:
        """Return what is left of an item if what was decided of it is taken away; None: nothing."""
        return None

    def note(self, item: Decided) -> str:
        """Return who decided an item, in a few words; empty where it does not say."""
        return note_on(item)

    def names(self, summary: Summary) -> Iterator[str]:
        """Yield the names of those who act, speak or take a position in it."""
        for each in self.taken(summary, ENGLISH):
            yield each.actor


def said_before(before: Span | None, summary: Summary) -> str:
    """Return the sentence that an item is shown with, if that is not the title above, on a line."""
    said = one_line(before.text) if before else ""
    return "" if said.rstrip(".") == (summary.article.title or "").rstrip(".") else said


def one_line(text: str) -> str:
    r"""Return a text without line breaks and double spaces.

    Example:
        >>> one_line("It  rained\nall day.")
        'It rained all day.'
    """
    return " ".join(text.split())
