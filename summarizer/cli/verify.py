"""The command that checks stored summaries against their articles."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.cli import stored
from summarizer.cli.terminal import plain

if TYPE_CHECKING:
    from summarizer.storage.reader import Folder, Record


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "verify",
        help="check stored summaries against their articles",
        description="Check, without a model, that every span, name and number of stored summaries "
        "is in their articles. Without --articles, they are checked against the text that they "
        "include.",
        epilog="example: summarizer verify out.jsonl --articles news/",
    )
    stored.add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every fault on a line; return 1 if there is one, or no summary."""
    from summarizer.errors import ArticleError
    from summarizer.storage.failure import is_failure
    from summarizer.storage.reader import Folder, records

    folder = Folder(args.articles) if args.articles else None
    checked = failed = failures = 0
    for path in args.summaries:
        for record in records(path):
            if not isinstance(record, ArticleError) and is_failure(record.data):
                failures += 1
                continue
            lines = (
                [f"{record} {record.hint}"]
                if isinstance(record, ArticleError)
                else [*_lines(record, folder)]
            )
            checked += 1
            failed += bool(lines)
            sys.stdout.writelines(f"{plain(line)}\n" for line in lines)
    are = "summary is" if checked == 1 else "summaries are"
    if checked:
        print(f"{checked - failed} of {checked} {are} valid.", file=sys.stderr)
    stored.report_failures(failures)
    if not checked:
        raise stored.no_summary(args.summaries)
    return int(failed > 0)


def _lines(record: "Record", folder: "Folder | None") -> Iterator[str]:
    from summarizer.errors import SummarizerError
    from summarizer.verify import Fault, faults

    text, found = None, list[Fault]()
    info = record.data.get("article") if isinstance(record.data, dict) else None
    if folder and isinstance(info, dict):
        try:
            text = folder.find(info)
        except SummarizerError as error:
            found.append(Fault("article", str(error)))
        else:
            if text is None:
                found.append(Fault("article", f"The folder does not hold {info.get('id')!r}."))
    for fault in (*found, *faults(record.data, text)):
        yield f"{record.where}: {fault.item}: {fault.problem}"
