"""Whose money it is: ``$30 Cdn`` says so itself, ``Sh50`` beside ``Ksh300`` is Kenyan too."""

import re
from collections.abc import Sequence

from summarizer.document.figures.figure import Figure
from summarizer.document.figures.units import unit_name
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_RATE = re.compile(
    r"\([^()=\d]{0,8}1(?![\d.,])[^()=\d]{0,16} = [^()=\d]{0,8}[\d.,]{1,16}[^()=\d]{0,24}\)"
)
"""What an agency writes below its news: "(1 euro = $1.08)"."""
_PATTERNS = {"whose": r" ({.codes})(?=[.,;:)]|$| {each|per} )"}


class Dollars:
    """How one language says whose dollars an amount is in.

    Args:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        self._codes = language.named("numbers.dollars")
        self._find = Patterns(language, "numbers", _PATTERNS, codes=any_of(self._codes))

    def read(self, text: str, at: int) -> tuple[int, str | None]:
        """Read ``U.S.`` or ``Canadian`` behind an amount.

        Args:
            text: Any text.
            at: Offset after the amount.

        Returns:
            Where it ends, and the ISO 4217 code; the offset and None if it does not say.

        Example:
            >>> from summarizer.languages.table import language
            >>> Dollars(language("en")).read("$75 Cdn a barrel", 3)
            (7, 'CAD')
        """
        whose = self._find.whose.match(text, at)
        return (whose.end(), self._codes[whose[1]]) if whose else (at, None)


def with_rates(text: str, figures: list[Figure]) -> list[Figure]:
    """Make labels of an exchange rate in brackets: ``($1 = 0.9240 euros)``.

    Args:
        text: A text.
        figures: Its figures, in order.
    """
    spans = [match.span() for match in _RATE.finditer(text)] if " = " in text else []
    if not spans:
        return figures
    inside = {each for each in figures if any(a <= each.start < b for a, b in spans)}
    return [
        Figure(each.start, each.end, each.text, kind="label", reason="exchange rate")
        if each in inside
        else each
        for each in figures
    ]


def with_codes(figures: Sequence[Figure], currencies: dict[str, str | None]) -> tuple[Figure, ...]:
    """Give money whose country is open that of the only currency of its name in the text.

    Args:
        figures: The figures of a text.
        currencies: Form as written -> ISO 4217 code, None where several countries use it.

    Example:
        >>> both = Figure(0, 3, "Sh5", unit="Sh"), Figure(9, 13, "Ksh3", unit="Ksh", currency="KES")
        >>> [each.currency for each in with_codes(both, {"Sh": None, "Ksh": "KES"})]
        ['KES', 'KES']
    """
    codes = {each.currency for each in figures if each.currency}
    if not codes or not any(_is_open(each, currencies) for each in figures):
        return tuple(figures)  # the names are of all languages
    names = {code: unit_name(code) for code in codes}

    def coded(figure: Figure) -> Figure:
        name = unit_name(figure.unit or "").partition(" per ")[0]
        found = [code for code in codes if names[code].endswith(f" {name}")]
        return figure._replace(currency=found[0]) if len(found) == 1 else figure

    return tuple(coded(each) if _is_open(each, currencies) else each for each in figures)


def _is_open(figure: Figure, currencies: dict[str, str | None]) -> bool:
    first = (figure.unit or "").partition(" ")[0]
    return figure.currency is None and currencies.get(first, first) is None
