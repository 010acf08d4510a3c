"""Plain text, unaltered."""

from collections.abc import Iterator

from summarizer.article import Article
from summarizer.sources.content import Content


def read(content: Content) -> Iterator[Article]:
    """Yield the article in a plain text.

    Raises:
        ArticleError: It is binary, in another encoding, or empty.
    """
    yield Article(content.text(), id=content.name, source=content.source, url=content.url)
