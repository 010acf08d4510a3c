"""Stored summaries as arguments of a command: what export and report share."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.errors import ArticleError
    from summarizer.schema import Summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files of summaries and the folder of their articles."""
    parser.add_argument(
        "summaries", metavar="SUMMARY", nargs="+", help="JSON or JSON Lines; - is standard input"
    )
    parser.add_argument(
        "--articles",
        metavar="DIR",
        help="the folder of the articles, for summaries that are kept without them",
    )


class Stored:
    """The summaries that a user named, read one by one; errors go to standard error.

    The failures in a batch's output are no errors here: they are counted, and told at the end.
    That nothing at all was found is an error, so that no empty page replaces an old one.

    Args:
        args: What the user wrote.
    """

    def __init__(self, args: argparse.Namespace) -> None:
        self._args = args
        self.failed = False

    def __iter__(self) -> "Iterator[Summary]":
        from summarizer.cli import complain
        from summarizer.errors import ArticleError
        from summarizer.storage.failure import Failure
        from summarizer.storage.reader import Folder, summaries

        folder = Folder(self._args.articles) if self._args.articles else None
        found = failures = 0
        for summary in summaries(self._args.summaries, folder):
            if isinstance(summary, ArticleError):
                complain(summary)
                self.failed = True
            elif isinstance(summary, Failure):
                failures += 1
            else:
                found += 1
                yield summary
        tell(failures)
        if not found:
            raise nothing_in(self._args.summaries)


def nothing_in(paths: "Sequence[str]") -> "ArticleError":
    """Return the error for files in which there is no summary."""
    from summarizer.errors import ArticleError

    return ArticleError(
        f"There is no summary in {', '.join(paths)}.",
        hint="Give what summarizer run --json or summarizer batch wrote.",
    )


def tell(failures: int) -> None:
    """Say on standard error how many articles of a batch have no summary, if there are any."""
    if failures:
        print(f"{failures} failed in their batch and have no summary.", file=sys.stderr)
