"""The command that tells what two summaries of one article say differently."""

import argparse
import sys
from typing import TYPE_CHECKING

from summarizer.cli.stored import nothing_in, tell
from summarizer.cli.terminal import plain

if TYPE_CHECKING:
    from summarizer.evaluation.diff import Difference
    from summarizer.schema import Summary


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "diff",
        help="tell what two summaries of one article say differently",
        description="Tell, facet by facet, what two summaries of one article say differently: "
        "of two models, two versions, two prompts. Files of many are paired by their articles.",
        epilog="example: summarizer diff small.json large.json",
    )
    parser.add_argument("a", metavar="A", help="the summary to start from, JSON or JSON Lines")
    parser.add_argument("b", metavar="B", help="the summary to compare it with")
    parser.add_argument("--json", action="store_true", help="print one JSON object an article")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the differences; return 1 if a summary cannot be read or has no partner."""
    from summarizer.evaluation.diff import compare

    old, new = _by_article(args.a), _by_article(args.b)
    show = _show_json if args.json else _show
    for digest, summary in old.items():
        if digest in new:
            show(summary, compare(summary, new[digest]))
    alone = [(old | new)[digest] for digest in sorted(old.keys() ^ new.keys())]
    for summary in alone:
        print(f"Only one file summarises {summary.article.id!r}.", file=sys.stderr)
    return int(bool(alone))


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
    tell(failures)
    if not found:
        raise nothing_in([path])
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
    """Return the text in one line, cut at a width."""
    line = plain(text)
    return line if not width or len(line) <= width else line[: width - 3].rstrip() + "..."


def _show_json(summary: "Summary", differences: "tuple[Difference, ...]") -> None:
    import json
    from dataclasses import asdict

    found = [asdict(difference) for difference in differences]
    print(json.dumps({"article": summary.article.id, "differences": found}, ensure_ascii=False))
