"""Summaries in the formats of other programs: one module a format.

A format that is one text yields it with ``pieces(summaries)``; one that needs a file or a folder
writes it with ``save(summaries, path)``.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from summarizer.errors import SettingsError
from summarizer.schema import Summary
from summarizer.storage.atomic_write import whole, writing

TEXTS = ("markdown", "json", "jsonl", "csv", "webannotation", "schemaorg")
"""Formats that are one text, which can be printed."""

FILES = ("parquet", "brat", "sqlite")
"""Formats that need a file; brat a folder."""


def pieces(summaries: Iterable[Summary], to: str) -> Iterator[str]:
    """Yield summaries as text in one of the formats :data:`TEXTS`.

    Args:
        summaries: The summaries, read one by one.
        to: The format.

    Returns:
        The text in pieces, to be written one after another.

    Raises:
        SettingsError: The format needs a file.

    Example:
        >>> "".join(pieces([], "jsonl"))
        ''
    """
    if to not in TEXTS:
        raise SettingsError(f"The format {to} cannot be printed.", hint="Name a file with -o.")
    found: Iterator[str] = import_module(f"summarizer.export.{to}").pieces(summaries)
    return found


def save(summaries: Iterable[Summary], to: str, path: Path) -> None:
    """Write summaries to a file in any format; a file that was there is replaced when all is well.

    Args:
        summaries: The summaries, read one by one.
        to: The format, one of :data:`TEXTS` or :data:`FILES`.
        path: The file; for brat the folder.

    Raises:
        SummarizerError: The file cannot be written, or the format needs what is not there.
    """
    if to == "brat":
        with writing(path):
            import_module("summarizer.export.brat").save(summaries, path)
        return
    with whole(path) as part:
        if to in FILES:
            import_module(f"summarizer.export.{to}").save(summaries, part)
        else:
            # Excel takes a CSV file for UTF-8 by its byte order mark alone.
            encoding = "utf-8-sig" if to == "csv" else "utf-8"
            with part.open("w", encoding=encoding, newline="") as file:
                file.writelines(pieces(summaries, to))
