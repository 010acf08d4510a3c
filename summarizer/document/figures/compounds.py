"""Measures of two parts that are one: ``6ft 2in``, ``12st 4lb``, ``an hour and a half``.

It adds the second part to the first. It knows nothing of how a lone number or unit is read.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.document.figures.figure import Whole
from summarizer.document.figures.measures import Measure, Measures
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_INCHES = 12
_PARTS = {
    "foot": ("inch", _INCHES),
    "stone": ("pound-mass", 14),
    "pound-mass": ("ounce", 16),
    "metre": ("centimetre", 100),
}
"""Unit -> its smaller unit, and how many of those it has."""

_FARTHEST = 32
_HEIGHT = re.compile(r"(\d)['’′](\d{1,2})(?:[\"”″]|''|’’)(?!\w)")
_PATTERNS = {
    "one_before": (r"(?i)(?<![\w-]){.a_or_one} ([^\W\d_]{2,12})(?= {=joiner} (?:{articles} )?$)")
}
_REST = {
    "number": r"\d{1,2}(?:\.\d)?|{.small}",
    "rest": (
        r"[ \u00a0-]?({.number})[ \u00a0-]?{.forms}(?![^\W_])|-({.number})(?![^\W_]|[-.,]\d)"
        r"|[ \u00a0]({.number})(?=[.,;:!?)”\"]?(?:\s{after_height}\b|$)|[.,;!?)](?!\d))"
    ),
}
"""A number of the smaller unit, which a hyphen or the end may leave out."""


class Compounds:
    """How one language writes measures of two parts.

    Args:
        language: The language.
        words: Its words for numbers.
        measures: Its units.
    """

    def __init__(self, language: Language, words: Vocabulary, measures: Measures) -> None:
        self._words, self._measures = words, measures
        self._small = {word: Decimal(n) for word, n in words.small.items() if 0 < n < 16}
        self._parts = {
            form: _PARTS[name] for form, name in measures.names.items() if name in _PARTS
        }
        self._last_words = tuple({part.split()[-1] for part in words.and_parts})
        self._find = Patterns(language, "numbers", _PATTERNS, **words.parts)
        self._rest = {
            name: Patterns(
                language, "numbers", _REST, forms=any_of(forms), small=any_of(self._small)
            )
            for name, forms in self._smaller(measures)
        }

    @staticmethod
    def _smaller(measures: Measures) -> Iterator[tuple[str, list[str]]]:
        """Yield the name of each smaller unit, and its forms."""
        for name, _ in _PARTS.values():
            yield name, [form for form, each in measures.names.items() if each == name]

    def rest(self, text: str, value: Decimal, measure: Measure) -> tuple[int, Decimal]:
        """Read the second part of a measure.

        Args:
            text: Any text.
            value: What the first part is worth.
            measure: Its unit, and where it ends.

        Returns:
            Where the whole ends and what it is worth; what was given, if no second part follows.
        """
        if part := self._parts.get(measure.unit):
            return self._with_smaller(text, value, measure.end, *part)
        half = self._words.patterns.and_part.match(text, measure.end)
        if half is None or self._measures.after(text, half.end()):
            return measure.end, value
        return half.end(), value + self._half(half)

    def _with_smaller(
        self, text: str, value: Decimal, end: int, smaller: str, ratio: int
    ) -> tuple[int, Decimal]:
        match = self._rest[smaller].rest.match(text, end)
        if match is None:
            return end, value
        number = match[1] or match[2] or match[3]
        more = self._small.get(number) or Decimal(number)
        return (match.end(), value + more / ratio) if more < ratio else (end, value)

    def height(self, text: str, at: int) -> Whole | None:
        r"""Read ``5'6"``: feet and inches.

        Args:
            text: Any text.
            at: Offset of a digit.

        Example:
            >>> from summarizer.languages.table import language
            >>> english = language("en")
            >>> compounds = Compounds(english, Vocabulary(english), Measures(english))
            >>> compounds.height("He is 5'6\".", 6)
            Whole(start=6, end=10, value=Decimal('5.5'), unit='foot')
        """
        if text[at + 1 : at + 2] not in {"'", "’", "′"} or text[at - 1 : at].isdecimal():
            return None
        match = _HEIGHT.match(text, at)
        if match is None or int(match[2]) >= _INCHES:
            return None
        value = int(match[1]) + Decimal(match[2]) / _INCHES
        return Whole(at, match.end(), value, "foot")

    def whole(self, text: str, at: int, floor: int) -> Whole | None:
        """Read ``an hour and a half`` from its last word.

        Args:
            text: Any text.
            at: Offset of the last word.
            floor: Offset that nothing may start before.

        Returns:
            The measure, or None if the word does not end one.
        """
        if not text.startswith(self._last_words, at):
            return None
        lowest = max(floor, at - _FARTHEST)
        one = self._find.one_before.search(text[lowest:at])
        if one is None or one[1] not in self._measures.names:
            return None
        half = self._words.patterns.and_part.match(text, lowest + one.end())
        if half is None or self._measures.after(text, half.end()):
            return None
        return Whole(lowest + one.start(), half.end(), 1 + self._half(half), one[1])

    def _half(self, match: re.Match[str]) -> Decimal:
        part = self._words.and_parts[match[1].replace("-", " ").lower()]
        return Decimal(part.numerator) / part.denominator
