"""Who is named: an actor of the article, or the article's words for an unnamed source."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from pydantic import JsonValue

from summarizer.facets.custom.kinds.base import (
    TEXT,
    Kind,
    Slot,
    UngroundedError,
    short,
    text_of,
)
from summarizer.facets.question import Schema
from summarizer.schema import FieldKind

PROVISIONAL = "A1"
"""The id of every actor until the summary is built: ids are counted over all facets."""


class ActorKind(Kind):
    """An actor, by a name that the article gives."""

    room = 12
    facts: ClassVar[Mapping[str, type]] = {"id": str}

    def schema(self, field: FieldKind) -> Schema:
        """A string."""
        return TEXT

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Find the name in the article, and take its fullest form there."""
        given = _given(slot, answered)
        if not slot.grounds.document.is_name(given):
            raise UngroundedError("not_a_name", f"{short(given)} is not a name.")
        return {"id": PROVISIONAL, "name": slot.grounds.document.full_name(given)}

    def answered(self, stored: Any) -> object:
        """Return the name."""
        return stored["name"]

    def problems(self, slot: Slot, stored: Any) -> Iterator[str]:
        """Yield what is wrong: the name is not in the article, or not that of its actor."""
        try:
            self.ground(slot, stored["name"])
        except UngroundedError as error:
            yield error.detail
        if (
            slot.actors is not None
            and stored["id"]
            and slot.actors.get(stored["id"]) != stored["name"]
        ):
            yield f"{slot.name}: {short(stored)} is not the actor {short(stored['id'])}."

    def words(self, stored: Any) -> str:
        """Return the name."""
        return str(stored["name"])


class SourceKind(ActorKind):
    """An actor, or words of the article that describe who it is."""

    room = 16

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Find the name or the description in the article."""
        given = _given(slot, answered)
        if slot.grounds.document.is_name(given):
            return super().ground(slot, answered)
        return {"id": None, "name": given}


def _given(slot: Slot, answered: object) -> str:
    """Return a name or description as the article gives it."""
    words = text_of(slot.name, answered)
    if slot.grounds.document.is_pronoun(words):
        raise UngroundedError("not_a_name", f"{short(words)} is a pronoun.")
    given = slot.grounds.document.find(words)
    if given is None:
        raise UngroundedError("name_not_in_article", f"{short(words)} is not in the article.")
    return given
