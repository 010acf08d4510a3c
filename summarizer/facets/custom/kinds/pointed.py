"""What the model points at by a number or an id: sentences, figures and quotations."""

import re
from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import JsonValue

from summarizer.document.document import Document
from summarizer.facets.custom.kinds.base import Kind, Slot, UngroundedError, short
from summarizer.facets.question import Schema
from summarizer.schema import FieldKind, Span

DIGITS = re.compile(r"\d{1,9}")


class SentenceKind(Kind):
    """A sentence, by its number."""

    room = 4
    facts: ClassVar[Mapping[str, type]] = {"start": int, "end": int, "number": int}

    def schema(self, field: FieldKind) -> Schema:
        """An integer."""
        return {"type": "integer"}

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Copy the sentence of this number."""
        sentences = slot.grounds.document.outline.sentences
        number = _number(answered)
        if number is None or not 1 <= number <= len(sentences):
            raise UngroundedError("no_such_sentence", f"There is no sentence {short(answered)}.")
        chosen = sentences[number - 1]
        copied = Span.of(slot.grounds.document.article.text, chosen.start, chosen.end)
        return {**copied.model_dump(), "number": number}

    def answered(self, stored: Any) -> object:
        """Return the number."""
        return stored["number"]


class _IdKind(Kind):
    """What code found and numbered, by its id."""

    room = 6
    facts: ClassVar[Mapping[str, type]] = {"start": int, "end": int, "id": str}
    what: ClassVar[str]

    def schema(self, field: FieldKind) -> Schema:
        """A string: an enum of the ids would differ from article to article."""
        return {"type": "string", "maxLength": 12}

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Find what has the id again; it has to be near the evidence, as copied words have."""
        key = answered.strip().upper() if isinstance(answered, str) else ""
        place = self.places(slot.grounds.document).get(key)
        if place is None:
            detail = f"There is no {self.what} {short(answered)}."
            raise UngroundedError(f"no_such_{self.what}", detail)
        if not slot.grounds.is_near(place, slot.evidence):
            number = slot.grounds.sentences_of(place).start
            detail = f"The {self.what} {key} is not near the evidence; it is in sentence {number}."
            raise UngroundedError("copied_from_elsewhere", detail)
        return {**Span.of(slot.grounds.document.article.text, *place).model_dump(), "id": key}

    def answered(self, stored: Any) -> object:
        """Return the id."""
        return stored["id"]

    @abstractmethod
    def places(self, document: Document) -> Mapping[str, tuple[int, int]]:
        """Return the place of each thing by its id."""


class FigureKind(_IdKind):
    """A figure."""

    what = "figure"

    def places(self, document: Document) -> Mapping[str, tuple[int, int]]:
        """Return the places of the figures."""
        return {key: (figure.start, figure.end) for key, figure in document.figures.items()}


class QuotationKind(_IdKind):
    """A quotation, from its first paragraph to its last."""

    what = "quotation"

    def places(self, document: Document) -> Mapping[str, tuple[int, int]]:
        """Return the places of the quotations."""
        return {each.key: (each.start, each.places[-1][1]) for each in document.quotes}


def _number(answered: object) -> int | None:
    """Return a number; endpoints without strict decoding send it as text as well."""
    if isinstance(answered, str) and DIGITS.fullmatch(answered.strip("[] ")):
        return int(answered.strip("[] "))
    return answered if isinstance(answered, int) and not isinstance(answered, bool) else None
