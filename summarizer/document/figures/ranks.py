"""Ranks in digits: ``80th``, ``1er``, a German ``3.``; in words they are read in `spelled`."""

import re
from collections.abc import Iterator

from summarizer.document.figures.numerals import Numeral
from summarizer.languages.patterns import any_of
from summarizer.languages.table import Language

_DOT = re.compile(r"\.(?= [A-ZÄÖÜ][a-zäöü])")
_PREFIXES = frozenset("第제")
_LONGEST = 7
"""Characters of the longest word before a rank with a dot."""


class Ranks:
    """How one language writes ranks in digits."""

    def __init__(self, language: Language) -> None:
        endings = "|".join(_endings(language)) or "(?!)"
        self._ending = re.compile(rf"(?:{endings})(?:(?<=[\u2e80-\uffef])|(?![^\W_]))")
        before = language.own("numbers.before_rank")
        self._before_dot = re.compile(rf"\b(?:{any_of(before)}) $") if before else None

    def place(self, text: str, numeral: Numeral) -> tuple[int, int] | None:
        """Return where a rank starts and ends, if the number is one.

        Example:
            >>> from summarizer.languages.table import language
            >>> ranks = Ranks(language("de"))
            >>> ranks.place("am 3. Tag", Numeral(3, 4, None))
            (3, 5)
        """
        end = self._end(text, numeral)
        if text[numeral.start - 1 : numeral.start] in _PREFIXES:
            return numeral.start - 1, end or numeral.end
        return (numeral.start, end) if end else None

    def _end(self, text: str, numeral: Numeral) -> int | None:
        if ending := self._ending.match(text, numeral.end):
            return ending.end()
        if self._before_dot is None or not (dot := _DOT.match(text, numeral.end)):
            return None
        before = text[max(0, numeral.start - _LONGEST) : numeral.start]
        return dot.end() if self._before_dot.search(before) else None


def _endings(language: Language) -> Iterator[str]:
    """Yield patterns; ``1st`` in a table is ``st`` after 1, and not after 11."""
    for ending in sorted(language.words("numbers.rank_endings"), reverse=True):
        digit = ending[0] if ending[0].isdecimal() else ""
        after = rf"(?<={digit})(?<!1{digit})" if digit else ""
        yield after + re.escape(ending.removeprefix(digit))
