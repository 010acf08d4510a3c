"""Dates, years and times of day: numbers that say when, and count nothing.

This module owns how a date is written. It knows nothing of amounts; whether a bare ``2024`` is a
year also depends on what follows it, which :mod:`summarizer.document.figures` decides.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

_CAPITALISED = """
January February March April May June July August September October November December
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
Januar Jänner Februar März Mai Juni Juli Oktober Dezember Okt Dez
"""
_LOWER = """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
janeiro fevereiro março abril maio junho julho setembro outubro novembro dezembro
januari februari maart mei augustus
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""
MONTHS = frozenset(_CAPITALISED.split() + _LOWER.split())
"""Names of months, in the case that marks them: ``May 5`` is a date, ``may 5`` is not."""

_MONTH = (
    rf"(?:(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b(?:(?<=\b\w{{3}})\.|(?<=Sept)\.)?)"
)
_YEAR = r"[12]\d{3}(?!\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th|er|\.|º)?(?![\w%])(?![.,]\d)"
_DAYS = rf"{_DAY}(?:(?:\s?[-–]\s?|\s(?:to|and)\s){_DAY})?"
_DAYS_AFTER = _DAYS.replace(r"|\.|º", "")  # a full stop there ends the sentence
_HALF = r"[ap]\.?m\b\.?|[AP]\.?M\b\.?"

_DATE = re.compile(
    rf"""
      \d{{4}}\s?[年년](?:\s?\d{{1,2}}\s?[月월](?:\s?\d{{1,2}}\s?[日일])?)?
    | \d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]
    | \d{{4}}-[01]\d-[0-3]\d(?![\w-])(?:T[\d:.]+Z?)?
    | [0-3]?\d([./])[0-3]?\d\1(?:\d{{4}}|\d{{2}})(?![\w./-]*\d)
    | {_DAYS}\s(?:of\s|de\s|d['’])?{_MONTH}(?:,?\s(?:de\s)?{_YEAR})?
    """,
    re.VERBOSE,
)
_AFTER_MONTH = re.compile(
    rf"{_DAYS_AFTER}(?: and [0-3]?\d(?=[.,;)]|$))?(?:,?\s(?:de\s)?{_YEAR})?"
    rf"|{_YEAR}|'?\d\d(?![\d,.%])"
)
_TIME = re.compile(
    rf"""
      [0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?(?:{_HALF})|\s(?:Uhr|hrs|GMT|BST|EST|EDT|CET|ET)\b)
    | [0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])
    | [01]?\d\s?(?:{_HALF})(?!\w)
    | [0-2]?\d(?:\s(?:Uhr\b|o['’]clock)|\s?h\s?[0-5]\d(?!\w))
    | [0-2]?\d[時时点시](?:\s?[0-5]?\d[分분])?
    """,
    re.VERBOSE,
)
_YEARS = re.compile(
    r"(?P<first>[12]\d{3})(?:(?P<decade>['’]?s|er)\b|[-–/](?P<last>\d{4}|\d{2})(?![\w-]|[.,]\d))"
)
_GOES_ON = re.compile(r"\d{1,4}(?:\s?[^\W\d]|\s?[-–]|['’./:º])")
"""What every date, time and span of years begins with; most numbers do not, and are told fast."""

_LAST_WORD = re.compile(r"[^\w\u0900-\u094f]")
_MONTH_ENDS = {month[-1] for month in MONTHS} | {"."}
_LONGEST_MONTH = max(map(len, MONTHS))


class Moment(NamedTuple):
    """A date, a time of day or a span of years: where it stands, and the years it covers."""

    start: int
    end: int
    kind: Literal["date", "year", "time"]
    low: Decimal | None = None
    high: Decimal | None = None


def read_moment(text: str, at: int, floor: int = 0) -> Moment | None:
    """Read the date, the time or the span of years around the digits at an offset.

    A year that stands alone is not read here: ``2024`` may count something.

    Args:
        text: Any text.
        at: Offset of the first of the digits.
        floor: Offset before which the moment must not start.

    Returns:
        The moment, or None if the digits are none.

    Example:
        >>> moment = read_moment("on August 12, 2024 at noon", 10)
        >>> moment.start, moment.end, moment.kind
        (3, 18, 'date')
    """
    month = _month_before(text, at, floor)
    if month is not None and (match := _AFTER_MONTH.match(text, at)):
        return Moment(month, match.end(), "date")
    if not _GOES_ON.match(text, at):
        return None
    if match := _DATE.match(text, at):
        return Moment(at, match.end(), "date")
    if match := _TIME.match(text, at):
        return Moment(at, match.end(), "time")
    return _years(text, at)


def _month_before(text: str, at: int, floor: int) -> int | None:
    """Offset of the month's name that stands right before, if one does."""
    if text[at - 1 : at] not in {" ", "\u00a0"} or at < 4:
        return None
    lowest = max(floor, at - _LONGEST_MONTH - 5)
    before = text[lowest:at].removesuffix("de ").rstrip(" \u00a0")  # "mayo de 2024"
    word = _LAST_WORD.split(before.removesuffix("."))[-1] if before[-1:] in _MONTH_ENDS else ""
    return text.rindex(word, lowest, at) if word in MONTHS else None


def _years(text: str, at: int) -> Moment | None:
    match = _YEARS.match(text, at)
    if not match:
        return None
    first = int(match["first"])
    if match["decade"]:
        last = first if first % 10 else first + (99 if first % 100 == 0 and first < 2000 else 9)
        if first % 10 == 0 or match["decade"] == "er":
            return Moment(at, match.end(), "year", Decimal(first), Decimal(last))
        return Moment(at, match.end("first"), "year", Decimal(first), Decimal(first))
    last = int(match["last"])
    last += first - first % 100 if last < 100 else 0
    if not first < last < 2200:
        return None
    return Moment(at, match.end(), "year", Decimal(first), Decimal(last))
