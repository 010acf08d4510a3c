"""What the commands share that read the articles of one source without a model."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.article import Article


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the source and how it is read."""
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="text, Markdown, HTML, PDF, a feed, JSON Lines, an http(s) URL, or -",
    )
    parser.add_argument(
        "--allow-private", action="store_true", help="also fetch from private networks"
    )


def show_each(args: argparse.Namespace, show: "Callable[[Article], None]") -> int:
    """Show each article of the source; report those that cannot be read, and return 1 for them."""
    from summarizer.cli import complain
    from summarizer.errors import SummarizerError
    from summarizer.sources import read_each

    failed = False
    for article in read_each([args.article], allow_private=args.allow_private):
        if isinstance(article, SummarizerError):
            complain(article)
            failed = True
        else:
            show(article)
    return int(failed)
