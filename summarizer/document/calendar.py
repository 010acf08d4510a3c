"""The date that words give: a day, a month or a year, as ISO 8601 writes it.

This module reads what is written in full. Where the words give no year, as in "on Tuesday", there
is no date: which Tuesday is meant, the words do not say.
"""

import re
from datetime import date
from functools import cache

from summarizer.languages.table import codes, language

_DAY = r"(?P<day>[0-3]?\d)(?!\d)(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>[12]\d{3})(?!\d)"
_FORMS = (
    rf"{_YEAR}-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?",
    rf"{_YEAR}\s?[年년](?:\s?(?P<month>\d{{1,2}})\s?[月월](?:\s?(?P<day>\d{{1,2}})\s?[日일])?)?",
    rf"(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
    rf"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/{_YEAR}",
    rf"{_DAY}\s(?:of\s|de\s|d['’])?NAME,?\s(?:de\s|del\s)?{_YEAR}",
    rf"NAME\s{_DAY},?\s{_YEAR}",
    rf"NAME,?\s(?:de\s|del\s|of\s)?{_YEAR}",
    _YEAR,
)
"""How a date may be written; NAME is the name of a month."""


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its name, in all languages that have a table."""
    every = (language(code).every_pair("time.months") for code in codes())
    return {name.lower(): int(number) for pairs in every for name, number in pairs.items()}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>{'|'.join(sorted(_months(), key=len, reverse=True))})\b\.?"
    forms = (form.replace("NAME", name) for form in _FORMS)
    return tuple(re.compile(rf"(?<![\w./-]){form}(?![./-]?\d)", re.IGNORECASE) for form in forms)


def read_date(words: str) -> str | None:
    """Read the date in some words.

    Args:
        words: Words of an article.

    Returns:
        The day, month or year as ISO 8601 has it; None where there is no year, no date, or more
        than one reading, as of 3/4/2026.

    Example:
        >>> read_date("by 12 March 2026"), read_date("März 2026"), read_date("on Tuesday")
        ('2026-03-12', '2026-03', None)
    """
    for form in _forms():
        found = list(form.finditer(words))
        if found:
            return _iso(found[0]) if len(found) == 1 else None
    return None


def _iso(match: "re.Match[str]") -> str | None:
    given = match.groupdict()
    year, day = int(given["year"]), int(given.get("day") or 0)
    month = _months()[given["name"].lower()] if given.get("name") else int(given.get("month") or 0)
    if "/" in match[0] and day <= 12 and day != month:
        return f"{year}-{day:02}-{month:02}" if month > 12 else None
    try:
        full = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return full if day else full[:7] if month else full[:4]
