"""Dates, years and times of day: numbers that say when, and count nothing.

It reads how a date is written, and knows nothing of amounts; whether a bare ``2024`` is a
year also depends on what follows it, which :mod:`summarizer.document.figures` decides.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from typing import Literal, NamedTuple

from summarizer.document.figures.alternatives import any_of
from summarizer.languages.table import Language

_YEAR = r"[12]\d{3}(?!\d)"
_DAY = r"[0-3٠-٣०-३]?\d(?:{day})?(?![\w%])(?![.,]\d)"
_DAYS = _DAY + r"(?:(?:\s?[-–]\s?|\s(?:{to})\s)" + _DAY + ")?"
_SHORTENED = 4
"""Letters of a name such as ``Sept``, which takes a full stop as one of three letters does."""
_HALF = r"[ap]\.?m\b\.?|[AP]\.?M\b\.?"

_GAPS = frozenset(" \u00a0")
_AFTER_MONTH_ENDS = _GAPS | {"."}
_GOES_ON = (
    r"0\d{{3}}|\d{{1,4}}(?:[^\W\d]|\s?[-–年년月월]|['’/:º°)]|\s(?:{words})"
    r"|\.(?:[\s–-]|\d\d?(?:[.:]|\s?(?:{words}))))"
)
"""What every date, time and span of years begins with. Most numbers do not, and are read fast."""

_HALVES = ("h", "am", "a.m", "AM", "A.M", "pm", "p.m", "PM", "P.M")
_LAST_DAY = 31
_FARTHEST = 8
_HOUR_WORDS = 16
_NOUN_NEXT = re.compile(r" [^\W\d_]{2}")
_YEAR_ALONE = re.compile(_YEAR)
_LAST_WORD = re.compile(r"[^\w\u0900-\u094f]")
_DATE = r"""
      \d{{4}}\s?[年년](?:\s?\d{{1,2}}\s?[月월](?:\s?\d{{1,2}}\s?[日일])?)?
    | \d{{1,2}}\s?[月월](?:\s?\d{{1,2}}\s?[日일])?
    | [0-3]?\d(?:日(?=[、，,に夜朝午早上下晚])|일(?=[,에부까]))
    | (?:{weekdays})[0-3]?\d(?=\))
    | \d{{4}}-[01]\d-[0-3]\d(?![\w-])(?:T[\d:.]+Z?)?
    | [0-3]?\d([./])[0-3]?\d\1(?:\d{{4}}|\d{{2}})(?![\w./-]*\d)
    | {days}\s(?:{of})?{month}(?:,?\s{year})?
"""
_AFTER_MONTH = (
    r"{days}(?:\ (?:{joiner})\ [0-3]?\d(?=[.,;)]|$))?(?:,?\s{year})?"
    r"|{number}|'?\d\d(?![\d,.%])"
)
_TIME = r"""
      [0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?(?:{half})|\s(?:{after})\b)
    | [0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{{1,3}})?(?![\d:])
    | [01]?\d\s?(?:{half})(?!\w)
    | (?:[01]\d|2[0-3])[0-5]\d\s?(?:{zone})\b
    | [0-2]?\d(?:\s(?:{hour})\b|\s?h\s?[0-5]\d(?!\w))
    | [0-2]?\d[時时点시](?:\s?[0-5]?\d[分分])?
