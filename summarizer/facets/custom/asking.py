"""What a user's facet asks a model, how it checks the answer, and what it makes of it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import JsonValue

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.custom.answers import Found, ItemsAnswer, checked, repaired
from summarizer.facets.custom.form import ItemsPart
from summarizer.facets.custom.grounding import Grounder
from summarizer.facets.custom.item import Item
from summarizer.facets.custom.kinds import Grounds
from summarizer.facets.custom.merging import merged
from summarizer.facets.custom.question import QuestionText, variables_of
from summarizer.facets.custom.stored import StoredSection
from summarizer.facets.custom.wire import MOST, items_schema, longest_answer
from summarizer.facets.question import Checked, Question
from summarizer.llm.profiles import Profile
from summarizer.schema import Section
from summarizer.schema.section import JsonItem


class AskedSection(StoredSection, BaseFacet[JsonItem, ItemsAnswer, Found]):
    """A user's facet, as far as it is asked about.

    Args:
        name: The facet's name.
        section: The section that it fills, still empty.
        item: The type of the items.
        question: The question.
    """

    def __init__(
        self, name: str, section: Section, item: type[Item], question: QuestionText
    ) -> None:
        super().__init__(name, section)
        self._section = section
        self._item = item
        self._question = question
        self.part = ItemsPart(name, item, section.fields, question)

    def is_asked(self, profile: Profile) -> bool:
        """Return that it is: code alone finds nothing of it."""
        return True

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

    def check(
        self, document: Document, question: Question, answer: ItemsAnswer, *, strict: bool
    ) -> Checked[Found]:
        """Ground each item; a repair is about one item, and adds none."""
        grounder = Grounder(self._item, self._section.fields, Grounds(document))
        if question.variables["failed"]:
            return repaired(question, grounder, answer.items[:1])
        return checked(question, grounder, answer.items)

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
