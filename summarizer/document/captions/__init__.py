"""What a figure measures, in words copied from its sentence.

It is whose age it is, or whose so many things are; else the clause of the figure, copied with a gap
for the figure, where that is short and can be read alone; else a noun that says enough. Elsewhere
there is none, and the longer clause that holds the figure has to say it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from summarizer.document.attribution.grammar.descriptions import rival_before
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

_WORD = re.compile(r"\w+")
_GENDERED = frozenset({"masculine", "feminine"})
_MEANING = _GENDERED | {"it"}


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
        the fare had risen to
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
        """Return a place of the name that "he", "she" or "it" at an offset means."""
        tokens = self._parsed.tokens
        token = (
            bisect_right(tokens, at, key=attrgetter("start")) - 1
        )  # behind the end of a sentence
        if tokens[token].start != at:
            return None
        name = self._subjects.get(at) or self._antecedent(token)
        known = name and not self._is_rivalled(token, name)
        return self._lookup.first_place(name) if name and known else None

    def _antecedent(self, token: int) -> str | None:
        if not self._parsed.tokens[token].is_any(_MEANING):
            return None
        name = self._parsed.antecedents.of(token)
        return name if name and self._is_person(name) else None

    def _is_rivalled(self, token: int, name: str) -> bool:
        """Return whether "she" may mean a woman who was described since she was named."""
        tokens = self._parsed.tokens
        rival = rival_before(tokens, token) if tokens[token].is_any(_GENDERED) else None
        since = tokens[rival.first : token] if rival else ()
        named = (self._parsed.full(each.item) for each in since if each.kind == "name")
        return rival is not None and name not in named

    def _is_person(self, name: str) -> bool:
        """Return whether "he" can mean a name: not one whose last word is a noun here."""
        last = name.rpartition(" ")[2].lower()
        return bool(self._parsed.persons.gender(name)) or last not in self._nouns

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return frozenset(filter(str.islower, _WORD.findall(self._parsed.text)))
