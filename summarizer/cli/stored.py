"""Stored summaries as arguments of a command, shared by export, report, verify and diff."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.errors import ArticleError
    from summarizer.schema import Certainty, Summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments for files of summaries and the folder of their articles."""
    parser.add_argument(
        "summaries", metavar="SUMMARY", nargs="+", help="JSON or JSON Lines; - is standard input"
    )
    parser.add_argument(
        "--articles",
        metavar="DIR",
        help="the folder of the articles, for summaries that are stored without them",
    )


class Stored:
    """The summaries in the files that a user named, read one by one.

    Errors go to standard error. Failures in the output of a batch are not errors; they are counted
    and reported at the end. Files without any summary are an error, so that no empty output
    replaces an existing one.

    Args:
        args: The parsed arguments.
        least: What is less sure is left out; None: nothing is.
    """

    def __init__(self, args: argparse.Namespace, least: "Certainty | None" = None) -> None:
        self._args = args
        self._least = least
        self.failed = False

    def __iter__(self) -> "Iterator[Summary]":
        from summarizer.cli import complain
        from summarizer.errors import ArticleError
        from summarizer.storage.failure import Failure
        from summarizer.storage.reader import Folder, summaries

        folder = Folder(self._args.articles) if self._args.articles else None
        found = failures = 0
        held: ArticleError | None = None
        for summary in summaries(self._args.summaries, folder):
            if isinstance(summary, ArticleError):
                if held:
                    complain(held)
                held = summary
                self.failed = True
            elif isinstance(summary, Failure):
                failures += 1
            else:
                found += 1
                yield summary.at_least(self._least) if self._least else summary
        report_failures(failures)
        if not found:
            raise held or no_summary(self._args.summaries)
        if held:
            complain(held)


def no_summary(paths: "Sequence[str]") -> "ArticleError":
    """Return the error for files without a summary."""
    from summarizer.errors import ArticleError

    return ArticleError(
        f"There is no summary in {', '.join(paths)}.",
        hint="Give what summarizer run --json or summarizer batch wrote.",
    )


def report_failures(failures: int) -> None:
    """Print to standard error how many articles of a batch have no summary."""
    if failures:
        print(f"{failures} failed in their batch and have no summary.", file=sys.stderr)
