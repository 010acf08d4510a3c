"""Score figures: which were found, and whether units and captions are right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isclose

from summarizer.document.figures.units import unit_name
from summarizer.evaluation.captions import is_named
from summarizer.evaluation.cases import Amount

TOLERANCE = 1e-6
"""Relative tolerance, because gold values are rounded ("two-thirds" is 0.6666666)."""


def score_figures(gold: Sequence[Amount], predicted: Sequence[Amount]) -> Counter[str]:
    """Compare the figures of one article, or of one annotated sentence.

    A predicted figure matches one of the gold if the values, or both ends of the range, are equal,
    and if the two overlap (unless the gold has no places). Each is used once; a match with the
    right unit is preferred.

    Args:
        gold: The figures of the gold.
        predicted: The figures to score.

    Returns:
        Counts: ``gold``, ``predicted``, ``matched``; of the matched ``right_unit``, and
        ``to_caption`` (the gold has words for the caption) with ``right_caption``, ``to_name``
        (the gold has a whole caption) with ``named`` (summarizer.evaluation.captions).

    Example:
        >>> from decimal import Decimal
        >>> gold = [Amount((Decimal(15000),), ("troops",))]
        >>> counts = score_figures(gold, [Amount((Decimal("15000.0"),), ("troop",))])
        >>> counts["matched"], counts["right_unit"]
        (1, 1)
    """
    pairs = dict(_pairs(gold, predicted))
    needed = {g for g, amount in enumerate(gold) if not amount.optional}
    neutral = {p for g, p in pairs.items() if g not in needed}
    neutral |= {p for p, amount in enumerate(predicted) if _beside(amount, gold)}
    counts = Counter(
        gold=len(needed), predicted=len(predicted) - len(neutral - {pairs.get(g) for g in needed})
    )
    for g in needed & pairs.keys():
        counts += _quality(gold[g], predicted[pairs[g]])
        counts += _named(
            [*gold[max(0, g - 1) : g], *gold[g + 1 : g + 2]], gold[g], predicted[pairs[g]]
        )
    return counts


def same_unit(gold: Amount, predicted: Amount) -> bool:
    """Return whether two figures have the same unit, in any notation.

    Example:
        >>> same_unit(Amount((), ("km/hr",)), Amount((), ("kilometres per hour",)))
        True
    """
    if gold.currency and gold.currency == predicted.currency:
        return True
    if gold.percent and predicted.percent:
        return True
    names, others = (
        {unit_name(unit) for unit in amount.units or ("",)} for amount in (gold, predicted)
    )
    return bool(names & others)


def _pairs(gold: Sequence[Amount], predicted: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    wanted, free = dict(enumerate(gold)), dict(enumerate(predicted))
    for unit_too in (True, False):
        for g, amount in list(wanted.items()):
            for p, other in free.items():
                if _same(amount, other) and (not unit_too or same_unit(amount, other)):
                    yield g, p
                    del wanted[g], free[p]
                    break


def _same(gold: Amount, predicted: Amount) -> bool:
    if len(gold.values) != len(predicted.values) or not _overlap(gold, predicted):
        return False
    ends = zip(gold.values, predicted.values, strict=True)
    return all(isclose(one, other, rel_tol=TOLERANCE) for one, other in ends)


def _overlap(gold: Amount, predicted: Amount) -> bool:
    if gold.place is None or predicted.place is None:
        return True
    return gold.place[0] < predicted.place[1] and predicted.place[0] < gold.place[1]


def _beside(predicted: Amount, gold: Sequence[Amount]) -> bool:
    """Return whether a figure overlaps an optional one of the gold."""
    return any(amount.optional and amount.place and _overlap(amount, predicted) for amount in gold)


def _quality(gold: Amount, predicted: Amount) -> Counter[str]:
    counts = Counter(matched=1, right_unit=int(same_unit(gold, predicted)))
    if gold.measures and predicted.caption is not None:
        caption = predicted.caption.lower()
        right = all(any(w in caption for w in words.split("|")) for words in gold.measures)
        counts.update(to_caption=1, right_caption=int(right))
    return counts


def _named(beside: Sequence[Amount], gold: Amount, predicted: Amount) -> Counter[str]:
    if not gold.caption or predicted.caption is None:
        return Counter()
    others = [each.caption for each in beside if each.caption]
    return Counter(to_name=1, named=int(is_named(predicted.caption, gold.caption, others)))
