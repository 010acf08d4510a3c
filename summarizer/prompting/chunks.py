"""The chunks of an article: neighbouring sentences that one prompt can show.

A chunk is only what the model is shown and asked about. The outline, the names and every check stay
those of the whole article, and so do the numbers of sentences, quotations and figures.
"""

from functools import cached_property

from summarizer.document.document import Document
from summarizer.document.part import part_of

MARGIN = 500
"""Characters of whole sentences shown on either side of a chunk: who "she" is comes before a
quotation, and "Ada Brandt said" may come after it."""

LEAST = 2000
"""Characters, about 500 tokens of English: less is not halved. A model whose context is too small
for that has no room for the question and its answer."""


class Chunk:
    """Some neighbouring sentences of an article.

    Every quotation and figure belongs to the one chunk in which it begins.

    Args:
        article: The whole article, read by code.
        own: The indices of the sentences; all of them, if not given.

    Example:
        >>> from summarizer import Article
        >>> chunk = Chunk(Document.read(Article("It took 40 days. It cost 9 crowns.")), range(1, 2))
        >>> list(chunk.document.figures), chunk.where
        (['F2'], 'sentence 2')
    """

    def __init__(self, article: Document, own: range | None = None) -> None:
        self.article = article
        everything = range(len(article.outline.sentences))
        self.own = everything if own is None else own
        self.is_whole = self.own == everything
        self.leads = self.own.start == 0

    @cached_property
    def document(self) -> Document:
        """The article with the quotations and figures of this chunk alone."""
        return self.article if self.is_whole else part_of(self.article, self.own)

    @cached_property
    def shown(self) -> range:
        """The sentences that the model is shown: the chunk's own, and some around them."""
        sentences = self.article.outline.sentences
        first, stop = self.own.start, self.own.stop
        start, end = sentences[first].start - MARGIN, sentences[stop - 1].end + MARGIN
        while first > 0 and sentences[first - 1].start >= start:
            first -= 1
        while stop < len(sentences) and sentences[stop].end <= end:
            stop += 1
        return range(first, stop)

    @property
    def where(self) -> str:
        """Which sentences are its own, as a reader counts them."""
        first, last = self.own.start + 1, self.own.stop
        return f"sentence {first}" if first == last else f"sentences {first} to {last}"

    @property
    def is_small(self) -> bool:
        """Whether it is too short to be halved."""
        sentences = self.article.outline.sentences
        return sentences[self.own.stop - 1].end - sentences[self.own.start].start <= LEAST

    def halves(self) -> "tuple[Chunk, ...]":
        """Return two chunks of about the same length; none of a small one or a single sentence."""
        sentences = self.article.outline.sentences
        first, last = self.own.start, self.own.stop - 1
        start, end = sentences[first].start, sentences[last].end
        if first == last or self.is_small:
            return ()
        middle = min(max(self.article.sentence_at((start + end) // 2), first + 1), last)
        return tuple(
            Chunk(self.article, own) for own in (range(first, middle), range(middle, last + 1))
        )
