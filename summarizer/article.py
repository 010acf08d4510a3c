"""An article: its text, unaltered, and what is known about it.

Every offset in the library is a Unicode code point into ``Article.text``. This module knows
nothing of models, prompts or files of other formats than plain text.
"""

import codecs
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.errors import ArticleError

MAX_BYTES = 20_000_000
"""Largest file read as one article; the longest news features are under 0.2 MB."""


@dataclass(frozen=True, slots=True)
class Article:
    r"""A news article, its text exactly as it was read.

    Args:
        text: The whole text, headline included if there is one, newlines unchanged.
        title: The headline; the first line of the text where it looks like one, if not given.
        id: A name for the article; the first 12 digits of the digest, if not given.
        source: Where the text came from (a path or a URL), as the user named it.
        url: The address under which it was published.
        date: When it was published, as its source writes it.
        publisher: Who published it.
        author: Who wrote it, as its source names them.

    Raises:
        ArticleError: The text is empty, or nothing but white space, or not text.

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
                hint="Decode bytes first, or use Article.read for a file.",
            )
        if not self.text.strip():
            raise ArticleError(
                f"{self.source or 'The article'} holds no text.",
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
    def read(cls, path: str | Path) -> "Article":
        """Read a plain-text file in UTF-8.

        Args:
            path: The file.

        Returns:
            The article, with the file's stem as its id.

        Raises:
            ArticleError: The file is missing, a folder, too large, binary, not UTF-8, or empty.
        """
        path = Path(path)
        return cls(decode(_content(path), str(path)), id=path.stem, source=str(path))


def digest(text: str) -> str:
    """Return ``sha256:`` and the hex digest of the text in UTF-8.

    Lone surrogates, which UTF-8 cannot carry, are passed through, so that any string has one.
    """
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def headline(text: str) -> str | None:
    """Return the first line if it looks like a headline: a blank line after it, and not long."""
    first, _, rest = text.strip("\ufeff \t\r\n").partition("\n")
    apart = rest[:1] in {"\n", "\r"}
    return first.strip() if apart and len(first) <= 200 else None


def decode(data: bytes, source: str) -> str:
    """Return the text of UTF-8 bytes, newlines unchanged.

    Raises:
        ArticleError: The bytes are too many, binary, or not UTF-8.
    """
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
        raise ArticleError(f"{source} is a binary file.", hint="Give a text file in UTF-8.")
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
    """Return a name with question marks for what UTF-8 cannot carry, as in odd file names."""
    return name and name.encode("utf-8", "replace").decode()


def _reject_surrogates(article: Article) -> None:
    """Refuse half a character: JSON, UTF-8 and so the summary cannot carry it."""
    try:
        article.text.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{article.source or 'The article'} holds half of a surrogate pair at offset "
            f"{error.start}.",
            hint="Decode the text anew from its source.",
        ) from error
