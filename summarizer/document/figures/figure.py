"""What a figure is: a number of a text, with its value, its unit and its kind."""

from decimal import Decimal
from typing import Literal, NamedTuple

FigureKind = Literal["quantity", "ordinal", "date", "year", "time", "label", "ambiguous"]
Change = Literal["rise", "fall"]


class Whole(NamedTuple):
    """What is read as one, such as a ratio or a measure of two parts, and its unit or noun."""

    start: int
    end: int
    value: Decimal
    unit: str | None


class Figure(NamedTuple):
    """A number of the text: ``text[start:end] == text``, offsets in code points.

    Args:
        start: Offset of the first character: the sign or currency, if there is one.
        end: Offset after the last character: the scale or unit, where one is attached.
        text: The figure as written, such as ``$3.2 billion``, ``5 per cent``, ``six-month``; the
            noun that is counted (``15,000 troops``) is not part of it.
        value: The value, scale applied; None for a range, a date, a time and a label.
        low: Lower end of a range. ``Thousands`` reaches from 1,000 to 10,000, ``dozens`` from 12 to
            120: from the size that is named to ten times it.
        high: Upper end of a range.
        change: Whether it changed from one end to the other and is no range: from 4.5 to 4.2 per
            cent is a fall.
        unit: The unit or the noun counted, in the text's words, such as ``troops``.
        currency: ISO 4217 code, where the currency is certain; a mere dollar counts as USD.
        percent: Whether the value is in percent.
        approximate: Whether the text calls it approximate, or only bounds it (``more than``).
        ordinal: Whether it is a rank (``80th``) and not an amount.
        kind: What sort of number it is; ``label`` for one that only names (``Section 427``, a
            score, a telephone number), ``ambiguous`` for one that can be read in two ways.
        reason: Why a label is one: "part of a word", "telephone number".
        readings: What an ambiguous number may be worth: 1300 and 1.3 for ``1.300`` in a language
            that is not known. It has no value.
    """

    start: int
    end: int
    text: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    currency: str | None = None
    percent: bool = False
    approximate: bool = False
    ordinal: bool = False
    kind: FigureKind = "quantity"
    change: Change | None = None
    reason: str | None = None
    readings: tuple[Decimal, ...] = ()
