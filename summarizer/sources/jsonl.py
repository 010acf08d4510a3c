"""JSON Lines: one article a line, read line by line, so that files may have any length."""

from collections.abc import Iterable, Iterator
from functools import partial

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.article import MAX_BYTES, Article
from summarizer.errors import ArticleError
from summarizer.schema.invalid import invalid


class _Record(BaseModel):
    """The keys that are read; others are ignored."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    text: str
    id: str = ""
    title: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None


def read(lines: Iterable[bytes], source: str) -> Iterator[Article]:
    """Read the articles of JSON Lines lazily.

    An invalid line raises an error when it is reached; the next call of ``next`` continues with
    the line after it.

    Args:
        lines: Each a JSON object with ``text``, and optionally ``id``, ``title``, ``url``,
            ``date``, ``publisher`` and ``author``. Blank lines are skipped.
        source: The path or URL, as the user wrote it.

    Returns:
        The articles.

    Raises:
        ArticleError: While iterating: a line is too long, not a JSON object, or has no text.

    Example:
        >>> [article.title for article in read([b'{"text": "It rained.", "title": "Rain"}'], "-")]
        ['Rain']
    """
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    return map(partial(_article, source), numbered)


def _article(source: str, numbered: tuple[int, bytes]) -> Article:
    number, line = numbered
    place = f"{source}, line {number}"
    if len(line) > MAX_BYTES:
        raise ArticleError(
            f"{place} is longer than {MAX_BYTES / 1e6:.0f} MB.",
            hint="Write one article a line.",
        )
    try:
        record = _Record.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        raise ArticleError(
            f"{place} holds no article: {invalid(error)}.",
            hint='Write one JSON object a line, such as {"id": "a1", "text": "…"}.',
        ) from error
    return Article(source=source, **record.model_dump())
