"""Ratios: ``one in three``, ``4 out of 5``, ``un élu sur trois`` are one number.

It reads the second number of a ratio. It knows nothing of what the ratio is of.
"""

import re
from decimal import Decimal

from summarizer.document.figures.figure import Whole
from summarizer.document.figures.measures import Measures
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral
from summarizer.languages.forms import present_of
from summarizer.languages.lexicon import lexicon
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_GAPS = frozenset(" -")
_WIDEST = 24
_NEXT_WORD = re.compile(r" ([A-Za-z]+)")
_LARGEST = 10
"""What a part of several things is of: 61 out of 100 senators are a count. One may be of more."""

_MOST = 1000
"""From here on what several are of is round: five in 100,000."""
_PATTERNS = {
    "rest": (
        r"(?:{.noun} (?P<joint>{=ratios}) |-(?P<hyphens>{=ratios})-){.total}"
        r"(?![^\W_]|[.,:]\d|[%°]|(?(hyphens)(?!)|-)| (?:[^\W\d_]+ )?{no_ratio}\b)"
    ),
    "total": (
        r"(?:(?P<total>\d{1,3}(?:[.,]000)?|{.small})(?: (?P<scale>{.scales}))?"
        r"|{articles}[ -](?P<one>{.scales}))"
    ),
    "one": (
        r"(?i)(?<![\w-])(?:{.nouned}{articles}(?= [^\W\d_]+ {=ratios} $)"
        r"|{=ratio_ones}(?= {=ratios} $))"
    ),
}


class Ratios:
    """How one language writes ratios.

    Args:
        language: The language.
        words: Its words for numbers.
        measures: Its units.
    """

    def __init__(self, language: Language, words: Vocabulary, measures: Measures) -> None:
        self._language, self._measures = language, measures
        self._small = {word: n for word, n in words.small.items() if 1 < n <= _LARGEST}
        self._loose = frozenset(language.own("numbers.ratio_loose"))
        noun_after = language.property("numbers.ratio_noun")
        self._has_noun, self._only_one = bool(noun_after), noun_after == "one"
        self._has_one = noun_after == "any" or bool(language.own("numbers.ratio_ones"))
        self._scales = words.multiples
        paths = ("sentences.function", "numbers.approximate", "numbers.bounds")
        self._plain = {word for path in paths for word in language.words(path)}
        self._verbs = self._plain.union(present_of(language, "numbers.verbs"))
        self._find = Patterns(
            language,
            "numbers",
            _PATTERNS,
            noun=r"(?: (?P<noun>[^\W\d_]+))??" if self._has_noun else "(?P<noun>)",
            small=any_of(self._small),
            scales=any_of(self._scales),
            nouned="" if noun_after == "any" else "(?!)",
        )

    def read(self, text: str, numeral: Numeral) -> Whole | None:
        """Read the rest of a ratio after its first number.

        Args:
            text: Any text.
            numeral: The first number.

        Returns:
            The ratio, with the noun between its numbers, or None if the numbers are two: ``five in
            ten minutes``.
        """
        start, end, value = numeral.start, numeral.end, numeral.value
        goes_on = text[end : end + 1] in _GAPS and numeral.form in {"digits", "words"}
        if not goes_on or not value or value >= _LARGEST:
            return None
        match = self._find.rest.match(text, end)
        if match is None or (
            match["joint"] in self._loose and self._measures.after(text, match.end())
        ):
            return None
        total = self._total(match)
        if value >= total or (_LARGEST < total < _MOST and value > 1):
            return None
        noun = match["noun"] or None
        if noun and self._only_one and (value > 1 or self._others(text, match.end())):
            return None
        loose = match["joint"] in self._loose and value > 1 and self._is_object(text, start)
        return None if loose else Whole(start, match.end(), value / total, noun)

    def _others(self, text: str, end: int) -> bool:
        """Whether another noun is behind: "one man in three cars"."""
        word = _NEXT_WORD.match(text, end)
        plural = word is not None and word[1][-1] == "s" and word[1] not in self._verbs
        return plural or (word is not None and word[1][0].isupper())

    def _total(self, match: re.Match[str]) -> int:
        if match["one"]:
            return self._scales[match["one"]]
        total = self._small.get(match["total"]) or int(re.sub("[.,]", "", match["total"]))
        return total * self._scales.get(match["scale"], 1)

    def _is_object(self, text: str, start: int) -> bool:
        """Whether a verb may be before the number: "killed two in three attacks" has two."""
        words = text[max(0, start - _WIDEST) : start].split()
        verb = words[-1].lower() if words and words[-1].isalpha() else ""
        states = "stating" in lexicon(self._language).tags(verb)  # "doctors say two in three"
        return bool(verb) and not states and verb not in self._plain

    def one_before(self, text: str, at: int, floor: int) -> Whole | None:
        """Read ``un élu sur trois`` from its last word, as an article starts no number."""
        if not self._has_one:
            return None
        lowest = max(floor, at - _WIDEST)
        one = self._find.one.search(text[lowest:at])
        if one is None:
            return None
        start, end = one.span()
        return self.read(text, Numeral(lowest + start, lowest + end, Decimal(1)))
