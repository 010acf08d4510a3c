"""Whether a stored item holds: grounding each of its values again has to give the same."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from summarizer.facets.custom.kinds import KINDS, Grounds, Slot
from summarizer.schema import FieldKind
from summarizer.schema.section import EVIDENCE


def problems(
    stored: object,
    fields: Mapping[str, FieldKind],
    grounds: Grounds,
    actors: Mapping[str, object] | None = None,
) -> Iterator[str]:
    """Yield what is wrong with a stored item.

    Args:
        stored: The item as JSON holds it, altered or not.
        fields: The kinds of its fields.
        grounds: The article.
        actors: The names of the summary's actors by id; None where they have no ids yet.
    """
    if not isinstance(stored, Mapping):
        yield "It is no item."
        return
    yield from (f"There is no field {name!r}." for name in stored.keys() - fields.keys())
    evidence = frozenset(_numbers(stored.get(EVIDENCE), fields[EVIDENCE]))
    if not evidence:
        yield "No sentence shows it."
    for name, field in fields.items():
        slot = Slot(name, field, evidence, grounds, actors)
        if not _has_shape(stored.get(name), field):
            yield f"{name} has another shape than its kind {field.kind!r}."
        for value in _values(stored.get(name), field):
            yield from KINDS[field.kind].problems(slot, value)


def _numbers(stored: Any, field: FieldKind) -> Iterator[int]:
    """Yield the numbers of the sentences, also where they are stored as text."""
    if _has_shape(stored, field):
        yield from (sentence.number for sentence in field.read(stored))


def _values(stored: Any, field: FieldKind) -> list[Any]:
    if stored is None or not _has_shape(stored, field):
        return []
    return list(stored) if field.many else [stored]


def _has_shape(stored: Any, field: FieldKind) -> bool:
    try:
        field.read(stored)
    except ValidationError:
        return False
    return True
