"""Dates, years and times of day: numbers that say when, and count nothing.

It reads how a date is written, and knows nothing of amounts; whether a bare ``2024`` is a
year also depends on what follows it, which :mod:`summarizer.document.figures` decides.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_SHORTENED = 4
"""Letters of a name such as ``Sept``, which takes a full stop as one of three letters does."""
_HALVES = ("h", "am", "a.m", "AM", "A.M", "pm", "p.m", "PM", "P.M")
_LAST_DAY = 31
_FARTHEST = 8
_HOUR_WORDS = 16
_GAPS = frozenset(" \u00a0")
_AFTER_MONTH_ENDS = _GAPS | {"."}
_NOUN_NEXT = re.compile(r" [^\W\d_]{2}")
_LAST_WORD = re.compile(r"[^\w\u0900-\u094f]")
_PATTERNS = {
    # what every date, time and span of years begins with: most numbers do not, and are read fast
    "goes_on": (
        r"0\d{3}|\d{1,4}(?:[^\W\d]|\s?[-–年년月월]|['’/:º°)]|\s{.going_on}"
        r"|\.(?:[\s–-]|\d\d?(?:[.:]|\s?{.going_on})))"
    ),
    "within": r"(?i)(?<!\w){time.in_month} $",
    "number": r"[12]\d{3}(?!\d)",
    "year": r"(?:{time.of_year}\s)?{.number}",
    "to": "{range_to|joiner|=change_to}",
    "day": r"[0-3٠-٣०-३]?\d(?:{.endings})?(?![\w%])(?![.,]\d)",
    "days": r"{.day}(?:(?:\s?[-–]\s?|\s{.to}\s){.day})?",
    "later": r"[0-3٠-٣०-३]?\d(?:{.letters})?(?![\w%])(?![.,]\d)",
    "later_days": r"{.later}(?:(?:\s?[-–]\s?|\s{.to}\s){.later})?",
    "date": r"""(?x)
      \d{4}\s?[年년](?:\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?)?
    | \d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?
    | [0-3]?\d(?:日(?=[、，,に夜朝午早上下晚])|일(?=[,에부까]))
    | (?:{.weekdays})[0-3]?\d(?=\))
    | \d{4}-[01]\d-[0-3]\d(?![\w-])(?:T[\d:.]+Z?)?
    | [0-3]?\d([./])[0-3]?\d\1(?:\d{4}|\d{2})(?![\w./-]*\d)
    | {.days}\s(?:{.words_of})?{.months}(?:,?\s{.year})?
    """,
    "after_month": (
        r"{.later_days}(?:\ {joiner}\ [0-3]?\d(?=[.,;)]|$))?(?:,?\s{.year})?"
        r"|{.number}|'?\d\d(?![\d,.%])"
    ),
    "half": r"[ap]\.?m\b\.?|[AP]\.?M\b\.?",
    "time": r"""(?x)
      [0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?(?:{.half})|\s{time.after_hour|time.after_minutes}\b)
    | [0-2]?\d:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,3})?(?![\d:])
    | [01]?\d\s?(?:{.half})(?!\w)
    | (?:[01]\d|2[0-3])[0-5]\d\s?{time.after_minutes}\b
    | [0-2]?\d(?:\s{.hours}\b|\s?h\s?[0-5]\d(?!\w))
    | [0-2]?\d[時时点시](?:\s?[0-5]?\d[分分])?
    """,
    "hour_before": r"\b{time.before_hour} $",
    "hour_after": r" {.hours}(?!\w)",
    "clock_before": r"(?i)\b{=time.before_clock} $",
    "of_day": r" {time.times_of_day}\b",
    "clock": (  # "at 1425 hours", "at 0930", "at 2 in the morning"
        r"(?:(?:[01]\d|2[0-3])[0-5]\d {time.clock}|0\d[0-5]\d)(?![\w%]|[.,:/-]\d)"
        r"|(?:[01]?\d|2[0-3]) {time.times_of_day}\b"
    ),
    "years_written": (
        r"(?P<first>[12]\d{3})"
        r"(?:(?P<decade>{time.decade_endings})\b|[-–/](?P<last>\d{4}|\d{2})(?![\w-]|[.,]\d))"
    ),
}


class Moment(NamedTuple):
    """A date, a time of day or a span of years: where it is, and the years it covers."""

    start: int
    end: int
    kind: Literal["date", "year", "time"]
    low: Decimal | None = None
    high: Decimal | None = None


class Dates:
    """How one language writes dates, spans of years and times of day."""

    def __init__(self, language: Language) -> None:
        self._months = frozenset(language.every_pair("time.months"))
        self._longest = max(map(len, self._months), default=0) + 5
        self._of = tuple(f" {word} " for word in language.words("time.of_year"))
        self._ends = {word[-2:] for word in (*self._months, *language.words("time.of_year"))}
        self._hour_parts = tuple(f"{part} " for part in language.phrases("time.before_hour"))
        endings = {each.lstrip("0123456789") for each in language.words("numbers.rank_endings")}
        weekdays = (rf"(?<={day}\ \()" for day in language.words("time.weekdays"))
        self._find = Patterns(
            language,
            "numbers",
            _PATTERNS,
            months=_month(self._months),
            weekdays="|".join(weekdays),
            words_of=_of(language),
            endings=any_of({*endings, ".", "º"}),
            # after a month, a full stop ends the sentence
            letters=any_of(each for each in endings if each.isalpha() and each not in "ºª"),
            hours=any_of(_both_apostrophes(language.phrases("time.after_hour"))),
            going_on=any_of({each.split()[0] for each in self._going_on(language)}),
        )

    def _going_on(self, language: Language) -> set[str]:
        lists = {"numbers": ("range_to", "joiner", "change_to", "of")}
        lists["time"] = ("after_hour", "after_minutes", "clock", "times_of_day")
        paths = (f"{section}.{name}" for section, names in lists.items() for name in names)
        words = {each for path in paths for each in language.phrases(path)}
        return {*words, *_both_apostrophes(words), *self._months, *_HALVES}

    def read(self, text: str, at: int, floor: int = 0) -> Moment | None:
        """Read the date, the time or the span of years around the digits at an offset.

        It does not start before the floor. A year alone is not read here: ``2024`` may count
        something.

        Example:
            >>> from summarizer.languages.table import language
            >>> moment = Dates(language("en")).read("on August 12, 2024 at noon", 10)
            >>> moment.start, moment.end, moment.kind
            (3, 18, 'date')
        """
        month = self._month_before(text, at, floor)
        match = self._find.after_month.match(text, at) if month is not None else None
        if month is not None and match and not self._counts(text, month, match):
            return Moment(month, match.end(), "date")
        if not self._find.goes_on.match(text, at):
            return None
        if match := self._find.date.match(text, at):
            return Moment(at, match.end(), "date")
        if match := self._find.time.match(text, at):
            return Moment(at, match.end(), "time")
        if (match := self._find.clock.match(text, at)) and self._find.clock_before.search(
            text[max(0, at - _FARTHEST) : at]
        ):
            return Moment(at, match.end(), "time")
        return self._years(text, at)

    def hour(self, text: str, start: int, end: int) -> Moment | None:
        """Read the hour of a number in words: ``five o'clock``, ``half past six``."""
        if after := self._find.hour_after.match(text, end):
            return Moment(start, after.end(), "time")
        before = text[max(0, start - _HOUR_WORDS) : start].lower()
        if (after := self._find.of_day.match(text, end)) and self._find.clock_before.search(before):
            return Moment(start, after.end(), "time")
        part = before.endswith(self._hour_parts) and self._find.hour_before.search(before)
        return Moment(start, end, "time") if part else None

    def _counts(self, text: str, month: int, match: re.Match[str]) -> bool:
        """Whether the number after a month counts: "In May 48 people died", not "on May 14"."""
        alone = match[0].isdecimal() and len(match[0]) < _SHORTENED
        within = self._find.within.search(text[max(0, month - 8) : month]) if alone else None
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
        if before.endswith(self._of) and self._find.number.match(text, at):  # "mayo de 2024"
            before = before[: before.rindex(" ", 0, -1)]
        before = before.rstrip(" \u00a0")
        word = _LAST_WORD.split(before.removesuffix("."))[-1]
        return text.rindex(word, lowest, at) if word in self._months else None

    def _years(self, text: str, at: int) -> Moment | None:
        match = self._find.years_written.match(text, at)
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
