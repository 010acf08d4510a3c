"""The command that prints what code finds in an article without a model."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.scan.outline import Outline


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "outline",
        help="print the sentences, quotations and figures of an article; needs no model",
        description="Print what code finds in an article: its sentences, quotations and figures, "
        "with their places in code points.",
        epilog="example: summarizer outline article.txt --json",
    )
    parser.add_argument("article", metavar="ARTICLE", help="a text file in UTF-8, or -")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the outline."""
    from summarizer.article import Article, decode
    from summarizer.input import standard_input
    from summarizer.scan.outline import outline

    if args.article == "-":
        article = Article(decode(standard_input().read(), "Standard input"))
    else:
        article = Article.read(args.article)
    found = outline(article.text)
    if args.json:
        _print_json(found)
    else:
        _print_text(found)
    return 0


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
