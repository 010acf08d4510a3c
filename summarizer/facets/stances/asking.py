"""The stances: code reads those that sentences state; the model is asked about other speakers."""

from collections.abc import Iterator
from typing import Literal

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.document.opinions import Opinion, speaks_ill
from summarizer.document.opinions.constructions import BY_NAME
from summarizer.document.support import unsupported
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import Answer, BaseFacet, Checked, Problem, Question, short
from summarizer.facets.decisions import BY_MODEL, Decision, by_rule, combined
from summarizer.facets.stances.explanation import Shown, StanceExplanation
from summarizer.facets.stances.merging import merged
from summarizer.facets.stances.stored import StoredStances
from summarizer.schema import Position, Span, Stance

MOST = 4
"""Speakers that are asked about, in the order in which they first speak."""

WORDS = 5
"""Words of a quotation from which it is long enough to take a position."""

AFTER = 3
"""How many sentences of a quotation are shown behind its first."""

FRIENDLY = frozenset({"supports", "praises"})
"""Positions that no one takes in words of blame; small models mistake the side of these."""

BEFORE = 2
"""How many sentences before the evidence may speak of the target."""


class StanceAnswer(Answer):
    """The position of an actor in a passage."""

    position: Literal["supports", "opposes", "criticises", "praises", "demands", "none"]
    target: str


class Stances(StoredStances, BaseFacet[Stance, StanceAnswer, Opinion]):
    """A question for each speaker whose position no sentence states."""

    def questions(self, document: Document) -> list[Question]:
        """Ask for the position in the first long quotation of each speaker."""
        asked = {document.full_name(stance.actor) for stance in self.given(document)}
        questions: list[Question] = []
        for each in document.quotes:
            long = len(each.text.split()) >= WORDS or not each.text.isascii()
            if each.name and document.is_name(each.name) and long and each.name not in asked:
                asked.add(each.name)
                questions.append(_question(document, each.name, each))
        return questions[:MOST]

    def check(
        self, document: Document, question: Question, answer: StanceAnswer
    ) -> Checked[Opinion]:
        """Keep a stance whose target the passage speaks of, and that its words do not deny."""
        if answer.position == "none":
            return Checked()
        found = _found(document, question, answer.position, answer.target)
        for reason, detail in _faults(document, found):
            return Checked(problems=(Problem(reason, detail, "stances", question),))
        evidence = document.outline.sentences[found.sentence].text
        if found.position in FRIENDLY and speaks_ill(evidence, document.language):
            detail = f"That {found.actor!r} {found.position} {short(found.target)!r} does not fit."
            return Checked(problems=(Problem("contradicted", detail, "stances"),))
        return Checked((found,))

    def given(self, document: Document) -> list[Opinion]:
        """Return the stances that sentences state: "Roe praised the plan"."""
        return [each for each in document.opinions if not any(_faults(document, each))]

    def enlist(self, registry: ActorRegistry, found: list[Opinion]) -> None:
        """Enlist those who take a position."""
        for stance in found:
            described = stance.actor.split()[-1][:1].islower()
            listed = _decision(stance).as_rule("stance")
            registry.add(stance.actor, listed=listed, described=described)

    def build(
        self, document: Document, found: list[Opinion], registry: ActorRegistry
    ) -> tuple[Stance, ...]:
        """Copy the evidence out of the article; the same stance is shown by several sentences."""
        return tuple(
            Stance(
                actor=actor.id,
                position=same[0].position,
                target=same[0].target,
                evidence=tuple(dict.fromkeys(_evidence(document, each) for each in same)),
                strength=next((each.strength for each in same if each.strength), None),
                **combined(map(_decision, same)).fields,
            )
            for actor, same in merged(document, found, registry)
        )

    def explained(
        self, document: Document, found: list[Opinion], registry: ActorRegistry
    ) -> Iterator[StanceExplanation]:
        """Say in which sentences and constructions code reads each stance."""
        for number, (actor, same) in enumerate(merged(document, found, registry), start=1):
            shown = tuple(_shown(document, each) for each in same)
            position, target = same[0].position, same[0].target
            yield StanceExplanation(f"S{number}", actor.name, position, target, shown)


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


def _faults(document: Document, stance: Opinion) -> Iterator[tuple[str, str]]:
    if not any(map(str.isalpha, stance.target)):
        yield "empty", f"The stance of {short(stance.actor)!r} has no target."
    target = document.find(stance.target)
    if target and document.is_name(target) and document.same_actor(target, stance.actor):
        yield "echo", f"The stance of {stance.actor!r} is toward nobody else."
    for reason, word in document.foreign(stance.target):
        yield (
            reason,
            f"{short(word)!r}, a target of {stance.actor!r}, does not stand in the article.",
        )
    near = document.sentences(stance.sentence - BEFORE, stance.sentence)
    words = unsupported(" ".join(sentence.text for sentence in near), stance.target)
    if words:
        yield (
            "target_not_in_evidence",
            f"The passage about {stance.actor!r} does not speak of {short(' '.join(words))!r}.",
        )


def _decision(found: Opinion) -> Decision:
    return by_rule(found.rule, found.certainty) if found.rule else BY_MODEL


def _shown(document: Document, found: Opinion) -> Shown:
    rule, evidence = found.rule or "", _evidence(document, found)
    return Shown(
        rule=rule,
        description=BY_NAME[rule].description,
        certainty=found.certainty,
        words=found.words,
        start=evidence.start,
        end=evidence.end,
        text=evidence.text,
    )


def _evidence(document: Document, stance: Opinion) -> Span:
    sentence = document.outline.sentences[stance.sentence]
    return Span(start=sentence.start, end=sentence.end, text=sentence.text)
