"""Figures: the numbers of a text, with value, unit and kind, each at its exact place.

This module owns what a figure is and how one is put together from its parts. It knows nothing of
sentences, quotations or models, never raises on any text, and takes time linear in its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from summarizer.scan.cjknumerals import read_cjk
from summarizer.scan.digits import read_digits
from summarizer.scan.dates import read_moment
from summarizer.scan.labels import is_named, is_year, label_span
from summarizer.scan.languages import guess_language
from summarizer.scan.measures import (
    Measure,
    read_after,
    read_before,
    read_counted,
    read_hyphenated,
    read_noun,
    read_rate,
)
from summarizer.scan.numberwords import CJK, Vocabulary, vocabulary
from summarizer.scan.numerals import Numeral, read_words, with_scale
from summarizer.scan.ranges import is_score, read_joint
from summarizer.scan.units import CURRENCIES, unit_name

FigureKind = Literal["quantity", "ordinal", "date", "year", "time", "label"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text: ``text[start:end] == text``, offsets in code points.

    Args:
        start: Offset of the first character: the sign or currency, if there is one.
        end: Offset after the last character: the scale or unit, where one is attached.
        text: The figure as written, such as ``$3.2 billion``, ``5 per cent``, ``six-month``; the
            noun that is counted (``15,000 troops``) stands apart.
        value: The value, scale applied; None for a range, a date, a time and a label.
        low: Lower end of a range. ``Thousands`` reaches from 1,000 to 10,000, ``dozens`` from 12 to
            120: from the size that is named to ten times it.
        high: Upper end of a range.
        unit: The unit or the noun counted, in the text's words, such as ``troops``.
        currency: ISO 4217 code, where the currency is certain; a mere dollar counts as USD.
        percent: Whether the value is in percent.
        approximate: Whether the text calls it approximate, or only bounds it (``more than``).
        ordinal: Whether it is a rank (``80th``) and not an amount.
        kind: What sort of number it is; ``label`` for one that only names (``Section 427``, a
            score, a telephone number).
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


_APPROXIMATE = frozenset(
    """about around roughly some nearly almost approximately approx approx. circa c. ca. ca over
    under above below estimated barely
    rund etwa ungefähr fast knapp über gut mindestens höchstens
    environ quelque près presque plus
    unos unas casi alrededor aproximadamente más
    約 约""".split()
)
_APPROXIMATE_PAIRS = frozenset(
    """more than|less than|fewer than|at least|at most|up to|as many|as much|as few|many as|much as
    few as|close to|excess of|upwards of|north of|greater than|mehr als|weniger als|bis zu
    plus de|moins de|près de|más de|menos de|cerca de|not quite|no fewer|no more""".replace(
        "\n", "|"
    ).split("|")
)
_BEFORE_WORDS = re.compile(r"([^\s(]+)?\s?\b([^\s(]+)[ \u00a0]$")
_MORE = re.compile(r"\+| or so\b| or more\b| or less\b|-plus\b|-odd\b")
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|eme|º|ª|\.º|\.ª)(?![^\W_])")
_RANK_BEFORE = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|every|each|finished|came|placed|ranked"
    r"|in|for|since|and|one|two|three|four)|['’]s|s['’]) $",
    re.IGNORECASE,
)
_HALF_BEFORE = re.compile(
    r"\b(?:almost|nearly|about|around|over|under|than|roughly|by|least|in|only|just|cut|some|up) $"
)
_HALF_AN = re.compile(r" an?(?= )")
_OF_THE = re.compile(r" of (?:the|its|their|his|her|our|my|your|these|those)(?: most)?(?= )")
_LEAD = re.compile(r"(?:about |around |up to |nearly |almost )?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{2,3} ?)?")
_FROM = re.compile(r"\b(?:from|between)(?: [\w ]{0,9})?\W{0,2}$")


def find_figures(text: str) -> tuple[Figure, ...]:
    """Find the figures of a text.

    Args:
        text: Any text, in any script.

    Returns:
        The figures, in the order of the text, not overlapping.

    Example:
        >>> troops, money = find_figures("roughly 15,000 troops cost $3.2 billion a year")
        >>> troops.text, troops.value, troops.unit, troops.approximate
        ('15,000', Decimal('15000'), 'troops', True)
        >>> money.text, money.value, money.unit, money.currency
        ('$3.2 billion a year', Decimal('3200000000.0'), '$ a year', 'USD')
    """
    return tuple(_figures(text, vocabulary(guess_language(text))))


def _figures(text: str, words: Vocabulary) -> Iterator[Figure]:
    floor = 0
    for anchor in words.anchor.finditer(text):
        if anchor.start() >= floor and (figure := _figure_at(text, anchor.start(), floor, words)):
            figure = _joined(text, figure, words)
            floor = figure.end
            yield figure


def _figure_at(text: str, at: int, floor: int, words: Vocabulary) -> Figure | None:
    if text[at].isdecimal():
        return _from_digits(text, at, floor, words)
    if text[at] in CJK:
        numeral = read_cjk(text, at)
    elif text[at].isalpha():
        numeral = _spelled(text, at, words)
    else:
        numeral = read_digits(text, at, words)
    return _quantity(text, numeral, floor, words) if numeral and numeral.start >= floor else None


def _from_digits(text: str, at: int, floor: int, words: Vocabulary) -> Figure:
    moment = read_moment(text, at, floor)
    if moment:
        one = moment.low if moment.low == moment.high else None
        bounds = (None, None) if one is not None else (moment.low, moment.high)
        return _copy(
            text,
            moment.start,
            moment.end,
            value=one,
            low=bounds[0],
            high=bounds[1],
            kind=moment.kind,
        )
    numeral = read_digits(text, at, words)
    if text[numeral.end : numeral.end + 1] in CJK and (cjk := read_cjk(text, at)):
        numeral = cjk
    if numeral.plain and (rank := _ORDINAL_SUFFIX.match(text, numeral.end)):
        return _rank(text, replace(numeral, end=rank.end()), words)
    start, _, symbol = read_before(text, at, floor)
    numeral = _scaled(text, numeral, words, money=symbol is not None)
    figure = _quantity(text, numeral, floor, words)
    if numeral.form != "fraction" and (numeral.value is None or symbol is None):
        span = label_span(text, at, figure.end, floor)
        if span or numeral.value is None:
            return _copy(text, *(span or (at, numeral.end)), kind="label")
    return _unless_named(text, figure, numeral) if numeral.plain and not symbol else figure


def _unless_named(text: str, figure: Figure, numeral: Numeral) -> Figure:
    """Tell the years and the names among the bare whole numbers."""
    attached = figure.end > numeral.end
    counts = attached or (figure.unit or "").endswith(("s", "people", "men", "women", "children"))
    if not attached and numeral.value is not None:
        if numeral.end - numeral.start == 4 and is_year(
            text, numeral.start, numeral.value, counts=counts
        ):
            return _copy(text, numeral.start, numeral.end, value=numeral.value, kind="year")
    attached = attached and not text[numeral.end : figure.end].isalpha()  # "Model 3s", "Pier 5 m"
    if (
        figure.start == numeral.start
        and not attached
        and is_named(text, numeral.start, counts=counts)
    ):
        return _copy(text, numeral.start, figure.end, kind="label")
    return figure


def _copy(text: str, start: int, end: int, **fields: Any) -> Figure:
    return Figure(start, end, text[start:end], **fields)


def _rank(text: str, numeral: Numeral, words: Vocabulary) -> Figure:
    noun = read_noun(text, numeral.end, after_of=False, english=False)
    return _copy(
        text,
        numeral.start,
        numeral.end,
        value=numeral.value,
        unit=noun.unit if noun else None,
        ordinal=True,
        kind="ordinal",
    )


def _scaled(text: str, numeral: Numeral, words: Vocabulary, *, money: bool) -> Numeral:
    """Apply the scale after digits; a single letter may be a unit or part of a name instead."""
    scaled = with_scale(text, numeral, words)
    letter = text[numeral.end : scaled.end]
    if len(letter.strip()) != 1 or money or letter in {"k", "K", "M"}:
        return scaled if len(letter) == 1 or len(letter.strip()) != 1 or money else numeral
    noun = read_noun(text, scaled.end, after_of=False, english=words.language == "en")
    if len(letter) > 1 or noun is None:
        return numeral
    return scaled if noun.unit.endswith(("s", "people")) or not numeral.plain else numeral


def _spelled(text: str, at: int, words: Vocabulary) -> Numeral | None:
    """Read a number in words, unless the words are used for something else."""
    if text[at - 1 : at] in {"-", "‐", "'", "’"} and text[max(0, at - 2) : at - 1].isalpha():
        return None
    numeral = read_words(text, at, words)
    if numeral is None or numeral.value is None:
        return numeral
    if numeral.form == "ordinal":
        return numeral if _RANK_BEFORE.search(text[max(0, at - 10) : at]) else None
    if numeral.plain:  # "half" without "of"
        before = text[max(0, at - 10) : at]
        return replace(numeral, plain=False) if _HALF_BEFORE.search(before) else None
    if numeral.form == "words" and numeral.value <= 1 and numeral.factor == 1:
        return numeral if _counts_one(text, numeral) else None
    return numeral


def _counts_one(text: str, numeral: Numeral) -> bool:
    """Whether ``one`` is a number here, and no pronoun: ``one per cent``, ``one of the``."""
    return bool(
        _OF_THE.match(text, numeral.end)
        or ((after := read_after(text, numeral.end)) and after.unit != "point")
    )


def _quantity(text: str, numeral: Numeral, floor: int, words: Vocabulary) -> Figure:
    if numeral.form == "ordinal":
        return _rank(text, numeral, words)
    start, negative, symbol = read_before(text, numeral.start, floor)
    more = _MORE.match(text, numeral.end)
    end = more.end() if more and more[0][0] in "+-" else numeral.end
    measure = _measure(text, end, numeral, symbol, words)
    if measure and measure.attached:
        end = measure.end
    value = _plain(numeral, negative=negative)
    return _copy(
        text,
        start,
        end,
        value=value,
        low=numeral.low,
        high=numeral.high,
        unit=measure.unit if measure else None,
        currency=measure.currency if measure else None,
        percent=bool(measure and measure.percent),
        approximate=bool(more)
        or numeral.form == "vague"
        or _is_approximate(text, start)
        or bool(_MORE.match(text, end)),
    )


def _plain(numeral: Numeral, *, negative: bool) -> Decimal | None:
    """The signed value, without the zeros that a scale leaves behind (``3.2`` billion)."""
    value = numeral.value
    if value is None:
        return None
    if numeral.factor > 1 and value == value.to_integral_value():
        value = value.quantize(Decimal(1)) if value < 10**27 else value
    return -value if negative else value


def _measure(
    text: str, end: int, numeral: Numeral, symbol: str | None, words: Vocabulary
) -> Measure | None:
    if symbol:
        rate = read_rate(text, end)
        return Measure(
            rate, symbol + text[end:rate], currency=CURRENCIES.get(symbol.replace(" ", ""))
        )
    large = numeral.factor > 1 or (numeral.value or 0) >= 1000
    known = read_after(text, end, million=large) or read_hyphenated(text, end)
    if known:
        return known
    if numeral.form == "fraction":
        half_an = _HALF_AN.match(text, end)
        return read_after(text, half_an.end()) if half_an else None
    if numeral.value == 1 and (of := _OF_THE.match(text, end)):
        end = of.end()
    of_too = numeral.form == "vague" or numeral.factor > 1
    if of_too and (counted := read_counted(text, end)):
        return counted
    return read_noun(text, end, after_of=of_too, english=words.language == "en")


def _is_approximate(text: str, start: int) -> bool:
    if text[start - 1 : start] in {"~", "≈", "約", "约", "≥", "≤", ">", "<"} and start:
        return True
    match = _BEFORE_WORDS.search(text[max(0, start - 28) : start])
    if match is None:
        return text[max(0, start - 4) : start] in {"sub-"}
    last = match[2].lower()
    return last in _APPROXIMATE or f"{(match[1] or '').lower()} {last}" in _APPROXIMATE_PAIRS


def _joined(text: str, first: Figure, words: Vocabulary) -> Figure:
    """Join a figure with the one after it, if the two are a range or a score."""
    if first.kind != "quantity" or first.value is None:
        return first
    joint = read_joint(text, first.start, first.end)
    if joint is None:
        return first
    kind, after = joint
    lead = _LEAD.match(text, after)
    anchor = words.anchor.match(text, lead.end() if lead else after)
    second = _figure_at(text, anchor.start(), after, words) if anchor else None
    if second is None or second.kind != "quantity" or second.value is None:
        return first
    if kind == "dash" and _is_bare(first) and _is_bare(second) and second.start == after:
        if first.value >= second.value or is_score(text, first.start, second.end):
            return _copy(text, first.start, second.end, kind="label")
    same = _is_bare(first) or _base(first) == _base(second)
    same = same or (kind == "dash" and first.currency is not None and second.unit is None)
    return _range(text, first, second, words) if same else first


def _range(text: str, first: Figure, second: Figure, words: Vocabulary) -> Figure:
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    scale = words.suffix.search(second.text)
    factor = words.scales[scale[1]] if scale else 1
    if 1 < factor <= high and low * factor <= high and not words.suffix.search(first.text):
        low *= factor
    if low >= high and not _FROM.search(text[max(0, first.start - 24) : first.start]):
        return first
    return replace(
        second,
        start=first.start,
        text=text[first.start : second.end],
        value=None,
        low=min(low, high),
        high=max(low, high),
        unit=second.unit or first.unit,
        currency=second.currency or first.currency,
        approximate=first.approximate or second.approximate,
    )


def _is_bare(figure: Figure) -> bool:
    """Whether nothing but a number stands in the figure."""
    return not (figure.unit and figure.unit in figure.text) and not figure.currency


def _base(figure: Figure) -> str:
    return unit_name(figure.unit or "").partition(" per ")[0]
