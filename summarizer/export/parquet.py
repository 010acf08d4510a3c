"""Summaries as Parquet: the table of :mod:`summarizer.export.tables`, with typed columns."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from types import ModuleType

from summarizer.errors import MissingExtraError
from summarizer.export.tables import Row, rows, with_columns
from summarizer.schema import Summary

ROWS = 50_000
"""Rows in a row group: tens of megabytes, as the documentation of Parquet recommends."""


def save(summaries: Iterable[Summary], path: Path) -> None:
    """Write the table to a file; numbers become doubles, and the text of a figure stays exact.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    pa = _pyarrow()
    kinds = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), Decimal: pa.float64()}
    names, summaries = with_columns(summaries)
    schema = pa.schema([(name, kinds[kind]) for name, kind in names.items()])
    items = chain.from_iterable(map(rows, summaries))
    with pa.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := [dict(_typed(row)) for row in islice(items, ROWS)]:
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _pyarrow() -> ModuleType:
    try:
        import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow.",
            hint="Install the extra 'parquet', in a checkout with: pip install -e '.[parquet]'",
        ) from error
    return import_module("pyarrow")


def _typed(row: Row) -> Iterator[tuple[str, object]]:
    for name, cell in row.items():
        yield name, float(cell) if isinstance(cell, Decimal) else cell
