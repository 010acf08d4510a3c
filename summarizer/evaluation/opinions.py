"""Score stances against gold that marks opinions in sentences, as MPQA does.

A line of such gold has ``holder``, ``target``, ``expression`` (each a list of start, end and text),
``polarity`` and ``sentence`` (start and end). An empty holder is the writer. Annotation of opinions
is sparse: one that is not listed may still be one, so the precision is a lower bound.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import BaseModel

from summarizer.evaluation.matching import Stretch
from summarizer.facets import ACTORS, STANCES
from summarizer.schema import Span, Summary

_POLARITIES: dict[str, frozenset[str]] = {
    "supports": frozenset(["positive", "both"]),
    "praises": frozenset(["positive", "both"]),
    "opposes": frozenset(["negative", "both"]),
    "criticises": frozenset(["negative", "both"]),
    "demands": frozenset(["positive", "negative", "both"]),
}
_SENTENCES, _WORDS, _LONGEST = 3, 15, 1200
"""Sentences and words of a target that count, and characters of a sentence."""
_WORD = re.compile(r"[^\W_]+")
_REQUESTS = (
    "urg call ask demand want request press insist appeal order seek sought invit plead warn "
    "propos suggest exhort must should need requir"
).split()
_REQUEST = re.compile(rf"\b(?:{'|'.join(_REQUESTS)})", re.IGNORECASE)
_PRONOUNS = frozenset(
    "he she they it we i who which that this these those his her its their our my him them me us "
    "you your himself herself itself themselves".split()
)
_SMALL = frozenset(
    "the a an of to in on for and or by with that this these those his her its their it he she "
    "they who which at from as is are was were be been has have had not will would".split()
)

Piece = tuple[int, int, str]
"""Start, end and text of some words of the gold."""


class GoldOpinion(BaseModel):
    """An opinion in a sentence of the gold."""

    holder: tuple[Piece, ...]
    target: tuple[Piece, ...]
    expression: tuple[Piece, ...]
    polarity: Literal["positive", "negative", "both", "neutral"]
    sentence: Stretch

    @property
    def is_sided(self) -> bool:
        """Whether it is somebody's, for or against something that has a name."""
        named = self.holder and not _is_pronoun(_text(self.target))
        return bool(named) and self.polarity != "neutral"


class Place(BaseModel):
    """Where some words of the article are."""

    start: int
    end: int


class PredictedStance(BaseModel):
    """A predicted stance, with the name and the mentions of its actor."""

    actor: str
    position: str
    target: str
    evidence: tuple[Place, ...] = ()
    mentions: tuple[Place, ...] = ()

    def is_right(self, gold: GoldOpinion) -> bool:
        """Return whether the gold has it: the same sentence, target, side and holder."""
        demand = self.position == "demands"
        if demand and not _REQUEST.search(_text(gold.expression)):
            return False
        fits = gold.polarity in _POLARITIES[self.position]
        return fits and bool(gold.holder) and self._same_place(gold) and self._same_holder(gold)

    def is_apart(self, gold: GoldOpinion) -> bool:
        """Return whether it is neither right nor wrong: the gold is the writer's, or neutral."""
        ours = not gold.holder or (gold.polarity == "neutral" and self._same_holder(gold))
        return ours and self._same_place(gold)

    def is_turned(self, gold: GoldOpinion) -> bool:
        """Return whether the gold has the holder and the target."""
        return bool(gold.holder) and self._same_place(gold) and self._same_holder(gold)

    def _same_place(self, gold: GoldOpinion) -> bool:
        target = " ".join(self.target.split()[:_WORDS])
        near = any(
            span.end - span.start < _LONGEST and _overlap((span.start, span.end), gold.sentence)
            for span in self.evidence[:_SENTENCES]
        )
        return near and not _content(target).isdisjoint(_content(_text(gold.target)))

    def _same_holder(self, gold: GoldOpinion) -> bool:
        text = _text(gold.holder)
        named = any(
            _overlap((span.start, span.end), piece[:2])
            for span in self.mentions
            for piece in gold.holder
        )
        return named or _is_pronoun(text) or not _content(self.actor).isdisjoint(_content(text))


def score_opinions(
    gold: Sequence[GoldOpinion], predicted: Iterable[PredictedStance]
) -> Counter[str]:
    """Compare predicted stances with the opinions of the gold.

    Args:
        gold: The opinions.
        predicted: The stances; those that are on no side are not judged.

    Returns:
        Counts: ``judged`` stances and of these ``right``, and those of the gold's holder and target
        on ``another_side``; ``asked`` opinions, those of one holder by one expression once, and of
        these ``found``.
    """
    held = [each for each in predicted if each.position in _POLARITIES]
    right = [each for each in held if any(map(each.is_right, gold))]
    others = [each for each in held if not any(map(each.is_right, gold))]
    wrong = [each for each in others if not any(map(each.is_apart, gold))]
    asked = _asked(gold)
    found = [same for same in asked if any(each.is_right(one) for one in same for each in held)]
    return Counter(
        judged=len(right) + len(wrong),
        right=len(right),
        another_side=sum(any(map(each.is_turned, gold)) for each in wrong),
        asked=len(asked),
        found=len(found),
    )


def stances_in(summary: Summary) -> tuple[PredictedStance, ...]:
    """Return the stances of a summary as they are compared."""
    actors = {actor.id: actor for actor in ACTORS.items(summary)}
    return tuple(
        PredictedStance(
            actor=actors[stance.actor].name,
            position=stance.position,
            target=stance.target,
            evidence=_places(stance.evidence),
            mentions=_places(actors[stance.actor].mentions),
        )
        for stance in STANCES.items(summary)
    )


def _places(spans: Iterable[Span]) -> tuple[Place, ...]:
    return tuple(Place(start=span.start, end=span.end) for span in spans)


def _asked(gold: Iterable[GoldOpinion]) -> list[list[GoldOpinion]]:
    """Return the opinions that count, those of one holder by one expression together."""
    found: dict[tuple[str, tuple[int, ...], Stretch], list[GoldOpinion]] = defaultdict(list)
    for each in gold:
        if each.is_sided:
            starts = tuple(piece[0] for piece in each.expression)
            found[_text(each.holder), starts, each.sentence].append(each)
    return [*found.values()]


def _text(pieces: Iterable[Piece]) -> str:
    return " ".join(piece[2] for piece in pieces)


def _content(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _SMALL


def _is_pronoun(text: str) -> bool:
    return text != "US" and _PRONOUNS.issuperset(_WORD.findall(text.lower()))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
