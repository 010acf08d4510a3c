"""The inputs of a batch: files, folders, glob patterns and URLs."""

# ruff: noqa: PTH110, PTH112, PTH113, PTH118, PTH123, PTH207
# A Path would drop the user's "./", and raises on names that are too long.

import glob
import os
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from summarizer.errors import SettingsError
from summarizer.sources.content import is_kind, kind_of


def sources(inputs: Iterable[str], *, without: Collection[Path] = ()) -> Iterator[str]:
    """Expand inputs into sources, in order, without opening a file.

    Args:
        inputs: Files, URLs and ``-``; folders, of which all files with a known suffix are taken,
            but no hidden ones; and patterns with ``*``, ``?``, ``[…]`` and ``**``.
        without: Files to leave out of folders and patterns: the output of the batch.

    Yields:
        The sources. A pattern that matches nothing, and a folder that cannot be opened, are yielded
        unchanged, so that reading them fails.
    """
    ours = {os.path.realpath(path) for path in without}
    for name in inputs:
        if not _is_many(name):
            yield name
            continue
        found = _within(name) if os.path.isdir(name) else _matching(name)
        yield from (path for path in found if os.path.realpath(path) not in ours)


def require_one(inputs: Iterable[str]) -> None:
    """Refuse inputs none of which is there: no file, no folder, and no match of a pattern.

    Raises:
        SettingsError: There is nothing to read.
    """
    names = list(inputs)
    if not any(map(_is_there, names)):
        raise SettingsError(
            f"No file matches {' or '.join(map(repr, names))}.",
            hint="Give files, folders, patterns such as 'news/**/*.txt', or http(s) addresses.",
        )


def count(sources: Iterable[str]) -> int | None:
    """Count the articles of sources by file names and lines, without parsing.

    Returns:
        The number; None if it cannot be known, as for a feed, a URL or ``-``.
    """
    total = 0
    for source in sources:
        kind = kind_of(source, b"")
        if source == "-" or "://" in source or kind == "feed" or not os.path.isfile(source):
            return None
        total += _lines(source) if kind == "jsonl" else 1
    return total


def _lines(path: str) -> int:
    """Count the records; what cannot be read is one failure."""
    try:
        with open(path, "rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1


def _is_there(name: str) -> bool:
    if name == "-" or "://" in name or os.path.exists(name):
        return True
    return any(map(os.path.exists, glob.iglob(name, recursive=True)))  # "no/**" gives "no/"


def _is_many(name: str) -> bool:
    if os.path.exists(name):
        return os.path.isdir(name)
    return glob.has_magic(name) and "://" not in name


def _within(folder: str) -> Iterator[str]:
    unreadable: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=_noted(unreadable)):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if is_kind(name) and not name.startswith("."):
                yield os.path.join(parent, name)
    yield from unreadable


def _matching(pattern: str) -> Iterator[str]:
    """Yield the files that match; glob itself skips folders that cannot be opened."""
    found = glob.glob(pattern, recursive=True)
    unreadable: list[str] = []
    if "**" in pattern:
        deque(os.walk(_fixed_part(pattern), onerror=_noted(unreadable)), maxlen=0)
    yield from sorted(path for path in found if not os.path.isdir(path)) or [pattern]
    yield from unreadable


def _fixed_part(pattern: str) -> str:
    """Return the folder in which a pattern begins."""
    parts = takewhile(lambda part: not glob.has_magic(part), pattern.split("/"))
    return "/".join(parts) or ("/" if pattern.startswith("/") else ".")


def _noted(unreadable: list[str]) -> Callable[[OSError], None]:
    return lambda error: unreadable.append(os.fsdecode(error.filename))
