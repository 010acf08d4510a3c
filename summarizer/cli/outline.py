"""The command that prints what code finds in an article, without a model."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.document.outline import Outline


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "outline",
        help="print the sentences, quotations and figures of an article; needs no model",
        description="Print what code finds in an article: its sentences, quotations and figures, "
        "with their places in code points.",
        epilog="example: summarizer outline article.txt --json",
    )
    parser.add_argument(
        "article",
        metavar="ARTICLE",
        help="text, Markdown, HTML, PDF, a feed, JSON Lines, an http(s) URL, or -",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object per article")
    parser.add_argument(
        "--allow-private", action="store_true", help="also fetch from private networks"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the outline of each article of the source; return 1 if one cannot be read."""
    from summarizer.cli import complain
    from summarizer.document.outline import outline
    from summarizer.errors import SummarizerError
    from summarizer.sources import read_each

    show = _print_json if args.json else _print_text
    failed = False
    for article in read_each([args.article], allow_private=args.allow_private):
        if isinstance(article, SummarizerError):
            complain(article)
            failed = True
        else:
            show(outline(article.text))
    return int(failed)


def _print_json(found: "Outline") -> None:
    import json
    from dataclasses import asdict

    print(json.dumps(asdict(found), ensure_ascii=False, default=str))


def _print_text(found: "Outline") -> None:
    from summarizer.cli.terminal import plain

    for number, sentence in enumerate(found.sentences, start=1):
        print(f"[{number}] {plain(sentence.text)}")
    print()
    for number, quotation in enumerate(found.quotations, start=1):
        notes = f"{quotation.kind}, {quotation.role}" + ", continues" * quotation.continues
        place = f"{quotation.start}-{quotation.end}"
        print(f"quotation {number:<3} {place:<12} {notes:<16} {plain(quotation.text)}")
    for number, figure in enumerate(found.figures, start=1):
        value = figure.value if figure.value is not None else f"{figure.low}-{figure.high}"
        notes = "" if figure.kind in {"date", "time", "label"} else f"= {value} {figure.unit or ''}"
        place = f"{figure.start}-{figure.end}"
        print(f"figure {number:<6} {place:<12} {figure.kind:<16} {plain(figure.text)} {notes}")
