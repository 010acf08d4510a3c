"""What is written around a number: its currency and sign before it, its unit after it.

It reads how a unit is attached to a number. What the unit is called is read in
:mod:`summarizer.document.figures.units`, how numbers are written in the modules beside it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, product
from typing import NamedTuple

from summarizer.document.figures.numerals import Numeral
from summarizer.document.figures.units import currencies, measures
from summarizer.languages.currencies import world_currencies
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_CAPITALS = re.compile(r"[ \u00a0]([A-Z]{4,})(?![^\W_])")
_ONE = (1,)
_RATE_BEGINS = frozenset(" -/")
_SIGNED = frozenset({"celsius", "degree", "fahrenheit", "percentage", "percentage point"})
_GAPS = frozenset(" \u00a0\u202f\n-")
_IN_BRACKETS = re.compile(r"[\d.,]{1,24}[ \u00a0]?[A-Za-z]{0,3}\)")
"""The rest of a negative amount in a balance sheet: ``$(3.4)``; so is ``(3.4)%``."""
_PATTERNS = {
    "kinds": r" {measure_kinds}(?= )",
    # behind a unit: the end of it, and what it is a rate of, but not "a year ago"
    "ends": r"(?:(?<=[^\w.])|(?<=[\u2e80-\uffef])|(?![^\W_]))(?:-{age_endings})?",
    "ago": r"[^\W\d_]+ (?:{.moment}\b|{=moment_last}(?! ?\w))",
    "per": (
        r"(?: {each}(?: |(?<=['’]))(?!{.ago})|-?/| ?(?:/|{per} )100 ?|-{per|articles}-)"
        r"([^\W\d_]+[²³23]?)(?![^\W_])"
        r"| {per} (?!{=no_rates}\b)(?:{measure_adjectives} )?[^\W\d_]+(?:-[^\W\d_]+)?"
    ),
    # before a number
    "before": (
        r"(?<![^\W_])(?<![^\W_]-)(?P<currency>{.currencies}"
        r"|US \$|R(?=\d|$)|[A-Z][A-Za-z]{0,3}\$)[ \u00a0\u202f\u2009]?"
        r"(?P<minus>(?:(?<![^\W_])(?<![^\W_][ \u00a0])[-−–]|(?<![ \u00a0])\()?)$"
    ),
    "sign": (
        r"(?:(?<![\w)\]%.,/-])(?:[-−–+]|[-−][\u00a0\u202f])"
        r"|(?<![^\W_])(?i:{.not_minus}{minus|minus_measured})[ -]|{minus_glued})$"
    ),
    "in_loss": r"[\d.,]{1,24}\) ?{.large}(?![^\W_])",
    "needs_unit": r"(?i:{minus_measured})[ -]",
    "below": r" {below_zero}\b",
}


class Measure(NamedTuple):
    """A unit as written, where it ends, and what it says about the number.

    Args:
        end: Offset after its last character.
        unit: The unit, or the noun that is counted.
        attached: Whether it is part of the figure (``miles``), not just counted (``troops``).
        currency: ISO 4217 code, where it is one and certain.
        percent: Whether it is per cent.
    """

    end: int
    unit: str
    attached: bool = True
    currency: str | None = None
    percent: bool = False


class Before(NamedTuple):
    """The currency and the sign before a number.

    Args:
        start: Where they start.
        negative: Whether the sign is negative.
        symbol: The currency as written.
        bracket: Whether a bracket around the number makes it negative: ``$(3.4) million``.
    """

    start: int
    negative: bool
    symbol: str | None
    bracket: bool = False


class _Form(NamedTuple):
    """A unit or currency behind a number as written, and whether a space or hyphen parts them."""

    gap: str
    written: str
    start: int
    end: int


class Measures:
    """The units and currencies that one language writes around a number."""

    def __init__(self, language: Language) -> None:
        self.names = measures(language)
        self.currencies = currencies(language)
        self._rated = language.words("numbers.rated").union(self.names)
        self._forms = {*self.names, *self.currencies} - language.phrases("numbers.before_only")
        self._lengths = _lengths(self._forms)
        self._only_glued = language.words("numbers.glued_only")
        self._glued_or_last = language.words("numbers.glued_or_last")
        ours = language.named("numbers.currencies").keys()
        codes = world_currencies(language.code).keys() - ours
        self._large_money = language.words("numbers.large_money") | codes
        self._large_only = language.words("numbers.large_only")
        self._small_only = language.words("numbers.small_only")
        symbols = [form for form in self.currencies if not form[0].islower() and len(form) <= 4]
        prefixes = [each for each in symbols if each != "R"]
        percents = (form for form, name in self.names.items() if name == "percentage")
        minus = language.words("numbers.minus") | language.words("numbers.minus_measured")
        before = (*prefixes, *minus)
        ends = (form[-1] for form in (*before, *language.words("numbers.minus_glued")))
        self._lasts = frozenset("$R-−–+(").union(ends)
        self._minus_ends = frozenset(word[-2:] for word in before)
        self._find = Patterns(
            language,
            "numbers",
            _PATTERNS,
            moment=any_of(language.words("numbers.after_moment") - {"or", "before"}),
            currencies=any_of(prefixes),
            not_minus="".join(rf"(?<!{each})" for each in _not_before_minus(language, minus)),
            large=any_of({*_scales(language), *percents}),
        )

    def before(self, text: str, at: int, floor: int) -> Before | None:
        """Read the currency and the sign before a number.

        Args:
            text: Any text.
            at: Offset of the number's first character.
            floor: Offset that nothing may start before.

        Returns:
            What is there, or None if there is neither.

        Example:
            >>> from summarizer.languages.table import language
            >>> Measures(language("en")).before("-$5", 2, 0)
            Before(start=0, negative=True, symbol='$', bracket=False)
        """
        if at == floor or self._is_plain_word(text, at):
            return None
        number, lowest = at, max(0, at - 15)
        before = text[lowest:at]
        if before.rstrip()[-1:] not in self._lasts:
            return None
        symbol = None
        if (match := self._find.before.search(before)) and lowest + match.start(
            "currency"
        ) >= floor:
            at, symbol = lowest + match.start("currency"), match["currency"]
            before = before[: match.start("currency")]
            bracket = match["minus"] == "("
            if match["minus"] and (not bracket or _IN_BRACKETS.match(text, number)):
                return Before(at, True, symbol, bracket=bracket)
            symbol, at = (None, number) if bracket else (symbol, at)
        noted = before[:-1].rstrip()[-1:].isdigit()  # "45 (12)% of them"
        if before[-1:] == "(" and not noted and self._find.in_loss.match(text, number):
            return Before(at - 1, True, symbol, bracket=True)
        if (sign := self._find.sign.search(before)) and lowest + sign.start() >= floor:
            return Before(lowest + sign.start(), sign[0] != "+", symbol)
        return Before(at, False, symbol) if symbol else None

    def below_zero(self, text: str, measure: Measure | None, at: int) -> int | None:
        """Return where ``below zero`` after a number and its degrees ends; None without it."""
        below = self._find.below.match(text, measure.end if measure else at)
        if below is None or (measure and not self.is_signed(measure)):
            return None
        return below.end()

    def needs_unit(self, sign: str) -> bool:
        """Whether a sign is a word that is also another: not in "tested negative 5 times"."""
        return bool(self._find.needs_unit.fullmatch(sign))

    def is_signed(self, measure: Measure | None) -> bool:
        """Whether degrees, per cent or money are measured, so that such a word is a sign."""
        unit = measure.unit.split(" ")[0] if measure and measure.attached else ""
        return unit in self.currencies or self.names.get(unit) in _SIGNED

    def is_name(self, text: str, before: Before, numeral: Numeral) -> bool:
        """Whether what is before a number is no currency but names it: ``N95``, not ``N5bn``."""
        named = numeral.plain and before.symbol in self._large_money
        return named and self.rate_end(text, numeral.end) == numeral.end  # no "N617 a litre"

    def _is_plain_word(self, text: str, at: int) -> bool:
        """Whether a word in lower case and a space are before: the common case, found fast."""
        end = text[max(0, at - 3) : at - 1]
        return (
            text[at - 1] in " \n"
            and end.islower()
            and end[-1:].isalpha()
            and end not in self._minus_ends
        )  # but "minus 5" has a sign

    def after(self, text: str, at: int, *, large: bool = False) -> Measure | None:
        """Read the unit of measure or the currency that a number is followed by.

        Args:
            text: Any text.
            at: Offset after the number.
            large: Whether the number is so large that ``won`` is the currency, and ``p`` is not.

        Returns:
            The measure, or None if no known one follows.

        Example:
            >>> from summarizer.languages.table import language
            >>> Measures(language("en")).after("35 miles an hour", 2).unit
            'miles an hour'
        """
        found = self._form(text, at)
        if found is None:
            return self._in_capitals(text, at) if text[at + 1 : at + 2].isupper() else None
        gap, form, start, end = found
        if form in (self._small_only if large else self._large_only):
            return None
        rated = text[end : end + 1] == "/" and self.rate_end(text, end) > end  # "1.3 A/cm²"
        if gap and form in self._only_glued and not (rated or self._closes(text, found)):
            return None
        percent = self.names.get(form) == "percentage"
        end = self.rate_end(text, end)
        unit = text[start:end]
        return Measure(end, unit, currency=self.currencies.get(form), percent=percent)

    def century_end(self, text: str, at: int) -> int | None:
        """Return where ``century`` after a rank ends: ``the 21st century``, ``19th-century``."""
        found = self._form(text, at)
        return found.end if found and self.names.get(found.written) == "century" else None

    def _in_capitals(self, text: str, at: int) -> Measure | None:
        """Read a unit in capitals, or of a country: ``11 FEET``, ``a US pint``."""
        word = _CAPITALS.match(text, at)
        if word and word[1].lower() in self.names:
            end = self.rate_end(text, word.end())
            return Measure(end, text[word.start(1) : end])
        kind = self._find.kinds.match(text, at)
        behind = self._form(text, kind.end()) if kind else None
        if behind is None or behind.written not in self.names:
            return None
        end = self.rate_end(text, behind.end)
        return Measure(end, text[behind.start : end])

    def _form(self, text: str, at: int) -> _Form | None:
        """Return the longest unit or currency right behind an offset."""
        gap = text[at : at + 1]
        gap = gap if gap in _GAPS else ""
        start = at + len(gap)
        for length in self._lengths.get(text[start : start + 2], _ONE):
            written = text[start : start + length]
            if written in self._forms and (end := self._find.ends.match(text, start + length)):
                return _Form(gap, written, start, end.end())
        return None

    def rate_end(self, text: str, at: int) -> int:
        """Where ``per share`` or ``a year`` after an offset ends, or the offset if none follows."""
        per = self._find.per.match(text, at) if text[at : at + 1] in _RATE_BEGINS else None
        known = per is not None and (per[1] is None or per[1] in self._rated)
        return per.end() if per and known else at

    def rated(self, text: str, noun: Measure) -> Measure:
        """Return a counted noun with the rate after it: ``potholes a week``."""
        end = self.rate_end(text, noun.end)
        return noun._replace(end=end, unit=noun.unit + text[noun.end : end])

    def _closes(self, text: str, form: _Form) -> bool:
        """Whether a single letter after a space is the last: ``5 m.``, not ``5 m-files``."""
        last = text[form.end : form.end + 1] in {"", " ", ".", ",", ";", ")"}
        return form.written in self._glued_or_last and form.gap != "-" and last


def _lengths(forms: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths of some words by their first two letters, the greatest first."""
    found: dict[str, set[int]] = defaultdict(lambda: {1})
    for form in forms:
        found[form[:2]].add(len(form))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _not_before_minus(language: Language, minus: Collection[str]) -> Iterator[str]:
    """Yield patterns of what is before words for a minus that are none: "plus or minus 5"."""
    for plus, either in product(*(language.words(f"numbers.{n}") for n in ("plus", "range_or"))):
        yield f"{plus} {either} "
    at_least = (each.split() for each in language.phrases("numbers.bounds"))
    yield from (f"{each[-2]} " for each in at_least if len(each) > 1 and each[-1] in minus)
    yield from (rf"\b{each} " for each in language.own("numbers.no_minus_after"))


def _scales(language: Language) -> Iterator[str]:
    """Yield the words for scales, but not the letters: "Smith (12) b Jones"."""
    pairs = language.pairs("numbers.scales"), language.every_pair("numbers.scales_everywhere")
    return (form for form in chain(*pairs) if len(form) > 1)
