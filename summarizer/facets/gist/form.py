"""The gist in the form: the text, and the numbers of the sentences that bear it out."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from pydantic import Field

from summarizer.document.document import Document
from summarizer.facets.form import UNANSWERED, FormItem, FormPart, item_schema, read_items, within
from summarizer.facets.gist.checks import cut, gist_objections
from summarizer.facets.objections import doubt_of, refusal
from summarizer.facets.question import Checked, Problem, Schema, short

ROOM = 160
"""Tokens of a gist and the numbers of a few sentences."""

SHOWN = range(3)
"""The sentences that a second form shows where the first answer cites none."""


class Written(NamedTuple):
    """A gist that a model wrote, or code copied.

    Args:
        text: The gist.
        sentences: The indices of the sentences that it is copied from, or that bear it out as the
            model says.
        doubt: Why a check doubts it; None: it does not.
        by: Who decided it: a rule that copied it, or the model that wrote it.
    """

    text: str
    sentences: tuple[int, ...] = ()
    doubt: str | None = None
    by: Literal["rule", "model"] = "model"


class GistItem(FormItem):
    """The gist with its sentences."""

    text: str
    sentences: list[int] = Field(default_factory=list)


class GistPart(FormPart[Written]):
    """Asks for one sentence, and the numbers of those that bear it out."""

    template = "form_gist"
    mended = ROOM

    @property
    def schema(self) -> Schema:
        """The gist."""
        return item_schema(GistItem)

    def room(self, document: Document) -> int:
        """Return the tokens of a gist."""
        return ROOM

    def check(
        self,
        document: Document,
        value: Any,
        *,
        earlier: Sequence[Problem] = (),
        strict: bool = False,
    ) -> Checked[Written]:
        """Refuse names and numbers that the article does not hold."""
        if value is None:
            missing = Problem(UNANSWERED, "There is no gist.", "gist", shown=tuple(SHOWN))
            first = tuple(each._replace(shown=()) for each in earlier)
            return Checked(problems=first or (missing,))
        items, problems = read_items([value], GistItem)
        text = cut(items[0].text) if items else ""
        cited = tuple(within(document, items[0].sentences)) if items else ()
        numbers = [at + 1 for at in cited]
        objections = list(gist_objections(document, text, numbers, strict=strict))
        if fault := refusal(objections):
            shown = cited or tuple(SHOWN)
            problem = Problem(fault.reason, fault.detail, "gist", shown=shown, answered=short(text))
            return Checked(problems=(*problems, problem))
        return Checked((Written(text, cited, doubt_of(objections)),))
