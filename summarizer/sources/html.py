"""HTML: the article in a page, without its navigation, advertisements and comments.

trafilatura finds the article and what the page tells about it; this file decodes the page as a
browser would, and takes care that no quotation mark is lost on the way.
"""

import codecs
import re
from collections.abc import Iterator

from trafilatura import bare_extraction
from trafilatura.settings import Document

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.sources.content import Content, codec, parsing
from summarizer.sources.markup import article_text, with_marks

_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""")
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*>")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What trafilatura leaves in: boxes within the article's own text, told by the words of their class.
_BOXES = [
    f"//*[contains(translate(concat('-', @class, '-', @id, '-'), ' _AD', '--ad'), '{word}')]"
    for word in ("-ad-", "-ads-", "-advert", "-sponsor", "-newsletter", "-related-")
]


def read(content: Content) -> Iterator[Article]:
    """Yield the one article of a page, with what the page tells about it.

    Raises:
        ArticleError: No article is found in it.
    """
    with parsing(content.source, "a web page"):
        page = bare_extraction(
            _DECLARATION.sub("", with_marks(_decoded(content)), count=1),
            url=content.url,
            with_metadata=True,
            include_comments=False,
            prune_xpath=_BOXES,
        )
    if not isinstance(page, Document) or not page.text:
        raise ArticleError(
            f"No article was found in {content.source}.",
            hint="Save the article's text in a .txt file and give that.",
        )
    yield Article(
        article_text(page.title, page.text.splitlines()),
        title=page.title,
        id=content.name,
        source=content.source,
        url=content.url or page.url,
        date=page.date,
        publisher=page.sitename,
        author=page.author,
    )


def _decoded(content: Content) -> str:
    """Decode a page in the order of the HTML standard: mark, server, page, then a guess."""
    data = content.data
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _DECLARED.search(data[:4096].lower())
    label = declared[1].decode("ascii", "replace") if declared else None
    told = marked or content.charset or codec(label)
    if told:
        return data.decode(told, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
