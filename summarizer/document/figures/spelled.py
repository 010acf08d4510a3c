"""Spelled-out numbers in their sentence: ``one`` the pronoun, ``second`` the unit, are none.

It decides whether number words are used as a number; :mod:`summarizer.document.figures.numerals`
reads what they are worth.
"""

import re
from decimal import Decimal

from summarizer.document.figures.measures import Measures
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral, read_words
from summarizer.document.figures.ratios import Ratios
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_NEAR = 10
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_PATTERNS = {
    "by_a": r"(?i)\b{before_fraction|changes|moves}(?: |(?<=['’]))(?:[\w]+ ){0,2}$",
    "rank_before": r"(?i)(?:\b{before_ordinal}|['’]s|s['’]) $",
    "moment": r"{.units}(?: {after_moment}\b|[.,;!?]|$)",
    "number_next": r" (?:[^\W\d_]+ )?(?:\d|{.more}\b)",
    "definite": r"(?i)\b{not_before_one} $",
    "half_before": r"\b{before_half} $",
    "stressed": r"(?i)\b{before_one} $",
    "one_of_a_kind": r" {after_one}\b",
    "joined_before": r"-{range_to}-$",  # "five-to-seven-year"
    "or_two": r" {range_or|range_to} (?:{.two}\b|\d)",
}


class Spelled:
    """When one language means a number by its words for numbers."""

    def __init__(
        self, language: Language, words: Vocabulary, measures: Measures, ratios: Ratios
    ) -> None:
        self._words, self._measures, self._ratios = words, measures, ratios
        self._not_after_one = language.words("numbers.not_after_one")
        self._nouns_are_capital = bool(language.property("numbers.nouns_are_capital"))
        self._function = language.words("sentences.function")
        units = any_of(words.ordinals.keys() & measures.names.keys())
        self._find = Patterns(language, "numbers", _PATTERNS, units=units, **words.parts)

    def read(self, text: str, at: int) -> Numeral | None:
        """Read the number in words that starts at an offset, if they are used as one."""
        before = text[max(0, at - _NEAR) : at]
        glued = before[-1:] in {"-", "‐", "'", "’"} and before[-2:-1].isalpha()
        if glued and not self._find.joined_before.search(before):
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
            rank = self._find.rank_before.search(before) and not self._find.moment.match(
                text, numeral.start
            )
            return numeral if rank else None
        if numeral.plain:  # "half" without "of"
            hyphened = text[numeral.end : numeral.end + 1] == "-"  # "a half-hour"
            measured = hyphened and self._measures.after(text, numeral.end) is not None
            counts = measured or self._find.half_before.search(before) is not None
            return numeral._replace(plain=False) if counts else None
        if numeral.form == "words" and value in {0, 1}:
            definite = text[numeral.end : numeral.end + 1] != "-" and self._find.definite.search(
                before
            )
            if definite and not self._ratios.read(text, numeral):
                return None
            means = (
                self._find.stressed.search(before)
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
        if not self._find.by_a.search(text[max(0, start - 20) : start]):
            return None
        return Numeral(start, word.end(), Decimal(1) / worth, form="fraction")

    def _may_be_noun(self, word: str) -> bool:
        if self._nouns_are_capital and word.islower():
            return False
        return word.lower() not in self._function

    def _counts(self, text: str, end: int) -> bool:
        """Whether ``one`` and ``zero`` count, as in ``one per cent``; not in ``at one point``."""
        of = self._words.patterns.one_of.match(text, end)
        of_several = of and self._find.number_next.match(text, of.end())
        if (
            of_several
            or self._find.one_of_a_kind.match(text, end)
            or self._find.or_two.match(text, end)
        ):
            return True
        after = self._measures.after(text, end)
        return after is not None and after.unit not in self._not_after_one
