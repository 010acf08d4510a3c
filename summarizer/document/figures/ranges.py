"""Ranges and scores: two numbers with something between them that joins them into one figure.

It knows nothing of what the numbers measure.
"""

import re
from decimal import Decimal
from typing import Literal

from summarizer.document.figures.figure import Change
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

Joint = Literal["dash", "to", "by", "and", "or", "change"]

_SHORT = re.compile(r"\d[\d.,]{0,9}[a-z]{1,2}(?!\w)")
_DIGITS = re.compile(r"\d[\d.,]{0,24}(?<=\d)")
_NEAR = 24
_CLAUSE = 60
"""Characters before a number in which a verb says that it changed."""

_PATTERNS = {
    "about": "{approximate|bounds}",
    "to_what": "{=change_to|range_to}",
    "month": r"{.months}(?: (?:[12]\d{3}))?",
    "joint": (
        r"(?P<to> {range_to} |-{range_to}-|{range_signs})|(?P<dash>[ \u00a0]?[-–—~～〜][ \u00a0]?)"
        r"|(?P<and> {joiner} )|(?P<or> {range_or} )|(?P<change> {=change_to} )"
    ),
    "or_two": r"(?i)(?<![\w-]){=articles} ([^\W\d_]+) {range_or} $",
    # before the first number, and before the second
    "between": r"(?i)\b{range_between} (?:(?:{.about}|{before_one}) )?$",
    "starts": r"(?i)\b{range_from}(?: [\w ]{0,9})?\W{0,2}$",
    "follows": r"\b{range_from|range_between}(?: [\w ]{0,9})?\W{0,2}$",
    "lead": (
        r"(?:{.about} )?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{2,3} ?)?"
        r"(?:[-−–](?=\d)|{minus|minus_measured} )?"
    ),
    # verbs of change, and the words between the ends of one: "48 deaths in 2024 to 35"
    "moves": r"(?i)\b{moves}\b(?:(?!\b{ranging}\b)[^.;:]|\.\d)*$",
    "moves_after": r"[^.;:]{0,40}?\b{moves}\b",
    "change": r"(?i)\b{changes}(?: {.about})? $",
    "gap": (
        r"(?: [a-zA-Z\u00df-\u00ff][\w-]+)?"
        r"(?:(?: (?i:{time.before_year})){1,2} (?:{.month}|[12]\d{3})| {time.ago})?"
        r" (?:{.to_what}|(?P<back>{=range_from})) "
    ),
    "to": r"\b{.to_what} (?:{.about} )?$",
    "to_it": r"\b{.to_what} $",
    "score_before": r"\b{before_score}(?: [\w.'’-]+){0,3} $",
    "score_after": r" (?:[\w-]+ )?{after_score}\b",
    "scores_before": (
        r"(?<![\d-])(\d{1,2})[-–](\d{1,2})(?:\s?\(\d{1,2}\))?(?:,? \(?| {=joiner} )$"
    ),
    "scores_after": r"\)?,? (\d{1,2})[-–](\d{1,2})(?![\d-])",
}


