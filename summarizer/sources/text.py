"""Plain text: taken as it is, to the last character."""

from collections.abc import Iterator

from summarizer.article import Article
from summarizer.sources.content import Content


def read(content: Content) -> Iterator[Article]:
    """Yield the one article that a plain text is.

    Raises:
        ArticleError: It is binary, in another encoding, or empty.
    """
    yield Article(content.text(), id=content.name, source=content.source, url=content.url)
