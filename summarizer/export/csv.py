"""Summaries as comma-separated values for spreadsheets: one row for each item."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from summarizer.export.tables import rows, with_columns
from summarizer.facets.shown import Cell
from summarizer.schema import Summary


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the table in pieces (RFC 4180).

    An apostrophe before a text that begins like a formula keeps a spreadsheet from running it
    (OWASP, "CSV Injection"); numbers stay numbers.
    """
    line = StringIO()
    table = csv.writer(line)
    names, summaries = with_columns(summaries)
    table.writerow(names)
    for summary in summaries:
        for row in rows(summary):
            table.writerow(_guarded(row.get(name)) for name in names)
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _guarded(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "'")):
        return f"'{cell}"
    return cell
