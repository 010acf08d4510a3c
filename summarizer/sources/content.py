"""The content of a source before it is parsed: its bytes and their kind.

This module recognises a kind by the file name and the first bytes, and turns failures of readers
into clear errors. It does not fetch or parse anything.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePath
from typing import BinaryIO, Literal, NamedTuple

from summarizer.article import MAX_BYTES, Article, called, decode
from summarizer.errors import ArticleError, MissingExtraError, SummarizerError, nearest

Kind = Literal["text", "markdown", "html", "pdf", "feed", "jsonl"]

_SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".rss": "feed",
    ".atom": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

_LATIN = {"iso8859-1", "ascii"}
_NO_ENCODINGS = {"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "utf-7"}

# Possessive, to prevent exponential backtracking over many comments.
_PROLOGUE = rb"(?:\s|<\?[^>]*>|<!--.*?-->|<!doctype\s+(?!html\b)[^<>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+"
_SIGNS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE), "feed"),
    (re.compile(_PROLOGUE + rb"<(?:!doctype\s+)?html[\s>]", re.DOTALL | re.IGNORECASE), "html"),
    # An array is not JSON Lines, but an error that says so is better than an article of brackets.
    (re.compile(rb'\s*(?:\[\s*)?\{\s*"|\s*(?:\[\s*\]|\{\s*\})\s*\Z'), "jsonl"),
)
_HEAD = 4096


class Content(NamedTuple):
    """The content of a source.

    Args:
        data: The bytes, decompressed.
        source: The path or URL, as the user wrote it.
        name: A name for the article; empty if there is none.
        url: The URL from which it was fetched, after redirects.
        charset: The codec of the encoding that the server declared, from :func:`codec`.
    """

    data: bytes
    source: str
    name: str = ""
    url: str | None = None
    charset: str | None = None

    def text(self) -> str:
        """Decode the bytes in the declared encoding, or else in UTF-8.

        Raises:
            ArticleError: The bytes are not text in that encoding.
        """
        if self.charset is None:
            return decode(self.data, self.source)
        try:
            return self.data.decode(self.charset).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise ArticleError(
                f"{self.source} is not in {self.charset!r}, though its server says so.",
                hint="Save the page as a file in UTF-8 and give that.",
            ) from error


def codec(label: str | None) -> str | None:
    """Return the Python codec for the label of an encoding; None if it is unknown.

    Latin-1 and ASCII are read as Windows-1252, as browsers do, because pages with these labels use
    its quotation marks. Codecs of Python that are not text encodings are not accepted.

    Example:
        >>> codec("ISO-8859-1"), codec("UTF8"), codec("punycode"), codec(None)
        ('cp1252', 'utf-8', None, None)
    """
    try:
        name = codecs.lookup(label or "").name
        bytes(4).decode(name)  # "rot13" is a codec, but does not decode bytes
    except (LookupError, ValueError):
        return None
    if name in _LATIN:
        return "cp1252"
    return None if name in _NO_ENCODINGS else name


def kind_of(name: str, head: bytes) -> Kind:
    """Recognise the kind of a file by its suffix and its first bytes.

    Args:
        name: The file's name or path.
        head: Its first bytes; 4,096 are used.

    Returns:
        The kind; ``text`` if nothing indicates another one.

    Example:
        >>> kind_of("page.md", b"# Rain"), kind_of("page", b"<!DOCTYPE html>")
        ('markdown', 'html')
    """
    named = _SUFFIXES.get(PurePath(name).suffix.lower())
    seen = sniff(head)
    return seen if seen == "pdf" or (named is None and seen) else named or "text"


def is_kind(name: str) -> bool:
    """Return whether a file's suffix is that of a kind that can be read.

    Example:
        >>> is_kind("page.HTML"), is_kind("photo.jpeg"), is_kind("README")
        (True, False, False)
    """
    return PurePath(name).suffix.lower() in _SUFFIXES


def sniff(head: bytes) -> Kind | None:
    """Recognise the kind by the first bytes alone; None if they could be any text."""
    head = head[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return next((kind for sign, kind in _SIGNS if sign.match(head)), None)


def limited(stream: BinaryIO, source: str) -> bytes:
    """Read a stream to its end.

    Raises:
        ArticleError: It is longer than ``MAX_BYTES``, or reading fails.
    """
    with readable(source):
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"{called(source)} is longer than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Split it into its articles.",
        )
    return data


@contextmanager
def readable(source: str) -> Iterator[None]:
    """Turn an ``OSError`` or ``ValueError`` while reading a source into an ``ArticleError``."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(
            f"Cannot read {source!r}: {reason.lower()}.",
            hint=f"{_near(source)}Give a path, an http or https address, or - for standard input.",
        ) from error


def _near(source: str) -> str:
    """Name the file of that folder that a mistyped name may mean; empty if nothing is near."""
    path = Path(source)
    try:
        beside = [each.name for each in islice(path.parent.iterdir(), 1000)]
    except (OSError, ValueError):
        return ""
    return "" if path.name in beside else nearest(path.name, beside)


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Turn a failed import into an error that names the extra to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"This source needs {error.name!r}, which is not installed.",
            hint=f"Install the extra {extra!r}, in a checkout with: pip install -e '.[{extra}]'",
        ) from error


@contextmanager
def parsing(source: str, what: str) -> Iterator[None]:
    """Turn whatever a parser raises on a broken or hostile source into an ``ArticleError``."""
    try:
        yield
    except SummarizerError:
        raise
    except Exception as error:
        raise ArticleError(
            f"{called(source)} cannot be read as {what}: {str(error) or type(error).__name__}.",
            hint="Save the article's text in a .txt file and give that.",
        ) from error


def collected(articles: Iterator[Article]) -> Iterator[Article | SummarizerError]:
    """Yield articles, and an error in the place of each that cannot be read."""
    while True:
        try:
            yield next(articles)
        except StopIteration:
            return
        except SummarizerError as error:
            yield error
