"""Money of one text: ``Sh50 million`` beside ``Ksh300,000`` is Kenyan too."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.document.figures.figure import Figure
from summarizer.document.figures.units import unit_name


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
        return replace(figure, currency=found[0]) if len(found) == 1 else figure

    return tuple(coded(each) if _is_open(each, currencies) else each for each in figures)


def _is_open(figure: Figure, currencies: dict[str, str | None]) -> bool:
    first = (figure.unit or "").partition(" ")[0]
    return figure.currency is None and currencies.get(first, first) is None
