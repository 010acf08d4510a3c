"""The types that a field of a user's item may have: each says how the article grounds it.

This module owns the values as they are stored. How an answer becomes one of them, and how a stored
one is verified, is in :mod:`summarizer.facets.custom.kinds`. Pydantic builds each when it is first
used, which it seldom is.
"""

from typing import Any

from pydantic import Field, GetCoreSchemaHandler, PositiveInt
from pydantic_core import CoreSchema, core_schema

from summarizer.schema.span import FrozenModel, Span

ACTOR_ID = r"^A[1-9]\d*$"


class Copied(Span, defer_build=True):
    """Words copied from the article, near a sentence that the model names as evidence.

    ``str()`` gives the words, ``start`` and ``end`` their place.

    Example:
        >>> str(Copied.of("Rain fell on Oslo.", 13, 17))
        'Oslo'
    """

    def __str__(self) -> str:
        return self.text


class When(Copied):
    """A date or time in the article's words, and the date that code reads in them."""

    iso: str | None = Field(
        default=None,
        description="ISO 8601: a day, a month or a year; null where the words give no year.",
    )


class Sentence(Span, defer_build=True):
    """A sentence of the article, by its number."""

    number: PositiveInt = Field(description="1 for the first sentence.")

    def __str__(self) -> str:
        return self.text


class FigureRef(Span, defer_build=True):
    """One of the figures that code finds in the article."""

    id: str = Field(pattern=r"^F[1-9]\d*$")

    def __str__(self) -> str:
        return self.text


class QuotationRef(Span, defer_build=True):
    """One of the quotations that code finds in the article, from its first word to its last."""

    id: str = Field(pattern=r"^Q[1-9]\d*$")

    def __str__(self) -> str:
        return self.text


class ActorRef(FrozenModel, defer_build=True):
    """One of the actors of the summary."""

    id: str = Field(pattern=ACTOR_ID)
    name: str = Field(min_length=1, description="The actor's name, as the summary gives it.")

    def __str__(self) -> str:
        return self.name


class Source(FrozenModel, defer_build=True):
    """Who is behind something: an actor, or the article's words for an unnamed source."""

    id: str | None = Field(default=None, pattern=ACTOR_ID, description="Null if unnamed.")
    name: str = Field(min_length=1, description="The actor's name, or words of the article.")

    def __str__(self) -> str:
        return self.name


class Written(str):
    """Text that the model writes; every name and number in it is in the article.

    Example:
        >>> Written("a new bridge").upper()
        'A NEW BRIDGE'
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read any text; JSON has it as a string."""
        return core_schema.no_info_after_validator_function(cls, handler(str))
