"""JSON Lines: one article a line, read line by line, so that files may have any length.

A file that is one JSON value over several lines is read whole: an object is an article, an array
has one in each item.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain
from typing import Any

from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import from_json

from summarizer.article import MAX_BYTES, Article, called
from summarizer.errors import ArticleError
from summarizer.schema.invalid import invalid

_MARK = b"\xef\xbb\xbf"
_SPACE = b" \t\r\n"
_FORM = 'Write one JSON object a line, such as {"id": "a1", "text": "…"}.'


class _Section(BaseModel):
    headline: list[str] = []
    paragraphs: list[str] = []


class _Body(BaseModel):
    """The body of an article of Fundus."""

    summary: list[str] = []
    sections: list[_Section] = []

    def text(self) -> str:
        lines = (line for each in self.sections for line in (*each.headline, *each.paragraphs))
        return "\n".join([*self.summary, *lines])


def _keys(*names: str) -> Any:
    """Return a field that is read from the first of several keys; None if there is none."""
    return Field(None, validation_alias=AliasChoices(*names))


_TEXT = ("text", "maintext", "plaintext", "body")
"""The names of the text."""


class _Record(BaseModel):
    """The keys that are read, also those of news-please and Fundus; others are ignored."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    text: str = Field(validation_alias=AliasChoices(*_TEXT), strict=True)  # no number is a text
    id: str = ""
    title: str | None = None
    url: str | None = None
    date: str | None = _keys("date", "date_publish", "publishing_date")
    publisher: str | None = _keys("publisher", "source_domain")
    author: str | None = _keys("author", "authors")

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, found: Any) -> Any:
        """Leave out keys without a value, so that the next name of a field is looked at."""
        if not isinstance(found, dict):
            return found
        given = {key: each for key, each in found.items() if each is not None}
        return given if given.keys() & {*_TEXT} else found

    @field_validator("text", mode="before")
    @classmethod
    def _joined(cls, found: Any) -> Any:
        return _Body.model_validate(found).text() if isinstance(found, dict) else found

    @field_validator("author", mode="before")
    @classmethod
    def _listed(cls, found: Any) -> Any:
        """Put several authors into one line."""
        named = isinstance(found, list) and all(isinstance(each, str) for each in found)
        return (", ".join(found) or None) if named else found


def read(lines: Iterable[bytes], source: str) -> Iterator[Article]:
    """Read the articles of JSON Lines lazily.

    An invalid line raises an error when it is reached; the next call of ``next`` continues with
    the line after it.

    Args:
        lines: Each a JSON object with ``text``, and optionally ``id``, ``title``, ``url``,
            ``date``, ``publisher`` and ``author``, or with the keys of news-please (``maintext``,
            ``authors``, …) or Fundus (``body``, …). Blank lines are skipped.
        source: The path or URL, as the user wrote it.

    Returns:
        The articles.

    Raises:
        ArticleError: There is no article. While iterating: a line is too long, not a JSON
            object, or has no text.

    Example:
        >>> [article.title for article in read([b'{"text": "It rained.", "title": "Rain"}'], "-")]
        ['Rain']
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    first = next(numbered, None)
    if first is None:
        raise _empty(source)
    every = chain([first], numbered)
    if not first[1].lstrip(_MARK + _SPACE).startswith(b"[") and _parsed(first[1]) is not None:
        return map(partial(_article, source), every)
    taken = list(_limited(every))
    whole = _parsed(b"".join(line for _, line in taken))
    if whole is None:
        return map(partial(_article, source), chain(taken, every))
    items = whole if isinstance(whole, list) else [whole]
    if not items:
        raise _empty(source)
    return map(partial(_item, source), enumerate(items, 1))


def _empty(source: str) -> ArticleError:
    return ArticleError(f"{called(source)} holds no article.", hint=_FORM)


def _parsed(data: bytes) -> Any:
    """Return a JSON object or array; None if the bytes are neither."""
    with suppress(ValueError):
        found = from_json(data.removeprefix(_MARK))
        return found if isinstance(found, dict | list) else None
    return None


def _limited(numbered: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Yield lines until they are longer than one source may be."""
    size = 0
    while size <= MAX_BYTES and (line := next(numbered, None)):
        size += len(line[1])
        yield line


def _item(source: str, numbered: tuple[int, Any]) -> Article:
    number, item = numbered
    with _telling(f"{called(source)}, item {number}"):
        record = _Record.model_validate(item)
    return Article(source=source, **record.model_dump())


def _article(source: str, numbered: tuple[int, bytes]) -> Article:
    number, line = numbered
    place = f"{called(source)}, line {number}"
    if len(line) > MAX_BYTES:
        raise ArticleError(
            f"{place} is longer than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Write one article a line.",
        )
    with _telling(place):
        record = _Record.model_validate_json(line.removeprefix(_MARK))
    return Article(source=source, **record.model_dump())


@contextmanager
def _telling(place: str) -> Iterator[None]:
    """Turn the error of a record into one that says where it is."""
    try:
        yield
    except ValidationError as error:
        raise ArticleError(
            f"{place} holds no article: {invalid(error)}.",
            hint=_FORM,
        ) from error
