"""The stances: who takes which position toward what, and the sentence that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from summarizer.cast import Cast
from summarizer.document import Document, is_name
from summarizer.facets.question import Answer, Checked, Facet, Problem, Question, short
from summarizer.scan.words import unsupported
from summarizer.schema import Position, Span, Stance

MOST = 5
"""Stances that are asked for; the limit goes over the wire, where it keeps a grammar from
running on."""

BEFORE = 2
"""How many sentences before the evidence may speak of the target."""


class StanceAnswer(Answer):
    """One stance; the sentence that shows it comes first, so that the rest is read from it."""

    sentence: int
    actor: str
    position: Position
    target: str


class StancesAnswer(Answer):
    """The stances, the clearest first."""

    stances: list[StanceAnswer] = Field(json_schema_extra={"maxItems": MOST})


@dataclass(frozen=True, slots=True)
class Found:
    """A stance whose actor, target and evidence stand in the article."""

    actor: str
    position: Position
    target: str
    sentence: int


class Stances(Facet[StancesAnswer | StanceAnswer, Found]):
    """One question; each stance is held against the sentence that is said to show it."""

    name = "stances"
    form: ClassVar[object] = list[StanceAnswer]

    def questions(self, document: Document) -> list[Question]:
        """Ask for the list of stances."""
        return [Question("stances", "stances", "stances", StancesAnswer, 500)]

    def split(self, document: Document, part: object) -> Iterator[tuple[Question, StancesAnswer]]:
        """Take the stances from the form."""
        yield self.questions(document)[0], StancesAnswer.model_validate({"stances": part})

    def check(
        self, document: Document, question: Question, answer: StancesAnswer | StanceAnswer
    ) -> Checked[Found]:
        """Keep the stances that their sentence shows; ask anew for the others."""
        found: list[Found] = []
        problems: list[Problem] = []
        for stance in answer.stances if isinstance(answer, StancesAnswer) else [answer]:
            fault = next(_faults(document, stance), None)
            if fault is None:
                found.append(_found(document, stance))
            else:
                problems.append(_problem(question, stance, *fault))
        return Checked(tuple(dict.fromkeys(found)), tuple(problems))

    def enlist(self, cast: Cast, found: list[Found]) -> None:
        """Enlist those who take a position."""
        for stance in found:
            cast.add(stance.actor)

    def build(self, document: Document, found: list[Found], cast: Cast) -> tuple[Stance, ...]:
        """Copy the evidence out of the article."""
        kept: dict[tuple[str, str, str], Stance] = {}
        for each in found:
            actor = cast.find(each.actor)
            sentence = document.outline.sentences[each.sentence]
            if actor is not None:
                stance = Stance(
                    actor=actor.id,
                    position=each.position,
                    target=each.target,
                    evidence=(Span(start=sentence.start, end=sentence.end, text=sentence.text),),
                )
                kept.setdefault((actor.id, each.position, each.target), stance)
        return tuple(kept.values())


def _found(document: Document, stance: StanceAnswer) -> Found:
    actor = document.find(stance.actor) or stance.actor
    return Found(actor, stance.position, " ".join(stance.target.split()), stance.sentence - 1)


def _faults(document: Document, stance: StanceAnswer) -> Iterator[tuple[str, str]]:
    actor = document.find(stance.actor)
    if actor is None or not is_name(actor):
        yield (
            "name_not_in_article",
            f"The actor {short(stance.actor)!r} does not stand in the article.",
        )
        return
    if not 1 <= stance.sentence <= len(document.outline.sentences):
        yield "no_such_sentence", f"There is no sentence {stance.sentence}."
        return
    if not document.concerns(stance.sentence - 1, actor):
        yield (
            "evidence_without_actor",
            f"Sentence {stance.sentence} does not speak of {actor!r}.",
        )
    yield from _target_faults(document, stance)


def _target_faults(document: Document, stance: StanceAnswer) -> Iterator[tuple[str, str]]:
    if not any(map(str.isalpha, stance.target)):
        yield "empty", f"The stance of {short(stance.actor)!r} has no target."
    for reason, word in document.foreign(stance.target):
        yield (
            reason,
            f"{short(word)!r}, a target of {short(stance.actor)!r}, does not stand in the article.",
        )
    near = document.sentences(stance.sentence - 1 - BEFORE, stance.sentence - 1)
    words = unsupported(" ".join(sentence.text for sentence in near), stance.target)
    if words:
        yield (
            "target_not_in_evidence",
            f"Sentence {stance.sentence} does not speak of {short(' '.join(words))!r}.",
        )


def _problem(question: Question, stance: StanceAnswer, reason: str, detail: str) -> Problem:
    """Ask for the stance once more; an empty actor withdraws it, for the reason first found."""
    if question.template == "stance":
        if not stance.actor.strip():
            reason, detail = question.variables["reason"], question.variables["fault"]
        return Problem(reason, detail, "stances")
    said = {"actor": short(stance.actor), "target": short(stance.target)}
    variables = {**stance.model_dump(), **said, "reason": reason, "fault": detail}
    again = Question("stances", "stances", "stance", StanceAnswer, 100, variables)
    return Problem(reason, detail, "stances", again)
