"""The stances in the form: an open list, in which those that code found can be corrected."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, cast

from pydantic import Field

from summarizer.document.document import Document
from summarizer.document.opinions import Opinion
from summarizer.facets.decisions import BY_MODEL
from summarizer.facets.described import can_mean_someone
from summarizer.facets.form import Answered, FormItem, ListPart, Rows, within
from summarizer.facets.objections import Objection, doubt_of, refusal
from summarizer.facets.question import Problem, short
from summarizer.facets.stances.checks import contradiction, stance_objections
from summarizer.facets.stances.held import Held, keyed_opinions, shown_in
from summarizer.schema import Position

BEFORE = 2
"""Sentences before the evidence that a second form shows: they may name actor and target."""


NAMED = 60
"""Characters of an actor's name by which an answer is known again."""


class StanceItem(FormItem):
    """A position that an actor takes; with an id, what becomes of one that code found."""

    id: str | None = None
    actor: str
    position: Literal[Position, "none"]
    target: str
    sentences: list[int] = Field(default_factory=list)


class StancesPart(ListPart[Held, StanceItem]):
    """Lists the stances that code reads; the model corrects and drops them, and adds its own."""

    template = "form_stances"
    item = StanceItem
    tokens = 50
    sentences = 6

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the stances with the numbers of their sentences."""
        found = keyed_opinions(document).items()
        rows = [
            (key, each.sentence + 1, each.actor, each.position, each.target) for key, each in found
        ]
        return {"stances": rows}

    def judged(
        self, document: Document, answered: Answered[StanceItem]
    ) -> Iterator[Held | Problem]:
        """Refuse what is shown to be wrong; keep what the model insists on, as a guess."""
        judge = Judge(
            document, keyed_opinions(document), tuple(answered.earlier), strict=answered.strict
        )
        for item in answered.items:
            yield from judge.judge(item)
        yield from judge.given_up(answered.items)


class Judge(NamedTuple):
    """Judges the stances of a form.

    Args:
        document: The article.
        known: The stances that code found, by id.
        earlier: What was wrong the first time.
        strict: Whether what is only doubtful is refused.
    """

    document: Document
    known: Mapping[str, Opinion]
    earlier: tuple[Problem, ...]
    strict: bool

    def judge(self, item: StanceItem) -> Iterator[Held | Problem]:
        """Yield a stance, a sentence each, or why the article does not bear it out."""
        if item.id is not None and item.id not in self.known:
            yield Problem("unknown_id", f"No stance has the id {short(item.id)}.", "stances")
        elif item.position != "none":
            yield from self._stated(item)
        elif item.id is not None:
            yield from self._dropped(item.id)

    def given_up(self, items: Sequence[StanceItem]) -> list[Problem]:
        """Return what was wrong the first time and is not answered again."""
        again = {short(item.actor, NAMED) for item in items}
        return [
            each._replace(shown=())
            for each in self.earlier
            if not any(each.answered.startswith(actor) for actor in again)
        ]

    def _dropped(self, key: str) -> Iterator[Held | Problem]:
        each = self.known[key]
        stance = f"{each.actor!r} {each.position} {short(each.target)!r}"
        yield Held(None, replaces=key)
        yield Problem("not_a_stance", f"The model does not read that {stance}.", key)

    def _stated(self, item: StanceItem) -> Iterator[Held | Problem]:
        """Keep a stance; a side that its sentences are against only if the model repeats it."""
        position, target = cast("Position", item.position), " ".join(item.target.split())
        actor = self.document.full_name(self.document.find(item.actor) or item.actor)
        answered = short(f"{short(item.actor, NAMED)} {position} {target}")
        objections = list(_objections(self.document, actor, position, target, item.sentences))
        insists = any(each.answered == answered for each in self.earlier)
        if fault := self._fault(objections, item, insists=insists):
            shown, key = tuple(_near(self.document, item.sentences)), item.id or "stances"
            yield Problem(fault.reason, fault.detail, key, shown=shown, answered=answered)
            return
        numbers = list(within(self.document, item.sentences))
        opinion = Opinion(actor, position, target, numbers[0])
        decision = BY_MODEL.doubted(doubt_of(objections))
        yield from shown_in(opinion, numbers, decision, item.id)

    def _fault(
        self, objections: list[Objection], item: StanceItem, *, insists: bool
    ) -> Objection | None:
        """Return the objection that refuses a stance: no doubt replaces what is explicit."""
        known = self.known.get(item.id or "")
        if self.strict or (known and known.certainty == "explicit"):
            return next(iter(objections), None)
        return refusal(objections) or (None if insists else contradiction(objections))


def _near(document: Document, numbers: Sequence[int]) -> Iterator[int]:
    """Yield the sentences that a second form shows: those cited and those before, or all."""
    cited = list(within(document, numbers))
    yield from sorted({at - back for at in cited for back in range(BEFORE + 1)})
    if not cited:
        yield from range(len(document.outline.sentences))


def _objections(
    document: Document, actor: str, position: Position, target: str, numbers: Sequence[int]
) -> Iterator[Objection]:
    standing = document.find(actor)
    if standing is None or not can_mean_someone(document, standing):
        yield Objection("name_not_in_article", f"{short(actor)!r} is no one in the article.")
    yield from stance_objections(document, actor, position, target, numbers)
