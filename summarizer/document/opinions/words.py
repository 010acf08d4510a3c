"""The words of a sentence, and what the tables of the languages say of each."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property, lru_cache
from itertools import repeat

from summarizer.languages.lexicon import NONE, Tags, lexicon
from summarizer.languages.table import Language

_OWNED = r"['’](?:s|m|re|ve|ll|d)\b|(?<=s)['’](?=\s\w)"
_ELIDED = r"\b(?:[cdjlmnst]|qu)['’](?=\w\w)"
_PLAIN = r"\w+(?:(?:[-./&]|[,.](?=\d)|['’](?!(?:s|m|re|ve|ll|d)\b))\w+)*(?:\.(?=\s))?"
# Most words have a space behind them, and need none of the rest.
_WORD = re.compile(rf"\w++(?=\s)|{_OWNED}|{_ELIDED}|{_PLAIN}|[^\w\s]", re.IGNORECASE)

_CAPITALS = re.compile(r"[^\W\d_a-z]{2}")

OWNED = frozenset(["'s", "’s", "'", "’"])
"""What shows an owner; it is a word of its own."""

_INSIDE = OWNED | frozenset("$€£%&#@")
_QUOTES = frozenset("\"“”„«»‹›‘’'`")
_ENDS = frozenset(
    ["pronoun", "conjunction", "relative", "auxiliary", "saying", "negation", "negated"]
)
_SMALL = frozenset(["determiner", "preposition", "function", "adverb"]) | _ENDS


_ADVERB = frozenset(["adverb"])


class Words:
    """The words and marks of a sentence in order.

    Args:
        text: The sentence.
        spoken: The language of the article.

    Attributes:
        text: The sentence.
        language: The language of the article.
        low: Its words in lower case, but those that are all in capitals.
        at: Returns a word in lower case; nothing outside of the sentence.

    Example:
        >>> from summarizer.languages.table import language
        >>> words = Words("Roe’s plan failed.", language("en"))
        >>> [words.at(index) for index in range(len(words))]
        ['roe', '’s', 'plan', 'failed', '.']
        >>> words.has(3, "past"), words.is_mark(4), words.has(9, "past")
        (True, True, False)
    """

    def __init__(self, text: str, spoken: Language) -> None:
        self.text = text
        self.language = spoken
        self._written: list[str] = _WORD.findall(text)
        self.low = [*map(str.casefold, self._written)]
        capital = [at for at, word in enumerate(self._written) if len(word) > 1 and word.isupper()]
        if capital and _CAPITALS.search(text):  # "US" is no "us"
            for at in capital:
                self.low[at] = self._written[at]
        self.at: Callable[[int], str] = defaultdict(str, enumerate(self.low)).__getitem__

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Start and end of each word in it."""
        found, end = list[tuple[int, int]](), 0
        for word in self._written:  # nothing but space is between two words
            start = self.text.find(word, end)
            end = start + len(word)
            found.append((start, end))
        return found

    @cached_property
    def tags(self) -> Callable[[int], Tags]:
        """Returns what the tables say of a word; nothing outside of the sentence."""
        every = map(_tags, self._written, repeat(self.language))
        return defaultdict(frozenset[str], enumerate(every)).__getitem__

    def __len__(self) -> int:
        return len(self.low)

    def has(self, at: int, *tags: str) -> bool:
        """Return whether a word has one of some tags."""
        return not self.tags(at).isdisjoint(tags)

    def is_quote_mark(self, at: int) -> bool:
        """Return whether there is a quotation mark."""
        return self.at(at) in _QUOTES

    def is_mark(self, at: int) -> bool:
        """Return whether there is a mark or nothing; an apostrophe belongs to its word."""
        word = self.at(at)
        return not (word[:1].isalnum() or word[1:] or word in _INSIDE)

    def is_stop(self, at: int) -> bool:
        """Return whether there is a mark or nothing, but no quotation mark."""
        return self.is_mark(at) and not self.is_quote_mark(at)

    def ends_phrase(self, at: int) -> bool:
        """Return whether no noun and its words go on across this word."""
        return self.is_mark(at) or not self.tags(at).isdisjoint(_ENDS)

    def is_small(self, at: int) -> bool:
        """Return whether there is a word without a meaning of its own, a mark or nothing."""
        return self.is_mark(at) or not self.tags(at).isdisjoint(_SMALL)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words from one index to another are in the sentence."""
        return self.places[start][0], self.places[end - 1][1]

    def index(self, offset: int) -> int:
        """Return the index of the first word that starts at an offset or behind it."""
        return bisect_left(self.places, (offset, offset))


@lru_cache(maxsize=1 << 14)  # a text has the same words again and again
def _tags(word: str, spoken: Language) -> Tags:
    if len(word) > 1 and word.isupper():  # "US", and not "us"
        return NONE
    tags = lexicon(spoken).tags(word.casefold())
    return tags - _ADVERB if "no_adverb" in tags else tags
