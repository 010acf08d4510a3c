"""The kind of each field of an item, read from its annotation."""

from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from summarizer.errors import SettingsError
from summarizer.schema import (
    ActorRef,
    Copied,
    FieldKind,
    FigureRef,
    QuotationRef,
    Sentence,
    Source,
    When,
    Written,
)
from summarizer.schema.section import FieldName, KindName

GROUNDED: dict[type, KindName] = {
    Copied: "copied",
    When: "when",
    Sentence: "sentence",
    FigureRef: "figure",
    QuotationRef: "quotation",
    ActorRef: "actor",
    Source: "source",
    Written: "written",
    bool: "flag",
}

INSTEAD: dict[type, str] = {
    str: "say Copied or Written",
    int: "say FigureRef, or Sentence",
    float: "say FigureRef",
    list: "say tuple[Copied, ...]",
    dict: "items are flat",
}
"""What to write where a type cannot work."""

_NAME: TypeAdapter[str] = TypeAdapter(FieldName)


def fields_of(item: type[BaseModel]) -> dict[str, FieldKind]:
    """Return the kind of each field of an item type, in the order of the wire.

    Args:
        item: A subclass of Item.

    Returns:
        The kinds by the fields' names, evidence first.

    Raises:
        SettingsError: A field cannot be grounded, or cannot go over the wire.
    """
    kinds = {}
    for name, field in item.model_fields.items():
        if not _is_name(name):
            raise _unfit(
                item, name, "a name has small ASCII letters, digits and underscores, at most 40"
            )
        if field.alias or field.validation_alias or field.serialization_alias:
            raise _unfit(item, name, "a field goes over the wire by its own name, without an alias")
        kinds[name] = _kind(item, name, field.annotation)
    return kinds


def _is_name(name: str) -> bool:
    try:
        _NAME.validate_python(name)
    except ValidationError:
        return False
    return True


def _kind(item: type, name: str, annotation: Any) -> FieldKind:
    options = [each for each in get_args(annotation) if each is not NoneType]
    if get_origin(annotation) in {Union, UnionType}:
        if len(options) > 1 or NoneType not in get_args(annotation):
            raise _unfit(item, name, "a field has one type, or one type and None")
        return _single(item, name, options[0]).model_copy(update={"optional": True})
    if get_origin(annotation) is tuple:
        if len(options) != 2 or options[1] is not Ellipsis:
            raise _unfit(item, name, "a list is written as tuple[Copied, ...]")
        return _single(item, name, options[0]).model_copy(update={"many": True})
    return _single(item, name, annotation)


def _single(item: type, name: str, annotation: Any) -> FieldKind:
    if get_origin(annotation) is Literal:
        return _choice(item, name, get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _choice(item, name, tuple(member.value for member in annotation))
    kind = GROUNDED.get(annotation) if isinstance(annotation, type) else None
    if kind is None:
        plain = get_origin(annotation) or annotation
        shown = getattr(annotation, "__name__", str(annotation))
        instead = INSTEAD.get(plain, f"say {', '.join(each.__name__ for each in GROUNDED)}")
        raise _unfit(item, name, f"nothing grounds {shown}; {instead}")
    return FieldKind(kind=kind)


def _choice(item: type, name: str, options: tuple[Any, ...]) -> FieldKind:
    if not all(isinstance(option, str) and option for option in options) or not options:
        raise _unfit(item, name, "the options of a choice are texts")
    return FieldKind(kind="choice", options=options)


def _unfit(item: type, name: str, why: str) -> SettingsError:
    return SettingsError(
        f"{item.__name__}.{name}: {why}.", hint="docs/facets.md lists the types of fields."
    )
