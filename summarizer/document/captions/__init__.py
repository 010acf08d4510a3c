"""What a figure measures, in words copied from its sentence.

It is whose age it is, or whose so many things are; else the clause of the figure, copied with a gap
for the figure, where that is short and can be read alone; else a noun that says enough. Elsewhere
there is none, and the longer clause that holds the figure has to say it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from operator import attrgetter

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.captions.ages import age
from summarizer.document.captions.caption import Caption
from summarizer.document.captions.eastern import eastern_caption
from summarizer.document.captions.extent import extent
from summarizer.document.captions.meaning import Meaning
from summarizer.document.captions.references import References
from summarizer.document.captions.sentence import sentence
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.topic import Topic
from summarizer.document.captions.vocabulary import vocabulary
from summarizer.document.captions.words import Place, Surroundings
from summarizer.document.figures import Figure
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence, sentence_at

__all__ = ["Caption", "Captions", "Meaning", "Topic"]


class Captions:
    """Knows what the figures of one article measure; each is read when it is asked about.

    Args:
        parsed: The article as tokens.
        sentences: Its sentences.
        figures: Its figures, in order.
        quotes: Its quotations, in order.
        meaning: Who its pronouns and descriptions mean, and what it is about.

    Example:
        >>> from summarizer import Article
        >>> from summarizer.document.document import Document
        >>> document = Document.read(Article("Jane Roe, 62, said the fare had risen to $3."))
        >>> for figure in document.figures.values():
        ...     print(document.captions.of(figure).text)
        age of Jane Roe
        Jane Roe, 62, said the fare had risen to …
    """

    def __init__(
        self,
        parsed: ParsedText,
        sentences: Sequence[Sentence],
        figures: Sequence[Figure],
        quotes: Sequence[AttributedQuote],
        meaning: Meaning,
    ) -> None:
        self._parsed, self._sentences = parsed, sentences
        self._meaning, self._quotes = meaning, quotes
        places = [(figure.start, figure.end) for figure in figures]
        known = vocabulary(parsed.names.vocabulary.language)
        self._surroundings = Surroundings(parsed.text, places, known) if known else None
        quoted = partial(_is_quoted, parsed.quotations)
        self._references = References(parsed.text, sentences, quoted, meaning)
        self._found: dict[int, Caption | None] = {}

    def of(self, figure: Figure) -> Caption | None:
        """Return what a figure measures; None where no rule is certain of it."""
        if figure.start not in self._found:
            self._found[figure.start] = self._read(figure)
        return self._found[figure.start]

    def _read(self, figure: Figure) -> Caption | None:
        whole = self._sentences[sentence_at(self._sentences, figure.start)]
        place, around = (figure.start, figure.end), (whole.start, whole.end)
        quoted = _quoted(self._parsed.quotations, *around)
        if self._parsed.names.is_caseless:
            return eastern_caption(self._parsed.text, figure, around)
        text = self._parsed.text
        if not self._surroundings or text[figure.end : figure.end + 1].isalnum():  # "£50s"
            return None
        around = extent(text, place, around, quoted, self._parsed.skipped)
        words = self._surroundings.of(place, around)
        here = Setting(text, figure, words, self._surroundings.known, self._meaning.of)
        made = age(here) or sentence(here)
        return made and self._references.explained(here, made, self._speaker(figure))

    def _speaker(self, figure: Figure) -> Place | None:
        """Return a place of the name of who says a figure, in a quotation."""
        at = bisect_right(self._quotes, figure.start, key=attrgetter("start")) - 1
        quote = self._quotes[at] if at >= 0 else None
        if quote is None or not any(start <= figure.start < end for start, end in quote.places):
            return None
        return self._meaning.place(quote.name) if quote.name else None


def _is_quoted(quotations: Sequence[Quotation], at: int) -> bool:
    """Return whether an offset is in a quotation that is a statement of its own."""
    return any(each.kind == "direct" for each in _quoted(quotations, at, at + 1))


def _quoted(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Return the quotations of a sentence."""
    last = bisect_left(quotations, end, key=attrgetter("outer_start"))
    first = bisect_right(quotations, start, key=attrgetter("outer_end"))
    return quotations[first:last]
