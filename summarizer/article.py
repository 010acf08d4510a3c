"""An article: its text, unaltered, and its metadata.

Every offset in the library counts Unicode code points of ``Article.text``. This module reads plain
text only; ``summarizer.sources`` reads other formats.
"""

import codecs
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.errors import ArticleError

MAX_BYTES = 20_000_000
"""Largest file that is read as one article. The longest news features are under 0.2 MB."""

_PLACE = re.compile(
    r"https?://\S+|\S+\.(?:txt|md|markdown|html?|pdf|rss|atom|xml|jsonl?|ndjson)", re.IGNORECASE
)
"""A word that is an address, or ends like the name of a file that holds an article."""


@dataclass(frozen=True, slots=True)
class Article:
    r"""A news article, its text exactly as it was read.

    Args:
        text: The whole text with its headline, newlines unchanged.
        title: The headline. Default: the first line, if it looks like a headline.
        id: A name for the article. Default: the first 12 hex digits of the digest.
        source: The path or URL of the text, as the user wrote it.
        url: The address at which it was published.
        date: The date of publication, as the source writes it.
        publisher: The publisher.
        author: The author, as the source writes the name.

    Attributes:
        digest: ``sha256:`` and the hex digest of the text in UTF-8.

    Raises:
        ArticleError: The text is empty, only white space, not a string, or has half of a
            surrogate pair.

    Example:
        >>> article = Article("Rain stops play\n\nThe umpires left at noon.")
        >>> article.title, article.digest[:13]
        ('Rain stops play', 'sha256:08fc20')
    """

    text: str
    title: str | None = None
    id: str = ""
    source: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(
                f"An article is a text, not {type(self.text).__name__}.",
                hint=_instead(self.text),
            )
        if not self.text.strip():
            raise ArticleError(
                f"{called(self.source)} holds no text.",
                hint="Give a file or string that holds an article.",
            )
        _reject_surrogates(self)
        for name in ("id", "title", "source", "url", "date", "publisher", "author"):
            object.__setattr__(self, name, _encodable(getattr(self, name)))
        object.__setattr__(self, "digest", digest(self.text))
        if not self.id:
            object.__setattr__(self, "id", self.digest[7:19])
        if self.title is None:
            object.__setattr__(self, "title", headline(self.text))

    @classmethod
    def of(cls, given: "Article | str") -> "Article":
        """Return an article as it is, or the article of a text.

        Args:
            given: The article, or its text.

        Raises:
            ArticleError: It is empty, or the name of a file or an address in the place of a text.

        Example:
            >>> Article.of("It rained in Oslo.").text
            'It rained in Oslo.'
        """
        if isinstance(given, Article):
            return given
        if _is_place(given):
            how = "Article.read" if given.lower().endswith(".txt") else "summarizer.sources.read"
            raise ArticleError(
                f"{given!r} is the name of a file or an address, not the text of an article.",
                hint=f"Read it first, with {how}({given!r}).",
            )
        return cls(given)

    @classmethod
    def read(cls, path: str | Path) -> "Article":
        """Read a plain-text file in UTF-8.

        Args:
            path: The file.

        Returns:
            The article, with the file's stem as its id.

        Raises:
            ArticleError: The file is missing, a folder, larger than 20 MB, binary, HTML, not
                UTF-8, or empty.

        Example:
            >>> Article.read("seeds/putin-thanks-kim.txt").id
            'putin-thanks-kim'
        """
        path = Path(path)
        text = decode(_content(path), str(path))
        if text[:100].lstrip().lower().startswith(("<!doctype html", "<html")):
            raise ArticleError(
                f"{str(path)!r} is an HTML page, not plain text.",
                hint=f"Read it with summarizer.sources.read({str(path)!r}).",
            )
        return cls(text, id=path.stem, source=str(path))


def _is_place(text: object) -> bool:
    """Return whether a text is the name of a file, one that exists or looks like one, or a URL."""
    if not isinstance(text, str) or len(text) > 1000 or not text.isprintable():
        return False
    # a Path raises on names that are too long
    return bool(_PLACE.fullmatch(text.strip())) or os.path.isfile(text)  # noqa: PTH113


def called(source: str | None) -> str:
    """Return what a message calls a source.

    Example:
        >>> called("-"), called("a.txt"), called(None)
        ('Standard input', 'a.txt', 'The article')
    """
    return "Standard input" if source == "-" else source or "The article"


def _instead(given: object) -> str:
    """Return what to do with what is no text."""
    if isinstance(given, bytes | bytearray):
        return "Decode the bytes first, or use Article.read for a file."
    if isinstance(given, list | tuple | set):
        return "For several articles, use summarize_many."
    return "Give its text, or use Article.read for a file."


def digest(text: str) -> str:
    """Return ``sha256:`` and the hex digest of the text in UTF-8.

    Lone surrogates are encoded too (``surrogatepass``), so every string has a digest.
    """
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def headline(text: str) -> str | None:
    """Return the first line if a blank line follows and it has at most 200 characters."""
    first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
    apart = rest[:1] in {"\n", "\r"}
    return first.strip() if apart and len(first) <= 200 else None


def decode(data: bytes, source: str) -> str:
    """Return the text of UTF-8 bytes, newlines unchanged.

    Raises:
        ArticleError: There are more than 20 MB, or they are binary or not UTF-8.
    """
    source = called(source)
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"{source} is longer than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Split the file into its articles.",
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ArticleError(
            f"{source} is not UTF-8 but UTF-16.",
            hint="Convert it, for example with: iconv -f UTF-16 -t UTF-8",
        )
    if b"\0" in data:
        raise ArticleError(f"{source} is a binary file.", hint="Give text in UTF-8, HTML or PDF.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{source} is not UTF-8: byte {data[error.start]:#04x} at offset {error.start}.",
            hint="Convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ArticleError(
            f"Cannot read {str(path)!r}: {(error.strerror or str(error)).lower()}.",
            hint="Give the path of a text file, or - for standard input.",
        ) from error


def _encodable(name: str | None) -> str | None:
    """Replace lone surrogates, as in odd file names, by question marks."""
    return name and name.encode("utf-8", "replace").decode()


def _reject_surrogates(article: Article) -> None:
    """Refuse half of a surrogate pair: neither UTF-8 nor JSON can hold it."""
    try:
        article.text.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{called(article.source)} holds half of a surrogate pair at offset {error.start}.",
            hint="Decode the text again from its source.",
        ) from error
