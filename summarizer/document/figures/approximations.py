"""Approximation: the words and signs that make a number about, at least or at most.

It knows nothing of numbers or units.
"""

from summarizer.languages.patterns import Patterns
from summarizer.languages.table import Language

_SIGNS = frozenset("~≈≃∼±<>≤≥")
_MORE = frozenset(" +-")
_WORD_ENDS = frozenset(". \t\n\r\u00a0\u202f\u2009")
_FARTHEST = 28
_PATTERNS = {"after": r"\+|-{approximate_endings}\b| {approximate_after}\b"}
_OPENS = frozenset('.,;:!?"“”—-–')


class Approximations:
    """How one language calls a number approximate."""

    def __init__(self, language: Language) -> None:
        bounds = language.phrases("numbers.bounds")
        self._before = language.phrases("numbers.approximate") | bounds
        self._over = language.words("numbers.over")
        self._over_after = language.words("numbers.over_after")
        self._periods = language.words("numbers.periods")
        self._topics = language.words("numbers.before_topic")
        self._on_topic = language.words("numbers.on_topic")
        self._glued = tuple(language.words("numbers.approximate_glued"))
        self._prefixes = tuple(
            f"{each}-" for each in language.words("numbers.approximate_prefixes")
        )
        self._find = Patterns(language, "numbers", _PATTERNS)

    def around(self, text: str, start: int, end: int, last: int) -> bool:
        """Whether the text around a number, or behind its unit, calls it approximate or bounds it.

        Example:
            >>> from summarizer.languages.table import language
            >>> english = Approximations(language("en"))
            >>> english.around("more than 300", 10, 13, 13), english.around("just 300", 5, 8, 8)
            (True, False)
        """
        if self._is_before(text, end) or (last > end and self._is_before(text, last)):
            return True
        before = text[start - 1] if start else ""
        letter = text[start - 2 : start - 1]
        word = letter.isalpha() or letter in _WORD_ENDS
        if word and before in {" ", "\u00a0", "\n"}:
            words = text[max(0, start - _FARTHEST) : start].lower().rsplit(None, 2)[-2:]
            if words[-1:] and words[-1] in self._on_topic and words[0] in self._topics:
                return False  # "a row about 300 jobs"
            if words[-1:] and words[-1] in self._over and self._lasts(text[end:last], words[0]):
                return False
            return bool(words) and (
                words[-1].lstrip('("“—') in self._before or " ".join(words) in self._before
            )
        if before == "-":
            return text[max(0, start - 12) : start].lower().endswith(self._prefixes)
        return before in _SIGNS or text[max(0, start - 4) : start].endswith(self._glued)

    def _is_before(self, text: str, end: int) -> bool:
        begins = text[end : end + 2]
        may_be = begins[:1] in _MORE and (begins[0] != " " or begins[1:].isalpha())
        return may_be and self._find.after.match(text, end) is not None

    def _lasts(self, unit: str, before: str) -> bool:
        """Whether ``over`` says how long something takes: "to be paid over three years"."""
        period = unit.strip(" -") in self._periods
        return period and before[-1] not in _OPENS and before not in self._over_after

    def more_end(self, text: str, end: int) -> int:
        """Return where ``+`` or ``-plus`` glued to a number ends, or the number's end."""
        match = self._find.after.match(text, end)
        return match.end() if match else end
