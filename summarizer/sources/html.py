"""HTML: the article in a page, without its navigation, advertisements and comments.

trafilatura finds the article and what the page tells about it; this file decodes the page as a
browser would, and takes care that no word and no quotation mark of a sentence is lost on the way.
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
from summarizer.sources.content import Content, codec, parsing
from summarizer.sources.markup import article_text, web_address, with_marks

# A declaration that can be read as ASCII cannot stand in UTF-16 or UTF-32.
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*[\"']?(?!utf-?(?:16|32))([\w.:-]+)"
)
_DECLARATION = re.compile(r"\s*<\?xml[^<>]*>")
# A newline in HTML is a space; after an inline element trafilatura may take it for a line's end.
_NEWLINES = re.compile(r"[\r\n]+")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What trafilatura leaves in: boxes within the article's own text, told by the words of their class.
# A page or an article that only says of itself that it has such boxes is left whole.
_BOXES = [
    f"//*[contains(translate(concat('-', @class, '-', @id, '-'), ' _AD', '--ad'), '{word}')]"
    "[not(self::body or self::main or self::article) and count(.//p) < 4 and not(.//h1)]"
    for word in ("-ad-", "-ads-", "-advert", "-sponsor", "-newsletter", "-related-")
]

# trafilatura takes <code> for a block and drops <time>, in the middle of a sentence too. In a
# paragraph of less than 80 characters <time> is left: there it is the date of the article.
_PARTS_OF_SENTENCES = "//p//code | //p[string-length() > 80]//time"

_INLINE = "inline"
"""The name under which they are taken out."""

_SHORT = 250
"""Characters. Of shorter articles trafilatura may give all text of the page, line by line."""

_MANY = 5_000
"""Elements. Of larger pages no second opinion is asked for: it takes time quadratic in them."""
MAX_ELEMENTS = 100_000
"""Live blogs have some 20,000. The rest of trafilatura, too, takes time quadratic in them."""

# trafilatura tells of every flaw of a page; only those who set logging up want to know.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read(content: Content) -> Iterator[Article]:
    """Yield the one article of a page, with what the page tells about it.

    Raises:
        ArticleError: No article is found in it, or it has more than 100,000 elements.
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
    for part in tree.xpath(_PARTS_OF_SENTENCES):
        part.tag = _INLINE
    etree.strip_tags(tree, _INLINE)  # drop_tag takes time quadratic in their number
    page = bare_extraction(
        tree,
        url=content.url,
        fast=count > _MANY,
        with_metadata=True,
        # searched for extensively, a year that the article speaks of would become its date
        date_extraction_params=set_date_params(extensive=False),
        favor_precision=precise,
        include_comments=False,
        prune_xpath=_BOXES,
    )
    return page if isinstance(page, Document) else None


def _counted(tree: etree._Element, source: str) -> int:
    """Return the number of a page's elements, if they are not too many."""
    count = sum(1 for _ in tree.iter())
    if count > MAX_ELEMENTS:
        raise ArticleError(
            f"{source} has {count:,} elements, more than the page of an article.",
            hint="Save the article's text in a .txt file and give that.",
        )
    return count


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
