"""Figures that are made without a unit of their own: names, dates, ranks, ratios, compounds."""

from decimal import Decimal

from summarizer.document.figures.dates import Moment
from summarizer.document.figures.figure import Figure, Whole
from summarizer.document.figures.numerals import Numeral
from summarizer.document.figures.rules import Rules

_NEAR = 24
"""Characters looked at before ``two``."""


def label(text: str, start: int, end: int, reason: str) -> Figure:
    """Return a number that only names, and why."""
    return Figure(start, end, text[start:end], kind="label", reason=reason)


def dated(text: str, moment: Moment) -> Figure:
    """Return a date, a time or a span of years."""
    start, end, kind = moment.start, moment.end, moment.kind
    if moment.low == moment.high:
        return Figure(start, end, text[start:end], moment.low, kind=kind)
    return Figure(start, end, text[start:end], None, moment.low, moment.high, kind=kind)


def rank(text: str, numeral: Numeral, rules: Rules) -> Figure:
    """Return a rank, with the noun it is of."""
    digits = text[numeral.start].isdecimal()
    if digits and (era := rules.measures.century_end(text, numeral.end)):
        return Figure(numeral.start, era, text[numeral.start : era], kind="date")
    noun = rules.nouns.read(text, numeral.end, to_plural=False)
    return Figure(
        numeral.start,
        numeral.end,
        text[numeral.start : numeral.end],
        numeral.value,
        unit=noun.unit if noun else None,
        ordinal=True,
        kind="ordinal",
    )


def amount(text: str, found: Whole, rules: Rules) -> Figure:
    """Return what is read as a whole: a measure of two parts, or a part of something."""
    start, end, value, unit = found
    about = rules.approximations.around(text, start, end, end)
    written = text[start:end]
    return Figure(start, end, written, value, unit=unit, percent=unit == "%", approximate=about)


def or_two(text: str, two: Figure, floor: int, rules: Rules) -> Figure:
    """Return ``a day or two`` as a range, if such words are before the number."""
    near = max(floor, two.start - _NEAR)
    one = rules.ranges.or_two(text[near : two.start])
    if one is None:
        return two
    start, low, high = near + one.start(), Decimal(1), Decimal(2)
    said = two._replace(start=start, text=text[start : two.end], unit=one[1], approximate=True)
    return said._replace(value=None, low=low, high=high)


def ratio(text: str, found: Whole, rules: Rules) -> Figure:
    """Return a ratio, with the noun it is of."""
    if found.unit is None:
        of = rules.words.patterns.one_of.match(text, found.end)  # "one in three of the voters"
        noun = rules.nouns.read(text, of.end() if of else found.end)
        found = found._replace(unit=noun.unit if noun else None)
    return amount(text, found, rules)
