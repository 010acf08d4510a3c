"""What a figure measures, in words copied from its sentence.

A caption is found where the words around a figure show for certain what it is of: an age, what is
counted and who has it, what rises and falls, what an amount is for. Elsewhere there is none, and
the clause that holds the figure has to say it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.captions.caption import Caption
from summarizer.document.captions.eastern import eastern_caption
from summarizer.document.captions.kinds import caption_in
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.vocabulary import vocabulary
from summarizer.document.captions.words import Place, words_around
from summarizer.document.figures import Figure
from summarizer.document.lookup import Lookup
from summarizer.document.sentences import Sentence, sentence_at
from summarizer.document.subjects import Subject

__all__ = ["Caption", "Captions"]

_GENDERED = frozenset({"masculine", "feminine"})


class Captions:
    """Knows what the figures of one article measure; each is read when it is asked about.

    Args:
        parsed: The article as tokens.
        sentences: Its sentences.
        figures: Its figures, in order.
        subjects: The mentions of those who may do what a sentence says.
        lookup: Finds names in its text.

    Example:
        >>> from summarizer import Article
        >>> from summarizer.document.document import Document
        >>> document = Document.read(Article("Jane Roe, 62, said the fare had risen to $3."))
        >>> for figure in document.figures.values():
        ...     print(document.captions.of(figure).text)
        age of Jane Roe
        fare had risen to
    """

    def __init__(
        self,
        parsed: ParsedText,
        sentences: Sequence[Sentence],
        figures: Sequence[Figure],
        subjects: Sequence[Subject],
        lookup: Lookup,
    ) -> None:
        self._parsed, self._sentences, self._lookup = parsed, sentences, lookup
        self._subjects = {subject.start: subject.name for subject in subjects}
        self._places = [(figure.start, figure.end) for figure in figures]
        self._known = vocabulary(parsed.names.vocabulary.language)
        self._found: dict[int, Caption | None] = {}

    def of(self, figure: Figure) -> Caption | None:
        """Return what a figure measures; None where no rule is certain of it."""
        if figure.start not in self._found:
            self._found[figure.start] = self._read(figure)
        return self._found[figure.start]

    def _read(self, figure: Figure) -> Caption | None:
        sentence = self._sentences[sentence_at(self._sentences, figure.start)]
        place, around = (figure.start, figure.end), (sentence.start, sentence.end)
        if self._parsed.names.is_caseless:
            return eastern_caption(self._parsed.text, figure, around)
        if self._known is None:
            return None
        words, at = words_around(self._parsed.text, place, around, self._places)
        return caption_in(Setting(self._parsed.text, figure, words, at, self._known, self._meant))

    def _meant(self, at: int) -> Place | None:
        """Return a place of the name that "he" or "she" at an offset means."""
        name = self._subjects.get(at) or self._antecedent(at)
        return self._lookup.first_place(name) if name else None

    def _antecedent(self, at: int) -> str | None:
        tokens = self._parsed.tokens
        token = bisect_left(tokens, at, key=attrgetter("start"))
        gendered = token < len(tokens) and tokens[token].is_any(_GENDERED)
        if not gendered or tokens[token].start != at:
            return None
        return self._parsed.antecedents.of(token)
