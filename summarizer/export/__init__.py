"""Export summaries to other formats, one module for each.

A text format has a function ``pieces(summaries)``; a format that needs a file or a folder has
``save(summaries, path)``.
"""

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from summarizer.errors import SettingsError, nearest, require_many
from summarizer.schema import Summary
from summarizer.storage.atomic_write import whole, writing

TEXTS = ("markdown", "json", "jsonl", "csv", "webannotation", "schemaorg")
"""Text formats, which can be printed."""

FILES = ("parquet", "brat", "sqlite")
"""Formats that need a file; brat needs a folder."""

_SUFFIXES = {
    "markdown": (".md", ".markdown"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "webannotation": (".json", ".jsonld", ".jsonl"),
    "schemaorg": (".json", ".jsonld", ".jsonl"),
    "parquet": (".parquet",),
    "sqlite": (".db", ".sqlite", ".sqlite3"),
}
"""Endings of the files that an export may replace."""


def pieces(summaries: Iterable[Summary], to: str) -> Iterator[str]:
    """Convert summaries to text in one of the formats :data:`TEXTS`.

    Args:
        summaries: The summaries, consumed one by one.
        to: The format.

    Returns:
        The text in pieces, to be written one after the other.

    Raises:
        SettingsError: The format needs a file, or is none, or one summary is given without a list.

    Example:
        >>> "".join(pieces([], "jsonl"))
        ''
    """
    _require_known(to)
    require_many(summaries, "summaries")
    if to in FILES:
        place = "folder" if to == "brat" else "file"
        raise SettingsError(
            f"{to} is written to a {place}, and cannot be printed.",
            hint=f"Name the {place} with -o. In Python, use export.save.",
        )
    found: Iterator[str] = import_module(f"summarizer.export.{to}").pieces(summaries)
    return found


def save(summaries: Iterable[Summary], to: str, path: Path) -> None:
    """Write summaries to a file in any format; an existing file is replaced only on success.

    Args:
        summaries: The summaries, consumed one by one.
        to: The format, one of :data:`TEXTS` or :data:`FILES`.
        path: The file; for brat, the folder.

    Raises:
        SettingsError: The file cannot be written, or exists and its name is not one of the format;
            or one summary is given without a list.
        MissingExtraError: The format needs an extra that is not installed.
        ArticleError: The format needs the text of an article that a summary does not have.
    """
    _require_known(to)
    require_many(summaries, "summaries")
    _require_replaceable(path, to)
    if to == "brat":
        with writing(path):
            import_module("summarizer.export.brat").save(summaries, path)
        return
    with whole(path) as part:
        if to in FILES:
            import_module(f"summarizer.export.{to}").save(summaries, part)
        else:
            # Excel reads a CSV file as UTF-8 only if it has a byte order mark.
            encoding = "utf-8-sig" if to == "csv" else "utf-8"
            with part.open("w", encoding=encoding, newline="") as file:
                file.writelines(pieces(summaries, to))


def _require_replaceable(path: Path, to: str) -> None:
    """Replace no file that may be something else, such as the article itself."""
    target = Path(os.path.realpath(path))
    allowed = _SUFFIXES.get(to, ())
    told = target.suffix.lower() in {"", *allowed}
    if target.is_file() and target.stat().st_size and not told:
        raise SettingsError(
            f"{str(path)!r} exists and may be no export to {to}, so it is not replaced.",
            hint=f"Name a file that ends in {' or '.join(allowed)}, or one that does not exist.",
        )


def _require_known(to: str) -> None:
    known = (*TEXTS, *FILES)
    if to not in known:
        raise SettingsError(
            f"There is no format {to!r}.",
            hint=f"{nearest(to, known)}Known are: {', '.join(known)}.",
        )
