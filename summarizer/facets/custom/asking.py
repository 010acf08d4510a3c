"""What a user's facet asks a model, how it checks the answer, and what it makes of it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, JsonValue

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet, Checked, Problem, Question, short
from summarizer.facets.custom.grounding import Grounded, Grounder
from summarizer.facets.custom.item import Item
from summarizer.facets.custom.kinds import Grounds
from summarizer.facets.custom.merging import merged
from summarizer.facets.custom.question import QuestionText, variables_of
from summarizer.facets.custom.stored import StoredSection
from summarizer.facets.custom.wire import MOST, items_schema, longest_answer
from summarizer.schema import Section
from summarizer.schema.section import EVIDENCE, JsonItem

SHOWN = 600
"""Characters of a failed item that its repair shows."""


class ItemsAnswer(BaseModel):
    """The items of an answer; each is checked by itself, so that one harms no other."""

    model_config = ConfigDict(frozen=True)

    items: list[Any]


@dataclass(frozen=True, slots=True)
class Found:
    """An item that the article bears out.

    Args:
        key: The answered item that it came from: what a repair finds takes its place.
        values: What is stored, the ids of actors still open.
    """

    key: str
    values: JsonItem


class AskedSection(StoredSection, BaseFacet[JsonItem, ItemsAnswer, Found]):
    """A user's facet, as far as it is asked about.

    Args:
        name: The facet's name.
        section: The section that it fills, still empty.
        item: The type of the items.
        question: The question.
    """

    apart = True

    def __init__(
        self, name: str, section: Section, item: type[Item], question: QuestionText
    ) -> None:
        super().__init__(name, section)
        self._section = section
        self._item = item
        self._question = question

    def questions(self, document: Document) -> list[Question]:
        """Ask for the items; one question a part."""
        variables = variables_of(self._question, self._section.fields, document)
        if variables is None:
            return []
        return [
            Question(
                self.name,
                self.name,
                "items",
                _answer_of(self.name),
                longest_answer(self._section.fields),
                {**variables, "most": MOST},
                keys={"items": items_schema(self._section.fields)},
            )
        ]

    def check(self, document: Document, question: Question, answer: ItemsAnswer) -> Checked[Found]:
        """Ground each item; a repair is about one item, and adds none."""
        grounder = Grounder(self._item, self._section.fields, Grounds(document))
        if question.variables["failed"]:
            return _repaired(question, grounder, answer.items[:1])
        found: list[Found] = []
        problems: list[Problem] = []
        seen: Counter[str] = Counter()
        for number, answered in enumerate(answer.items[:MOST]):
            seen[_shown(answered)] += 1
            key = f"{_shown(answered)} {seen[_shown(answered)]}"
            grounded = grounder.ground(answered)
            found += [Found(key, grounded.values)] if grounded.values else []
            problems += _problems(question, f"{self.name}[{number}]", key, answered, grounded)
        return Checked(tuple(found), tuple(problems))

    def enlist(self, registry: ActorRegistry, found: list[Found]) -> None:
        """Enlist the actors that the items name."""
        for each in _latest(found):
            for value in _named(each.values):
                registry.add(value["name"])

    def build(self, document: Document, found: list[Found], registry: ActorRegistry) -> Section:
        """Fill the section; items that say the same are one."""
        items = [_with_actors(each.values, registry) for each in _latest(found)]
        return Section(**dict(self._section) | {"items": merged(items)})


@cache
def _answer_of(name: str) -> type[ItemsAnswer]:
    """Return a type of answer by whose name a request shows which facet asks."""
    title = "".join(word.title() for word in name.split("_"))
    return type(f"{title}Answer", (ItemsAnswer,), {})


def _repaired(question: Question, grounder: Grounder, answered: list[Any]) -> Checked[Found]:
    """Take the item that a repair mended.

    Where the item is taken back, or another one comes in its place, what was wrong with it stays
    reported.
    """
    fault, key = question.fault, question.variables["key"]
    if not (answered and _keeps(question, answered[0])):
        return Checked(problems=(replace(fault, again=None),) if fault else ())
    grounded = grounder.ground(answered[0])
    found = (Found(key, grounded.values),) if grounded.values else ()
    return Checked(found, tuple(_problems(question, question.key, key, answered[0], grounded)))


def _problems(
    question: Question, item: str, key: str, answered: object, grounded: Grounded
) -> Iterator[Problem]:
    """Yield what is wrong with an item, all of it in one problem, with the question to mend it."""
    if grounded.failing:
        held = _held(answered, grounded)
        detail = " ".join(dict.fromkeys(each.detail for each in grounded.failing))
        failed = {"failed": short(_shown(answered), SHOWN), "key": key, "held": held}
        again = replace(
            question,
            key=item,
            max_tokens=max(100, 2 * question.max_tokens // MOST),
            variables={**question.variables, **failed},
        )
        mendable = again if isinstance(answered, Mapping) else None
        yield Problem(grounded.failing[0].reason, short(detail, SHOWN), item, mendable)


def _held(answered: object, grounded: Grounded) -> Mapping[str, object]:
    """Return what of an answered item was right: its repair has to keep that."""
    failing = {each.field for each in grounded.failing} | {EVIDENCE}
    if not isinstance(answered, Mapping) or "" in failing:
        return {}
    return {name: value for name, value in answered.items() if name not in failing}


def _keeps(question: Question, answered: object) -> bool:
    held = question.variables["held"]
    return isinstance(answered, Mapping) and all(answered.get(name) == held[name] for name in held)


def _shown(answered: object) -> str:
    return json.dumps(answered, ensure_ascii=False, sort_keys=True, default=str)


def _latest(found: list[Found]) -> list[Found]:
    return list({each.key: each for each in found}.values())


def _named(values: Mapping[str, JsonValue]) -> Iterator[dict[str, Any]]:
    """Yield the actors of an item: only they have both a name and an id."""
    for value in values.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and each.get("id") and "name" in each:
                yield each


def _with_actors(values: JsonItem, registry: ActorRegistry) -> JsonItem:
    """Give the actors of an item the ids and names that the summary has for them."""
    return {name: _with_actor(value, registry) for name, value in values.items()}


def _with_actor(value: JsonValue, registry: ActorRegistry) -> Any:
    if isinstance(value, list):
        return [_with_actor(each, registry) for each in value]
    if isinstance(value, dict) and "name" in value and value.get("id"):
        actor = registry.find(str(value["name"]))
        return {"id": actor.id, "name": actor.name} if actor else {**value, "id": None}
    return value
