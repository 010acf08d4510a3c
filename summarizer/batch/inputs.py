"""What a batch is given: files, folders, globs and addresses, as sources of articles."""

import glob
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from summarizer.sources.content import is_kind, kind_of


def sources(inputs: Iterable[str], *, without: Collection[Path] = ()) -> Iterator[str]:
    """Name each source of the inputs, in order; nothing is opened.

    Args:
        inputs: Files, addresses, ``-``; folders, of which every file is taken whose suffix is
            that of a kind that can be read, hidden ones aside; and patterns with ``*``, ``?``,
            ``[…]`` and ``**``.
        without: Files that are left out of folders and patterns: what the batch writes itself.

    Yields:
        The sources. A pattern that matches nothing stands for itself, so that reading it fails.
    """
    ours = {os.path.realpath(path) for path in without}
    for name in inputs:
        if not _stands_for_many(name):
            yield name
            continue
        found = _within(name) if Path(name).is_dir() else _matching(name)
        yield from (path for path in found if os.path.realpath(path) not in ours)


def count(sources: Iterable[str]) -> int | None:
    """Count the articles of sources without reading them, as far as names and lines tell.

    Returns:
        The number; None if a source does not tell, such as a feed, an address or ``-``.
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


def _stands_for_many(name: str) -> bool:
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