"""
_YEARS = (
    r"(?P<first>[12]\d{{3}})"
    r"(?:(?P<decade>{decade})\b|[-–/](?P<last>\d{{4}}|\d{{2}})(?![\w-]|[.,]\d))"
)


class Moment(NamedTuple):
    """A date, a time of day or a span of years: where it is, and the years it covers."""

    start: int
    end: int
    kind: Literal["date", "year", "time"]
    low: Decimal | None = None
    high: Decimal | None = None


class Dates:
    """How one language writes dates, spans of years and times of day.

    Args:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        self._months = frozenset(language.every_pair("time.months"))
        self._longest = max(map(len, self._months), default=0) + 5
        self._of = tuple(f" {word} " for word in language.words("time.of_year"))
        self._ends = {word[-2:] for word in (*self._months, *language.words("time.of_year"))}
        within = any_of(language.words("time.in_month"))
        self._within = re.compile(rf"(?<!\w)(?:{within}) $", re.IGNORECASE)
        self._compile_dates(language)
        self._compile_times(language)

    def _compile_dates(self, language: Language) -> None:
        endings = {each.lstrip("0123456789") for each in language.words("numbers.rank_endings")}
        letters = any_of(each for each in endings if each.isalpha() and each not in "ºª")
        joiner = any_of(language.words("numbers.joiner"))
        lists = (language.phrases("numbers.range_to"), language.words("numbers.joiner"))
        to = any_of([*chain(*lists), *language.own("numbers.change_to")])
        weekdays = "|".join(rf"(?<={day}\ \()" for day in language.words("time.weekdays"))
        year = rf"(?:(?:{any_of(language.words('time.of_year'))})\s)?{_YEAR}"
        month, of = _month(self._months), _of(language)
        # after a month, a full stop ends the sentence
        days = (any_of({*endings, ".", "º"}), letters)
        before, after = (_DAYS.format(day=each, to=to) for each in days)
        date = _DATE.format(days=before, of=of, month=month, year=year, weekdays=weekdays)
        later = _AFTER_MONTH.format(days=after, joiner=joiner, year=year, number=_YEAR)
        self._date = re.compile(date, re.VERBOSE)
        self._after_month = re.compile(later)

    def _compile_times(self, language: Language) -> None:
        hour = any_of(_both_apostrophes(language.phrases("time.after_hour")))
        after = any_of({*language.words("time.after_hour"), *language.words("time.after_minutes")})
        zone = any_of(language.words("time.after_minutes"))
        time = _TIME.format(half=_HALF, hour=hour, after=after, zone=zone)
        decade = any_of(language.words("time.decade_endings"))
        self._time = re.compile(time, re.VERBOSE)
        said, hours = (
            any_of(language.own("time.before_clock")),
            any_of(language.phrases("time.clock")),
        )
        parts = language.phrases("time.before_hour")
        self._hour_parts = tuple(f"{part} " for part in parts)
        self._hour_before = re.compile(rf"\b(?:{any_of(parts)}) $")
        self._hour_after = re.compile(rf" (?:{hour})(?!\w)")
        self._clock_before = re.compile(rf"\b(?:{said}) $", re.IGNORECASE)
        part = any_of(language.phrases("time.times_of_day"))
        self._of_day = re.compile(rf" (?:{part})\b")
        clock = (
            rf"(?:(?:[01]\d|2[0-3])[0-5]\d (?:{hours})|0\d[0-5]\d)(?![\w%]|[.,:/-]\d)"
            rf"|(?:[01]?\d|2[0-3]) (?:{part})\b"
        )
        self._clock = re.compile(clock)  # "at 1425 hours", "at 0930", "at 2 in the morning"
        self._years_written = re.compile(_YEARS.format(decade=decade))
        paths = ("range_to", "joiner", "change_to", "of")
        words = {each for path in paths for each in language.phrases(f"numbers.{path}")}
        paths = ("after_hour", "after_minutes", "clock", "times_of_day")
        words |= {each for path in paths for each in language.phrases(f"time.{path}")}
        words |= {*_both_apostrophes(words), *self._months, *_HALVES}
        goes_on = _GOES_ON.format(words=any_of({each.split()[0] for each in words}))
        self._goes_on = re.compile(goes_on)

    def read(self, text: str, at: int, floor: int = 0) -> Moment | None:
        """Read the date, the time or the span of years around the digits at an offset.

        A year alone is not read here: ``2024`` may count something.

        Args:
            text: Any text.
            at: Offset of the first of the digits.
            floor: Offset before which the moment must not start.

        Returns:
            The moment, or None if the digits are none.

        Example:
            >>> from summarizer.languages.table import language
            >>> moment = Dates(language("en")).read("on August 12, 2024 at noon", 10)
            >>> moment.start, moment.end, moment.kind
            (3, 18, 'date')
        """
        month = self._month_before(text, at, floor)
        match = self._after_month.match(text, at) if month is not None else None
        if month is not None and match and not self._counts(text, month, match):
            return Moment(month, match.end(), "date")
        if not self._goes_on.match(text, at):
            return None
        if match := self._date.match(text, at):
            return Moment(at, match.end(), "date")
        if match := self._time.match(text, at):
            return Moment(at, match.end(), "time")
        if (match := self._clock.match(text, at)) and self._clock_before.search(
            text[max(0, at - _FARTHEST) : at]
        ):
            return Moment(at, match.end(), "time")
        return self._years(text, at)

    def hour(self, text: str, start: int, end: int) -> Moment | None:
        """Read the hour of a number in words: ``five o'clock``, ``half past six``."""
        if after := self._hour_after.match(text, end):
            return Moment(start, after.end(), "time")
        before = text[max(0, start - _HOUR_WORDS) : start].lower()
        if (after := self._of_day.match(text, end)) and self._clock_before.search(before):
            return Moment(start, after.end(), "time")
        part = before.endswith(self._hour_parts) and self._hour_before.search(before)
        return Moment(start, end, "time") if part else None

    def _counts(self, text: str, month: int, match: re.Match[str]) -> bool:
        """Whether the number after a month counts: "In May 48 people died", not "on May 14"."""
        alone = match[0].isdecimal() and len(match[0]) < _SHORTENED
        within = self._within.search(text[max(0, month - 8) : month]) if alone else None
        opened = within is not None and within[0][0].isupper()
        clear = alone and (opened or int(match[0]) > _LAST_DAY)
        return clear and bool(_NOUN_NEXT.match(text, match.end()))

    def _month_before(self, text: str, at: int, floor: int) -> int | None:
        """Return the offset of the month's name right before, if there is one."""
        if text[at - 1 : at] not in _GAPS or at < 4:
            return None
        if text[at - 3 : at - 1] not in self._ends and text[at - 2] not in _AFTER_MONTH_ENDS:
            return None
        lowest = max(floor, at - self._longest)
        before = text[lowest:at]
        if before.endswith(self._of) and _YEAR_ALONE.match(text, at):  # "mayo de 2024"
            before = before[: before.rindex(" ", 0, -1)]
        before = before.rstrip(" \u00a0")
        word = _LAST_WORD.split(before.removesuffix("."))[-1]
        return text.rindex(word, lowest, at) if word in self._months else None

    def _years(self, text: str, at: int) -> Moment | None:
        match = self._years_written.match(text, at)
        if not match:
            return None
        first = int(match["first"])
        if match["decade"]:
            last = first if first % 10 else first + (99 if first % 100 == 0 and first < 2000 else 9)
            return Moment(at, match.end(), "year", Decimal(first), Decimal(last))
        last = int(match["last"])
        last += first - first % 100 if last < 100 else 0
        if not first < last < 2200:
            return None
        return Moment(at, match.end(), "year", Decimal(first), Decimal(last))


def _month(months: frozenset[str]) -> str:
    """Pattern for a month; a short name, or a longer one shortened, may have a full stop."""
    shortened = {m for m in months if any(o != m and o.startswith(m) for o in months)}
    endings = [rf"(?<={month})" for month in sorted(shortened) if len(month) == _SHORTENED]
    dotted = "|".join([r"(?<=\b\w{3})", *endings])
    return rf"(?:(?:{any_of(months)})\b(?:(?:{dotted})\.)?)"


def _of(language: Language) -> str:
    words = language.words("numbers.of")
    apart = any_of(word for word in words if word[-1].isalpha())
    elided = any_of(word for word in words if not word[-1].isalpha())
    return rf"(?:{apart})\s|{elided}"


def _both_apostrophes(words: Iterable[str]) -> set[str]:
    return {each for word in words for each in (word, word.replace("'", "’"))}
