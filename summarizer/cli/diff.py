"""The command that compares two summaries of one article."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from summarizer.cli.stored import no_summary, report_failures
from summarizer.cli.terminal import plain, print_json

if TYPE_CHECKING:
    from summarizer.evaluation.diff import Difference
    from summarizer.schema import Summary

    Show = Callable[[Summary, tuple[Difference, ...]], None]


EPILOG = """\
example: summarizer diff small.json large.json

exit codes: 0 the summaries say the same, 1 they differ, or one file lacks an article of the other,
2 a file cannot be compared
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "diff",
        help="compare two summaries of one article",
        description="Compare two summaries of one article, facet by facet: of two models, two\n"
        "versions or two prompts. In files of many summaries, those of the same article\n"
        "are compared.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("a", metavar="A", help="the first summary, JSON or JSON Lines")
    parser.add_argument("b", metavar="B", help="the second summary")
    parser.add_argument("--json", action="store_true", help="print one JSON object per article")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the differences; return an exit code as in the epilog."""
    from summarizer.cli import complain
    from summarizer.errors import SummarizerError

    try:
        old, new = _by_article(args.a), _by_article(args.b)
    except SummarizerError as error:
        complain(error)
        return 2
    differ = _show_each(old, new, _show_json if args.json else _show)
    alone = [(args.a, old[digest]) for digest in old if digest not in new]
    alone += [(args.b, new[digest]) for digest in new if digest not in old]
    for path, summary in alone:
        print(f"Only {path!r} summarises this text of {summary.article.id!r}.", file=sys.stderr)
    return int(differ or bool(alone))


def _show_each(old: "dict[str, Summary]", new: "dict[str, Summary]", show: "Show") -> bool:
    """Show the differences of each article that both files have; return whether there are any."""
    from summarizer.evaluation.diff import compare

    found = False
    for digest, summary in old.items():
        if digest in new:
            differences = compare(summary, new[digest])
            show(summary, differences)
            found = found or bool(differences)
    return found


def _by_article(path: str) -> "dict[str, Summary]":
    from summarizer.errors import SummarizerError
    from summarizer.storage.failure import Failure
    from summarizer.storage.reader import summaries

    found, failures = {}, 0
    for summary in summaries([path]):
        if isinstance(summary, SummarizerError):
            raise summary
        if isinstance(summary, Failure):
            failures += 1
        else:
            found[summary.article.digest] = summary
    report_failures(failures)
    if not found:
        raise no_summary([path])
    return found


def _show(summary: "Summary", differences: "tuple[Difference, ...]") -> None:
    print(_line(summary.article.title or summary.article.id))
    if not differences:
        print("  Both say the same.")
    for difference in differences:
        change = {"added": "only in B", "removed": "only in A"}.get(difference.kind)
        said = difference.after or difference.before if change else _turn(difference)
        print(f"  {difference.facet:8}{_line(difference.item, 60)!r}")
        print(f"          {change or difference.kind}: {_line(said or '')}")


def _turn(difference: "Difference") -> str:
    return f"{difference.before or '(nothing)'} -> {difference.after or '(nothing)'}"


def _line(text: str, width: int = 0) -> str:
    """Return the text on one line, cut at a width."""
    line = plain(text)
    return line if not width or len(line) <= width else line[: width - 3].rstrip() + "..."


def _show_json(summary: "Summary", differences: "tuple[Difference, ...]") -> None:
    from dataclasses import asdict

    found = [asdict(difference) for difference in differences]
    print_json({"article": summary.article.id, "differences": found})
