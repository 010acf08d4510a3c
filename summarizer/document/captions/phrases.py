"""The phrases around a figure: nouns, what belongs to them, what they do."""

from collections.abc import Callable

from summarizer.document.captions.clauses import Clauses
from summarizer.document.captions.vocabulary import Vocabulary
from summarizer.document.captions.words import Place, Word
from summarizer.document.figures import Figure

_NOUN, _PHRASE = 4, 9
"""Most words of a noun and of a prepositional phrase."""

_CLAUSE = 10
"""Words of a clause."""


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
        known, low = self.known, self.low(at)
        small = low in known.articles | known.pronouns | known.times | known.prepositions
        joins = low in known.openers | known.ands | known.infinitive
        return self.clauses.kind(at) not in {"word", "quoted"} or (
            small or joins or self.clauses.is_verb(at)
        )

    def phrase(self, at: int, prepositions: frozenset[str]) -> range:
        """Return the prepositional phrase that begins at a word; empty where none does."""
        head = at + 1
        while self.low(head) in self.known.articles | self.known.owners:
            head += 1
        end = head
        while end - at < _PHRASE and (not self.ends(end) or (end > head and self._goes_on(end))):
            end += 1
        if self.low(end - 1) in self.known.ofs | self.known.articles:
            end -= 1 + (self.low(end - 1) in self.known.articles)
        whole = end > head and self.clauses.kind(end) != "figure"
        whole = whole and self.low(end) not in self.known.times
        return range(at, end) if self.low(at) in prepositions and whole else range(0)

    def _goes_on(self, at: int) -> bool:
        """Return whether a phrase goes on over a small word: "of the end of the war"."""
        article = self.low(at) in self.known.articles
        before = self.low(at - 1) in self.known.ofs or self.clauses.is_gerund(at - 1)
        return (article and before) or (self.low(at) in self.known.ofs and not before)

    def predicate(self, at: int, most: int = _CLAUSE) -> range:
        """Return the clause that begins at a word, cut to some words; empty where none does."""
        verb = next(
            (one for one in range(at, len(self.words)) if self.is_verb(one)), len(self.words)
        )
        stop = next(one for one in range(at, len(self.words) + 1) if self._stops(one, verb, most))
        end = stop
        while end - at > most:
            end = next((one for one in range(end - 1, verb + 1, -1) if self._joins(one)), at)
        while end > verb + 1 and (self._joins(end - 1) or self.low(end - 1) in self.known.articles):
            end -= 1
        return range(at, end) if end > verb and self._says(verb, end) else range(0)

    def is_verb(self, at: int) -> bool:
        """Return whether a word is a finite verb; behind a share it may be a plain one."""
        first = self.at + 1 + self.clauses.is_adverb(self.at + 1)
        own = self.figure.percent and at == first and self.low(at) in self.known.verbs
        return own or self.clauses.is_verb(at)

    def _stops(self, at: int, verb: int, most: int) -> bool:
        """Return whether a clause ends before a word."""
        kind, openers = self.clauses.kind(at), self.known.openers - self.known.comparing
        comma = kind == "comma" and (at > verb or most == _CLAUSE)
        comma = comma or (self.low(at) in self.known.ands and self.clauses.kind(at + 1) == "figure")
        return comma or kind == "mark" or (at > verb + 1 and self.low(at) in openers)

    def _joins(self, at: int) -> bool:
        return self.low(at) in self.known.prepositions | self.known.ands | self.known.openers

    def _says(self, verb: int, end: int) -> bool:
        """Return whether a clause says something: not "said", not "is"."""
        last, before = self.low(end - 1), self.low(end - 2)
        known = self.known
        says = last in known.saying and not (
            end - 2 >= verb and (self.clauses.is_verb(end - 2) or self.clauses.is_adverb(end - 2))
        )
        return not (last in known.helpers or (says and before not in known.helpers))
