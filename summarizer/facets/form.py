"""What strategy ``one`` asks of a facet: its part of the form, the same for every article.

The schema and the instructions of a part hold no word of the article. What code found in it, and
the model is to judge, is listed in the prompt behind the article.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.document.document import Document
from summarizer.facets.question import Checked, Problem, Schema, keyed, short
from summarizer.schema.invalid import invalid

F = TypeVar("F")
K = TypeVar("K", bound="KeyedItem")
L = TypeVar("L", bound="FormItem")
Rows = Sequence[Any]
"""What code found: names, or a row each, which begins with its id."""

LEAST = 8
"""The fewest items of a list that there is room for."""

KEYED_ROOM = 40
"""Tokens of an item about something that code numbered."""

UNANSWERED = "unanswered"
"""The reason of what an answer leaves out."""

UNWANTED = ("title", "default", "description")
"""What Pydantic writes into a schema and no model needs."""


class FormItem(BaseModel):
    """One item of a list in the form.

    On the wire every field is required, as strict decoding wants it. What an endpoint without
    strict decoding leaves out has the default.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True, defer_build=True)


class FormPart(ABC, Generic[F]):
    """A facet's part of the form.

    ``F`` is what a checked answer becomes, as for the facet's own questions.
    """

    template: str
    """The template of its instructions."""

    mended: int = 60
    """Tokens of an item that a second form asks for."""

    @property
    @abstractmethod
    def schema(self) -> Schema:
        """The JSON Schema of its value."""

    @property
    def variables(self) -> Mapping[str, Any]:
        """What the template of its instructions uses."""
        return {}

    @abstractmethod
    def room(self, document: Document) -> int:
        """Return the tokens that the answer needs at the most; 0 where there is nothing to ask."""

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """Return what code found and the prompt lists, under the variable of its template."""
        return {}

    @abstractmethod
    def check(
        self,
        document: Document,
        value: Any,
        *,
        earlier: Sequence[Problem] = (),
        strict: bool = False,
    ) -> Checked[F]:
        """Check what a filled form has for it.

        Args:
            document: The part of the article that the form is about.
            value: The value, not yet checked; None where it was left out.
            earlier: What was wrong the first time, where this is the second form.
            strict: Whether what is only doubtful is refused.
        """


class Answered(NamedTuple, Generic[L]):
    """What a filled form has for a list.

    Args:
        items: The items that could be read.
        unread: What is wrong with the others.
        earlier: What was wrong the first time, where this is the second form.
        strict: Whether what is only doubtful is refused.
    """

    items: Sequence[L]
    unread: Sequence[Problem]
    earlier: Sequence[Problem]
    strict: bool


