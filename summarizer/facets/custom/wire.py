"""The JSON Schema of an answer with items: strict, and the same bytes for every article."""

from collections.abc import Mapping

from summarizer.facets.custom.kinds import KINDS
from summarizer.facets.question import Schema, keyed
from summarizer.schema import FieldKind

MOST = 20
"""Items of an answer. The bound goes over the wire: it keeps a small model from running on."""

LISTED = 5
"""Values of a list, and sentences of evidence."""

KEY = 6
"""Tokens that a key and the marks around a value take in an answer."""


def items_schema(fields: Mapping[str, FieldKind]) -> Schema:
    """Return the schema of the list of items.

    Example:
        >>> schema = items_schema({"sure": FieldKind(kind="flag", optional=True)})
        >>> schema["items"]["properties"]
        {'sure': {'anyOf': [{'type': 'boolean'}, {'type': 'null'}]}}
    """
    item = keyed({name: _field(field) for name, field in fields.items()})
    return {"type": "array", "items": item, "maxItems": MOST}


def longest_answer(fields: Mapping[str, FieldKind]) -> int:
    """Return the tokens of an answer with as many items as it may have."""
    room = sum(KEY + KINDS[each.kind].room * (2 if each.many else 1) for each in fields.values())
    return MOST * room


def _field(field: FieldKind) -> Schema:
    single = KINDS[field.kind].schema(field)
    if field.many:
        return {"type": "array", "items": single, "maxItems": LISTED}
    return {"anyOf": [single, {"type": "null"}]} if field.optional else single
