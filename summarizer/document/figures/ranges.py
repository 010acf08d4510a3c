"""Ranges and scores: two numbers with something between them that joins them into one figure.

It knows nothing of what the numbers measure.
"""

import re
from decimal import Decimal
from typing import Literal

from summarizer.document.figures.alternatives import any_of
from summarizer.document.figures.figure import Change
from summarizer.languages.table import Language

Joint = Literal["dash", "to", "by", "and", "or", "change"]

_SHORT = re.compile(r"\d[\d.,]{0,9}[a-z]{1,2}(?!\w)")
_DIGITS = re.compile(r"\d[\d.,]{0,24}(?<=\d)")
_NEAR = 24
_CLAUSE = 60
"""Characters before a number in which a verb says that it changed."""


class Ranges:
    """How one language joins two numbers.

    Args:
        language: The language.

    Attributes:
        or_two: What is before the number of ``a day or two``.
    """

    def __init__(self, language: Language) -> None:
        self._compile_joints(language)
        self._compile_lead(language)
        self._compile_changes(language)

    def _compile_joints(self, language: Language) -> None:
        to = any_of(language.phrases("numbers.range_to"))
        signs = any_of(language.words("numbers.range_signs"))
        joiner = any_of(language.words("numbers.joiner"))
        other = any_of(language.words("numbers.range_or"))
        change = any_of(language.own("numbers.change_to"))
        a = any_of(language.own("numbers.articles"))
        self.or_two = re.compile(rf"(?<![\w-])(?:{a}) ([^\W\d_]+) (?:{other}) $", re.IGNORECASE)
        self._joint = re.compile(
            rf"(?P<to> (?:{to}) |-(?:{to})-|{signs})|(?P<dash>[ \u00a0]?[-–—~～〜][ \u00a0]?)"
            rf"|(?P<and> (?:{joiner}) )|(?P<or> (?:{other}) )|(?P<change> (?:{change}) )"
        )

    def _compile_lead(self, language: Language) -> None:
        between = any_of(language.words("numbers.range_between"))
        starts = any_of(language.words("numbers.range_from"))
        paths = ("numbers.approximate", "numbers.bounds")
        about = any_of({each for path in paths for each in language.phrases(path)})
        only = any_of(language.words("numbers.before_one"))
        measured = language.words("numbers.minus_measured")
        minus = any_of(language.words("numbers.minus") | measured)
        self._between = re.compile(rf"\b(?:{between}) (?:(?:{about}|{only}) )?$", re.IGNORECASE)
        self._starts = re.compile(rf"\b(?:{starts})(?: [\w ]{{0,9}})?\W{{0,2}}$", re.IGNORECASE)
        self._from = re.compile(rf"\b(?:{starts}|{between})(?: [\w ]{{0,9}})?\W{{0,2}}$")
        self._lead = re.compile(
            rf"(?:(?:{about}) )?(?:[A-Z]{{0,3}}[$£€¥₹]|[A-Z]{{2,3}} ?)?"
            rf"(?:[-−–](?=\d)|(?:{minus}) )?"
        )

    def _compile_changes(self, language: Language) -> None:
        paths = ("numbers.approximate", "numbers.bounds")
        about = any_of({each for path in paths for each in language.phrases(path)})
        changes, before, after = (
            any_of(language.words(f"numbers.{each}"))
            for each in ("changes", "before_score", "after_score")
        )
        moves = any_of(language.words("numbers.moves"))
        ranging = any_of(language.words("numbers.ranging"))
        self._compile_gap(language, about)
        clause = rf"\b(?:{moves})\b(?:(?!\b(?:{ranging})\b)[^.;:]|\.\d)*$"
        self._moves = re.compile(clause, re.IGNORECASE)
        self._verb_last = bool(language.property("numbers.verb_last"))
        self._moves_after = re.compile(rf"[^.;:]{{0,40}}?\b(?:{moves})\b")
        self._change = re.compile(rf"\b(?:{changes})(?: (?:{about}))? $", re.IGNORECASE)
        self._score_before = re.compile(rf"\b(?:{before})(?: [\w.'’-]+){{0,3}} $")
        joiner = any_of(language.own("numbers.joiner"))
        self._scores_before = re.compile(
            rf"(?<![\d-])(\d{{1,2}})[-–](\d{{1,2}})(?:\s?\(\d{{1,2}}\))?(?:,? \(?| (?:{joiner}) )$"
        )
        self._scores_after = re.compile(r"\)?,? (\d{1,2})[-–](\d{1,2})(?![\d-])")
        self._score_after = re.compile(rf" (?:[\w-]+ )?(?:{after})\b")

    def _compile_gap(self, language: Language, about: str) -> None:
        """Patterns for what is between the two numbers of a change: "48 deaths in 2024 to 35"."""
        before, months = language.words("time.before_year"), language.every_pair("time.months")
        ago = any_of(language.phrases("time.ago"))
        month = rf"(?:{any_of(months)})(?: (?:[12]\d{{3}}))?"
        to = any_of([*language.own("numbers.change_to"), *language.phrases("numbers.range_to")])
        noun = r"(?: [a-zA-Z\u00df-\u00ff][\w-]+)?"
        then = rf"(?:(?: (?i:{any_of(before)})){{1,2}} (?:{month}|[12]\d{{3}})| (?:{ago}))?"
        starts = any_of(language.own("numbers.range_from"))
        self._gap = re.compile(rf"{noun}{then} (?:(?:{to})|(?P<back>{starts})) ")
        self._to = re.compile(rf"\b(?:{to}) (?:(?:{about}) )?$")
        self._to_it = re.compile(rf"\b(?:{to}) $")

    def gap(self, text: str, start: int, end: int) -> tuple[int, bool] | None:
        """Return where the words between the ends of a change end: ``5 boats in 2024 to`` 3.

        Args:
            text: Any text.
            start: Offset of the first number.
            end: Offset after it.

        Returns:
            The offset, and whether the later number is first (``to 3 from`` 5); None if no words
            for a change are around the number.

        Example:
            >>> from summarizer.languages.table import language
            >>> Ranges(language("en")).gap("fell from 5 boats in 2024 to 3", 10, 11)
            (29, False)
        """
        if text[end : end + 1] != " " or not text[end + 1 : end + 2].isalpha():
            return None
        match = self._gap.match(text, end)
        if match is None:
            return None
        before = self._to if match["back"] else self._starts
        found = before.search(text[max(0, start - _NEAR) : start])
        return (match.end(), bool(match["back"])) if found else None

    def reaches(self, text: str, at: int) -> bool:
        """Whether ``to`` is right before a number: "up to 48 from 35" is no bound."""
        return bool(self._to_it.search(text[max(0, at - _NEAR) : at]))

    def joint(self, text: str, start: int, end: int) -> tuple[Joint, int] | None:
        """Read what may join the number at ``start`` to the one after it.

        Args:
            text: Any text.
            start: Offset of the first number.
            end: Offset after it.

        Returns:
            The kind of joint and where it ends; None if nothing joins. It is ``by`` if the first
            number may say by how much something changed (``rose 5 per cent to 20``).

        Example:
            >>> from summarizer.languages.table import language
            >>> english = Ranges(language("en"))
            >>> english.joint("5 to 7", 0, 1), english.joint("up 5 to 7", 3, 4)
            (('to', 5), ('by', 8))
        """
        match = self._joint.match(text, end)
        if match is None:
            return None
        before = text[max(0, start - 28) : start]
        if match["and"]:
            return ("and", match.end()) if self._between.search(before) else None
        if match["or"]:
            return "or", match.end()
        if match["change"]:
            return ("change", match.end()) if self._starts.search(before) else None
        if match["to"]:
            kind: Joint = "dash" if match[0][0] == "-" else "to"  # "a 220-to-213 vote"
            return ("by" if self._change.search(before) else kind), match.end()
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
        lead = self._lead.match(text, at)
        return lead.end() if lead else at

    def follows_from(self, text: str, at: int) -> bool:
        """Whether ``from`` is before an offset, so that a range may also run downwards."""
        return bool(self._from.search(text[max(0, at - 24) : at]))

    def change(self, text: str, at: int, end: int, first: Decimal, last: Decimal) -> Change | None:
        """Return whether a number rose or fell to the other, or None if the two are a range.

        Args:
            text: Any text.
            at: Offset of the first number.
            end: Offset after the other.
            first: What the first is worth.
            last: What the other is worth.

        Example:
            >>> from summarizer.languages.table import language
            >>> english = Ranges(language("en"))
            >>> english.change("fell from 5 to 4", 10, 16, Decimal(5), Decimal(4))
            'fall'
            >>> english.change("aged from 5 to 14", 10, 17, Decimal(5), Decimal(14))
        """
        before = text[max(0, at - _CLAUSE) : at]
        if first == last or not (self._starts.search(before) and self.moved(text, at, end)):
            return None
        return "rise" if first < last else "fall"

    def moved(self, text: str, at: int, end: int) -> bool:
        """Whether a verb around two numbers says that one became the other."""
        if self._moves.search(text[max(0, at - _CLAUSE) : at]):
            return True
        return self._verb_last and self._moves_after.match(text, end) is not None

    def is_score(self, text: str, start: int, end: int) -> bool:
        """Whether the words around two numbers with a dash say that they are a score or a vote."""
        before = text[max(0, start - 36) : start]
        if self._score_before.search(before) or self._score_after.match(text, end):
            return True
        sets = (self._scores_before.search(before), self._scores_after.match(text, end))
        return any(each is not None and int(each[1]) >= int(each[2]) for each in sets)
