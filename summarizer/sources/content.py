"""The content of a source before it is read: its bytes and what kind of text they hold.

Owns the kinds, how they are told by name and by the first bytes, and the two ways in which reading
them may fail. Knows nothing of networks, and of no kind how it is read.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO, Literal

from summarizer.article import MAX_BYTES, decode
from summarizer.errors import ArticleError, MissingExtraError, SummarizerError

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

# Possessive, since the ways to take many comments for fewer, longer ones are beyond counting.
_PROLOGUE = rb"(?:\s|<\?[^>]*>|<!--.*?-->)*+"
_SIGNS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE), "feed"),
    (re.compile(_PROLOGUE + rb"<(?:!doctype\s+)?html[\s>]", re.DOTALL | re.IGNORECASE), "html"),
    # An array is none, but an error that asks for lines is better than an article of brackets.
    (re.compile(rb'\s*(?:\[\s*)?\{\s*"'), "jsonl"),
)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Content:
    """What was found at a source.

    Args:
        data: The bytes, decompressed.
        source: The path or address, as the user named it.
        name: A name for the article; empty if there is none.
        url: The address from which it was fetched.
        charset: The codec that a server told, as ``codec`` returned it.
    """

    data: bytes
    source: str
    name: str = ""
    url: str | None = None
    charset: str | None = None

    def text(self) -> str:
        """Return the bytes as text: in the told encoding, in UTF-8 if none was told.

        Raises:
            ArticleError: They are not text in that encoding.
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
    """Return the codec that a page or server means by an encoding's label; None if it is unknown.

    Browsers read what calls itself Latin-1 or ASCII as Windows-1252, and so do pages that mean its
    quotation marks. Python's codecs that are no encodings of text (and slow) are not accepted.

    Example:
        >>> codec("ISO-8859-1"), codec("UTF8"), codec("punycode"), codec(None)
        ('cp1252', 'utf-8', None, None)
    """
    try:
        name = codecs.lookup(label or "").name
        bytes(4).decode(name)  # "rot13" is known as well, and decodes nothing
    except (LookupError, ValueError):
        return None
    if name in _LATIN:
        return "cp1252"
    return None if name in _NO_ENCODINGS else name


def kind_of(name: str, head: bytes) -> Kind:
    """Tell the kind of a file: by its suffix, and by its first bytes where they say more.

    Args:
        name: The file's name or path.
        head: Its first bytes; a few thousand are enough.

    Returns:
        The kind; ``text`` where nothing speaks for another one.

    Example:
        >>> kind_of("page.md", b"# Rain"), kind_of("page", b"<!DOCTYPE html>")
        ('markdown', 'html')
    """
    told = _SUFFIXES.get(PurePath(name).suffix.lower())
    seen = sniff(head)
    return seen if seen == "pdf" or (told is None and seen) else told or "text"


def is_kind(name: str) -> bool:
    """Tell whether a file's suffix is one of a kind that can be read.

    Example:
        >>> is_kind("page.HTML"), is_kind("photo.jpeg"), is_kind("README")
        (True, False, False)
    """
    return PurePath(name).suffix.lower() in _SUFFIXES


def sniff(head: bytes) -> Kind | None:
    """Tell the kind from the first bytes alone; None where they could be any text."""
    head = head[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return next((kind for sign, kind in _SIGNS if sign.match(head)), None)


def limited(stream: BinaryIO, source: str) -> bytes:
    """Read a stream to its end.

    Raises:
        ArticleError: It holds more than ``MAX_BYTES``, or breaks off.
    """
    with readable(source):
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"{source} is longer than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Split it into its articles.",
        )
    return data


@contextmanager
def readable(source: str) -> Iterator[None]:
    """Turn what the system says against reading a source into an ``ArticleError``."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ArticleError(
            f"Cannot read {source!r}: {reason.lower()}.",
            hint="Give a path, an http or https address, or - for standard input.",
        ) from error


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Turn a failing import into an error that names the extra to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"This source needs {error.name!r}, which is not installed.",
            hint=f"Install it with: pip install 'summarizer[{extra}]'",
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
            f"{source} cannot be read as {what}: {str(error) or type(error).__name__}.",
            hint="Save the article's text in a .txt file and give that.",
        ) from error
