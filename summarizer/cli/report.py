"""The command that writes the HTML report."""

import argparse
from pathlib import Path

from summarizer.cli import stored
from summarizer.cli.arguments import add_min_certainty


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "report",
        help="write an HTML page that shows summaries beside their articles",
        description="Write one HTML file that shows each summary beside its article and, for "
        "several articles, who said what across them and where they stand. It loads nothing.",
        epilog="example: summarizer report out.jsonl --html news.html",
    )
    parser.add_argument("--html", metavar="FILE", type=Path, required=True, help="the page")
    parser.add_argument(
        "--title", help="the title of the page; default: that of its article, or one for several"
    )
    add_min_certainty(parser)
    stored.add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page; return 1 if a summary could not be read."""
    from summarizer.report import save

    found = stored.Stored(args, args.min_certainty)
    save(found, args.html, title=args.title)
    return int(found.failed)
