"""RSS and Atom feeds: each entry is an article, with its full content if the feed has it.

feedparser reads even malformed feeds. It gets a stream, because it would read a string
as a path or a URL. Its sanitiser is off: it takes quadratic time on a hostile entry, and only the
text of the HTML is used anyway.
"""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser  # type: ignore[import-untyped]  # it ships no types
from lxml import etree, html  # type: ignore[import-untyped]  # it ships no types

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.sources import blocks
from summarizer.sources.content import Content, parsing
from summarizer.sources.markup import article_text, paragraphs, web_address

_ESCAPED = re.compile(
    r"&lt;(?:/[a-z][a-z0-9]*&gt;|/?(?:p|br|div|span|a|b|em|i|img)\b)", re.IGNORECASE
)
_ENTITY = re.compile(r"&amp;(?!(?:amp|lt|gt|quot);)(?=#?\w{2,9};)")


def read(content: Content) -> Iterator[Article]:
    """Return the articles of a feed, in its order.

    An entry without text raises an error when it is reached, and the iteration can continue.

    Raises:
        ArticleError: It is not a feed or has no entries; while iterating, an entry has no text.
    """
    charset = f"; charset={content.charset}" if content.charset else ""
    headers = {"content-type": "application/xml" + charset, "content-location": content.url or ""}
    with parsing(content.source, "a feed"):
        parsed = feedparser.parse(
            BytesIO(content.data),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    if not parsed.entries:
        raise ArticleError(
            f"{content.source} is not a feed with entries.",
            hint="Give an RSS or Atom feed, or the address of one article.",
        )
    home = urljoin(content.url or "", parsed.feed.get("link", ""))
    return map(partial(_article, content.source, home, _line(parsed.feed)), parsed.entries)


def _article(source: str, home: str, publisher: str | None, entry: Any) -> Article:
    with parsing(source, "a feed"):
        title = _line(entry)
        content = max(entry.get("content", ()), key=lambda part: len(part.value), default=None)
        return Article(
            article_text(title, _lines(content or entry.get("summary_detail"))),
            title=title,
            source=source,
            url=web_address(urljoin(home, entry.link)) if entry.get("link") else None,
            date=entry.get("published") or entry.get("updated"),
            publisher=publisher,
            author=entry.get("author_detail", {}).get("name") or entry.get("author"),
        )


def _line(titled: Any) -> str | None:
    return " ".join(_lines(titled.get("title_detail"))) or None


def _lines(detail: Any) -> list[str]:
    """Return the paragraphs of a feedparser "detail", which has a value and a type."""
    if not detail:
        return []
    if detail.type == "text/plain":
        return [line.strip() for line in detail.value.splitlines() if line.strip()]
    value = detail.value if "<" in detail.value else _once_more(detail.value)
    value = _ENTITY.sub("&", value)
    tree = html.document_fromstring(f"<!DOCTYPE html><body>{value}")
    etree.strip_elements(tree, "script", "style", etree.Comment, with_tail=False)
    blocks.rewrite(tree)
    return paragraphs(etree.tostring(tree.body, encoding="unicode"))


def _once_more(value: str) -> str:
    """Return HTML that was escaped twice as HTML; any other text as it is."""
    return unescape(value) if _ESCAPED.search(value) else value
