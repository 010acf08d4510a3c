"""The command that writes summaries in the formats of other programs."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from summarizer.cli import stored

FORMATS = (
    *("markdown", "json", "jsonl", "csv", "parquet"),
    *("webannotation", "schemaorg", "brat", "sqlite"),
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export",
        help="write summaries in the formats of other programs",
        description="Write stored summaries in the format of another program.",
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
        help="where to write it; parquet and sqlite need a file, brat a folder",
    )
    stored.add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the export; return 1 if a summary could not be read."""
    from summarizer import export

    found = stored.Stored(args)
    if args.output:
        export.save(found, args.to, args.output)
    else:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(newline="")  # a CSV has its own ends of lines
        sys.stdout.writelines(export.pieces(found, args.to))
    return int(found.failed)
