"""How far a measure could be off by the choice of articles: the percentile bootstrap."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

Measures = Mapping[str, float | None]

SEED = 7
DRAWS = 1000


def intervals(
    counts: Sequence[Counter[str]], measure: Callable[[Counter[str]], Measures]
) -> dict[str, tuple[float, float]]:
    """Draw articles anew, with replacement, and return where 95 % of the measures fall.

    The percentile bootstrap of Efron and Tibshirani (An Introduction to the Bootstrap, 1993, 13.3)
    over articles, since what happens within one article hangs together. The draws are the same in
    every run.

    Args:
        counts: The counts of each article.
        measure: Computes measures from the sum of counts.

    Returns:
        For each measure, the lower and the upper end; a measure that no draw has is left out.

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
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _sum(counts: Sequence[Counter[str]]) -> Counter[str]:
    total = Counter[str]()
    for each in counts:
        total.update(each)
    return total


def _middle(values: list[float]) -> tuple[float, float]:
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]
