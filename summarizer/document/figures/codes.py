"""Codes, addresses and telephone numbers: names that begin with a number, or hold one.

It finds where such a name ends, and says what it is. Numbers that the word before them makes a
name are read in :mod:`summarizer.document.figures.labels`.
"""

import re
from itertools import chain

from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

JOINED = "numbers joined by signs"
"""Reason for a label."""

_WIDEST = 24
"""Characters looked at before a number: no more than a long word, so that the work stays linear."""

_GLUED_BEFORE = re.compile(
    r"(?:[#№§@]\s?|(?<![^\W\d_])[^\W\d_][\w'’]*[-‐‑/_=]|[\w'’-]*[A-Za-z\u00c0-\u04ff_])$|(?<![\w.])\+(?=$)"
)
_GLUE, _GAPS = frozenset("#№§@-‐‑/_=+"), frozenset(" \u00a0\n")
_PHONE = re.compile(r"\d{1,5}(?:[-‐ ]\(?\d{2,9}\)?){1,8}(?!\d)")
_GLUED_AFTER = re.compile(r"(?=[A-Za-z\u00c0-\u04ff])[\w.‐‑-]{0,40}\w")
_HYPHENS = (
    r"(?!\d{1,3}(?:\.\d{3}){2}(?:(?:\.\d{3}){0,2}\.000)?(?!\.?\d))"  # "1.300.000" is no address
    r"\d{1,9}(?P<part>[-/‐.:])\d{1,9}(?:(?P=part)\d{1,9}){1,19}(?![\d%])|24/7|\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,3}:\d{1,3}(?![\d:])"
)
_CODE = re.compile(r"\d{1,3}-[A-Z]{1,2}(?![\w.]*\w)|\d{1,4}\([a-z]\)(?:\(\w{1,3}\)){0,4}")
"""A form or a paragraph: ``10-K``, ``401(k)``, ``501(c)(3)``."""

_DIALLED = (
    r"\d{2,3} \d{3}(?: \d{2}){2,3}(?!\d| \d)|\d{4} \d{3} \d{3}(?!\d| \d)|\d{3}-0\d{3}(?!\d)"
    r"|0\d{1,4}(?:[ -]\d{2,9}){2,5}(?!\d)|0\d{2,4}[ -]\d{4,9}(?!\d)"
    r"|(?<=\()\d{3}\) ?\d{3}[- ]\d{4}(?!\d)"
)
_SCORE = re.compile(r"(?:[-–:/]\d{1,9})+(?![\w%]|[.,]\d)")
_FORM = "form or paragraph"
_PHONED = "telephone number"
_REASONS = {
    "signs": JOINED,
    "phone": _PHONED,
    "joined": JOINED,
    "behind": "named by the words behind it",
    "form": _FORM,
    "street": "address",
    "wickets": "score",
}
"""Groups of the pattern for names of several words -> the reason."""
_PATTERNS = {
    "whole": (
        rf"(?P<signs>{_HYPHENS})|(?P<phone>{_DIALLED})"
        r"|(?P<joined>\d{1,4}-{hyphen_joints}-\d{1,4}(?!\d))"
        r"|(?P<behind>\d{1,6} {naming_behind}\b)|(?P<form>{forms}\b)"
        r"|(?P<street>(?!(?:19[5-9]|20[0-3])\d )\d{1,5} (?:[A-Z][\w'’.-]+ ){1,3}"
        r"{streets}\b(?! [a-z]{2,}s\b))"
        r"|(?P<wickets>\d{1,3} {wickets} \d{1,2}(?=[.,;)]|$| {after_wickets}\b))"
    ),
    "goes_on": r"\d++(?:[-/‐.:()]|[^\W\d]| [A-Z]|(?<=\d\d) \d\d| {.next})",
    "before_wickets": r"\b(?:{before_wickets}|[A-Z][\w'’-]+) $",
}


class Codes:
    """How one language writes codes, addresses and telephone numbers."""

    def __init__(self, language: Language) -> None:
        phrases = (language.phrases(f"numbers.{each}") for each in ("naming_behind", "wickets"))
        words = {each.split()[0] for each in chain(*phrases)}
        words |= {each.split()[1] for each in language.phrases("numbers.forms") if " " in each}
        self._open_prefixes = language.words("numbers.open_prefixes")
        self._find = Patterns(language, "numbers", _PATTERNS, next=any_of(words))

    def span(self, text: str, start: int, end: int, floor: int) -> tuple[int, int, str] | None:
        """Return the span of the name that a number is glued into or begins, and the reason.

        The name ends behind the number and its unit, and does not start before the floor.

        Example:
            >>> from summarizer.languages.table import language
            >>> codes = Codes(language("en"))
            >>> codes.span("the A380s", 5, 8, 0), codes.span("the 380 seats", 4, 7, 0)
            ((4, 9, 'part of a word'), None)
            >>> codes.span("at 10 Downing Street", 3, 5, 0)
            (3, 20, 'address')
        """
        if self._find.goes_on.match(text, start):
            if (whole := self._find.whole.match(text, start)) and self._is_whole(text, whole, end):
                return start, max(end, whole.end()), _REASONS[whole.lastgroup or ""]
            if (code := _CODE.match(text, start)) and code.end() > end:
                return start, code.end(), _FORM
        before = text[max(floor, start - _WIDEST) : start]
        last = before[-1:]
        may_be = last.isalpha() or last in _GLUE or (last in _GAPS and before[-2:-1] in "№§")
        glued = _GLUED_BEFORE.search(before) if may_be else None
        if glued and self._is_open(glued[0]):
            glued = None
        if glued and glued[0] == "+" and (phone := _PHONE.match(text, start)):
            return start - 1, phone.end(), _PHONED
        after = _GLUED_AFTER.match(text, end) if text[end : end + 1].isalpha() else None
        if not after and (not glued or glued[0] == "+"):
            return None
        begin = start - (len(glued[0]) if glued else 0)
        return begin, after.end() if after else end, "part of a word"

    def _is_whole(self, text: str, name: re.Match[str], end: int) -> bool:
        """Whether a name of several words is one: no ratio, and with "for" a score of cricket."""
        if name["joined"]:
            return name.end() > end
        at = name.start()
        before = text[max(0, at - _WIDEST) : at] if name["wickets"] else ""
        return not name["wickets"] or bool(self._find.before_wickets.search(before))

    def _is_open(self, prefix: str) -> bool:
        """Whether what is glued before a number leaves it a number: ``sub-300``, ``pre-2008``."""
        return prefix[-1] in "-‐‑" and prefix[:-1].lower() in self._open_prefixes


def is_list_number(text: str, start: int, end: int) -> bool:
    """Whether a number is alone at the start of a line, as in ``1.  The first reason``."""
    return text[start - 1 : start] in {"", "\n"} and text[end : end + 2] in {". ", ") ", ".\n", ""}


def score_end(text: str, at: int) -> int | None:
    """Return where the score ends whose first number ends at an offset; None if it is none.

    Example:
        >>> score_end("beat Spurs 3-1.", 12)
        14
    """
    score = _SCORE.match(text, at)
    return score.end() if score else None
