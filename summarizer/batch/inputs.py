"""The inputs of a batch: files, folders, glob patterns and URLs."""

import glob
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from summarizer.sources.content import is_kind, kind_of


def sources(inputs: Iterable[str], *, without: Collection[Path] = ()) -> Iterator[str]:
    """Expand inputs into sources, in order, without opening a file.

    Args:
        inputs: Files, URLs and ``-``; folders, of which all files with a known suffix are taken,
            but no hidden ones; and patterns with ``*``, ``?``, ``[…]`` and ``**``.
        without: Files to leave out of folders and patterns: the output of the batch.

    Yields:
        The sources. A pattern that matches nothing is yielded unchanged, so that reading it fails.
    """
    ours = {os.path.realpath(path) for path in without}
    for name in inputs:
        if not _is_many(name):
            yield name
            continue
        found = _within(name) if Path(name).is_dir() else _matching(name)
        yield from (path for path in found if os.path.realpath(path) not in ours)


def count(sources: Iterable[str]) -> int | None:
    """Count the articles of sources by file names and lines, without parsing.

    Returns:
        The number; None if it cannot be known, as for a feed, a URL or ``-``.
    """
    total = 0
    for source in sources:
        kind = kind_of(source, b"")
        if source == "-" or "://" in source or kind == "feed" or not Path(source).is_file():
            return None
        total += _lines(source) if kind == "jsonl" else 1
    return total


def _lines(path: str) -> int:
    with Path(path).open("rb") as file:
        return sum(1 for line in file if line.strip())


def _is_many(name: str) -> bool:
    if Path(name).exists():
        return Path(name).is_dir()
    return glob.has_magic(name) and "://" not in name


def _within(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if is_kind(name) and not name.startswith("."):
                yield os.path.join(parent, name)  # noqa: PTH118  a Path would drop the user's "./"


def _matching(pattern: str) -> Iterator[str]:
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207  a Path's pattern must be relative
    yield from sorted(path for path in found if Path(path).is_file()) or [pattern]
