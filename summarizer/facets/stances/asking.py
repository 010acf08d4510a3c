"""The stances: code reads those that sentences state; the model is asked about other speakers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.document.opinions import Opinion
from summarizer.document.opinions.constructions import BY_NAME
from summarizer.document.support import unsupported
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.decisions import BY_MODEL, combined
from summarizer.facets.objections import Objection, doubt_of, refusal
from summarizer.facets.question import Answer, Checked, Problem, Question, short
from summarizer.facets.stances.checks import (
    CONTRADICTED,
    is_contradicted,
    stance_objections,
    stated_objections,
)
from summarizer.facets.stances.form import StancesPart
from summarizer.facets.stances.held import Held, given_by_code, keyed_opinions, standing
from summarizer.facets.stances.merging import merged
from summarizer.facets.stances.stored import StoredStances
from summarizer.schema import Position, Span, Stance

if TYPE_CHECKING:
    from summarizer.facets.stances.explanation import Shown, StanceExplanation

MOST = 4
"""Speakers that are asked about, in the order in which they first speak."""

WORDS = 5
"""Words of a quotation from which it is long enough to take a position."""

AFTER = 3
"""How many sentences of a quotation are shown behind its first."""


class StanceAnswer(Answer):
    """The position of an actor in a passage."""

    position: Literal["supports", "opposes", "criticises", "praises", "demands", "none"]
    target: str


class Stances(StoredStances, BaseFacet[Stance, StanceAnswer, Held]):
    """A question for each speaker whose position no sentence states."""

    part = StancesPart()

    def questions(self, document: Document) -> list[Question]:
        """Ask for the position in the first long quotation of each speaker."""
        asked = {document.full_name(each.actor) for each in keyed_opinions(document).values()}
        questions: list[Question] = []
        for each in document.quotes:
            long = len(each.text.split()) >= WORDS or not each.text.isascii()
            if each.name and document.is_name(each.name) and long and each.name not in asked:
                asked.add(each.name)
                questions.append(_question(document, each.name, each))
        return questions[:MOST]

    def check(
        self, document: Document, question: Question, answer: StanceAnswer, *, strict: bool
    ) -> Checked[Held]:
        """Keep a stance whose target the passage speaks of, and that its words do not deny."""
        if answer.position == "none":
            return Checked()
        found = _found(document, question, answer.position, answer.target)
        objections = _objections(document, found, strict=strict)
        if fault := refusal(objections):
            return Checked(problems=(Problem(fault.reason, fault.detail, "stances", question),))
        if is_contradicted(document, found.position, [found.sentence]):
            detail = f"That {found.actor!r} {found.position} {short(found.target)!r} does not fit."
            return Checked(problems=(Problem(CONTRADICTED, detail, "stances"),))
        return Checked((Held(found, BY_MODEL.doubted(doubt_of(objections))),))

    def given(self, document: Document) -> list[Held]:
        """Return the stances that sentences state: "Roe praised the plan"."""
        return given_by_code(document)

    def enlist(self, registry: ActorRegistry, found: list[Held]) -> None:
        """Enlist those who take a position."""
        for opinion, decision in standing(found):
            described = opinion.actor.split()[-1][:1].islower()
            registry.add(opinion.actor, listed=decision.as_rule("stance"), described=described)

    def build(
        self, document: Document, found: list[Held], registry: ActorRegistry
    ) -> tuple[Stance, ...]:
        """Copy the evidence out of the article; the same stance is shown by several sentences."""
        return tuple(
            Stance(
                actor=actor.id,
                position=same[0].position,
                target=same[0].target,
                evidence=_evidence(document, same),
                strength=next((each.strength for each in same if each.strength), None),
                sentence_before=_before(document, same),
                **combined(decisions).fields,
            )
            for actor, same, decisions in merged(document, standing(found), registry)
        )

    def explained(
        self, document: Document, found: list[Held], registry: ActorRegistry
    ) -> "Iterator[StanceExplanation]":
        """Say in which sentences and constructions code reads each stance."""
        from summarizer.facets.stances import explanation  # noqa: PLC0415  seldom needed

        stances = merged(document, standing(found), registry)
        for number, (actor, same, _) in enumerate(stances, start=1):
            shown = tuple(_shown(document, each) for each in same)
            position, target = same[0].position, same[0].target
            yield explanation.StanceExplanation(f"S{number}", actor.name, position, target, shown)


def _objections(document: Document, found: Opinion, *, strict: bool) -> list[Objection]:
    if strict:
        return [*stated_objections(document, found)]
    shown = [found.sentence + 1]
    return [*stance_objections(document, found.actor, found.position, found.target, shown)]


def _question(document: Document, actor: str, quote: AttributedQuote) -> Question:
    """Ask about a quotation with the sentence before it: its first alone may only lead up to it."""
    first = document.sentence_at(quote.start)
    last = min(document.sentence_at(quote.places[-1][1] - 1), first + AFTER)
    variables = {
        "actor": actor,
        "passage": document.passage(quote.start, after=last - first),
        "sentences": (first, last),
    }
    key = f"stance of {actor}"
    return Question("stances", key, "stances", StanceAnswer, 60, variables)


def _found(document: Document, question: Question, position: Position, target: str) -> Opinion:
    """Return the stance of an answer; the sentence that speaks of its target shows it."""
    words = " ".join(target.split())
    first, last = question.variables["sentences"]
    shown = (
        at
        for at, sentence in enumerate(document.sentences(first, last), start=first)
        if not unsupported(sentence.text, words)
    )
    return Opinion(question.variables["actor"], position, words, next(shown, first))


def _shown(document: Document, found: Opinion) -> "Shown":
    from summarizer.facets.stances.explanation import Shown  # noqa: PLC0415  seldom needed

    rule, sentence = found.rule or "", document.outline.sentences[found.sentence]
    named, meant = (
        None if at is None else document.outline.sentences[at].text
        for at in (found.named_in, found.points_to)
    )
    return Shown(
        rule=rule,
        description=BY_NAME[rule].description,
        certainty=found.certainty,
        words=found.words,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        named_in=named,
        points_to=meant,
    )


def _evidence(document: Document, same: list[Opinion]) -> tuple[Span, ...]:
    """Return the sentences that show a stance and name its target, each once, in order."""
    every = {at for each in same for at in (each.named_in, each.sentence) if at is not None}
    return tuple(_span(document, at) for at in sorted(every))


def _before(document: Document, same: list[Opinion]) -> Span | None:
    """Return the sentence that says what the target means, if it is before all that show it."""
    at, shown = same[0].points_to, _evidence(document, same)
    before = None if at is None else _span(document, at)
    return before if before and before.end <= shown[0].start else None


def _span(document: Document, at: int) -> Span:
    sentence = document.outline.sentences[at]
    return Span(start=sentence.start, end=sentence.end, text=sentence.text)