class ListPart(FormPart[F], Generic[F, L]):
    """A part whose value is a list.

    ``L`` is the type of its items.
    """

    item: type[L]
    """What an item is read as."""

    tokens: int
    """Tokens of an item."""

    sentences: int
    """Sentences of an article for each item that there is room for."""

    def room(self, document: Document) -> int:
        """Return the tokens of some items: more for a longer article."""
        return self.tokens * max(LEAST, len(document.outline.sentences) // self.sentences)

    @property
    def schema(self) -> Schema:
        """A list of items."""
        return items_schema(self.item)

    @abstractmethod
    def judged(self, document: Document, answered: Answered[L]) -> Iterator[F | Problem]:
        """Yield what comes of the items, and what is wrong with them."""

    def check(
        self,
        document: Document,
        value: Any,
        *,
        earlier: Sequence[Problem] = (),
        strict: bool = False,
    ) -> Checked[F]:
        """Read the items, and judge them."""
        answered = Answered(*read_items(value, self.item), earlier, strict)
        found: list[F] = []
        problems = list(answered.unread)
        for each in self.judged(document, answered):
            if isinstance(each, Problem):
                problems.append(each)
            else:
                found.append(each)
        return Checked(tuple(found), tuple(self.mendable(document, problems)))

    def mendable(self, document: Document, problems: Iterable[Problem]) -> Iterable[Problem]:
        """Return problems with the sentences that a second form shows to mend them."""
        return problems


class KeyedItem(FormItem):
    """An item about something that code found and numbered."""

    id: str


class KeyedPart(ListPart[F, K], Generic[F, K]):
    """A part whose items are about what code found, by its ids."""

    settled: frozenset[str] = frozenset()
    """Reasons that are an answer, and are not asked about again."""

    def room(self, document: Document) -> int:
        """Return the tokens of an item for everything listed; 0 where nothing is open."""
        keys = self.keys(document)
        asked = any(self.is_open(document, key) for key in keys)
        return KEYED_ROOM * len(keys) if asked else 0

    @abstractmethod
    def keys(self, document: Document) -> Mapping[str, object]:
        """Return what may be answered, by its ids."""

    @abstractmethod
    def place(self, document: Document, key: str) -> range:
        """Return the sentences that a repair shows of what has this id."""

    def is_open(self, document: Document, key: str) -> bool:
        """Return whether an answer is needed: whether code does not know for certain."""
        return True

    @abstractmethod
    def judge(self, document: Document, item: K, *, strict: bool) -> Iterator[F | Problem]:
        """Yield what comes of an item, and what is wrong with it."""

    def judged(self, document: Document, answered: Answered[K]) -> Iterator[F | Problem]:
        """Judge each item; report the ids that do not exist, and those that were left out."""
        keys = self.keys(document)
        counts = Counter(item.id for item in answered.items)
        yield from (_twice(key) for key, count in counts.items() if count > 1)
        for key, item in {item.id: item for item in answered.items}.items():
            if key in keys:
                yield from self.judge(document, item, strict=answered.strict)
            else:
                yield _unknown(key)
        seen = counts.keys() | {problem.item for problem in answered.unread}
        first = {problem.item: problem._replace(shown=()) for problem in answered.earlier}
        for key in keys:
            if key in (first or keys) and key not in seen and self.is_open(document, key):
                yield first.get(key) or _left_out(key)

    def mendable(self, document: Document, problems: Iterable[Problem]) -> Iterable[Problem]:
        """Yield the problems with the sentences around what they are about."""
        keys = self.keys(document)
        for each in problems:
            key = each.item or ""
            shown = tuple(self.place(document, key)) if key in keys else ()
            yield each if each.reason in self.settled else each._replace(shown=shown)


def _unknown(key: str) -> Problem:
    return Problem("unknown_id", f"The article has no {short(key)}.")


def _twice(key: str) -> Problem:
    return Problem("invalid", f"{short(key)} is answered twice; the last answer is taken.")


def _left_out(key: str) -> Problem:
    return Problem(UNANSWERED, f"The answer says nothing of {key}.", key)


@cache
def items_schema(item: type[FormItem]) -> Schema:
    """Return the JSON Schema of a list of items, as strict decoding wants it.

    Example:
        >>> class Place(FormItem):
        ...     name: str
        ...     country: str | None = None
        >>> items_schema(Place)["items"]["required"]
        ['name', 'country']
    """
    return {"type": "array", "items": item_schema(item)}


@cache
def item_schema(item: type[FormItem]) -> Schema:
    """Return the JSON Schema of one item: every field is required, and there is no other."""
    properties = item.model_json_schema()["properties"]
    return keyed({name: _bare(schema) for name, schema in properties.items()})


def _bare(schema: Schema) -> Schema:
    return {name: part for name, part in schema.items() if name not in UNWANTED}


def read_items(value: object, item: type[L]) -> tuple[list[L], list[Problem]]:
    """Read a list of items; what is no item is a problem of its own, and spoils no other.

    Args:
        value: What the form has.
        item: What each is read as.
    """
    read: list[L] = []
    problems: list[Problem] = []
    if not isinstance(value, list | None):
        problems.append(Problem("invalid", f"{short(str(value))!r} is no list."))
    for each in value if isinstance(value, list) else []:
        try:
            read.append(item.model_validate(each))
        except ValidationError as error:
            wrong = invalid(error, "all of it")
            detail = f"{short(str(each))!r} has the wrong shape: {wrong}."
            problems.append(Problem("invalid", detail, _id_of(each)))
    return read, problems


def _id_of(value: object) -> str | None:
    named = value.get("id") if isinstance(value, Mapping) else None
    return short(named) if isinstance(named, str) else None


def within(document: Document, numbers: Iterable[int]) -> Iterator[int]:
    """Yield the indices of the sentences with these numbers, without those that do not exist.

    Example:
        >>> from summarizer import Article
        >>> list(within(Document.read(Article("It rained. It snowed.")), [2, 3]))
        [1]
    """
    count = len(document.outline.sentences)
    return (number - 1 for number in dict.fromkeys(numbers) if 1 <= number <= count)
