"""Score predictions against gold: counts for each article, rates and intervals over all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.evaluation.actors import score_actors
from summarizer.evaluation.cases import Case
from summarizer.evaluation.figures import score_figures
from summarizer.evaluation.intervals import intervals
from summarizer.evaluation.measures import SECTIONS, measure
from summarizer.evaluation.opinions import score_opinions
from summarizer.evaluation.predictions import Prediction
from summarizer.evaluation.quotations import score_quotations
from summarizer.evaluation.stances import score_stances
from summarizer.evaluation.statements import score_statements
from summarizer.facets import ACTORS, FIGURES, QUOTES, STANCES, STATEMENTS
from summarizer.schema import Summary

LONG = 5
"""Words from which a quotation is long. Annotators often disagree about shorter ones."""


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of predictions.

    Args:
        articles: Articles in the gold.
        missing: Of these, articles without a prediction; nothing in them counts as found.
        ignored: Predictions for articles that are not in the gold.
        measures: Rates from 0 to 1, and costs per article; None where there was nothing to measure.
        intervals: 95 % confidence intervals, by bootstrap over articles.
        counts: The counts behind the rates.
        rejected: Rejected items by reason.
    """

    articles: int
    missing: int
    ignored: int
    measures: Mapping[str, float | None]
    intervals: Mapping[str, tuple[float, float]]
    counts: Mapping[str, int]
    rejected: Mapping[str, int]

    @property
    def has_scores(self) -> bool:
        """Whether anything but costs was measured."""
        costs = {each.name for each in SECTIONS["Cost"]}
        return any(value is not None and name not in costs for name, value in self.measures.items())


def evaluate(
    cases: Sequence[Case], predictions: Mapping[str, Prediction], *, least_words: int = LONG
) -> Report:
    """Score predictions against gold.

    Args:
        cases: The articles and their gold.
        predictions: The predictions by article id.
        least_words: Words from which a quotation counts as long.

    Returns:
        The report.

    Example:
        >>> from summarizer.evaluation.datasets import read_cases
        >>> cases = read_cases(["seeds"])
        >>> found = {case.article.id: Prediction.by_code(case.article) for case in cases}
        >>> sorted(name for name, value in evaluate(cases, found).measures.items() if value)
        ['figure_f1', 'figure_precision', 'figure_recall', 'unit_accuracy']
    """
    facets = frozenset[str]().union(*(each.facets for each in predictions.values()))
    scorer = _Scorer(facets or frozenset([QUOTES.name]), least_words)
    counts = [scorer.counts(case, predictions.get(case.article.id)) for case in cases]
    total = sum(counts, Counter[str]())
    known = {case.article.id for case in cases}
    return Report(
        articles=len(cases),
        missing=len(known - predictions.keys()),
        ignored=len(predictions.keys() - known),
        measures=measure(total),
        intervals=intervals(counts, measure),
        counts=dict(total),
        rejected={
            key.removeprefix("rejected."): count
            for key, count in total.most_common()
            if key.startswith("rejected.")
        },
    )


class _Scorer:
    def __init__(self, facets: frozenset[str], least_words: int) -> None:
        self._facets = facets
        self._least_words = least_words

    def counts(self, case: Case, prediction: Prediction | None) -> Counter[str]:
        """Return the counts of the facets that have gold and were requested."""
        given = prediction or Prediction(case.article.id, self._facets)
        counts = Counter[str]()
        if QUOTES.name in self._facets and case.quotations is not None:
            counts += _under(QUOTES.name, score_quotations(case, given.quotations))
            long = score_quotations(case, given.quotations, least_words=self._least_words)
            counts += _under("long", long)
        if FIGURES.name in self._facets and case.figures is not None:
            counts += _under(FIGURES.name, score_figures(case.figures, given.figures))
        if STANCES.name in self._facets and case.opinions is not None:
            counts += _under("opinions", score_opinions(case.opinions, given.stances))
        return counts + self._of_summary(case, given.summary)

    def _of_summary(self, case: Case, summary: Summary | None) -> Counter[str]:
        counts = Counter[str]()
        if ACTORS.name in self._facets:
            actors = ACTORS.items(summary) if summary else ()
            text, quoted = case.article.text, _quoted(case)
            counts += _under(ACTORS.name, score_actors(text, case.sources, actors))
            counts += _under("quoted", score_actors(text, quoted, actors))
        if STATEMENTS.name in self._facets and case.statements is not None:
            counts += _under(
                STATEMENTS.name, score_statements(case.statements, case.article.text, summary)
            )
        if STANCES.name in self._facets and case.stances is not None:
            stances = score_stances(case.stances, case.article.text, summary)
            counts += _under(STANCES.name, stances)
        return counts + _cost(summary) if summary else counts


def _quoted(case: Case) -> set[str]:
    """Return the mentions of the sources that are quoted, not only reported."""
    given = (speaker for quotation in case.quotations or () for speaker in quotation.speakers)
    return {speaker for speaker in given if speaker}


def _cost(summary: Summary) -> Counter[str]:
    usage = summary.provenance.usage
    costs = Counter(
        {
            "cost.articles": 1,
            "cost.requests": usage.requests,
            "cost.tokens": usage.prompt_tokens + usage.completion_tokens,
            "cost.cached": usage.cached_tokens,
            "cost.milliseconds": round(summary.provenance.seconds * 1000),
        }
    )
    costs.update(f"rejected.{each.facet}.{each.reason}" for each in summary.rejected)
    return costs


def _under(name: str, counts: Counter[str]) -> Counter[str]:
    return Counter({f"{name}.{key}": count for key, count in counts.items()})
