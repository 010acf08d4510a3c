"""The drift report: what a new recording changes in a summary."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.cli.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.evaluation.cases import Case
    from summarizer.evaluation.diff import Difference
    from summarizer.evaluation.measures import Rate
    from summarizer.schema import Summary

AGAINST_GOLD = (
    "quote_recall",
    "quote_attributed",
    "described_speaker_accuracy",
    "actor_recall",
    "figure_recall",
    "unit_accuracy",
    "caption_accuracy",
    "caption_named",
    "stance_recall",
    "stances_contradicted",
)
"""The measures in the report, by their names in the evaluation."""


def drift(old: "Summary | None", new: "Summary", case: "Case | None") -> Iterator[str]:
    """Yield the lines of the report on one article.

    Args:
        old: The summary from the previous recording; None if there is none.
        new: The summary from the new recording.
        case: The gold of the article; None if there is none.

    Yields:
        Lines of text: the differences, scores against the gold, and costs.
    """
    from summarizer.evaluation.diff import compare

    yield f"{plain(new.article.title or new.article.id)} ({new.provenance.strategy})"
    if old is None:
        yield "  nothing to compare with: no earlier recording of this article can be read"
    else:
        differences = compare(old, new)
        yield from map(_change, differences)
        if not differences:
            yield "  says the same as before"
    if case:
        yield from _against_gold(case, old, new)
    yield f"  cost     {'; '.join(_costs(old, new))}"


def _change(difference: "Difference") -> str:
    before, after = (
        plain(said) if said else "(nothing)" for said in (difference.before, difference.after)
    )
    item = plain(difference.item)
    short = item if len(item) <= 50 else item[:47] + "..."
    return f"  {difference.facet:9}{short!r} {difference.kind}: {before} -> {after}"


def _against_gold(case: "Case", old: "Summary | None", new: "Summary") -> Iterator[str]:
    from summarizer.evaluation.measures import SECTIONS, Rate

    now, before = _counts(case, new), _counts(case, old) if old else {}
    for title, measures in SECTIONS.items():
        for rate in measures:
            if isinstance(rate, Rate) and rate.name in AGAINST_GOLD and now.get(rate.whole):
                share = _then(_share(rate, before), _share(rate, now))
                yield f"  gold     {title.lower()}, {rate.label}: {share}"


def _counts(case: "Case", summary: "Summary") -> "Mapping[str, int]":
    from summarizer.evaluation.predictions import Prediction
    from summarizer.evaluation.scoring import evaluate

    return evaluate([case], {case.article.id: Prediction.of(summary)}).counts


def _share(rate: "Rate", counts: "Mapping[str, int]") -> str:
    return f"{counts.get(rate.part, 0)} of {counts.get(rate.whole, 0)}" if counts else ""


def _costs(old: "Summary | None", new: "Summary") -> Iterator[str]:
    before = _cost(old) if old else {}
    for name, amount in _cost(new).items():
        yield f"{name}: {_then(before.get(name, ''), amount)}"


def _cost(summary: "Summary") -> dict[str, str]:
    usage = summary.provenance.usage
    return {
        "requests": str(usage.requests),
        "tokens read": str(usage.prompt_tokens - usage.cached_tokens),
        "tokens written": str(usage.completion_tokens),
        "seconds": f"{summary.provenance.seconds:.0f}",
    }


def _then(before: str, now: str) -> str:
    return f"{before} -> {now}" if before and before != now else now
