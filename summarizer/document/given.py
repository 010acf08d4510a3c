"""What an article gives: the check on names and numbers in something that was written about it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.document.lookup import Lookup
from summarizer.document.names import (
    Names,
    Numbers,
    Stranger,
    find_strangers,
    foreign_numbers,
)
from summarizer.document.names.common import Reading
from summarizer.document.names.words import opens_sentence, unowned
from summarizer.document.support import caseless, free_words

_HAN_OR_KANA = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
"""Scripts whose names are found character by character."""


class Unknown(NamedTuple):
    """Something written that may be a name or number which the article does not give.

    Args:
        reason: The code under which it is reported.
        word: The name or number.
        reading: Whether it is a name, may be one, or is only a word of other vocabulary.
    """

    reason: str
    word: str
    reading: Reading


class Given:
    """The names, numbers and signs that an article gives.

    Args:
        names: Its names.
        numbers: Its numbers.
        lookup: Finds a name in its text.
    """

    def __init__(self, names: Names, numbers: Numbers, lookup: Lookup) -> None:
        self._names = names
        self._numbers = numbers
        self._lookup = lookup
        self._unknown: dict[str, tuple[Unknown, ...]] = {}

    def unknown(self, written: str) -> tuple[Unknown, ...]:
        """Return what may be a name or number that the article does not give.

        Args:
            written: What was written about the article. The same may be asked about again.
        """
        if written not in self._unknown:
            self._unknown[written] = () if self._is_copied(written) else (*self._find(written),)
        return self._unknown[written]

    def _is_copied(self, written: str) -> bool:
        """Return whether the article has these very words, none of them cut."""
        text, at = self._names.text, self._names.text.find(written)
        end = at + len(written)
        before, after = text[max(0, at - 1) : max(0, at)], text[end : end + 2]
        return at >= 0 and not before.strip() and not any(map(str.isalnum, after))

    def _find(self, written: str) -> Iterator[Unknown]:
        for name in self._names_in(written):
            yield Unknown("name_not_in_article", name.text, name.reading)
        for number in self._foreign_numbers(written):
            yield Unknown("number_not_in_article", number, "name")

    def _names_in(self, written: str) -> Iterator[Stranger]:
        yield from find_strangers(self._names, self._opened(written))
        if not written.isascii():
            for word in caseless(self._names.text, written):
                yield Stranger(word, self._caseless_reading(word))
        for name in self._foreign_given_words(written):
            yield Stranger(name, "name")

    def _caseless_reading(self, word: str) -> Reading:
        """Return what a word is that the article does not say, in a script without capitals.

        In an article in such a script it may be any word; the names that are written in Han
        characters or katakana are found by themselves.
        """
        if not self._names.is_caseless:
            return "name"
        return "common" if _HAN_OR_KANA.search(word) else "unclear"

    def _foreign_given_words(self, written: str) -> Iterator[str]:
        """Yield the names that begin with a given name that is a small word too: "Will Roe"."""
        names = self._names
        for found in names.vocabulary.given_word.finditer(written):
            name = unowned(found[0])
            known = self._lookup.find(name.partition(" ")[2])
            plain = opens_sentence(written, found.start()) and known and not names.bears(known)
            if not plain and not self._lookup.find(name):
                yield name

    def _foreign_numbers(self, written: str) -> Iterator[str]:
        yield from foreign_numbers(self._numbers, written)
        for sign in sorted(set(written)):  # such as circled and Roman numerals
            if sign.isnumeric() and not sign.isdecimal() and sign not in self._names.text:
                yield sign

    def _opened(self, written: str) -> str:
        """Return what was written without capitals that are no name's, as in "Number of troops".

        An elided article ("d'Hugo") is taken off, so that the name behind it is seen.
        """
        bare = self._names.vocabulary.elided.sub("", written)
        first, _, rest = bare.partition(" ")
        plain = first.casefold() in free_words() and not rest[:1].isupper()
        return bare[:1].lower() + bare[1:] if plain else bare
