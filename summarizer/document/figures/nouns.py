"""What a number is of: its unit, or the noun that it counts with the adjectives before it.

It decides where a noun begins and ends. How numbers and units are written is read in
:mod:`summarizer.document.figures.numerals` and :mod:`summarizer.document.figures.measures`.
"""

import re

from summarizer.document.figures.measures import Measure, Measures
from summarizer.document.figures.money import Dollars
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral
from summarizer.languages.forms import present_of
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_SIGNS = (
    r"[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd"
    r"\u0bbe-\u0bcd\u0c3e-\u0c4d\u0cbc-\u0ccd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
_WORD = rf"[^\W\d_]++(?:{_SIGNS}++[^\W\d_]*+)*+"
_NEXT = re.compile(rf"(?:[ \u00a0\n]|(?<=['’]))((?:[^\W\d_]\.)+[^\W\d_]?|{_WORD}(?:['’-]{_WORD})*)")
_NESTED = re.compile(r" \d[\d.,]{0,9}(?=[a-zA-Z]|[ -][^\s\d])")
_NUMBERED = re.compile(r" \d{3}(?= [A-Za-z])")
"""A number inside of what is counted: "two new 737 Max jets"."""

_MODEL = re.compile(r" ([A-Z][A-Za-z&'’-]*[- ]?\d[\w-]{0,8}(?: [a-z]+s\b)?)")
_HYPHENS = frozenset("-‐‑")
NOTHING = frozenset([*",.;:!?)]”", ""])
"""What neither a unit nor a noun nor a second number begins with, at most a new clause."""

_MOST_WORDS = 5
_SHORTEST = 3
_PERCENT = 8
"""Characters of the longest sign for per cent before a number, and of what is before it."""
_PATTERNS = {
    "verb_last": r" {.verbs}$",
    "of_many": r" {of} {of_many}\b|-(?!{dimensions}\b)[a-z]{3,}",
    "hyphenated": r"[-‐‑]([^\W\d_]{2,}(?:-{age_endings})?)(?![^\W_])",
    "hanging": r"- {range_or|range_to|joiner} (?:\d+|[^\W\d_]+)-([^\W\d_]{2,})",
    "half_an": r" (?:{of} )?(?:{articles}|{.ones}|1)(?= ?[^\W\d]| ?%)",
    "total": (
        r" {of} (?:{determiners} ){0,2}(?:{before_total} )?"
        r"(?:\d{1,3}(?:[.,]\d{3})*+|{.more}\b)(?= (?!{.scales}\b))"
    ),
    "percent": r"(?<![\w%])(?:%|{=percent_before} )$",
    "age": r"\b({group_ages|ages}) (?:{of} )?$",
}


class Nouns:
    """What one language counts, and how.

    Attributes:
        plural_ends: What the nouns that are counted end in.
        to_plural: Whether a counted noun ends at its first plural in -s. In other languages it is
            the next word.
        group_ages: Words before a number that make it the age of a group.
    """

    def __init__(self, language: Language, words: Vocabulary, measures: Measures) -> None:
        self._words, self._measures, self._dollars = words, measures, Dollars(language)
        self._plurals = frozenset(language.every_pair("numbers.plurals"))
        self._plural_tails = language.own("numbers.plural_tails")
        self._more = language.words("numbers.more")
        self._adjectives = language.words("numbers.adjectives")
        self._adverb_endings = tuple(language.words("numbers.adverb_endings"))
        self._verbs = language.words("numbers.verbs") | set(language.own("numbers.after_count"))
        self._moves = language.words("numbers.moves")
        self._participles = language.words("numbers.participles")
        self._no_unit = language.words("numbers.no_hyphened")
        self._reasons = dict.fromkeys(language.words("numbers.size_words"), "size of a number")
        self._reasons |= dict.fromkeys(language.words("numbers.kind_words"), "kind of a thing")
        self._counters = language.words("numbers.counters")
        nouns = language.words("numbers.nouns")
        small = language.words("sentences.function") - nouns
        self._no_nouns = small | language.words("numbers.no_nouns")
        self.plural_ends = ("s", *self._plurals)
        self.to_plural = bool(language.property("numbers.counts_to_plural"))
        self._in_capitals = bool(language.property("numbers.nouns_are_capital"))
        self.group_ages = language.words("numbers.group_ages")
        self._dimensions = language.words("numbers.dimensions")
        ages = self.group_ages | language.words("numbers.ages")
        self._age_ends = (*ages, *language.phrases("numbers.of"))
        signs = language.own("numbers.percent_before")
        self._percent_ends = frozenset("% ") if signs else frozenset()
        self._find = Patterns(
            language,
            "numbers",
            _PATTERNS,
            verbs=any_of(present_of(language, "numbers.verbs")),
            **words.parts,
        )

    def counted(self, text: str, at: int, numeral: Numeral, symbol: str | None) -> Measure | None:
        """Read what a number is of: the currency before it, its unit, or what it counts."""
        if symbol:
            known = self._measures.currencies.get(symbol.replace(" ", ""))
            start, code = self._dollars.read(text, at) if symbol == "$" else (at, None)
            end = self._measures.rate_end(text, start)
            return Measure(end, symbol + text[start:end], currency=code or known)
        nothing = text[at : at + 1] in NOTHING
        number = text[at : at + 1] == " " and text[at + 1 : at + 2].isdecimal()
        bare = number and numeral.form != "fraction"  # no unit begins with a digit
        follows = self._after_of if bare else self._what_follows
        found = None if nothing else follows(text, at, numeral)
        ageless = found or numeral.form == "fraction"
        return found if ageless else self._of_age(text, at, numeral.start)

    def percent_before(self, text: str, at: int, floor: int) -> str:
        """Return the sign or word for per cent before a number: ``%7``, ``yüzde 7``."""
        if text[at - 1 : at] not in self._percent_ends:
            return ""
        sign = self._find.percent.search(text[max(floor, at - _PERCENT) : at])
        return sign[0] if sign else ""

    def _what_follows(self, text: str, at: int, numeral: Numeral) -> Measure | None:
        large = numeral.factor > 1 or (numeral.value or 0) >= 1000
        half_an = self._find.half_an.match(text, at) if numeral.form == "fraction" else None
        if half_an and (whole := self._measures.after(text, half_an.end())):
            return whole
        known = self._measures.after(text, at, large=large) or self._after_hyphen(text, at)
        if known:
            return known
        if numeral.form == "fraction":  # "half the roof"
            of = self._words.patterns.whole.match(text, at)
            return self._whole(text, of.end()) if of and of[0] else None
        if text[at] in self._counters:
            return Measure(at + 1, text[at], attached=False)
        total = self._find.total.match(text, at) if text[at] == " " else None
        if total:  # "40 of its 90 lambs"
            return self.read(text, total.end())
        if numeral.value == 1 and (of := self._words.patterns.one_of.match(text, at)):
            at = of.end()
        return self._after_of(text, at, numeral)

    def _whole(self, text: str, at: int) -> Measure | None:
        """Read what a part is of; a lone word with another after it may be an adjective."""
        noun = None if _NUMBERED.match(text, at) else self.read(text, at)
        after = _NEXT.match(text, noun.end) if noun else None
        if noun and self.to_plural and (last := self._find.verb_last.search(noun.unit)):
            return Measure(noun.end - len(last[0]), noun.unit[: last.start()], attached=False)
        if noun is None or not self.to_plural or self._is_plural(noun.unit.split()[-1]):
            return noun
        word = after[1].lower() if after else ""
        verb = word in self._moves or not self._may_be_counted(word)
        return noun if not word or verb or self._ends_noun(word) else None

    def _after_of(self, text: str, at: int, numeral: Numeral) -> Measure | None:
        after_of = numeral.form == "vague" or numeral.factor > 1
        of = self._words.patterns.of.match(text, at) if after_of else None
        if of and (counted := self._measures.after(text, of.end())):
            return counted
        noun = self.read(text, of.end() if of else at)
        return self._measures.rated(text, noun) if noun else None

    def _after_hyphen(self, text: str, at: int) -> Measure | None:
        """Read the noun of a hyphenated adjective, such as ``-star`` after ``five``."""
        if text[at : at + 1] not in _HYPHENS:
            return None
        if hanging := self._find.hanging.match(text, at):
            return Measure(at + 1, hanging[1])
        match = self._find.hyphenated.match(text, at)
        if match is None or match[1] in self._no_unit or not match[1].islower():
            return None
        return Measure(match.end(), match[1])

    def reason(self, measure: Measure) -> str | None:
        """Return why a number with a hyphenated noun is none: ``six-figure``, ``two-party``."""
        return self._reasons.get(measure.unit)

    def _of_age(self, text: str, at: int, start: int) -> Measure | None:
        """Read ``aged`` and ``age of`` before a number as its unit."""
        before = text[max(0, start - 8) : start]
        may_be = before.rstrip().endswith(self._age_ends)
        match = self._find.age.search(before) if may_be else None
        return Measure(at, match[1], attached=False) if match else None

    def read(self, text: str, at: int, *, to_plural: bool | None = None) -> Measure | None:
        """Read the noun that a number counts, with the adjectives before it, up to a plural.

        Example:
            >>> from summarizer.languages.table import language
            >>> english = language("en")
            >>> nouns = Nouns(english, Vocabulary(english), Measures(english))
            >>> nouns.read("14 first-team players left", 2).unit
            'first-team players'
        """
        to_plural = self.to_plural if to_plural is None else to_plural
        nested = _NESTED.match(text, at) if text[at + 1 : at + 2].isdecimal() else None
        if nested and (inner := self._measures.after(text, nested.end())):
            at = inner.end
        capital = to_plural and text[at + 1 : at + 2].isupper()
        if capital and (model := _MODEL.match(text, at)):
            return Measure(model.end(), model[1], attached=False)
        return self._to_plural(text, at) if to_plural else self._next(text, at)

    def is_of_many(self, text: str, at: int) -> bool:
        """Whether ``m`` before an offset means millions: ``35m of its shares``, ``2m-strong``."""
        return self._find.of_many.match(text, at) is not None

    def is_measured(self, noun: Measure) -> bool:
        """Whether ``m`` before a noun means metres: ``the 110m hurdles``."""
        return noun.unit.split()[-1] in self._dimensions

    def is_plural(self, unit: str) -> bool:
        """Whether a unit is of many things: ``jobs``, ``jobs a year``."""
        ends = self.plural_ends
        return unit.endswith(ends) or any(word.endswith(ends) for word in unit.split()[:-1])

    def _next(self, text: str, at: int) -> Measure | None:
        word = _NEXT.match(text, at)
        if word and word[1] in self._more:  # "14 neue Busse"
            word = _NEXT.match(text, word.end()) or word
        if word is None or self._ends_noun(word[1]):
            return None
        return Measure(word.end(), word[1], attached=False)

    def _to_plural(self, text: str, at: int) -> Measure | None:
        first, start, end = None, 0, at
        for _ in range(_MOST_WORDS):
            word = _NEXT.match(text, end)
            if word and end == at and word[1] in self._more:  # "eight more picks"
                end = word.end()
                continue
            if word is None and (number := self._numbered(text, end, first)):
                start, end = start or end + 1, number
                continue
            if word is None or self._ends_noun(word[1]):
                break
            first, start = first or word, start or word.start(1)
            end = word.end()
            if self._is_plural(word[1]):
                return Measure(end, text[start:end], attached=False)
        if first is None or not self._may_be_counted(first[1]):
            return None
        return Measure(first.end(), first[1], attached=False)

    def _numbered(self, text: str, at: int, first: re.Match[str] | None) -> int | None:
        """Return where a number inside of what is counted ends: ``two new 737 Max jets``."""
        number = _NUMBERED.match(text, at)
        verb = first is not None and (
            first.end() < at or len(first[1]) < _SHORTEST or first[1].endswith("ed")
        )
        if number is None or verb or self._measures.after(text, number.end()):
            return None
        return number.end()

    def _may_be_counted(self, word: str) -> bool:
        """Whether a word without a plural is a noun, no verb or name: "30 voted"."""
        past = len(word) > 4 and word.endswith("ed") and word not in self._participles
        return not (past or word in self._verbs) and not (len(word) > 1 and word.istitle())

    def _ends_noun(self, word: str) -> bool:
        lower = word.lower()
        adverb = len(word) > 4 and lower.endswith(self._adverb_endings)
        small = self._in_capitals and word.islower() and word not in self._more
        return small or (adverb and lower not in self._adjectives) or lower in self._no_nouns

    def _is_plural(self, word: str) -> bool:
        if word in self._plurals or word.endswith(self._plural_tails):  # "fishermen"
            return True
        if word[0].islower() and word.rpartition("-")[2][:1].isupper():  # "pro-European"
            return False
        return (
            len(word) > 2
            and word[-1] == "s"
            and word[-2] not in "'’s"
            and not word.endswith(("us", "is"))
        )
