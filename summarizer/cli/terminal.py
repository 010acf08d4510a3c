"""Print a summary on a terminal, safe against control characters in the article."""

import json
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from summarizer.facets.shown import Line, Piece
    from summarizer.schema import Provenance, Summary, Usage

STYLES = {"": "", "name": "cyan", "strong": "bold", "number": "green", "note": "dim"}
"""The rich style for each style of a line."""

_WIDEST = 24
"""Characters of the column before the lines of a section."""


_LAYOUT = "\n\t\u00a0\u2002\u2003\u2009\u202f\u3000"
"""Line breaks, tabs and spaces of texts, which Python does not call printable."""


def plain(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def escaped(text: str) -> str:
    r"""Return a document with its control characters, other than line breaks and tabs, escaped.

    The escapes are those of JSON, so that JSON stays what it is.

    Example:
        >>> print(escaped("Red \x1b[31m\r\nrain"))
        Red \u001b[31m
        rain
    """
    return "".join(
        char if char.isprintable() or char in _LAYOUT else json.dumps(char)[1:-1]
        for char in text.replace("\r\n", "\n")
    )


def print_pieces(pieces: Iterable[str]) -> None:
    """Print a document to the letter; on a terminal, control characters are escaped."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(newline="")  # CSV has its own line ends
    sys.stdout.writelines(map(escaped, pieces) if sys.stdout.isatty() else pieces)
    sys.stdout.flush()


def print_json(data: object) -> None:
    """Print data as a line of JSON; see :func:`print_pieces`."""
    print_pieces([f"{json.dumps(data, ensure_ascii=False, default=str)}\n"])


def show(summary: "Summary", console: "Console", *, verbose: bool = False) -> None:
    """Print a summary: who said what by speaker, figures in a table, everything else in lists.

    Args:
        summary: The summary.
        console: The console, which sets colours and width.
        verbose: Whether each quote, stance and actor says who decided it.
    """
    for heading, lines in _sections(summary):
        _print(console, _styled(heading, "bold"))
        wide = min(max((len(line.head.text) for line in lines if line.head), default=0), _WIDEST)
        for line in lines:
            text = _text(line, noted=verbose)
            _print(console, text, 2 * line.depth, _piece(line.head) if line.head else None, wide)
        console.print()
    _print(console, _styled(_closing(summary), "dim"))


def _print(
    console: "Console", text: "Text", indent: int = 0, head: "Text | None" = None, wide: int = 0
) -> None:
    """Print a line, wrapped on a terminal alone: elsewhere, grep is to find a whole quotation."""
    from rich.padding import Padding

    if console.is_terminal:
        shown = text if head is None else _columns(head, text, wide)
        console.print(Padding(shown, (0, 0, 0, indent), expand=False), highlight=False)
    else:
        if head is not None:
            head.pad_right(max(wide - head.cell_len, 0) + 2)
        line = _styled(" " * indent) + (head or _styled("")) + text
        line.rstrip()
        console.print(line, highlight=False, soft_wrap=True)


def _columns(head: "Text", text: "Text", wide: int) -> "Table":
    from rich.table import Table

    columns = Table.grid(padding=(0, 2, 0, 0))
    columns.add_column(width=wide)
    columns.add_row(head, text)
    return columns


def _sections(summary: "Summary") -> "Iterator[tuple[str, list[Line]]]":
    from summarizer.facets import sections
    from summarizer.facets.shown import Line, Piece
    from summarizer.facets.wording import wording

    asked, words = summary.provenance.facets, wording(summary)
    found = [(section, list(section.lines(summary))) for section in sections(summary)]
    lead = [
        line for section, lines in found if section.lead and section.name in asked for line in lines
    ]
    if not any(lines for _, lines in found):
        lead = [Line((Piece(words("Nothing was found.")),), depth=0)]
    yield plain(summary.article.title or summary.article.id), lead
    for section, lines in found:
        if lines and not section.lead:
            yield plain(words(section.label)), lines
    if left := list(_left_out(summary)):
        yield words("Left out"), left


def _left_out(summary: "Summary") -> "Iterator[Line]":
    from summarizer.facets import facets_of
    from summarizer.facets.shown import Line, Piece

    lost = {facet.name: facet.lost for facet in facets_of(summary)}
    for each in summary.rejected:
        if each.reason != "not_a_statement":
            yield Line((Piece(f"{lost.get(each.facet, each.facet)}: {plain(each.detail)}"),))


def _text(line: "Line", *, noted: bool) -> "Text":
    """Style a line, without control characters."""
    text = _styled("")
    for piece in line.pieces:
        text.append(_safe(piece.text), STYLES[piece.style] or None)
    if noted and line.note:
        text.append(f"  {plain(line.note)}", STYLES["note"])
    return text


def _piece(piece: "Piece") -> "Text":
    return _styled(plain(piece.text), STYLES[piece.style])


def _safe(text: str) -> str:
    """As :func:`plain`, but keep spaces at both ends, which separate pieces."""
    before, after = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    inner = plain(text)
    return " " * before + inner + " " * after if inner else " " * before


def _closing(summary: "Summary") -> str:
    made = summary.provenance
    if made.strategy == "none":
        return "by code alone: no model was asked"
    if made.cached:
        return f"{plain(made.model)}, out of the cache"
    return (
        f"{plain(made.model)}{_about(made)}, {made.usage.requests} questions, "
        f"{made.usage.prompt_tokens - made.usage.cached_tokens} tokens read, "
        f"{made.usage.completion_tokens} written{_thought(made.usage)}, {made.seconds:.0f} s"
    )


def _about(made: "Provenance") -> str:
    """Return which facets it was asked about, where it was not about all."""
    if made.asked is None or set(made.asked) == set(made.facets):
        return ""
    return f", asked about {', '.join(map(plain, made.asked))} alone"


def _thought(usage: "Usage") -> str:
    return f" ({usage.reasoning_tokens} of them reasoning)" if usage.reasoning_tokens else ""


def _styled(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(text, style=style)
