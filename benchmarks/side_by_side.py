"""Print a table of scores and costs of several systems on the same articles.

    python benchmarks/side_by_side.py GOLD.jsonl many=many.jsonl langextract=lx.jsonl \
        --against langextract

A name may be given several times, once for each run; the table has the medians. A *right quote* is
a quotation of the gold with a named source that was found word for word with the right speaker;
this is the count behind "both right". The scores are those of ``summarizer eval``.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import runs

from summarizer.evaluation.cases import Case
from summarizer.evaluation.datasets import read_cases
from summarizer.evaluation.predictions import read_predictions
from summarizer.evaluation.scoring import evaluate


@dataclass(frozen=True)
class Run:
    """One run of one system: rates and costs.

    Args:
        values: The value for each column; None where there was nothing to measure.
        articles: Number of articles with a prediction.
        failures: Number of articles on which it failed.
    """

    values: dict[str, float | None]
    articles: int
    failures: int


RATES = {
    "word for word": "verbatim_rate",
    "precision": "quote_precision",
    "recall": "quote_recall",
    "speaker right, of matched": "quote_speaker_accuracy",
    "both right, of all named": "quote_attributed",
}
MINUTE = "right quotes a minute"
WRITTEN = "tokens written a right quote"
FORMATS: dict[str, str] = {
    **dict.fromkeys(RATES, ".3f"),
    "s an article": ".1f",
    "median s": ".1f",
    "read": ".0f",
    "cached": ".0f",
    "written": ".0f",
    MINUTE: ".1f",
    WRITTEN: ".0f",
    "tokens read a right quote": ".0f",
}
"""The columns. Tokens are per article: read, cached, written."""


def measure(cases: Sequence[Case], path: Path) -> Run:
    """Score a file of predictions, and sum its costs."""
    wanted = {case.article.id for case in cases}
    predictions = read_predictions(path)
    report = evaluate(cases, predictions)
    lines = {line["id"]: line for line in runs.lines_of(runs.costs_of(path))}
    costs = [line for name, line in lines.items() if name in wanted]
    rates = {name: report.measures[key] for name, key in RATES.items()}
    right = report.counts.get("quotes.right_source_name", 0)
    return Run(
        rates | _costs(costs, right),
        len(wanted & predictions.keys()),
        sum(bool(line["error"]) for line in costs),
    )


def _costs(costs: Sequence[dict[str, float]], right: int) -> dict[str, float | None]:
    def total(key: str) -> float:
        return sum(line[key] for line in costs)

    def share(part: float, whole: float) -> float | None:
        return part / whole if whole else None

    seconds, written = total("seconds"), total("completion_tokens")
    fresh = total("prompt_tokens") - total("cached_tokens")
    return {
        "s an article": share(seconds, len(costs)),
        "median s": median(line["seconds"] for line in costs) if costs else None,
        "read": share(fresh, len(costs)),
        "cached": share(total("cached_tokens"), len(costs)),
        "written": share(written, len(costs)),
        MINUTE: share(60 * right, seconds),
        WRITTEN: share(written, right),
        "tokens read a right quote": share(fresh, right),
    }


def medians(runs_: Sequence[Run]) -> dict[str, float | None]:
    """Return the median of each column over the runs of one system."""
    found: dict[str, float | None] = {}
    for name in FORMATS:
        values = [value for run in runs_ if (value := run.values[name]) is not None]
        found[name] = median(values) if values else None
    return found


def table(rows: dict[str, dict[str, float | None]]) -> Iterator[str]:
    """Yield the lines of a Markdown table of the systems."""
    yield f"| | {' | '.join(FORMATS)} |"
    yield f"|---|{'---|' * len(FORMATS)}"
    for name, row in rows.items():
        shown = (_shown(row[column], form) for column, form in FORMATS.items())
        yield f"| {name} | {' | '.join(shown)} |"


def ratios(rows: dict[str, dict[str, float | None]], base: str) -> Iterator[str]:
    """Yield the ratios of each system to the base system."""
    for name, row in rows.items():
        if name != base:
            minute, written = (_ratio(row[key], rows[base][key]) for key in (MINUTE, WRITTEN))
            yield f"{name} over {base}: {MINUTE} {minute}, {WRITTEN} {written}"


def _ratio(value: float | None, base: float | None) -> str:
    return _shown(value / base if value is not None and base else None, ".2f")


def _shown(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)


def notes(name: str, found: Sequence[Run], cases: int) -> Iterator[str]:
    """Yield notes on runs with missing articles or failures."""
    for number, run in enumerate(found, 1):
        if run.articles < cases or run.failures:
            yield (
                f"{name}, run {number}: {run.articles} of {cases} articles predicted, "
                f"{run.failures} failed; what is missing counts as nothing found"
            )


def main(show: Callable[[str], None] = print) -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", metavar="GOLD.jsonl")
    parser.add_argument("predictions", nargs="+", metavar="NAME=FILE.jsonl")
    parser.add_argument("--limit", type=int, metavar="N", help="score the first N articles")
    parser.add_argument("--against", metavar="NAME", help="print the ratios to this system")
    args = parser.parse_args()
    cases = read_cases([args.gold])[: args.limit]
    found = defaultdict[str, list[Run]](list)
    for name, _, path in (each.partition("=") for each in args.predictions):
        found[name].append(measure(cases, Path(path)))
    rows = {name: medians(each) for name, each in found.items()}
    lines = [*table(rows), ""]
    lines += [note for name, each in found.items() for note in notes(name, each, len(cases))]
    lines += ratios(rows, args.against) if args.against else ()
    show("\n".join(lines).strip())


if __name__ == "__main__":
    main()
