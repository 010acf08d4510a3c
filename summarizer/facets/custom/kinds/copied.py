"""Words copied from the article: code finds them near the evidence, to the letter."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pydantic import JsonValue

from summarizer.document.calendar import read_date
from summarizer.document.copies import Place
from summarizer.facets.custom.kinds.base import (
    TEXT,
    Grounds,
    Kind,
    Slot,
    UngroundedError,
    short,
    text_of,
)
from summarizer.facets.question import Schema
from summarizer.schema import FieldKind, Span


class CopiedKind(Kind):
    """An exact copy, within one sentence of the evidence."""

    room = 24
    facts: ClassVar[Mapping[str, type]] = {"start": int, "end": int}

    def schema(self, field: FieldKind) -> Schema:
        """A string."""
        return TEXT

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Find the words near the evidence; the same words twice get two places."""
        words = text_of(slot.name, answered)
        places = _places(words, slot)
        return self.stored(slot.grounds.next_place(f"{slot.name} {words}", places), slot.grounds)

    def answered(self, stored: Any) -> object:
        """Return the words."""
        return stored["text"]

    def problems(self, slot: Slot, stored: Any) -> Iterator[str]:
        """Yield what is wrong: no copy, not of whole words, or not near the evidence."""
        try:
            places = _places(text_of(slot.name, stored["text"]), slot)
        except UngroundedError as error:
            yield error.detail
            return
        there = [self.stored(place, slot.grounds) for place in places]
        if stored not in there:
            at = f"{stored['start']}-{stored['end']}"
            yield f"{slot.name}: {short(stored)} is not at {at}, where the evidence is."

    def stored(self, place: Place, grounds: Grounds) -> dict[str, JsonValue]:
        """Copy the words at a place out of the article."""
        return Span.of(grounds.document.article.text, *place).model_dump()


class WhenKind(CopiedKind):
    """A date in the article's words, with the day, month or year that code reads in them."""

    room = 12
    facts: ClassVar[Mapping[str, type]] = {**CopiedKind.facts, "iso": str}

    def stored(self, place: Place, grounds: Grounds) -> dict[str, JsonValue]:
        """Copy the words, and read the date."""
        copied = super().stored(place, grounds)
        return {**copied, "iso": read_date(str(copied["text"]))}


def _places(words: str, slot: Slot) -> list[Place]:
    """Return the places of the words near the evidence, the best first."""
    grounds = slot.grounds
    everywhere = [place for place in grounds.copies.find(words) if grounds.is_whole(place)]
    if not everywhere:
        raise UngroundedError("not_in_article", f"{short(words)} is not in the article.")
    near = [place for place in everywhere if grounds.is_near(place, slot.evidence)]
    if not near:
        number = grounds.sentences_of(everywhere[0]).start
        detail = f"{short(words)} is not near the evidence; it is in sentence {number}."
        raise UngroundedError("copied_from_elsewhere", detail)
    return sorted(near, key=lambda place: _distance(place, slot))


def _distance(place: Place, slot: Slot) -> tuple[bool, bool]:
    """Whole words come before parts of longer ones, and the evidence before its neighbours."""
    sentences = slot.grounds.sentences_of(place)
    return slot.grounds.copies.goes_on(place), slot.evidence.isdisjoint(sentences)
