"""The command that says why each quotation has its speaker."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document.explanation import Candidate, Explanation


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "explain",
        help="say why code gives a quotation to its speaker; needs no model",
        description="Say of each quotation of an article which rule decides who said it, which "
        "words the rule read, how sure it is, and who else it could have been.",
        epilog="example: summarizer explain article.txt Q3",
    )
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="text, Markdown, HTML, PDF, an http(s) address, or -",
    )
    parser.add_argument("item", metavar="ID", nargs="?", help="one quotation, such as Q3")
    parser.add_argument("--json", action="store_true", help="print one JSON object a quotation")
    parser.add_argument(
        "--allow-private", action="store_true", help="fetch from private networks, too"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain the quotations of each article of the source; return 1 if one cannot be read."""
    from summarizer.cli import complain
    from summarizer.document.explanation import explain
    from summarizer.errors import SummarizerError
    from summarizer.sources import read_each

    show = _print_json if args.json else _print_text
    failed = False
    for article in read_each([args.article], allow_private=args.allow_private):
        if isinstance(article, SummarizerError):
            complain(article)
            failed = True
        else:
            for why in explain(article, args.item):
                show(why)
    return int(failed)


def _print_json(why: "Explanation") -> None:
    import json
    from dataclasses import asdict

    print(json.dumps(asdict(why), ensure_ascii=False))


def _print_text(why: "Explanation") -> None:
    from summarizer.cli.terminal import plain

    print(plain(f"{why.id} “{why.words}”"))
    if why.decided is None:
        print("   No rule finds a speaker.")
    else:
        print(f"   {plain(_line(why.decided))}\n   {why.decided.description}")
    for other in why.others:
        print(f"   or: {plain(_line(other))}")


def _line(candidate: "Candidate") -> str:
    """Return a candidate in a line: "Jane Roe (after-verb, explicit): said Jane Roe"."""
    words = " ".join(candidate.text.split())
    return f"{candidate.speaker} ({candidate.rule}, {candidate.certainty}): {words}"
