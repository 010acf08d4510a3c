"""PDF: the article in a file, with its lines joined into paragraphs.

pypdf extracts the pieces of text with their positions; ``layout`` puts them in reading order.
"""

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from math import hypot

from pypdf import PageObject, PdfReader

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.sources.content import Content, parsing
from summarizer.sources.layout import Piece, arrange
from summarizer.sources.markup import article_text

MAX_PAGES = 200
"""Longest file. The longest magazine features have about 40 pages."""

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
"""Ligatures, replaced by their letters, so that names are found in the text."""

# pypdf logs every minor flaw; show that only if the user has configured logging.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(content: Content) -> Iterator[Article]:
    """Yield the article in a PDF.

    Raises:
        ArticleError: It is broken, encrypted, longer than 200 pages, or a scan without text.
    """
    with parsing(content.source, "a PDF"):
        pages = PdfReader(BytesIO(content.data)).pages
        if len(pages) > MAX_PAGES:
            raise ArticleError(
                f"{content.source} has {len(pages)} pages; an article has at most {MAX_PAGES}.",
                hint="Give the pages of one article.",
            )
        title, lines = arrange([_pieces(page) for page in pages])
    if not lines:
        raise ArticleError(
            f"{content.source} has no text; it may be a scan.",
            hint="Recognise its text first, for example with: ocrmypdf IN.pdf OUT.pdf",
        )
    yield Article(
        article_text(title, lines),
        title=title,
        id=content.name,
        source=content.source,
        url=content.url,
    )


def _pieces(page: PageObject) -> list[Piece]:
    """Return the upright text of a page, in the order of drawing."""
    pieces: list[Piece] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _: object, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            up = hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
            pieces.append(Piece(text.translate(_LIGATURES), x, y, up * size))

    page.extract_text(orientations=(0,), visitor_text=visit)
    return pieces
