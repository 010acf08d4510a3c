"""The stances in the form: an open list, in which those that code found can be corrected."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, cast

from pydantic import Field

from summarizer.document.document import Document
from summarizer.document.opinions import Opinion
from summarizer.facets.decisions import BY_MODEL
from summarizer.facets.form import FormItem, FormPart, Rows, items_schema, read_items, within
from summarizer.facets.objections import Objection, doubt_of, refusal
from summarizer.facets.question import Checked, Problem, Schema, short
from summarizer.facets.stances.checks import contradiction, stance_objections
from summarizer.facets.stances.held import Held, keyed_opinions, shown_in
from summarizer.schema import Position

ROOM = 50
"""Tokens of an item."""

LEAST = 8
"""The fewest items that there is room for."""

SENTENCES = 6
"""Sentences of an article for each stance that there is room for."""

BEFORE = 2
"""Sentences before the evidence that a second form shows: they may name actor and target."""


class StanceItem(FormItem):
    """A position that an actor takes; with an id, what becomes of one that code found."""

    id: str | None = None
    actor: str
    position: Literal[Position, "none"]
    target: str
    sentences: list[int] = Field(default_factory=list)


class StancesPart(FormPart[Held]):
    """Lists the stances that code reads; the model corrects and drops them, and adds its own."""

    template = "form_stances"

    @property
    def schema(self) -> Schema:
        """A list of stances."""
        return items_schema(StanceItem)

    def room(self, document: Document) -> int:
        """Return the tokens of some items: more for a longer article."""
        return ROOM * max(LEAST, len(document.outline.sentences) // SENTENCES)

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the stances with the numbers of their sentences."""
        found = keyed_opinions(document).items()
        rows = [
            (key, each.sentence + 1, each.actor, each.position, each.target) for key, each in found
        ]
        return {"stances": rows}

    def check(
        self,
        document: Document,
        value: Any,
        *,
        earlier: Sequence[Problem] = (),
        strict: bool = False,
    ) -> Checked[Held]:
        """Refuse what is shown to be wrong; keep what the model insists on, as a guess."""
        items, problems = read_items(value, StanceItem)
        known = keyed_opinions(document)
        found: list[Held] = []
        for item in items:
            for each in _judged(document, item, known, insists=bool(earlier)):
                if isinstance(each, Problem):
                    problems.append(each)
                else:
                    found.append(each)
        return Checked(tuple(found), tuple(problems))


def _judged(
    document: Document, item: StanceItem, known: Mapping[str, Opinion], *, insists: bool
) -> Iterator[Held | Problem]:
    if item.id is not None and item.id not in known:
        yield Problem("unknown_id", f"No stance has the id {short(item.id)}.", "stances")
    elif item.position == "none":
        yield from _dropped(item, known)
    else:
        yield from _stated(document, item, insists=insists)


def _dropped(item: StanceItem, known: Mapping[str, Opinion]) -> Iterator[Held | Problem]:
    if item.id is None:
        return
    each = known[item.id]
    detail = f"The model does not read that {each.actor!r} {each.position} {short(each.target)!r}."
    yield Held(None, replaces=item.id)
    yield Problem("not_a_stance", detail, item.id)


def _stated(document: Document, item: StanceItem, *, insists: bool) -> Iterator[Held | Problem]:
    """Yield the stance, a sentence each, or why the article does not bear it out.

    A side that its sentences are against is asked again, and kept as a guess if it is repeated.
    """
    position, target = cast("Position", item.position), " ".join(item.target.split())
    actor = document.full_name(document.find(item.actor) or item.actor)
    objections = list(_objections(document, actor, position, target, item.sentences))
    fault = refusal(objections) or (None if insists else contradiction(objections))
    numbers = tuple(within(document, item.sentences))
    if fault:
        shown = tuple(sorted({at - back for at in numbers for back in range(BEFORE + 1)}))
        answered = short(f"{item.actor} {position} {target}")
        about = item.id or "stances"
        yield Problem(fault.reason, fault.detail, about, shown=shown or (0,), answered=answered)
        return
    decision = BY_MODEL.doubted(doubt_of(objections))
    yield from shown_in(Opinion(actor, position, target, numbers[0]), numbers, decision, item.id)


def _objections(
    document: Document, actor: str, position: Position, target: str, numbers: Sequence[int]
) -> Iterator[Objection]:
    if document.find(actor) is None or document.is_pronoun(actor):
        detail = f"{short(actor)!r} is no name of the article."
        yield Objection("name_not_in_article", detail)
    yield from stance_objections(document, actor, position, target, numbers)
