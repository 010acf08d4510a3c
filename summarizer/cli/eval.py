"""The command that measures how right summaries are."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.arguments import count
from summarizer.cli.logs import add_verbose
from summarizer.cli.run import add_settings, given_by, option, settings_of
from summarizer.cli.terminal import plain
from summarizer.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.errors import SummarizerError
    from summarizer.evaluation.cases import Case
    from summarizer.evaluation.predictions import Prediction


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "eval",
        help="measure how right summaries are, against gold",
        description="Summarise the articles of the gold, or take predictions, and report how "
        "right they are: quotations, speakers, actors, figures and stances, with 95 % intervals, "
        "and what they cost. Gold for figures alone is scored without a model.",
        epilog="example: summarizer eval seeds --facets quotes,figures -o seeds.jsonl",
    )
    parser.add_argument(
        "gold",
        nargs="+",
        metavar="GOLD",
        help="a folder of seeds, or JSON Lines; lines of one id are put together",
    )
    _add_sources(parser)
    parser.add_argument("--limit", type=count, metavar="N", help="score the first N articles")
    parser.add_argument(
        "--min-words",
        type=count,
        default=5,
        metavar="N",
        help="words from which a quotation counts as long (default: 5)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--predictions", metavar="FILE", help="stored summaries to score")
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar="FILE",
        help="where summaries are kept; a run that was cut off goes on from it",
    )
    add_verbose(parser)
    add_settings(parser)


def run(args: argparse.Namespace) -> int:
    """Print the report; return 1 if an article could not be summarised."""
    import json

    from summarizer.evaluation.datasets import read_cases
    from summarizer.evaluation.report import as_json, as_text
    from summarizer.evaluation.scoring import evaluate

    cases = read_cases(args.gold)[: args.limit]
    predictions, failures = _predictions(args, cases)
    report = evaluate(cases, predictions, least_words=args.min_words)
    print(json.dumps(as_json(report)) if args.json else as_text(report))
    if not report.has_scores:
        print("Nothing was scored: the gold has nothing of what was asked for.", file=sys.stderr)
    return int(failures > 0)


def _predictions(
    args: argparse.Namespace, cases: "Sequence[Case]"
) -> "tuple[dict[str, Prediction], int]":
    from summarizer.evaluation.predictions import Prediction, read_predictions

    if args.predictions:
        _refuse_settings(args)
        return _about(cases, read_predictions(args.predictions)), 0
    if all(case.has_figures_alone for case in cases):
        return {case.article.id: Prediction.by_code(case.article) for case in cases}, 0
    return _run(args, cases)


def _refuse_settings(args: argparse.Namespace) -> None:
    """Refuse options that say how articles are summarised, where none is."""
    given = [*given_by(args), *(["out"] if args.out else [])]
    if given:
        raise SettingsError(
            f"--predictions are of summaries that are made: {option(given[0])} does nothing there.",
            hint="Leave one of the two out.",
        )


def _about(
    cases: "Sequence[Case]", predictions: "dict[str, Prediction]"
) -> "dict[str, Prediction]":
    """Return predictions, if one of them is about an article of the gold."""
    ids = [case.article.id for case in cases]
    if predictions and predictions.keys().isdisjoint(ids):
        raise SettingsError(
            "The predictions are of other articles than the gold.",
            hint=f"They are matched by id: {min(predictions)!r} there, {min(ids)!r} in the gold.",
        )
    return predictions


def _run(args: argparse.Namespace, cases: "Sequence[Case]") -> "tuple[dict[str, Prediction], int]":
    from rich.console import Console
    from rich.progress import track

    from summarizer.evaluation.predictions import Prediction
    from summarizer.evaluation.running import run as summarise

    failures: list[str] = []

    def failed(case: "Case", error: "SummarizerError") -> None:
        failures.append(case.article.id)
        print(plain(f"{case.article.id}: {error}"), file=sys.stderr)

    made = summarise(cases, settings_of(args), out=args.out, failed=failed)
    shown = track(made, "Summarising", total=len(cases), console=Console(stderr=True))
    return {summary.article.id: Prediction.of(summary) for summary in shown}, len(failures)