class Ranges:
    """How one language joins two numbers."""

    def __init__(self, language: Language) -> None:
        months = any_of(language.every_pair("time.months"))
        self._find = Patterns(language, "numbers", _PATTERNS, months=months)
        self._verb_last = bool(language.property("numbers.verb_last"))

    def or_two(self, before: str) -> re.Match[str] | None:
        """Return what is before the number of ``a day or two``, and the noun in it."""
        return self._find.or_two.search(before)

    def gap(self, text: str, start: int, end: int) -> tuple[int, bool] | None:
        """Return where the words between the ends of a change end: ``5 boats in 2024 to`` 3.

        And whether the later number is the first (``to 3 from`` 5).

        Example:
            >>> from summarizer.languages.table import language
            >>> Ranges(language("en")).gap("fell from 5 boats in 2024 to 3", 10, 11)
            (29, False)
        """
        if text[end : end + 1] != " " or not text[end + 1 : end + 2].isalpha():
            return None
        match = self._find.gap.match(text, end)
        if match is None:
            return None
        before = self._find.to if match["back"] else self._find.starts
        found = before.search(text[max(0, start - _NEAR) : start])
        return (match.end(), bool(match["back"])) if found else None

    def reaches(self, text: str, at: int) -> bool:
        """Whether ``to`` is right before a number: "up to 48 from 35" is no bound."""
        return bool(self._find.to_it.search(text[max(0, at - _NEAR) : at]))

    def joint(self, text: str, start: int, end: int) -> tuple[Joint, int] | None:
        """Read what may join a number to the one after it: the kind of joint, and where it ends.

        It is ``by`` if the first number may say by how much something changed (``rose 5 per cent
        to 20``).

        Example:
            >>> from summarizer.languages.table import language
            >>> english = Ranges(language("en"))
            >>> english.joint("5 to 7", 0, 1), english.joint("up 5 to 7", 3, 4)
            (('to', 5), ('by', 8))
        """
        match = self._find.joint.match(text, end)
        if match is None:
            return None
        before = text[max(0, start - 28) : start]
        if match["and"]:
            return ("and", match.end()) if self._find.between.search(before) else None
        if match["or"]:
            return "or", match.end()
        if match["change"]:
            return ("change", match.end()) if self._find.starts.search(before) else None
        if match["to"]:
            kind: Joint = "dash" if match[0][0] == "-" else "to"  # "a 220-to-213 vote"
            return ("by" if self._find.change.search(before) else kind), match.end()
        spaced = match[0] != match[0].strip()
        aside = spaced and (len(match[0]) < 3 or "—" in match[0])  # "four in 10 — 38 percent"
        return None if aside else ("dash", match.end())

    def end(self, text: str, start: int, end: int) -> int:
        """Return where a range of digits ends, such as ``50m-60m``, or where its first number does.

        Args:
            text: Any text.
            start: Offset of the first number.
            end: Offset after it and its letter.
        """
        joint = self.joint(text, start, end)
        other = _SHORT.match(text, joint[1]) if joint else None
        return other.end() if other else end

    def last(self, text: str, start: int, end: int) -> int:
        """Return where the second number of a range ends, its sign included, or the first does."""
        joint = self.joint(text, start, end)
        number = _DIGITS.match(text, self.number_after(text, joint[1])) if joint else None
        return number.end() if number else end

    def number_after(self, text: str, at: int) -> int:
        """Return where the second number may start: after ``about`` and its currency."""
        lead = self._find.lead.match(text, at)
        return lead.end() if lead else at

    def follows_from(self, text: str, at: int) -> bool:
        """Whether ``from`` is before an offset, so that a range may also run downwards."""
        return bool(self._find.follows.search(text[max(0, at - 24) : at]))

    def change(self, text: str, at: int, end: int, first: Decimal, last: Decimal) -> Change | None:
        """Return whether a number rose or fell to the other, or None if the two are a range.

        Example:
            >>> from summarizer.languages.table import language
            >>> english = Ranges(language("en"))
            >>> english.change("fell from 5 to 4", 10, 16, Decimal(5), Decimal(4))
            'fall'
            >>> english.change("aged from 5 to 14", 10, 17, Decimal(5), Decimal(14))
        """
        before = text[max(0, at - _CLAUSE) : at]
        if first == last or not (self._find.starts.search(before) and self.moved(text, at, end)):
            return None
        return "rise" if first < last else "fall"

    def moved(self, text: str, at: int, end: int) -> bool:
        """Whether a verb around two numbers says that one became the other."""
        if self._find.moves.search(text[max(0, at - _CLAUSE) : at]):
            return True
        return self._verb_last and self._find.moves_after.match(text, end) is not None

    def is_score(self, text: str, start: int, end: int) -> bool:
        """Whether the words around two numbers with a dash say that they are a score or a vote."""
        before = text[max(0, start - 36) : start]
        if self._find.score_before.search(before) or self._find.score_after.match(text, end):
            return True
        sets = (self._find.scores_before.search(before), self._find.scores_after.match(text, end))
        return any(each is not None and int(each[1]) >= int(each[2]) for each in sets)
