"""Items that differ only in their place are one: its evidence is that of all of them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.schema.section import EVIDENCE, JsonItem

PLACE = frozenset({"start", "end", "number"})


def merged(items: Iterable[JsonItem]) -> tuple[JsonItem, ...]:
    """Merge the items that say the same, and put all in the order of their evidence.

    Args:
        items: Items as they are stored.

    Example:
        >>> one = {"evidence": [{"number": 1}], "name": {"start": 0, "end": 4, "text": "Oslo"}}
        >>> two = {"evidence": [{"number": 3}], "name": {"start": 9, "end": 13, "text": "Oslo"}}
        >>> [item] = merged([one, two])
        >>> item["evidence"]
        [{'number': 1}, {'number': 3}]
    """
    kept: dict[str, JsonItem] = {}
    for item in items:
        key = said(item)
        kept[key] = _joined(kept[key], item) if key in kept else item
    return tuple(sorted(kept.values(), key=lambda item: _numbers(item)[:1]))


def said(item: Mapping[str, Any]) -> str:
    """Return what an item says, without its places and its evidence."""
    facts = {name: _placeless(value) for name, value in item.items() if name != EVIDENCE}
    return json.dumps(facts, sort_keys=True)


def _placeless(value: Any) -> Any:
    if isinstance(value, list):
        return [_placeless(each) for each in value]
    if isinstance(value, Mapping):
        return {name: fact for name, fact in value.items() if name not in PLACE}
    return value


def _joined(one: JsonItem, other: Mapping[str, Any]) -> JsonItem:
    by_number = {each["number"]: each for item in (other, one) for each in _evidence(item)}
    return {**one, EVIDENCE: [by_number[number] for number in sorted(by_number)]}


def _evidence(item: Mapping[str, Any]) -> list[Any]:
    return list(item[EVIDENCE])


def _numbers(item: Mapping[str, Any]) -> list[int]:
    return sorted(each["number"] for each in _evidence(item))
