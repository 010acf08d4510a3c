"""The command that exports stored summaries."""

import argparse
import os
from pathlib import Path

from summarizer.cli import stored
from summarizer.cli.arguments import add_min_certainty
from summarizer.cli.terminal import print_pieces

FORMATS = (
    *("markdown", "json", "jsonl", "csv", "parquet"),
    *("webannotation", "schemaorg", "brat", "sqlite"),
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export",
        help="export stored summaries to other formats",
        description="Export stored summaries to another format.",
        epilog="example: summarizer export out.jsonl --to sqlite -o news.db",
    )
    parser.add_argument(
        "--to", metavar="FORMAT", choices=FORMATS, required=True, help=", ".join(FORMATS)
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="the output; parquet and sqlite need a file, brat a folder",
    )
    add_min_certainty(parser)
    stored.add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the export; return 1 if a summary could not be read."""
    from summarizer import export

    found = stored.Stored(args, args.min_certainty)
    if args.output:
        _keep_inputs(args)
        export.save(found, args.to, args.output)
    else:
        print_pieces(export.pieces(found, args.to))
    return int(found.failed)


def _keep_inputs(args: argparse.Namespace) -> None:
    """Refuse to replace what is exported."""
    from summarizer.errors import SettingsError

    if os.path.realpath(args.output) in map(os.path.realpath, args.summaries):
        raise SettingsError(
            f"{str(args.output)!r} is what is exported, so it is not replaced.",
            hint="Name another file with -o.",
        )
