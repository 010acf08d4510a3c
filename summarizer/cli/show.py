"""The command that prints stored summaries, without asking again."""

import argparse
from typing import TYPE_CHECKING

from summarizer.cli import stored
from summarizer.cli.terminal import print_pieces, show

if TYPE_CHECKING:
    from summarizer.schema import Summary

FORMATS = ("text", "html", "markdown", "json", "jsonl", "csv", "webannotation", "schemaorg")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "show",
        help="print stored summaries, as text or in another format",
        description="Print stored summaries, as text as run does, or in another format. No model "
        "is asked. To write files, see: summarizer export --help, summarizer report --help",
        epilog="example: summarizer show out.jsonl",
    )
    parser.add_argument(
        "--to", metavar="FORMAT", choices=FORMATS, default="text", help=", ".join(FORMATS)
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="say of each item who decided it, a rule or the model, and how sure that is",
    )
    stored.add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the summaries; return 1 if one could not be read."""
    found = stored.Stored(args)
    if args.to == "text":
        for summary in found:
            print_text(summary, verbose=args.verbose)
    elif args.to == "html":
        from summarizer.report import html

        print_pieces([html(found)])
    else:
        from summarizer.export import pieces

        print_pieces(pieces(found, args.to))
    return int(found.failed)


def print_text(summary: "Summary", *, verbose: bool) -> None:
    """Print a summary as text."""
    from rich.console import Console

    console = Console()
    with console.capture() as shown:
        show(summary, console, verbose=verbose)
    print(shown.get(), end="", flush=True)  # rich itself would exit where the pipe is closed
