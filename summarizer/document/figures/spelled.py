"""Spelled-out numbers in their sentence: ``one`` the pronoun, ``second`` the unit, are none.

It decides whether number words are used as a number; :mod:`summarizer.document.figures.numerals`
reads what they are worth.
"""

import re

from summarizer.document.figures.alternatives import any_of
from summarizer.document.figures.measures import Measures
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral, read_words
from summarizer.languages.table import Language

_NEAR = 10


class Spelled:
    """When one language means a number by its words for numbers.

    Args:
        language: The language.
        words: Its words for numbers.
        measures: Its units.
    """

    def __init__(self, language: Language, words: Vocabulary, measures: Measures) -> None:
        self._words, self._measures = words, measures
        self._not_after_one = language.words("numbers.not_after_one")
        self._compile_ranks(language)
        self._compile_ones(language)

    def _compile_ranks(self, language: Language) -> None:
        before = any_of(language.words("numbers.before_ordinal"))
        units = any_of(self._words.ordinals.keys() & self._measures.names.keys())
        after = any_of(language.words("numbers.after_moment"))
        self._rank_before = re.compile(rf"(?:\b(?:{before})|['’]s|s['’]) $", re.IGNORECASE)
        self._moment = re.compile(rf"{units}(?: (?:{after})\b|[.,;!?]|$)")

    def _compile_ones(self, language: Language) -> None:
        half, one, after = (
            any_of(language.words(f"numbers.{each}"))
            for each in ("before_half", "before_one", "after_one")
        )
        joints = ("numbers.range_or", "numbers.range_to")
        or_to = any_of({each for path in joints for each in language.phrases(path)})
        two = any_of(word for word, worth in self._words.small.items() if worth == 2)
        self._half_before = re.compile(rf"\b(?:{half}) $")
        self._stressed = re.compile(rf"\b(?:{one}) $", re.IGNORECASE)
        self._one_of_a_kind = re.compile(rf" (?:{after})\b")
        to = any_of(language.phrases("numbers.range_to"))
        self._joined_before = re.compile(rf"-(?:{to})-$")  # "five-to-seven-year"
        self._or_two = re.compile(rf" (?:{or_to}) (?:(?:{two})\b|\d)")

    def read(self, text: str, at: int) -> Numeral | None:
        """Read the number in words that starts at an offset.

        Args:
            text: Any text.
            at: Offset of a word that can start a number.

        Returns:
            The numeral, or None if the words there are used for something else.
        """
        before = text[max(0, at - _NEAR) : at]
        glued = before[-1:] in {"-", "‐", "'", "’"} and before[-2:-1].isalpha()
        if glued and not self._joined_before.search(before):
            return None
        numeral = read_words(text, at, self._words)
        if numeral is None or numeral.value is None:
            return numeral
        if numeral.form == "ordinal":
            rank = self._rank_before.search(before) and not self._moment.match(text, at)
            return numeral if rank else None
        if numeral.plain:  # "half" without "of"
            return numeral._replace(plain=False) if self._half_before.search(before) else None
        if numeral.form == "words" and numeral.value <= 1:
            counts = self._stressed.search(before) or self._counts(text, numeral.end)
            return numeral if counts else None
        return numeral

    def _counts(self, text: str, end: int) -> bool:
        """Whether ``one`` and ``zero`` count, as in ``one per cent``; not in ``at one point``."""
        of_several = self._words.patterns.one_of.match(text, end)
        if of_several or self._one_of_a_kind.match(text, end) or self._or_two.match(text, end):
            return True
        after = self._measures.after(text, end)
        return after is not None and after.unit not in self._not_after_one
