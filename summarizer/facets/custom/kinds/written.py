"""What the model writes itself: a text with the article's names and numbers, a choice, a flag."""

import unicodedata
from typing import Any

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

JOINERS = "\u200c\u200d"
"""Invisible characters that some scripts need; the others can hide or reverse text."""


class WrittenKind(Kind):
    """A text whose names and numbers the article has."""

    room = 40

    def schema(self, field: FieldKind) -> Schema:
        """A string."""
        return TEXT

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Refuse names and numbers that the article does not have."""
        line = _visible(text_of(slot.name, answered))
        for reason, word, _ in slot.grounds.document.unknown(line):
            raise UngroundedError(reason, f"{short(word)}, in {slot.name}, is not in the article.")
        return line


class ChoiceKind(Kind):
    """One of the options."""

    room = 6

    def schema(self, field: FieldKind) -> Schema:
        """An enum of the options."""
        return {"type": "string", "enum": list(field.options)}

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Take what is an option."""
        if isinstance(answered, str) and answered in slot.field.options:
            return answered
        options = ", ".join(slot.field.options)
        raise UngroundedError(
            "invalid", f"{slot.name} is {short(answered)}, and none of {options}."
        )


class FlagKind(Kind):
    """Yes or no."""

    room = 2

    def schema(self, field: FieldKind) -> Schema:
        """A boolean."""
        return {"type": "boolean"}

    def ground(self, slot: Slot, answered: object) -> JsonValue:
        """Take true or false."""
        if isinstance(answered, bool):
            return answered
        raise UngroundedError("invalid", f"{slot.name} is neither true nor false.")

    def words(self, stored: Any) -> str:
        """Return yes or no."""
        return "yes" if stored else "no"


def _visible(line: str) -> str:
    """Drop the characters that could hide or reverse what a reader sees."""
    hidden = ("Cc", "Cf", "Co", "Cn")
    kept = (char for char in line if char in JOINERS or unicodedata.category(char) not in hidden)
    return " ".join("".join(kept).split())
