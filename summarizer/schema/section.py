"""What a summary keeps of a user's facet: enough to read, verify and show it without the facet."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import Field, JsonValue, TypeAdapter, model_validator

from summarizer.schema.fields import (
    ActorRef,
    Copied,
    FigureRef,
    QuotationRef,
    Sentence,
    Source,
    When,
    Written,
)
from summarizer.schema.span import FrozenModel, Span

JsonItem = dict[str, JsonValue]
"""An item as it is stored, its values by field."""

FieldName = Annotated[str, Field(pattern=r"^[a-z]([a-z0-9_]{0,38}[a-z0-9])?$")]
"""The name of an item's field: safe as a key on the wire and as a column of a table."""

EVIDENCE = "evidence"
"""The field that every item has: the sentences that show it."""

KindName = Literal[
    "copied",
    "when",
    "sentence",
    "figure",
    "quotation",
    "actor",
    "source",
    "written",
    "choice",
    "flag",
]

TYPES: dict[KindName, type] = {
    "copied": Copied,
    "when": When,
    "sentence": Sentence,
    "figure": FigureRef,
    "quotation": QuotationRef,
    "actor": ActorRef,
    "source": Source,
    "written": Written,
    "choice": str,
    "flag": bool,
}
"""What a value of each kind is read as."""


class FieldKind(FrozenModel):
    """How the article grounds a field of a user's item."""

    kind: KindName
    options: tuple[str, ...] = Field(default=(), description="What a choice may be.")
    optional: bool = Field(default=False, description="Whether it may be null.")
    many: bool = Field(default=False, description="Whether it is a list.")

    def read(self, value: JsonValue) -> tuple[Any, ...]:
        """Return a stored value as objects of the field's type: one, none, or those of a list.

        Raises:
            pydantic.ValidationError: It is of another shape.
        """
        if value is None and self.optional:
            return ()
        single = _adapter(self.kind).validate_python
        if not self.many:
            return (single(value),)
        return tuple(map(single, _LIST.validate_python(value)))


_LIST: TypeAdapter[list[JsonValue]] = TypeAdapter(list[JsonValue])


@cache
def _adapter(kind: KindName) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[kind])


class Section(FrozenModel):
    """The items of a user's facet, with all that is needed to read them."""

    label: str = Field(min_length=1, description="What the section is called for readers.")
    line: str = Field(default="", description="How an item is shown on a line.")
    digest: str = Field(description="Digest of the facet's name, question and fields.")
    fields: dict[FieldName, FieldKind] = Field(description="The kind of each field of an item.")
    items: tuple[JsonItem, ...] = ()

    def values(self) -> Iterator[tuple[str, FieldKind, Any]]:
        """Yield every value of every item, with its field's name and kind; lists one by one."""
        for item in self.items:
            for name, field in self.fields.items():
                for value in field.read(item.get(name)):
                    yield name, field, value

    def spans(self) -> Iterator[Span]:
        """Yield every span of its items."""
        return (value for _, _, value in self.values() if isinstance(value, Span))

    @model_validator(mode="after")
    def _items_have_evidence(self) -> Self:
        evidence = self.fields.get(EVIDENCE)
        if evidence is None or (evidence.kind, evidence.many) != ("sentence", True):
            raise ValueError("items without sentences as their evidence")
        return self

    @model_validator(mode="after")
    def _items_have_their_fields(self) -> Self:
        for number, item in enumerate(self.items):
            if odd := item.keys() ^ self.fields.keys():
                raise ValueError(f"item {number} lacks or adds {', '.join(sorted(odd))}")
            for name, field in self.fields.items():
                values = field.read(item[name])
                if field.kind == "choice" and not {*values} <= {*field.options}:
                    raise ValueError(f"item {number}: {item[name]!r} is no option of {name}")
        return self
