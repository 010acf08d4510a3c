"""The form of strategy ``one``: all facets in a single request, and what failed in a second one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from summarizer.document.document import Document
from summarizer.facets.base import BaseFacet
from summarizer.facets.form import FormPart, Rows
from summarizer.facets.question import Checked, KeyedAnswer, Problem, Question, Schema, keyed
from summarizer.llm.profiles import Profile

AnyFacet = BaseFacet[Any, Any, Any]
Faults = Mapping[str, tuple[Problem, ...]]

AGAIN_ROOM = 60
"""Tokens of a second form beside its items."""


class Filled(KeyedAnswer):
    """A filled form: a value for each facet, by its name."""


@dataclass(frozen=True)
class Form:
    """One request about several facets.

    Its schema and its instructions are the same for every article with the same facets.

    Args:
        facets: The facets that it asks about.
        document: The part of the article that it is about.
        faults: What was wrong the first time, by facet; nothing in a first form.
        wider: How many times the usual room its answer has: more where one was cut off.
        strict: Whether what is only doubtful is refused.
    """

    facets: tuple[AnyFacet, ...]
    document: Document
    faults: Faults | None = None
    wider: int = 1
    strict: bool = False

    key = "form"
    template = "form"
    answer: type[BaseModel] = Filled

    @property
    def name(self) -> str:
        """What its answer is called."""
        return "Again" if self.faults else "Form"

    @property
    def parts(self) -> Iterator[tuple[str, FormPart[Any]]]:
        """The parts of the facets, by name."""
        return ((facet.name, facet.part) for facet in self.facets if facet.part)

    @property
    def schema(self) -> Schema:
        """The JSON Schema of the answer."""
        return keyed({name: part.schema for name, part in self.parts})

    @cached_property
    def max_tokens(self) -> int:
        """The longest answer, in tokens: it is asked for when a form is made, guessed and sent."""
        if self.faults:
            mended = sum(part.mended * len(self.faults[name]) for name, part in self.parts)
            return self.wider * (AGAIN_ROOM + mended)
        return self.wider * sum(part.room(self.document) for _, part in self.parts)

    @property
    def listed(self) -> Mapping[str, Rows]:
        """What code found and the prompt lists; of a second form, only what it is about."""
        every: dict[str, Rows] = {}
        for _, part in self.parts:
            every = {**part.listed(self.document), **every}
        if self.faults is None:
            return every
        about = {problem.item for problems in self.faults.values() for problem in problems}
        return {kind: [row for row in rows if row[0] in about] for kind, rows in every.items()}

    @property
    def shown(self) -> tuple[int, ...]:
        """The indices of the sentences that a second form shows."""
        problems = [each for every in (self.faults or {}).values() for each in every]
        count = len(self.document.outline.sentences)
        return tuple(sorted({at for each in problems for at in each.shown if 0 <= at < count}))

    def check(self, facet: AnyFacet, filled: BaseModel) -> Checked[Any]:
        """Check what a filled form has for a facet."""
        earlier = (self.faults or {}).get(facet.name, ())
        part = facet.part
        value = (filled.model_extra or {}).get(facet.name)
        if part is None:
            return Checked()
        return part.check(self.document, value, earlier=earlier, strict=self.strict)

    def again(self, faults: Faults) -> "Form":
        """Return the second form, about what was wrong."""
        due = tuple(each for each in self.facets if each.name in faults)
        return replace(self, facets=due, faults=faults, wider=1)

    @property
    def about(self) -> Iterator[tuple[str, str | None]]:
        """The facets, and no item: what is reported where there is no answer."""
        return ((facet.name, None) for facet in self.facets)

    @property
    def left(self) -> Iterator[tuple[str, Problem]]:
        """What stays wrong where there is no answer: what the second form was about."""
        every = (self.faults or {}).items()
        return ((name, each._replace(shown=())) for name, faults in every for each in faults)

    def roomier(self) -> list["Form"]:
        """Return a form for each facet; one facet alone gets more room."""
        if len(self.facets) == 1 or self.faults:
            return [replace(self, wider=2 * self.wider)]
        return self.split()

    def split(self) -> list["Form"]:
        """Return a form for each facet that asks something."""
        single = (replace(self, facets=(facet,)) for facet in self.facets)
        return [each for each in single if each.max_tokens]


Asked = Question | Form
"""What one request asks: one question, or a form."""


def forms(facets: Sequence[AnyFacet], document: Document, profile: Profile) -> list[Form]:
    """Return the forms about a part of an article: one, where the answer has room.

    Args:
        facets: The facets that are asked about.
        document: The part of the article.
        profile: How long an answer may be, and how strictly it is checked.

    Returns:
        The forms; none where nothing is open.
    """
    asked = tuple(each for each in facets if each.part)
    whole = Form(asked, document, strict=profile.strict_checks)
    if profile.output is not None and whole.max_tokens > profile.output:
        return whole.split()
    return [whole] if whole.max_tokens else []
