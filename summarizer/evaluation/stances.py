"""Score stances: on which a summary and the gold agree."""

from collections import Counter
from collections.abc import Sequence

from summarizer.evaluation.gold import GoldStance
from summarizer.evaluation.speakers import People
from summarizer.facets import ACTORS, STANCES
from summarizer.schema import Stance, Summary

SIDES = {"supports": "for", "praises": "for", "opposes": "against", "criticises": "against"}
"""Positions that readers confuse count as one side; every other position is its own side."""


def score_stances(gold: Sequence[GoldStance], text: str, summary: Summary | None) -> Counter[str]:
    """Compare the stances of a summary with the gold.

    Two agree if they have the same actor, the same side, and a target with one of the words that
    the gold requires. Each is used once.

    Args:
        gold: The stances of the gold.
        text: The article's text.
        summary: The summary; None if there is none.

    Returns:
        Counts: ``gold``, ``predicted``, ``agreed``; of the agreed ``right_position`` (exactly the
        same) and ``right_evidence`` (overlaps the gold's); and ``contradicted``: the same actor
        and target, but the opposite side.
    """
    if summary is None:
        return Counter(gold=len(gold))
    comparison = _Comparison(gold, text, summary)
    counts = Counter(gold=len(gold), predicted=len(STANCES.items(summary)))
    for wanted, stance in comparison.pairs():
        counts.update(
            agreed=1,
            right_position=int(wanted.position == stance.position),
            right_evidence=int(_same_evidence(wanted, stance)),
        )
    counts["contradicted"] = comparison.contradictions()
    return counts


class _Comparison:
    def __init__(self, gold: Sequence[GoldStance], text: str, summary: Summary) -> None:
        self._gold = gold
        self._stances = STANCES.items(summary)
        self._names = {actor.id: actor.name for actor in ACTORS.items(summary)}
        self._people = People(text)

    def pairs(self) -> list[tuple[GoldStance, Stance]]:
        """Pair the stances that agree, those with the same position first."""
        pairs: list[tuple[GoldStance, Stance]] = []
        wanted, free = list(self._gold), list(self._stances)
        for strict in (True, False):
            for one in list(wanted):
                for other in free:
                    if self._agree(one, other) and (not strict or one.position == other.position):
                        pairs.append((one, other))
                        wanted.remove(one)
                        free.remove(other)
                        break
        return pairs

    def contradictions(self) -> int:
        """Count the stances on the opposite side of the gold."""
        opposite = {"for": "against", "against": "for"}
        return sum(
            any(
                self._same_topic(one, other)
                and opposite.get(_side(one.position)) == _side(other.position)
                for one in self._gold
            )
            for other in self._stances
        )

    def _agree(self, one: GoldStance, other: Stance) -> bool:
        return _side(one.position) == _side(other.position) and self._same_topic(one, other)

    def _same_topic(self, one: GoldStance, other: Stance) -> bool:
        _, same_actor = self._people.agree(one.actor, self._names[other.actor], named=True)
        target = " ".join(other.target.lower().split())
        return same_actor and any(word in target for word in one.target_words)


def _side(position: str) -> str:
    return SIDES.get(position, position)


def _same_evidence(one: GoldStance, other: Stance) -> bool:
    return any(
        shown.start < span.end and span.start < shown.end
        for shown in one.evidence
        for span in other.evidence
    )
