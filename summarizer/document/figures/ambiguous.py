"""Numbers that two languages read in two ways, in a text of a language that is not known.

``1.300`` is thirteen hundred in German and one and a bit in English.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.document.figures.figure import Figure
from summarizer.document.figures.numerals import whole

_OPEN = re.compile(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?![\d]|[.,]\d)")
"""One separator, and three digits after it: the thousands, or the decimals."""


def can_be_read_twice(figure: Figure) -> bool:
    """Return whether the digits of a figure mean another number in another language."""
    return figure.kind == "quantity" and bool(_OPEN.search(figure.text))


def with_both_readings(figure: Figure, decimal: str = ".") -> Figure:
    """Return a figure without a value, and with both readings, if its digits can be read two ways.

    The decimal mark is that of the language as which it was read.

    Example:
        >>> both = with_both_readings(Figure(0, 5, "1.300", Decimal("1.300")))
        >>> both.kind, both.value, both.readings
        ('ambiguous', None, (Decimal('1300'), Decimal('1.300')))
    """
    mark = _OPEN.search(figure.text)
    if figure.kind != "quantity" or mark is None:
        return figure
    readings = tuple(_readings(figure, decimal=mark[1] == decimal))
    return figure._replace(value=None, low=None, high=None, kind="ambiguous", readings=readings)


def _readings(figure: Figure, *, decimal: bool) -> Iterator[Decimal]:
    """Yield what each number of a figure is worth with thousands, and with decimals."""
    for value in (figure.value, figure.low, figure.high):
        if value is not None:
            yield whole(value * 1000) if decimal else value
            yield value if decimal else value / 1000
