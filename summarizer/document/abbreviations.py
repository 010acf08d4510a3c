"""Abbreviations: where a full stop does not end a sentence.

The words are in the tables of the languages. Knows nothing of sentences beyond the stop.
"""

import re
from functools import cache

from summarizer.languages.table import Language

_BRACKETS = "\"“„«»'‘’(["
_BEFORE = re.compile(r"(\w+)\s+$")
_NEXT = re.compile(rf"[{re.escape(_BRACKETS)}]*(\w+)")
_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.)*[^\W\d_]")  # "U.S", "Ph.D", one initial
_NO_INITIAL = re.compile(r"[^\W\d_](?<![A-Z]) [A-Z]")
_OPENING = frozenset('"“„«')
_LONGEST = 12


class Abbreviations:
    """The abbreviations of one language. Make them with :func:`abbreviations`.

    Example:
        >>> from summarizer.languages.table import language
        >>> found = abbreviations(language("en"))
        >>> found.has("Mr. Smith left.", 0, 2, 4), found.has("He left. Smith stayed.", 0, 7, 9)
        (True, False)
    """

    def __init__(self, language: Language) -> None:
        def words(name: str) -> frozenset[str]:
            return language.words(f"sentences.abbreviations.{name}")

        self._always = words("always")
        self._sometimes = words("sometimes")
        self._capitalised = words("capitalised")
        self._numbering = words("numbering")
        self._starters = words("starter")
        self._before_ordinals = words("before_ordinal")
        self._months = words("ordinal_months")
        self._words = self._always | self._sometimes | set(map(str.lower, self._capitalised))

    def has(self, text: str, start: int, stop: int, after: int) -> bool:
        """Return whether the full stop at ``stop`` is that of an abbreviation, initial or ordinal.

        Args:
            text: The text.
            start: Where the sentence begins, so far as known.
            stop: Offset of the full stop.
            after: Offset of the first character behind the white space that follows.

        Returns:
            Whether the sentence goes on behind the stop.
        """
        reach = max(start, stop - _LONGEST)
        word = text[reach:stop].rpartition(" ")[2].lstrip(_BRACKETS)
        if word.isdecimal():
            return len(word) < 3 and self._is_ordinal(text, start, stop - len(word), after)
        folded = word.lower()
        if len(word) > 1 and folded not in self._words and word.isalpha():
            return False  # by far the commonest case
        if folded in self._always:
            return folded not in self._numbering or text[after].isdecimal()
        if folded in self._sometimes or word in self._capitalised or _LETTERS.fullmatch(word):
            return not (self._starts_sentence(text, after) or _is_letter(text, stop, after))
        return False

    def _is_ordinal(self, text: str, start: int, number: int, after: int) -> bool:
        """Return whether a number with a stop is "3." of "3. Mai", or numbers a list's item."""
        before = _BEFORE.search(text, max(start, number - _LONGEST), number)
        ordinal = before is not None and before[1].lower() in self._before_ordinals
        if number == start or ordinal:
            return True
        following = _NEXT.match(text, after)
        return following is not None and following[1].lower() in self._months

    def _starts_sentence(self, text: str, after: int) -> bool:
        following = _NEXT.match(text, after)
        return following is not None and following[1].lower() in self._starters


def _is_letter(text: str, stop: int, after: int) -> bool:
    """Return whether a letter is no initial, and a quotation begins: "wrote on X. “Well"."""
    said = text[after] in _OPENING and text[after + 1 : after + 2].isupper()
    return said and _NO_INITIAL.match(text, max(0, stop - 3), stop) is not None


@cache
def abbreviations(language: Language) -> Abbreviations:
    """Return the abbreviations of a language, made once."""
    return Abbreviations(language)
