"""A user's item as cells of a table: its fields in words, and where each of them is."""

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.facets.custom.kinds import KINDS
from summarizer.facets.shown import Cell
from summarizer.schema import FieldKind

Fields = Mapping[str, FieldKind]


def columns_of(fields: Fields) -> dict[str, type]:
    """Return the columns of an item, with the type of their cells.

    A column has the name of its field; a fact of a field, such as its place, is behind a dot.

    Example:
        >>> list(columns_of({"by": FieldKind(kind="when")}))
        ['by', 'by.start', 'by.end', 'by.iso']
    """
    columns: dict[str, type] = {}
    for name, field in fields.items():
        columns[name] = bool if field.kind == "flag" and not field.many else str
        for fact, kind in KINDS[field.kind].facts.items():
            columns[f"{name}.{fact}"] = str if field.many else kind
    return columns


def cells_of(item: Mapping[str, Any], fields: Fields) -> dict[str, Cell]:
    """Return the cells of an item; the values of a list are joined.

    Args:
        item: The item as it is stored.
        fields: The kinds of its fields.
    """
    return {
        column: cell for name, field in fields.items() for column, cell in _cells(name, field, item)
    }


def words_of(item: Mapping[str, Any], name: str, field: FieldKind) -> str | None:
    """Return a field of an item in words; None where it has no value."""
    words = [KINDS[field.kind].words(each) for each in _values(item, name, field)]
    return "\n".join(words) if words else None


def _cells(name: str, field: FieldKind, item: Mapping[str, Any]) -> Iterator[tuple[str, Cell]]:
    values = _values(item, name, field)
    single = field.kind == "flag" and not field.many and values
    yield name, item[name] if single else words_of(item, name, field)
    for fact in KINDS[field.kind].facts:
        found = [value[fact] for value in values]
        first = found[0] if found else None
        yield f"{name}.{fact}", " ".join(map(str, found)) if field.many else first


def _values(item: Mapping[str, Any], name: str, field: FieldKind) -> list[Any]:
    stored = item.get(name)
    if stored is None:
        return []
    return list(stored) if field.many else [stored]
