"""Figures: the numbers of a text, with value, unit and kind, each at its exact place.

This module owns what a figure is and how one is put together. It knows nothing of sentences,
quotations or models, never raises on any text, and takes time linear in its length.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FigureKind = Literal["quantity", "ordinal", "date", "year", "time", "label"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text: ``text[start:end] == text``, offsets in code points.

    Args:
        start: Offset of the first character: the sign or currency, if there is one.
        end: Offset after the last character: the scale or unit, where one is attached.
        text: The figure as written, such as ``$3.2 billion``, ``5 per cent``, ``six-month``.
        value: The value, scale applied; None for a range, a date, a time and a label.
        low: Lower end of a range.
        high: Upper end of a range.
        unit: The unit or the noun counted, in the text's words, such as ``troops``.
        currency: ISO 4217 code, where the currency is certain.
        percent: Whether the value is in percent.
        approximate: Whether the text calls it approximate.
        ordinal: Whether it is a rank (``80th``) and not an amount.
        kind: What sort of number it is; ``label`` for one that only names (``Section 427``).
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    currency: str | None
    percent: bool
    approximate: bool
    ordinal: bool
    kind: FigureKind


_NUMBER = re.compile(
    r"(?P<approximate>\b(?:about|roughly|around|some|nearly|almost)\s)?"
    r"(?P<figure>(?P<dollar>\$)?(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,40})(?P<decimals>\.\d{1,20})?"
    r"(?P<suffix>th\b|st\b|nd\b|rd\b)?(?P<scale>\smillion|\sbillion)?(?P<percent>\s?%|\sper\scent|\spercent)?)"
    r"(?:[ -](?P<unit>[^\W\d_]+))?"
)
_SCALES = {"million": Decimal(10**6), "billion": Decimal(10**9)}


def find_figures(text: str) -> tuple[Figure, ...]:
    """Find the figures of a text, in its order, not overlapping.

    Example:
        >>> find_figures("roughly 15,000 troops")[0].value
        Decimal('15000')
    """
    return tuple(_figure(match) for match in _NUMBER.finditer(text))


def _figure(match: re.Match[str]) -> Figure:
    digits = match["digits"]
    value = Decimal(digits.replace(",", "") + (match["decimals"] or ""))
    value *= _SCALES.get((match["scale"] or "").strip(), Decimal(1))
    year = len(digits) == 4 and digits[:2] in {"19", "20"} and not match["dollar"]
    start, end = match.span("figure")
    unit = match["percent"] or match["dollar"] or match["unit"]
    return Figure(
        start=start,
        end=end,
        text=match["figure"],
        value=value,
        low=None,
        high=None,
        unit=unit.strip() if unit else None,
        currency="USD" if match["dollar"] else None,
        percent=bool(match["percent"]),
        approximate=bool(match["approximate"]),
        ordinal=bool(match["suffix"]),
        kind="ordinal" if match["suffix"] else "year" if year else "quantity",
    )
