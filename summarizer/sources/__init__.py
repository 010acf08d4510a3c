"""Read articles from files, web pages, feeds, JSON Lines and standard input.

This module finds the kind of a source; one module for each kind turns it into articles. The text of
an article is the extracted text: the headline, a blank line, and one line for each paragraph. No
word and no quotation mark is changed.
"""

import io
import logging
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from summarizer.article import MAX_BYTES, Article
from summarizer.errors import ArticleError, SummarizerError, require_many
from summarizer.sources import text
from summarizer.sources.content import (
    Content,
    Kind,
    collected,
    kind_of,
    limited,
    needing,
    readable,
)
from summarizer.sources.stdin import standard_input

__all__ = ["read", "read_each"]

log = logging.getLogger("summarizer.sources")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

_OPEN = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Files that the process already has, as in ``summarizer run <(curl …)``."""


def read(source: str, *, allow_private: bool = False) -> Iterator[Article]:
    r"""Read the articles of a source.

    The source is opened or fetched at once, and parsed within 5 seconds of processor time. JSON
    Lines are read lazily. In feeds and JSON Lines, an unreadable article raises an error when it is
    reached, and the iteration can continue.

    Args:
        source: A path (plain text, Markdown, HTML, PDF, an RSS or Atom feed, JSON Lines), an http
            or https URL of one of these, or ``-`` for standard input.
        allow_private: Whether a URL may lead to a private network or to this machine.

    Returns:
        The articles: several for feeds and JSON Lines, otherwise one.

    Raises:
        ArticleError: The source, or while iterating one of its articles, cannot be read.
        MissingExtraError: This kind of source needs an extra that is not installed.

    Example:
        >>> import tempfile
        >>> folder = tempfile.TemporaryDirectory()
        >>> path = Path(folder.name, "rain.md")
        >>> _ = path.write_text("# Rain stops play\n\nThe *umpires* left.", encoding="utf-8")
        >>> [article.text for article in read(str(path))]
        ['Rain stops play\n\nThe umpires left.']
        >>> folder.cleanup()
    """
    if _SCHEME.match(source):
        with needing("web"):
            web = import_module("summarizer.sources.web")
        return _articles(*web.fetch(source, allow_private=allow_private))
    stream = standard_input() if source == "-" else _opened(Path(source))
    kind = kind_of(source, _head(stream))
    # Leave standard input open.
    closing = nullcontext(stream) if source == "-" else stream
    if kind == "jsonl":
        return _records(_lines(closing, source), source)
    with closing:
        data = limited(stream, source)
    return _articles(kind, Content(data, source, name="" if source == "-" else Path(source).stem))


def read_each(
    sources: Iterable[str], *, allow_private: bool = False
) -> Iterator[Article | SummarizerError]:
    """Read the articles of many sources, one after the other.

    Args:
        sources: Paths, URLs or ``-``, as for :func:`read`.
        allow_private: As for :func:`read`.

    Yields:
        Each article, or an error for what cannot be read.
    """
    require_many(sources, "sources")
    for source in sources:
        try:
            articles = read(source, allow_private=allow_private)
        except SummarizerError as error:
            yield error
            continue
        yield from collected(articles)


def _records(lines: Iterable[bytes], source: str) -> Iterator[Article]:
    from summarizer.sources import jsonl  # noqa: PLC0415  takes a while

    return jsonl.read(lines, source)


def _articles(kind: Kind, content: Content) -> Iterator[Article]:
    """Read content of a kind; what a parser might hang on is parsed in a child process."""
    log.debug("Reading %d bytes as %s.", len(content.data), kind)
    if kind == "jsonl":
        return _records(io.BytesIO(content.data), content.source)
    if kind == "text":
        return text.read(content)
    from summarizer.sources import child  # noqa: PLC0415  takes a while

    _require(kind)
    return map(_valid, child.parsed(kind, content))


def _require(kind: Kind) -> None:
    """Raise an error if the library that reads a kind is not installed."""
    library = {"html": "trafilatura", "feed": "feedparser", "pdf": "pypdf"}.get(kind)
    with needing("pdf" if kind == "pdf" else "web"):
        if library and find_spec(library) is None:
            raise ModuleNotFoundError(name=library)


def _valid(found: Article | SummarizerError) -> Article:
    if isinstance(found, SummarizerError):
        raise found
    return found


def _opened(path: Path) -> BinaryIO:
    with readable(str(path)):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(path).close()  # raises if it is unreadable
            raise ArticleError(
                f"{str(path)!r} is a folder.", hint=f"Give its files, such as {path}/*.txt."
            )
        if not stat.S_ISREG(mode) and not str(path).startswith(_OPEN):
            raise ArticleError(
                f"{str(path)!r} is a device or pipe, which might never end.",
                hint="Pipe it in, and give - for standard input.",
            )
        return path.open("rb")


def _head(stream: BinaryIO) -> bytes:
    with suppress(OSError):  # reading the content will raise a clear error
        return stream.peek() if isinstance(stream, io.BufferedReader) else b""
    return b""


def _lines(closing: AbstractContextManager[BinaryIO], source: str) -> Iterator[bytes]:
    """Yield the lines; of a line that is too long, only one byte more than the limit."""
    with closing as stream, readable(source):
        for line in iter(lambda: stream.readline(MAX_BYTES + 1), b""):
            yield line
            rest = line
            while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
                rest = stream.readline(MAX_BYTES + 1)
