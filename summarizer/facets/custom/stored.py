"""A user's facet in stored summaries: verified, compared and shown without the facet's package."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from summarizer.document.document import Document
from summarizer.facets.custom.cells import Fields, cells_of, columns_of, words_of
from summarizer.facets.custom.checks import problems
from summarizer.facets.custom.kinds import Grounds
from summarizer.facets.custom.line import show
from summarizer.facets.custom.merging import said
from summarizer.facets.faults import Data, Fault, actor_names
from summarizer.facets.shown import Compared, Entry, Record, Row, Table
from summarizer.facets.stored import StoredFacet
from summarizer.schema import Section, Span, Summary
from summarizer.schema.section import EVIDENCE, JsonItem

_OWN = frozenset({"id", "summary", "line"})
"""Columns that every such table has."""


class StoredSection(StoredFacet[JsonItem]):
    """A user's facet, as far as its section in a summary has it.

    Args:
        name: The facet's name.
        section: The section of one summary; those of others may have other fields.
    """

    def __init__(self, name: str, section: Section) -> None:
        self.name = name
        self._fields = section.fields
        self.label = section.label
        columns = {f"{name}.{column}": cell for column, cell in columns_of(section.fields).items()}
        self.columns: Mapping[str, type] = {"id": str, "text": str, **columns}
        self.table: Table = _table(name, section.fields)

    def items(self, summary: Summary) -> tuple[JsonItem, ...]:
        """Return the items as they are stored."""
        section = summary.more.get(self.name)
        return section.items if section else ()

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the items by their line, with the places of their words, or else the evidence."""
        return (entry for entry, _, _ in self._shown(summary))

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find the items that the article does not bear out."""
        more: Any = data["more"]
        items = more[self.name].get("items")
        grounds, actors = Grounds(document), actor_names(data)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            for problem in problems(item, self._fields, grounds, actors):
                yield Fault(f"{self.name}[{number}]", problem)

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each item; the columns of its fields begin with the facet's name."""
        for entry, item, fields in self._shown(summary):
            cells = cells_of(item, fields).items()
            named = {f"{self.name}.{column}": cell for column, cell in cells}
            yield Row({"id": entry.id, "text": entry.words, **named}, entry.spans)

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the items, the same by what they say, or by a place that they share."""
        for entry, item, fields in self._shown(summary):
            facts = {name: words_of(item, name, field) for name, field in fields.items()}
            yield Compared(entry.words, said(item), entry.spans, facts)

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the items as rows of a table of their own."""
        for entry, item, fields in self._shown(summary):
            cells: dict[str, Any] = cells_of(item, fields)
            row = {_column(name): cell for name, cell in cells.items()}
            yield Record({"line": entry.words, **row}, fields[EVIDENCE].read(item[EVIDENCE]))

    def _shown(self, summary: Summary) -> Iterator[tuple[Entry, JsonItem, Fields]]:
        section = summary.more.get(self.name)
        for number, item in enumerate(section.items if section else (), 1):
            if section:
                fields = section.fields
                facts = {name: words_of(item, name, field) for name, field in fields.items()}
                words = show(section.line, item, fields)
                key = f"{self.name}-{number}"
                yield Entry(key, words, _spans(item, fields), facts), item, fields


def sections_of(summaries: Iterable[Summary]) -> list[StoredSection]:
    """Return the users' facets that any of the summaries has."""
    found: dict[str, Section] = {}
    for summary in summaries:
        found = summary.more | found
    return [StoredSection(name, section) for name, section in found.items()]


def verify_sections(data: Data, document: Document) -> Iterator[Fault]:
    """Yield what is wrong with the users' facets of a stored summary.

    Args:
        data: The whole summary, as JSON holds it, altered or not.
        document: The article, read by code.
    """
    more = data.get("more")
    for name, section in more.items() if isinstance(more, dict) else ():
        try:
            readable = Section.model_validate({**section, "items": ()})
        except (TypeError, ValidationError):
            yield Fault(str(name), "Its section cannot be read.")
        else:
            yield from StoredSection(name, readable).verify(data, document)


def _spans(item: JsonItem, fields: Fields) -> tuple[Span, ...]:
    """Return where the words of an item are; the sentences that show it, if it copies none."""
    values = {name: field.read(item.get(name)) for name, field in fields.items()}
    evidence = values.pop(EVIDENCE)
    spans = [each for value in values.values() for each in value if isinstance(each, Span)]
    return tuple(spans) or evidence


def _table(name: str, fields: Fields) -> Table:
    kinds = {str: "TEXT", int: "INTEGER", bool: "INTEGER"}
    columns = {_column(column): kinds[kind] for column, kind in columns_of(fields).items()}
    spans = (f"evidence_of_{name}", "item")
    return Table(f"more_{name}", "line TEXT NOT NULL", spans=spans, columns=columns)


def _column(name: str) -> str:
    """Quote a column; one that every table has gets an underscore behind it."""
    return f'"{name}_"' if name in _OWN else f'"{name}"'
