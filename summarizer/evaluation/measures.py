"""The measures of a report: how each is computed from counts, and its label."""

from collections import Counter
from dataclasses import dataclass

from summarizer.facets import QUOTES


@dataclass(frozen=True, slots=True)
class Rate:
    """A ratio of two counts.

    Args:
        name: Its key in JSON.
        label: Its name in the report.
        part: Key of the numerator.
        whole: Key of the denominator.
        scale: Factor that changes the unit.
    """

    name: str
    label: str
    part: str
    whole: str
    scale: float = 1

    def value(self, counts: Counter[str]) -> float | None:
        """Return the ratio; None if the denominator is zero."""
        whole = counts[self.whole]
        return self.scale * counts[self.part] / whole if whole else None


@dataclass(frozen=True, slots=True)
class Harmonic:
    """The F1 of a precision and a recall, 2PR / (P + R)."""

    name: str
    label: str
    precision: Rate
    recall: Rate

    def value(self, counts: Counter[str]) -> float | None:
        """Return the F1; None if precision or recall is None."""
        precision, recall = self.precision.value(counts), self.recall.value(counts)
        if precision is None or recall is None:
            return None
        total = precision + recall
        return 2 * precision * recall / total if total else 0.0


Measure = Rate | Harmonic


def _found(name: str, right: str, predicted: str, found: str, gold: str) -> tuple[Measure, ...]:
    precision = Rate(f"{name}_precision", "precision", right, predicted)
    recall = Rate(f"{name}_recall", "recall", found, gold)
    return precision, recall, Harmonic(f"{name}_f1", "F1", precision, recall)


def _quotations(name: str, key: str) -> tuple[Measure, ...]:
    return (
        *_found(name, f"{key}.right", f"{key}.judged", f"{key}.found", f"{key}.gold"),
        Rate(
            f"{name}_speaker_accuracy",
            "speaker right, of those found with a named source",
            f"{key}.right_source_name",
            f"{key}.found_source_name",
        ),
        Rate(
            f"{name}_attributed",
            "found and speaker right, of all with a named source",
            f"{key}.right_source_name",
            f"{key}.gold_source_name",
        ),
    )


_LETTER_PRECISION = Rate("", "", "quotes.letters_right", "quotes.letters_predicted")
_LETTER_RECALL = Rate("", "", "quotes.letters_right", "quotes.letters_gold")

SECTIONS: dict[str, tuple[Measure, ...]] = {
    "Quotations": (
        Rate("verbatim_rate", "word for word", "quotes.verbatim", "quotes.predicted"),
        *_quotations("quote", QUOTES.name),
        Rate("direct_recall", "recall of statements", "quotes.found_direct", "quotes.gold_direct"),
        Rate(
            "mixed_recall",
            "recall of pieces of mixed sentences",
            "quotes.found_mixed",
            "quotes.gold_mixed",
        ),
        Harmonic("letter_f1", "F1 of letters", _LETTER_PRECISION, _LETTER_RECALL),
        Rate(
            "described_speaker_accuracy",
            "speaker right, of those found with a described source",
            "quotes.right_source_nominal",
            "quotes.found_source_nominal",
        ),
        Rate(
            "pronouns_named",
            "speaker a name, of those found with a pronoun as source",
            "quotes.named_source_pronoun",
            "quotes.found_source_pronoun",
        ),
    ),
    "Long quotations": _quotations("long_quote", "long"),
    "Statements": (
        *_found(
            "statement",
            "statements.right",
            "statements.predicted",
            "statements.found",
            "statements.gold",
        ),
        Rate(
            "statement_speaker_accuracy",
            "speaker right, of those found with a named source",
            "statements.right_speaker",
            "statements.named",
        ),
    ),
    "Actors": (
        Rate("actor_recall", "named sources among the actors", "actors.found", "actors.sources"),
        Rate("quoted_recall", "of these, quoted sources", "quoted.found", "quoted.sources"),
        Rate("actors_per_article", "actors per article", "actors.actors", "actors.articles"),
    ),
    "Figures": (
        *_found(
            "figure", "figures.matched", "figures.predicted", "figures.matched", "figures.gold"
        ),
        Rate(
            "unit_accuracy", "unit right, of those matched", "figures.right_unit", "figures.matched"
        ),
        Rate(
            "caption_accuracy",
            "caption right, of those matched",
            "figures.right_caption",
            "figures.to_caption",
        ),
        Rate(
            "caption_named",
            "caption names what the gold says, of those matched",
            "figures.named",
            "figures.to_name",
        ),
    ),
    "Stances": (
        *_found("stance", "stances.agreed", "stances.predicted", "stances.agreed", "stances.gold"),
        Rate(
            "position_accuracy",
            "same position, of those agreed",
            "stances.right_position",
            "stances.agreed",
        ),
        Rate(
            "evidence_accuracy",
            "evidence right, of those agreed",
            "stances.right_evidence",
            "stances.agreed",
        ),
        Rate(
            "stances_contradicted",
            "on the side opposite to the gold",
            "stances.contradicted",
            "stances.predicted",
        ),
    ),
    "Opinions": (
        *_found("opinion", "opinions.right", "opinions.judged", "opinions.found", "opinions.asked"),
        Rate(
            "opinions_turned",
            "holder and target of the gold on another side",
            "opinions.another_side",
            "opinions.judged",
        ),
    ),
    "Cost": (
        Rate("requests_per_article", "requests per article", "cost.requests", "cost.articles"),
        Rate("tokens_per_article", "tokens per article", "cost.tokens", "cost.articles"),
        Rate("cached_tokens_per_article", "of these cached", "cost.cached", "cost.articles"),
        Rate(
            "seconds_per_article",
            "seconds per article",
            "cost.milliseconds",
            "cost.articles",
            0.001,
        ),
    ),
}
"""The measures by section, in the order of the report."""


def measure(counts: Counter[str]) -> dict[str, float | None]:
    """Compute every measure.

    Args:
        counts: The counts, summed over articles.

    Returns:
        The measures by name; None where there was nothing to measure.

    Example:
        >>> measure(Counter({"figures.matched": 3, "figures.right_unit": 2}))["unit_accuracy"]
        0.6666666666666666
    """
    return {each.name: each.value(counts) for part in SECTIONS.values() for each in part}
