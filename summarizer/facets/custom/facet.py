"""A user's own facet: a name, a type of item, and a question."""

import hashlib
import json
import re
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from summarizer.errors import SettingsError
from summarizer.facets.custom.annotations import fields_of
from summarizer.facets.custom.asking import AskedSection
from summarizer.facets.custom.item import Item
from summarizer.facets.custom.line import faults_of
from summarizer.facets.custom.question import QuestionText
from summarizer.facets.custom.wire import items_schema
from summarizer.schema import FieldKind, Section, Summary
from summarizer.schema.invalid import invalid
from summarizer.schema.section import JsonItem

I_co = TypeVar("I_co", bound=Item, covariant=True)

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
SURROGATE = re.compile(r"[\ud800-\udfff]")

RESERVED = frozenset(
    name for field in Summary.model_fields for name in (field, field.removesuffix("s"))
)
"""The fields of a summary: our own facets, and what else a reader would take for one. Also one item
of each: brat calls our quotes "Quote", and would call those of a facet "quote" the same."""


class Facet(AskedSection, Generic[I_co]):
    """A facet of your own: ask an article for items, each of which the article bears out.

    It is also the key to its items in a summary, with their type.

    Args:
        name: What it is called in settings, summaries and tables: small letters, digits and
            underscores.
        item: The type of the items, a subclass of :class:`~summarizer.Item`.
        question: What the model is asked; or the path of a Jinja template that asks it.
        line: How an item is shown in a line: ``"{name} ({kind})"``. What is in square brackets is
            left out where a field in it is null. All fields, joined by commas, if not given.
        label: The heading over the items; made of the name, if not given.

    Raises:
        SettingsError: The name is taken or no name, there is no question, a text is none, or the
            line has a field that the items lack.

    Example:
        >>> from summarizer import Copied, FakeModel, summarize
        >>> class Location(Item):
        ...     name: Copied
        >>> locations = Facet("locations", Location, "Where does it happen?")
        >>> model = FakeModel([{"items": [{"evidence": [1], "name": "Oslo"}]}])
        >>> summary = summarize("It rained in Oslo.", model=model, facets=[locations])
        >>> [(place.name.text, place.name.start) for place in summary[locations]]
        [('Oslo', 13)]
    """

    def __init__(
        self,
        name: str,
        item: type[I_co],
        question: str | Path = "",
        *,
        line: str = "",
        label: str = "",
    ) -> None:
        _check_name(name)
        if not _is_own(item):
            raise SettingsError(
                f"The items of {name!r} have no type of their own.",
                hint="Derive one from summarizer.Item.",
            )
        fields, asked = fields_of(item), QuestionText(question)
        _check_texts(name, question=asked.source, label=label, line=line)
        for fault in faults_of(line, fields):
            raise SettingsError(
                f"The line of {name!r} has {fault}: {line!r}.",
                hint=f"Fields of an item: {', '.join(fields)}.",
            )
        section = Section(
            label=label or name.replace("_", " ").capitalize(),
            line=line,
            digest=_digest(name, asked.source, fields),
            fields=fields,
        )
        super().__init__(name, section, item, asked)
        self.item = item

    @property
    def digest(self) -> str:
        """Digest of its name, question and fields: what an answer depends on."""
        return self._section.digest

    def read(self, summary: Summary) -> tuple[I_co, ...]:
        """Return the items that a summary has of it; ``summary[facet]`` does the same.

        Fields that are new since it was stored get their defaults.

        Raises:
            KeyError: The summary was not asked about it.
            SettingsError: What is stored does not fit the item type.
        """
        section = summary.more[self.name]
        fields = self._section.fields
        for name, field in section.fields.items():
            if name in fields and not _fits(field, fields[name]):
                raise SettingsError(
                    f"The stored {self.name} have {name} as {field.kind!r}, not as "
                    f"{fields[name].kind!r}.",
                    hint="Read them with the item type that they were made with.",
                )
        return tuple(self._typed(item) for item in section.items)

    def _typed(self, stored: JsonItem) -> I_co:
        known = {name: stored[name] for name in self._section.fields if name in stored}
        try:
            return self.item.model_validate(known)
        except ValidationError as error:
            raise SettingsError(
                f"A stored item does not fit {self.item.__name__}: {self.name}: {invalid(error)}.",
                hint="Give new fields a default; or verify the summary.",
            ) from error

    def __repr__(self) -> str:
        return f"<Facet {self.name!r} of {self.item.__name__}>"


def _is_own(item: object) -> bool:
    return isinstance(item, type) and issubclass(item, Item) and item is not Item


def _check_name(name: str) -> None:
    if not NAME.fullmatch(str(name)):
        raise SettingsError(
            f"{name!r} cannot be the name of a facet.",
            hint="A name has small ASCII letters, digits and underscores, at most 40.",
        )
    if name in RESERVED:
        raise SettingsError(
            f"{name!r} is a name of the library's own.", hint="Name your facet otherwise."
        )


def _check_texts(name: str, **texts: object) -> None:
    for what, text in texts.items():
        if not isinstance(text, str) or SURROGATE.search(text):
            raise SettingsError(
                f"The {what} of {name!r} is no text: {text!r}.",
                hint="Give a string. Half a character in it comes of decoding with another codec.",
            )


def _digest(name: str, question: str, fields: dict[str, FieldKind]) -> str:
    kinds = {field: kind.model_dump() for field, kind in fields.items()}
    facts = json.dumps([name, question, kinds, items_schema(fields)], sort_keys=True)
    return "sha256:" + hashlib.sha256(facts.encode()).hexdigest()


def _fits(stored: FieldKind, now: FieldKind) -> bool:
    """Return whether a stored field can be read as a field of today: kinds count, not shapes."""
    same = (stored.kind, stored.many) == (now.kind, now.many)
    return same and {*stored.options} <= {*now.options} and now.optional >= stored.optional
