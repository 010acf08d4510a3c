"""Confidence intervals by the percentile bootstrap over articles."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

Measures = Mapping[str, float | None]

SEED = 7
DRAWS = 1000


def intervals(
    counts: Sequence[Counter[str]], measure: Callable[[Counter[str]], Measures]
) -> dict[str, tuple[float, float]]:
    """Return 95 % confidence intervals of measures, by resampling articles with replacement.

    This is the percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
    13.3) with 1,000 draws and a fixed seed. It samples articles, because the items of one article
    are not independent.

    Args:
        counts: The counts of each article.
        measure: Computes the measures from the sum of counts.

    Returns:
        The lower and the upper end for each measure that has a value in some draw.

    Example:
        >>> counts = [Counter(right=number % 2, all=1) for number in range(40)]
        >>> intervals(counts, lambda sums: {"share": sums["right"] / sums["all"]})
        {'share': (0.35, 0.65)}
    """
    chance = random.Random(SEED)  # noqa: S311  a sample, not a secret
    drawn: dict[str, list[float]] = {}
    for _ in range(DRAWS if counts else 0):
        for name, value in measure(_sum(chance.choices(counts, k=len(counts)))).items():
            if value is not None:
                drawn.setdefault(name, []).append(value)
    return {name: _bounds(sorted(values)) for name, values in drawn.items()}


def _sum(counts: Sequence[Counter[str]]) -> Counter[str]:
    total = Counter[str]()
    for each in counts:
        total.update(each)
    return total


def _bounds(values: list[float]) -> tuple[float, float]:
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]
