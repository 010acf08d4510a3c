"""Markdown: its text without the markup, read by a CommonMark parser.

markdown-it-py changes no word and, with its typographer off, no quotation mark. Front matter, as in
``title: …`` between two lines of ``---`` at the top, becomes the metadata of the article.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarizer.article import Article
from summarizer.sources.content import Content, parsing
from summarizer.sources.markup import article_text, paragraphs

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n((?:(?:[\w-]+:|[ \t#-])[^\n]*\n|\r?\n)*?)---[ \t]*(?:\r?\n|$)"
)
"""Front matter: ``key: value`` lines. Prose between two rules belongs to the article."""
_KNOWN = {"title", "author", "date", "publisher", "url"}


def read(content: Content) -> Iterator[Article]:
    """Yield the article in a Markdown file.

    Raises:
        ArticleError: It is binary, in another encoding, or empty.
    """
    text = content.text()
    front = _FRONT_MATTER.match(text)
    metadata = _metadata(front[1]) if front else {}
    with parsing(content.source, "Markdown"):
        tokens = MarkdownIt("commonmark").parse(text[front.end() :] if front else text)
        title = metadata.pop("title", None) or _title(tokens)
        lines = [line for token in tokens for line in _lines(token) if line.strip()]
    url = metadata.pop("url", content.url)
    body = article_text(title, lines)
    yield Article(body, title=title, id=content.name, source=content.source, url=url, **metadata)


def _metadata(front_matter: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in front_matter.splitlines())
    found = {key.strip().lower(): value.strip().strip("\"'") for key, _, value in pairs}
    return {key: value for key, value in found.items() if key in _KNOWN and value}


def _title(tokens: Sequence[Token]) -> str | None:
    opens = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return _inline(tokens[1]) if opens else None


def _lines(token: Token) -> list[str]:
    if token.type == "inline":
        return [_inline(token)]
    if token.type == "html_block":
        return paragraphs(token.content)
    return token.content.splitlines() if token.type in {"fence", "code_block"} else []


def _inline(token: Token) -> str:
    """Join the words of a paragraph; a line break in the source becomes a space."""
    parts = (
        " " if part.type in {"softbreak", "hardbreak"} else part.content
        for part in token.children or ()
        if part.type not in {"html_inline", "image"}
    )
    return "".join(parts)
