"""The command that says why code finds what it finds."""

import argparse
from typing import TYPE_CHECKING

from summarizer.cli import source
from summarizer.cli.terminal import print_json

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.facets.shown import Explanation


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "explain",
        help="say why code finds a speaker, statement, stance, caption or actor; needs no model",
        description="Say of each quotation, statement, stance, figure and actor of an article "
        "which rule decides, which words the rule read, how sure it is, and who else it could have "
        "been; and which sentences the gist is copied from.",
        epilog="example: summarizer explain article.txt Q3",
    )
    source.add_arguments(parser)
    parser.add_argument(
        "item", metavar="ID", nargs="?", help="one item, such as Q3, T2, S1, F4, A2 or gist"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object an item")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain the items of each article of the source; return 1 if one cannot be read."""
    from summarizer.facets.explanation import explain

    show = _print_json if args.json else _print_text

    def show_all(article: "Article") -> None:
        for why in explain(article, args.item):
            show(why)

    return source.show_each(args, show_all)


def _print_json(why: "Explanation") -> None:
    from dataclasses import asdict

    print_json(asdict(why))


def _print_text(why: "Explanation") -> None:
    from summarizer.cli.terminal import plain

    print(plain(f"{why.id} {why.title}"))
    for line in why.lines():
        print(f"   {plain(line)}")
