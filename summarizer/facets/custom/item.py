"""The base of a user's item: a Pydantic model whose fields the article grounds."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from summarizer.errors import SettingsError
from summarizer.facets.custom.annotations import fields_of
from summarizer.schema import Sentence


class Item(BaseModel):
    """One thing that a user's facet finds in an article.

    A subclass has fields of the grounded types: :class:`~summarizer.Copied`,
    :class:`~summarizer.When`, :class:`~summarizer.Sentence`, :class:`~summarizer.ActorRef`,
    :class:`~summarizer.Source`, :class:`~summarizer.FigureRef`,
    :class:`~summarizer.QuotationRef`, :class:`~summarizer.Written`, a ``Literal`` or ``StrEnum``
    of texts, ``bool``; ``T | None`` where it may be absent, ``tuple[T, ...]`` for a list.
    Validators are checks of its own: a ``ValueError`` rejects the item.

    Args:
        evidence: The sentences that show it.

    Raises:
        SettingsError: When the class is defined: nothing grounds one of its fields.

    Example:
        >>> from typing import Literal
        >>> from summarizer import Copied
        >>> class Location(Item):
        ...     name: Copied
        ...     kind: Literal["country", "city"]
        >>> try:
        ...     class Mood(Item):
        ...         tone: str
        ... except SettingsError as error:
        ...     print(error)
        Mood.tone: nothing grounds str; say Copied or Written.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    evidence: tuple[Sentence, ...] = Field(
        min_length=1, description="The sentences of the article that show it."
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Refuse a field that nothing grounds, as soon as the class is defined."""
        fields = fields_of(cls)
        evidence = fields["evidence"]
        if (evidence.kind, evidence.many) != ("sentence", True):
            raise SettingsError(
                f"{cls.__name__}.evidence: the evidence of an item is tuple[Sentence, ...].",
                hint="Give the field another name.",
            )
