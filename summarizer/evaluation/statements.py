"""Score statements: what sources are reported to have said, and whose it is."""

from collections import Counter
from collections.abc import Sequence

from summarizer.evaluation.cases import Attributed
from summarizer.evaluation.matching import Stretch
from summarizer.evaluation.speakers import People
from summarizer.facets import STATEMENTS
from summarizer.schema import Statement, Summary

SHARE = 0.5
"""Characters that two passages share, of all that either has, from which they are the same."""


def score_statements(
    gold: Sequence[Attributed], text: str, summary: Summary | None
) -> Counter[str]:
    """Compare the statements of a summary with the gold of one article.

    Args:
        gold: The statements of the gold.
        text: The article's text.
        summary: The summary; None if there is none.

    Returns:
        Counts: ``predicted`` and of these ``right``; ``gold``, without the optional ones, and of
        these ``found``; ``named``, those found whose source is a name, and of these
        ``right_speaker``.
    """
    predicted = STATEMENTS.items(summary) if summary else ()
    counts = Counter(predicted=len(predicted), right=len(paired(gold, predicted)))
    people = People(text)
    for wanted in gold:
        if not wanted.optional:
            same = [each for each in predicted if _share(wanted, each) >= SHARE]
            counts.update(gold=1, found=int(bool(same)))
            if same and wanted.speaker and people.kind(wanted.speaker) == "name":
                names = [people.agree(wanted.speaker, each.speaker_name)[1] for each in same]
                counts.update(named=1, right_speaker=int(any(names)))
    return counts


def paired(
    gold: Sequence[Attributed], predicted: Sequence[Statement]
) -> list[tuple[Attributed, Statement]]:
    """Pair each prediction with the most similar one of the gold; each is used once.

    Args:
        gold: The statements of the gold.
        predicted: Those of a summary.

    Returns:
        The pairs that share enough, in the order of the predictions.
    """
    pairs: list[tuple[Attributed, Statement]] = []
    left = list(gold)
    for each in predicted:
        best = max(left, key=lambda wanted: _share(wanted, each), default=None)
        if best and _share(best, each) >= SHARE:
            pairs.append((best, each))
            left.remove(best)
    return pairs


def _share(gold: Attributed, predicted: Statement) -> float:
    """Return the characters that two passages share, of all that either has."""
    ends: Stretch = predicted.spans[0].start, predicted.spans[-1].end
    common = min(gold.end, ends[1]) - max(gold.start, ends[0])
    return max(0, common) / (max(gold.end, ends[1]) - min(gold.start, ends[0]) or 1)
