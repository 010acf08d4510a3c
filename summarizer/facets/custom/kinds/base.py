"""What a kind of field has to know: its shape on the wire, and how the article grounds a value."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from pydantic import JsonValue

from summarizer.document.copies import Copies, Place
from summarizer.document.document import Document
from summarizer.facets.question import Schema
from summarizer.schema import FieldKind

TEXT: Schema = {"type": "string", "maxLength": 300}
"""A text on the wire. The bound keeps a small model from running on."""


class UngroundedError(Exception):
    """A value that the article does not bear out.

    Args:
        reason: The code under which it is reported.
        detail: A sentence about it.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Grounds:
    """What the values of one answer, or of one stored section, are checked against.

    Args:
        document: The article, read by code.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.copies = Copies(document.article.text)
        self._given: Counter[tuple[str, Place]] = Counter()

    def sentences_of(self, place: Place) -> range:
        """Return the numbers of the sentences that a place is in, from 1."""
        first, last = (self.document.sentence_at(at) for at in (place[0], place[1] - 1))
        return range(first + 1, last + 2)

    def is_near(self, place: Place, evidence: frozenset[int]) -> bool:
        """Return whether a place is in a sentence of the evidence, or in one next to it."""
        around = self.sentences_of(place)
        return any(around.start - 1 <= number <= around.stop for number in evidence)

    def is_whole(self, place: Place) -> bool:
        """Return whether a place is within one paragraph."""
        sentences = self.document.outline.sentences
        around = self.sentences_of(place)
        return sentences[around.start - 1].paragraph == sentences[around.stop - 2].paragraph

    def next_place(self, name: str, places: list[Place]) -> Place:
        """Return the place that was given least often: the same words twice have two places."""
        chosen = min(places, key=lambda place: self._given[name, place])
        self._given[name, chosen] += 1
        return chosen


class Slot(NamedTuple):
    """A field of one item, whose value is checked.

    Args:
        name: The field's name.
        field: What it may hold.
        evidence: The numbers of the sentences that show the item.
        grounds: The article.
        actors: The names of the summary's actors by id; None where they have no ids yet.
    """

    name: str
    field: FieldKind
    evidence: frozenset[int]
    grounds: Grounds
    actors: Mapping[str, object] | None = None


class Kind(ABC):
    """One kind of field."""

    room: ClassVar[int]
    """Tokens that a value takes in an answer."""

    facts: ClassVar[Mapping[str, type]] = {}
    """What a stored value has beside its words, as columns of a table."""

    @abstractmethod
    def schema(self, field: FieldKind) -> Schema:
        """Return the JSON Schema of a single value on the wire."""

    @abstractmethod
    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Return the value to store for an answered one.

        Args:
            slot: The field.
            answered: The value on the wire.

        Raises:
            UngroundedError: The article does not bear it out.
        """

    def answered(self, stored: Any) -> object:
        """Return the value on the wire that a stored value came from."""
        return stored

    def problems(self, slot: Slot, stored: Any) -> Iterator[str]:
        """Yield what is wrong with a stored value: grounding it again has to give the same.

        Args:
            slot: The field.
            stored: The value, of the right shape.
        """
        try:
            again = self.ground(slot, self.answered(stored))
        except UngroundedError as error:
            yield error.detail
            return
        if again != stored:
            yield f"The article gives {slot.name} as {short(again)}, not {short(stored)}."

    def words(self, stored: Any) -> str:
        """Return a stored value in words."""
        return str(stored["text"] if isinstance(stored, dict) else stored)


def text_of(name: str, answered: object) -> str:
    """Return an answered text on one line.

    Raises:
        UngroundedError: It is no text, or has no letter or digit.
    """
    if not isinstance(answered, str):
        raise UngroundedError("invalid", f"{name} is no text.")
    line = " ".join(answered.split())
    if not any(map(str.isalnum, line)):
        raise UngroundedError("empty", f"{name} is empty.")
    return line


def short(value: object) -> str:
    """Return a value for a message, cut where it is long.

    Example:
        >>> short({"text": "Oslo", "start": 0})
        "'Oslo'"
    """
    shown = repr(value.get("text", value.get("name", value)) if isinstance(value, dict) else value)
    return shown if len(shown) <= 90 else f"{shown[:60]} … {shown[-25:]}"
