"""What a noun for people or bodies says: one person, several, or a body."""

from itertools import takewhile
from typing import Literal

from summarizer.document.actors.words import actor_words
from summarizer.document.names.vocabulary import Vocabulary
from summarizer.languages.lexicon import lexicon

Sort = Literal["one", "many", "body"]

_LIMITS = frozenset({"preposition", "relative", "that", "past", "gerund"})
_VAGUE = frozenset({"possessive", "adverb", "past", "saying", "auxiliary"})
_SMALL = frozenset({"function", "saying", "past", "adverb"})
_COUNTS = frozenset({"collective", "indefinite"})
_ONE = frozenset({"small_determiner", "indefinite"})
_PEOPLE = frozenset({"person", "title"})


class Nouns:
    """Knows the nouns for people and bodies of one language.

    Args:
        known: The words that its names are read by.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> nouns = Nouns(vocabulary(language("en")))
        >>> [nouns.sort(each) for each in ("mayor", "shopkeepers", "council", "rain")]
        ['one', 'many', 'body', None]
    """

    def __init__(self, known: Vocabulary) -> None:
        self._known = known
        self._lexicon = lexicon(known.language)
        self.words = actor_words(known.language)
        self._sorts: dict[str, Sort | None] = {}

    def sort(self, word: str) -> Sort | None:
        """Return what a noun means; None where it is no known noun for people or bodies."""
        low = word.lower().rstrip(".")
        if low not in self._sorts:
            self._sorts[low] = self._find_sort(low)
        return self._sorts[low]

    def is_one(self, word: str) -> bool:
        """Return whether a noun means one person or body."""
        return self.sort(word) in {"one", "body"}

    def is_agent(self, low: str) -> bool:
        """Return whether a word ends as nouns for who does something do: "convener"."""
        ends = tuple(end.removesuffix("s") for end in self.words.agents)
        return bool(ends) and low.endswith(ends) and low not in self.words.no_agents

    def _find_sort(self, low: str) -> Sort | None:
        words, ends = self.words, self._known.head_endings
        if low in words.courtesies:
            return None
        if low in words.crowds or low in words.trades:
            return "many"
        if low in words.institutions or (ends and low.endswith(ends)):
            return "body"
        if self.is_plural(low) and any(map(self._is_person, (low, low[:-1]))):
            return "many"
        return "one" if self._is_person(low) else None

    def _is_person(self, low: str) -> bool:
        words = self.words
        if low in words.people or low in words.either or self._known.is_office(low):
            return True
        if not self._lexicon.tags(low).isdisjoint(_PEOPLE):
            return True
        last = low.rpartition("-")[2]
        return last != low and self._is_person(last)

    def is_plural(self, low: str) -> bool:
        """Return whether a word ends as plurals do: "officials", not "boss"."""
        ends = self._known.plural_endings
        return low.endswith(ends) and any(
            low.endswith(end) and not low.endswith(end * 2) for end in ends
        )

    def is_plain(self, words: str) -> bool:
        """Return whether a description counts no one, joins no one, and says whose it is.

        "A court" is any, "a court in Lenn" is one.
        """
        first, *others = words.lower().split()
        tags = self._lexicon.tags(first)
        located = any("preposition" in self._lexicon.tags(each) for each in others)
        if "article" in tags and located and self.head(words) in words:
            tags = tags - _ONE
        whose = "small_determiner" in tags and first not in self._known.articles
        vague = (
            first in self.words.unnamed
            or (whose and first not in self.words.some)
            or not tags.isdisjoint(_VAGUE)
            or (first not in self.words.some and "alone" in tags)
        )
        numbered = any(
            each[0].isdecimal() or "indefinite" in self._lexicon.tags(each) for each in others
        )
        counted = first not in self.words.some and ("indefinite" in tags or first[0].isdigit())
        joined = any("and" in self._lexicon.tags(each) for each in others)
        return not (vague or numbered or counted or joined)

    def is_described(self, words: str, head: str) -> bool:
        """Return whether a noun for many has one before it: "technology companies"."""
        first, *after = self.core(words)
        known = first in self.words.unnamed or bool(self._lexicon.tags(first))
        of = len(after) == 1 and head in self.words.belonging and self.sort(first) == "body"
        return of or (head in self.words.trades and after[-1:] == [head] and not known)

    def is_open(self, low: str) -> bool:
        """Return whether a word is no small one: it may say which people are meant."""
        return low.isalpha() and self._lexicon.tags(low).isdisjoint(_SMALL)

    def is_unknown(self, low: str) -> bool:
        """Return whether no list has a word."""
        return low.isalpha() and not self._lexicon.tags(low) and self.sort(low) is None

    def is_count(self, low: str) -> bool:
        """Return whether a word only counts people: "some", "thousands"."""
        return not self._lexicon.tags(low).isdisjoint(_COUNTS)

    def is_who(self, low: str) -> bool:
        """Return whether a word begins a clause about a person."""
        return "who" in self._lexicon.tags(low)

    def is_inhabitant(self, low: str) -> bool:
        """Return whether a word means someone by where he or she is from: "norwegian"."""
        return "inhabitant" in self._lexicon.tags(low)

    def head(self, words: str) -> str:
        """Return the noun that a description is about: "officials" of "the officials in Oslo"."""
        return self.core(words)[-1]

    def core(self, words: str) -> list[str]:
        """Return the words of a description up to its noun, in lower case."""
        first, *others = words.lower().split() or [""]
        return [first, *takewhile(self._is_inside, others)]

    def _is_inside(self, low: str) -> bool:
        """Return whether a word may be before the noun: the "planning" of "planning committee"."""
        return low in self.words.modifiers or self._lexicon.tags(low).isdisjoint(_LIMITS)
