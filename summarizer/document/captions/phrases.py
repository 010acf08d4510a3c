"""The phrases around a figure: nouns, what belongs to them, what they do."""

from collections.abc import Callable

from summarizer.document.captions.clauses import Clauses
from summarizer.document.captions.vocabulary import Vocabulary
from summarizer.document.captions.words import Place, Word
from summarizer.document.figures import Figure

_NOUN = 4
"""Most words of a noun."""


class Phrases:
    """Reads the phrases of the sentence of a figure.

    Args:
        text: The text.
        figure: The figure.
        words: The words of its sentence.
        at: Which of them it is.
        known: The words of the language.
        who: Returns a place of the name that a pronoun at an offset means.

    Attributes:
        low: Returns a word in lower case; empty outside of the sentence.
    """

    def __init__(  # noqa: PLR0913, PLR0917  one of each is needed
        self,
        text: str,
        figure: Figure,
        words: tuple[Word, ...],
        at: int,
        known: Vocabulary,
        who: Callable[[int], Place | None],
    ) -> None:
        self.text, self.figure, self.words, self.at, self.known = text, figure, words, at, known
        self.clauses = Clauses(words, known, text)
        self.low = self.clauses.low
        self._who = who

    def place(self, words: range) -> Place:
        """Return the place of some words, without an article before them."""
        while len(words) > 1 and self.low(words[0]) in self.known.articles:
            words = words[1:]
        return self.words[words[0]].start, self.words[words[-1]].end

    def noun(self, at: int) -> range:
        """Return the noun that begins at a word; empty where none does."""
        end = at
        while end - at < _NOUN and not self.ends(end):
            end += 1
        plain = self.clauses.is_form(at) or self.clauses.is_adverb(at)
        return range(0) if plain and end - at == 1 else range(at, end)

    def ends(self, at: int) -> bool:
        """Return whether a word is no part of the noun before it."""
        plain = self.clauses.kind(at) in {"word", "quoted"}
        return not plain or self.low(at) in self.known.ending or self.clauses.is_verb(at)

    def is_verb(self, at: int) -> bool:
        """Return whether a word is a finite verb; behind a share it may be a plain one."""
        first = self.at + 1 + self.clauses.is_adverb(self.at + 1)
        own = self.figure.percent and at == first and self.low(at) in self.known.verbs
        return own or self.clauses.is_verb(at)

    def joins(self, at: int) -> bool:
        """Return whether a word needs another behind it."""
        return self.low(at) in self.known.joining
