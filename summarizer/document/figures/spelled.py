"""Spelled-out numbers in their sentence: ``one`` the pronoun, ``second`` the unit, are none.

It decides whether number words are used as a number; :mod:`summarizer.document.figures.numerals`
reads what they are worth.
"""

import re
from decimal import Decimal

from summarizer.document.figures.alternatives import any_of
from summarizer.document.figures.measures import Measures
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral, read_words
from summarizer.document.figures.ratios import Ratios
from summarizer.languages.table import Language

_NEAR = 10
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


class Spelled:
    """When one language means a number by its words for numbers.

    Args:
        language: The language.
        words: Its words for numbers.
        measures: Its units.
        ratios: Its ratios.
    """

    def __init__(
        self, language: Language, words: Vocabulary, measures: Measures, ratios: Ratios
    ) -> None:
        self._words, self._measures, self._ratios = words, measures, ratios
        self._not_after_one = language.words("numbers.not_after_one")
        self._compile_ranks(language)
        self._compile_ones(language)

    def _compile_ranks(self, language: Language) -> None:
        before = any_of(language.words("numbers.before_ordinal"))
        lists = ("before_fraction", "changes", "moves")
        by = any_of({word for name in lists for word in language.words(f"numbers.{name}")})
        self._by_a = re.compile(rf"\b(?:{by})(?: |(?<=['’]))(?:[\w]+ ){{0,2}}$", re.IGNORECASE)
        self._nouns_are_capital = bool(language.property("numbers.nouns_are_capital"))
        self._function = language.words("sentences.function")
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
        several = any_of(word for word, worth in self._words.small.items() if worth > 1)
        self._number_next = re.compile(rf" (?:[^\W\d_]+ )?(?:\d|(?:{several})\b)")
        never = any_of(language.phrases("numbers.not_before_one"))
        self._definite = re.compile(rf"\b(?:{never}) $", re.IGNORECASE)
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
        ranked = numeral is None or numeral.form == "ordinal"
        if ranked and (part := self._fraction(text, at)):
            return part
        if numeral is None or numeral.value is None:
            return numeral
        return self._meant(text, numeral, before)

    def _meant(self, text: str, numeral: Numeral, before: str) -> Numeral | None:
        """Return the numeral if it is used as one."""
        value = numeral.value or Decimal(0)
        if numeral.form == "ordinal":
            rank = self._rank_before.search(before) and not self._moment.match(text, numeral.start)
            return numeral if rank else None
        if numeral.plain:  # "half" without "of"
            hyphened = text[numeral.end : numeral.end + 1] == "-"  # "a half-hour"
            measured = hyphened and self._measures.after(text, numeral.end) is not None
            counts = measured or self._half_before.search(before) is not None
            return numeral._replace(plain=False) if counts else None
        if numeral.form == "words" and value in {0, 1}:
            definite = text[numeral.end : numeral.end + 1] != "-" and self._definite.search(before)
            if definite and not self._ratios.read(text, numeral):
                return None
            means = (
                self._stressed.search(before)
                or self._counts(text, numeral.end)
                or self._ratios.read(text, numeral)
            )
            return numeral if means else None
        return numeral

    def _fraction(self, text: str, at: int) -> Numeral | None:
        """Read ``a third`` after ``by`` as a part: "fell by a third", not "by a third party"."""
        word = _WORD.match(text, at)
        fractions = self._words.fractions
        worth = (fractions.get(word[0]) or fractions.get(word[0].lower())) if word else None
        one = self._words.patterns.one.search(text[max(0, at - 6) : at]) if worth else None
        if word is None or worth is None or one is None:
            return None
        start = at - len(one[1])
        after = _NEXT_WORD.match(text, word.end())
        if after and self._may_be_noun(after[1]):
            return None
        if not self._by_a.search(text[max(0, start - 20) : start]):
            return None
        return Numeral(start, word.end(), Decimal(1) / worth, form="fraction")

    def _may_be_noun(self, word: str) -> bool:
        if self._nouns_are_capital and word.islower():
            return False
        return word.lower() not in self._function

    def _counts(self, text: str, end: int) -> bool:
        """Whether ``one`` and ``zero`` count, as in ``one per cent``; not in ``at one point``."""
        of = self._words.patterns.one_of.match(text, end)
        of_several = of and self._number_next.match(text, of.end())
        if of_several or self._one_of_a_kind.match(text, end) or self._or_two.match(text, end):
            return True
        after = self._measures.after(text, end)
        return after is not None and after.unit not in self._not_after_one
