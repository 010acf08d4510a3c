"""Summaries as comma-separated values for spreadsheets: one row for each item."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from summarizer.export.tables import rows, with_columns
from summarizer.facets.shown import Cell
from summarizer.schema import Summary

_FORMULA = re.compile(r"(^|[;\t\r\n])(\ufeff*[=+\-@＝＋－＠]|^['\s\ufeff])")
"""The start of a cell, as some program may split it, and what makes it a formula there."""


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the table in pieces (RFC 4180), every cell in quotes.

    An apostrophe before what begins like a formula keeps a spreadsheet from running it (OWASP,
    "CSV Injection"), also where the spreadsheet takes semicolons or tabs for separators; numbers
    stay numbers.
    """
    line = StringIO()
    table = csv.writer(line, quoting=csv.QUOTE_ALL)
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
    return _FORMULA.sub(r"\1'\2", cell) if isinstance(cell, str) else cell
