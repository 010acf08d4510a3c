"""HTML: the article in a page, without its navigation, advertisements and comments.

trafilatura finds the article and its metadata. This module decodes the page as a browser would, and
makes sure that no word and no quotation mark of a sentence is lost.
"""

import codecs
import logging
import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # it ships no types
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document, set_date_params

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.sources import blocks
from summarizer.sources.content import Content, codec, parsing
from summarizer.sources.markup import article_text, web_address, with_marks

# A declaration that is readable as ASCII cannot be in UTF-16 or UTF-32.
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*[\"']?(?!utf-?(?:16|32))([\w.:-]+)"
)
_DECLARATION = re.compile(r"<\?xml[^<>]*>")
# A newline in HTML is a space, but trafilatura may take one after an inline element for a break.
_NEWLINES = re.compile(r"[\r\n]+")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Boxes inside the article that trafilatura keeps, recognised by words in their class or id. The
# article itself is kept, even if its own class has such a word.
_BOXES = [
    f"//*[contains(translate(concat('-', @class, '-', @id, '-'), ' _AD', '--ad'), '{word}')]"
    "[not(self::body or self::main or self::article) and count(.//p) < 4 and not(.//h1)]"
    for word in ("-ad-", "-ads-", "-advert", "-sponsor", "-newsletter", "-related-")
]

# trafilatura treats <code> as a block and drops <time>, even in the middle of a sentence. In a
# paragraph of less than 80 characters <time> is left alone: there it is the date of the article.
_PARTS_OF_SENTENCES = "//p//code | //p[string-length() > 80]//time"

_INLINE = "inline"
"""The temporary tag name by which these elements are unwrapped."""

_SHORT = 250
"""Characters. If it finds less, trafilatura may return all text of the page instead."""

_MANY = 5_000
"""Elements. Larger pages use trafilatura's fast mode: its fallbacks take quadratic time."""
MAX_ELEMENTS = 100_000
"""Larger pages are refused: trafilatura takes quadratic time. Live blogs have about 20,000."""

# trafilatura logs every flaw of a page; show that only if the user has configured logging.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read(content: Content) -> Iterator[Article]:
    """Yield the article of a page, with the metadata of the page.

    Raises:
        ArticleError: No article is found, or the page has more than 100,000 elements.
    """
    with parsing(content.source, "a web page"):
        markup = _DECLARATION.sub("", with_marks(_decoded(content)), count=1)
        markup = _NEWLINES.sub(" ", markup)
        page = _extracted(markup, content)
        if page and page.text and len(page.text) < _SHORT:
            page = _extracted(markup, content, precise=True) or page
    if not page or not page.text:
        raise ArticleError(
            f"No article was found in {content.source}.",
            hint="Save the article's text in a .txt file and give that.",
        )
    yield Article(
        article_text(page.title, [line.strip() for line in page.text.splitlines()]),
        title=page.title,
        id=content.name,
        source=content.source,
        url=content.url or web_address(page.url),
        date=page.date,
        publisher=page.sitename,
        author=page.author,
    )


def _extracted(markup: str, content: Content, *, precise: bool = False) -> Document | None:
    tree = load_html(markup)
    if tree is None:
        return None
    count = _counted(tree, content.source)
    blocks.rewrite(tree)
    for part in tree.xpath(_PARTS_OF_SENTENCES):
        part.tag = _INLINE
    etree.strip_tags(tree, _INLINE)  # drop_tag takes quadratic time
    page = bare_extraction(
        tree,
        url=content.url,
        fast=count > _MANY,
        with_metadata=True,
        # an extensive search would take a year in the text for the date
        date_extraction_params=set_date_params(extensive=False),
        favor_precision=precise,
        include_comments=False,
        prune_xpath=_BOXES,
    )
    return page if isinstance(page, Document) else None


def _counted(tree: etree._Element, source: str) -> int:
    """Return the number of elements of a page; refuse a page with too many."""
    count = sum(1 for _ in tree.iter())
    if count > MAX_ELEMENTS:
        raise ArticleError(
            f"{source} has {count:,} elements, more than the page of an article.",
            hint="Save the article's text in a .txt file and give that.",
        )
    return count


def _decoded(content: Content) -> str:
    """Decode a page as the HTML standard says: byte order mark, server, page, then a guess."""
    data = content.data
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _DECLARED.search(data[:4096].lower())
    label = declared[1].decode("ascii", "replace") if declared else None
    encoding = marked or content.charset or codec(label)
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
