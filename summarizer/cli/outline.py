"""The command that prints what code finds in an article, without a model."""

import argparse
from typing import TYPE_CHECKING

from summarizer.cli import source
from summarizer.cli.terminal import print_json

if TYPE_CHECKING:
    from summarizer.document.figures import Figure
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
    source.add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object per article")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the outline of each article of the source; return 1 if one cannot be read."""
    from summarizer.document.outline import outline

    show = _print_json if args.json else _print_text
    return source.show_each(args, lambda article: show(outline(article.text)))


def _print_json(found: "Outline") -> None:
    print_json(found.data())


def _print_text(found: "Outline") -> None:
    from summarizer.cli.terminal import plain

    for number, sentence in enumerate(found.sentences, start=1):
        print(f"[{number}] {plain(sentence.text)}")
    print()
    for number, quotation in enumerate(found.quotations, start=1):
        notes = f"{quotation.kind}, {quotation.role}" + ", continues" * quotation.continues
        place = f"{quotation.start}-{quotation.end}"
        print(f"quotation {number:<3} {place:<12} {notes:<16} {plain(quotation.text)}")
    keys = found.keys
    for figure in found.figures:
        place = f"{figure.start}-{figure.end}"
        notes = f"{keys.get(figure.start, '-'):<6} {place:<12} {figure.kind:<16}"
        print(f"figure {notes} {plain(figure.text)} {plain(_worth(figure))}")


def _worth(figure: "Figure") -> str:
    """Return what a figure is worth, or why it is worth nothing."""
    if figure.kind in {"date", "time", "label"}:
        return f"({figure.reason})" if figure.reason else ""
    if figure.readings:
        return f"= {' or '.join(map(str, figure.readings))} {figure.unit or ''}"
    value = figure.value if figure.value is not None else f"{figure.low}-{figure.high}"
    return f"= {value} {figure.unit or ''}"
