"""What a facet gives to the outputs: plain data, which each of them puts into its own format."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Literal, NamedTuple, Protocol

from summarizer.schema import Span

Cell = str | int | bool | Decimal | None
Style = Literal["", "name", "strong", "number", "note"]

LAST = 100
"""The rank of a facet that asks for none: behind those that do, in the order of the registry."""


class Ranks(NamedTuple):
    """Where a facet comes among the others, by output; elsewhere they are in registry order.

    Args:
        page: In text, Markdown and HTML.
        legend: In the legend of the marks.
        columns: Among the columns of the table of all facets.
        standoff: Among the annotations of brat.
    """

    page: int = LAST
    legend: int = LAST
    columns: int = LAST
    standoff: int = LAST


class Entry(NamedTuple):
    """One item of a summary, as reports and annotations show it.

    Args:
        id: What it is called in the summary, such as 'Q3'.
        words: The item in a line.
        spans: Where in the article it is, or what shows it.
        facts: Its fields as JSON has them, without the spans and without who decided.
    """

    id: str
    words: str
    spans: tuple[Span, ...] = ()
    facts: Mapping[str, object] = {}


class Row(NamedTuple):
    """One item as a row of a table.

    Args:
        cells: The cells by the facet's columns.
        spans: Its spans.
    """

    cells: Mapping[str, Cell]
    spans: tuple[Span, ...] = ()


class Piece(NamedTuple):
    """A part of a line, with its style."""

    text: str
    style: Style = ""


class Line(NamedTuple):
    """A line of text.

    Args:
        pieces: Its parts.
        head: What is before it, in a column as wide as the widest of its section; None: nothing.
        depth: How far it is indented, in steps.
        note: What verbose output adds to it: who decided, and how sure that is.
    """

    pieces: tuple[Piece, ...]
    depth: int = 1
    note: str = ""
    head: Piece | None = None


class Explanation(Protocol):
    """Why code finds an item; a dataclass, so that JSON has its fields."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str:
        """The item's id, such as 'Q3'."""

    @property
    def title(self) -> str:
        """The item in a line."""

    def lines(self) -> Iterable[str]:
        """Return the explanation in lines."""


class Compared(NamedTuple):
    """One item, ready to be compared with those of another summary.

    Args:
        words: What it is called in a difference.
        key: Equal in two summaries if it is the same item.
        spans: Where it is; two items with other keys are the same if they share a place.
        facts: What is compared, by the name of the field.
        group: Only items of one group share a place.
    """

    words: str
    key: object
    spans: tuple[Span, ...]
    facts: Mapping[str, str | None]
    group: str = ""


class Highlight(NamedTuple):
    """How the article is marked where the items are.

    Args:
        kind: The class of the mark in the report.
        legend: What the report's legend calls it; empty: it is not in the legend.
    """

    kind: str
    legend: str = ""


class View(NamedTuple):
    """What a report on several articles shows of a facet across all of them.

    Args:
        key: Its anchor in the page.
        label: Its heading.
        template: The template that shows it.
    """

    key: str
    label: str
    template: str


class Taken(NamedTuple):
    """A position that an actor takes, for the table of actors against targets.

    Args:
        item: The id of the item that says so, such as 'S3'.
        actor: Who takes it.
        kind: What kind of actor that is; None where it is not known.
        target: What it is about.
        words: The position, in the words of the page.
        places: How many places of the article show it.
        marks: What is put behind an item that is not sure.
        before: An earlier sentence that says what the target means; empty where it says so itself.
    """

    item: str
    actor: str
    kind: str | None
    target: str
    words: str
    places: int
    marks: tuple[str, ...] = ()
    before: str = ""


_ITEMS = """\
CREATE TABLE IF NOT EXISTS {name} (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id),
    {declared});
"""
_SPANS = """\
CREATE TABLE IF NOT EXISTS {name} (
    id INTEGER PRIMARY KEY, {column} INTEGER NOT NULL REFERENCES {items} (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL);
"""
"""Tables of a facet, indented as SQLite keeps them."""


class Table(NamedTuple):
    """The tables of a facet in SQLite.

    Args:
        name: The table of its items; each row refers to its summary.
        declared: Its columns as SQL has them, behind the id and the summary.
        spans: The table of their spans, and its column that refers to the item; None: the row
            of an item has its place itself.
        search: The columns that are searched by words; none: no search table.
        views: Statements that create views.
        columns: Columns that are added where a table of that name lacks them, with their types.
    """

    name: str
    declared: str
    spans: tuple[str, str] | None = None
    search: tuple[str, ...] = ()
    views: str = ""
    columns: Mapping[str, str] = {}

    @property
    def create(self) -> str:
        """The statements that create the tables."""
        made = _ITEMS.format(name=self.name, declared=self.declared)
        if self.spans:
            made += _SPANS.format(name=self.spans[0], column=self.spans[1], items=self.name)
        return made


class Record(NamedTuple):
    """One item as a row of its table in SQLite.

    Args:
        row: The cells by column.
        spans: Its spans, for the table of spans.
        id: What later records call it; None: none refers to it.
        refers: Columns that refer to another item, with its id.
    """

    row: Mapping[str, str | int | float | None]
    spans: tuple[Span, ...] = ()
    id: str | None = None
    refers: Mapping[str, str | None] = {}


class Entity(NamedTuple):
    """What brat calls the items of a facet.

    Args:
        name: The type of the annotation.
        relation: The relation of an actor to it; empty: there is none.
        attributes: Its attributes with their values; none of these: it is there or not.
    """

    name: str
    relation: str = ""
    attributes: Mapping[str, tuple[str, ...]] = {}


class Standoff(NamedTuple):
    """One item as an annotation of brat.

    Args:
        spans: Its spans.
        note: Facts for its note; those that are None are left out.
        attributes: Its attributes by name; True where one has no values.
        id: What relations call it.
        actor: The id of the actor that the entity's relation ties to it.
    """

    spans: tuple[Span, ...]
    note: Mapping[str, object]
    attributes: Mapping[str, str | bool] = {}
    id: str = ""
    actor: str | None = None
