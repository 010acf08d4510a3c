"""Figures: the numbers of a text, with value, unit and kind, each at its exact place.

It builds a figure from its parts. It knows nothing of sentences, quotations
or models, never raises on any text, and takes time linear in its length.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.document.figures import special
from summarizer.document.figures.characters import CJK, CJK_SCALES, FIGURE
from summarizer.document.figures.cjknumerals import read_cjk, read_part
from summarizer.document.figures.codes import is_list_number, score_end
from summarizer.document.figures.digits import read_digits
from summarizer.document.figures.figure import Figure, FigureKind
from summarizer.document.figures.hidden import HIDDEN, put_back
from summarizer.document.figures.joining import joined
from summarizer.document.figures.labels import NAMED, UNREADABLE, Labels, is_recent
from summarizer.document.figures.measures import Before, Measure
from summarizer.document.figures.money import with_codes, with_rates
from summarizer.document.figures.numerals import Numeral, whole, with_scale
from summarizer.document.figures.rules import Rules, rules_of
from summarizer.languages.table import Language

__all__ = ["Figure", "FigureKind", "find_figures"]

_RUN = re.compile(r"\d+")
_ATTACHED = frozenset("+-‐‑")
_ENDS = frozenset([" ", "\u00a0", "\n", *",.;:!?)”", ""])


def find_figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Find the figures of a text.

    Args:
        text: Any text, in any script.
        language: What it is written in.

    Returns:
        The figures, in the order of the text, not overlapping. Each run of digits is in one.

    Example:
        >>> from summarizer.languages.table import language
        >>> english = language("en")
        >>> troops, money = find_figures("some 15,000 troops cost $3.2 billion a year", english)
        >>> troops.text, troops.value, troops.unit, troops.approximate
        ('15,000', Decimal('15000'), 'troops', True)
        >>> money.text, money.value, money.unit, money.currency
        ('$3.2 billion a year', Decimal('3200000000'), '$ a year', 'USD')
    """
    if not text.isascii() and any(character in text for character in HIDDEN):
        return put_back(
            text, find_figures(text.translate(dict.fromkeys(map(ord, HIDDEN))), language)
        )
    rules = rules_of(language)
    figures = with_rates(text, list(_figures(text, rules)))
    return with_codes(figures, rules.measures.currencies)


def _figures(text: str, rules: Rules) -> Iterator[Figure]:
    """Yield the figures of a text, and a label for each run of digits that is in none of them."""
    spans = [match.span() for match in FIGURE.finditer(text)]
    opening = rules.words.patterns.opening
    spans += [(match.start(), 0) for match in opening.finditer(f" {text}")]
    floor = 0
    for at, end in sorted(spans):
        if at >= floor and (figure := _figure(text, at, floor, rules)):
            figure = joined(text, figure, rules, _figure)
            floor = figure.end
            yield figure
        for run in _RUN.finditer(text, max(at, floor), end) if end > floor else ():
            floor = run.end()
            yield special.label(text, run.start(), floor, UNREADABLE)


def _figure(text: str, at: int, floor: int, rules: Rules, *, money: bool = False) -> Figure | None:
    """Put together the figure whose number starts at an offset, and itself not before the floor."""
    if one := rules.ratios.one_before(text, at, floor):
        return special.ratio(text, one, rules)
    if text[at].isdecimal():
        return _from_digits(text, at, floor, rules, money=money)
    if text[at] in CJK:
        if part := read_part(text, at):
            return special.amount(text, part, rules)
        numeral = read_cjk(text, at, rules.counters)
    elif text[at].isalpha():
        if whole := rules.compounds.whole(text, at, floor):
            return special.amount(text, whole, rules)
        numeral = rules.spelled.read(text, at)
    else:
        numeral = read_digits(text, at, rules.words)
    return _from_words(text, numeral, floor, rules) if numeral else None


def _from_words(text: str, numeral: Numeral, floor: int, rules: Rules) -> Figure | None:
    """Put together the figure of a number in words, or in characters such as ``三千`` and ``½``."""
    at = numeral.start
    if at < floor:
        return None
    if numeral.form == "ordinal":
        return special.rank(text, numeral, rules)
    if hour := rules.dates.hour(text, at, numeral.end):
        return special.dated(text, hour)
    before = rules.measures.before(text, at, floor)
    figure = _quantity(text, numeral, before, floor, rules)
    if figure.value == 2 and figure.unit is None:
        figure = special.or_two(text, figure, floor, rules)
    bare = figure.unit is None and figure.value is not None
    named = bare and rules.labels.is_named(text, at, figure.end, counts=True)
    named = named or rules.labels.is_titled(text, at)
    reason = NAMED if named else rules.labels.known(text, at, figure.end)
    return special.label(text, figure.start, figure.end, reason) if reason else figure


def _from_digits(text: str, at: int, floor: int, rules: Rules, *, money: bool) -> Figure:
    if moment := rules.dates.read(text, at, floor):
        return special.dated(text, moment)
    if height := rules.compounds.height(text, at):
        return special.amount(text, height, rules)
    numeral = read_digits(text, at, rules.words)
    after = text[numeral.end : numeral.end + 1]
    if after in "分분" and after and (part := read_part(text, at)):
        return special.amount(text, part, rules)
    if after in CJK_SCALES and (cjk := read_cjk(text, at, rules.counters)):
        numeral = cjk
    if numeral.plain and (place := rules.ranks.place(text, numeral)):
        return special.rank(text, numeral._replace(start=place[0], end=place[1]), rules)
    return _amount(text, numeral, floor, rules, money=money)


def _amount(text: str, numeral: Numeral, floor: int, rules: Rules, *, money: bool) -> Figure:
    """Read what is around digits that are no date, part or rank."""
    if numeral.value is None:
        span = rules.codes.span(text, numeral.start, numeral.end, floor)
        return special.label(text, *(span or (numeral.start, numeral.end, UNREADABLE)))
    before = rules.measures.before(text, numeral.start, floor)
    if before is None:
        numeral = _scaled(text, numeral, rules, money=money)
    else:
        money = money or before.symbol is not None
        numeral = _closed(text, numeral) if before.bracket else numeral
        numeral = _scaled(text, numeral, rules, money=money)
        numeral = _closed(text, numeral) if before.bracket else numeral
        if rules.measures.is_name(text, before, numeral):
            before, money = None, False
    four = numeral.plain and numeral.end - numeral.start == 4
    if four and before is None and not money and (year := _year(text, numeral, floor, rules)):
        return year
    figure = _quantity(text, numeral, before, floor, rules)
    if not numeral.plain and rules.labels.is_resolution(text, numeral.start, numeral.end):
        return special.label(text, numeral.start, numeral.end, "sharpness of a picture")
    if money or figure.kind == "label" or numeral.form == "fraction":
        return figure
    return _unless_named(text, figure, numeral, floor, rules)


def _year(text: str, numeral: Numeral, floor: int, rules: Rules) -> Figure | None:
    """Return what is surely a year: by far the commonest of four digits, read fast."""
    start, end, value = numeral.start, numeral.end, numeral.value
    if not is_recent(value):
        return None
    glued = text[end : end + 1] in _ATTACHED or rules.nouns.percent_before(text, start, floor)
    if glued or rules.measures.after(text, end, large=True):
        return None
    if rules.codes.span(text, start, end, floor):
        return None
    return Figure(start, end, text[start:end], value, kind="year")


def _unless_named(text: str, figure: Figure, numeral: Numeral, floor: int, rules: Rules) -> Figure:
    """Find the names and the years among the numbers in digits."""
    start, end, value = numeral.start, numeral.end, numeral.value or Decimal(0)
    if span := rules.codes.span(text, start, figure.end, floor):
        return special.label(text, *span)
    if not numeral.plain or figure.start < start:
        version = figure.unit is None and text[start:end].count(".") == 1 and figure.start == start
        named = version and rules.labels.is_named(text, start, end, counts=True)
        return special.label(text, start, end, NAMED) if named else figure
    attached = figure.end > end
    counts = attached or (figure.unit is not None and rules.nouns.is_plural(figure.unit))
    if not attached and rules.labels.is_year(text, start, value, counts=counts):
        return Figure(start, end, text[start:end], value, kind="year")
    named = _is_named(text, figure, (start, end), rules.labels, counts=counts)
    decade = text[end : figure.end] == "s" and rules.labels.is_age(text, start)
    if not (named or decade or is_list_number(text, start, end)):
        return figure
    reason = NAMED if named else "years of a life or a century" if decade else "number of a list"
    return special.label(text, start, score_end(text, end) or figure.end, reason)


def _is_named(
    text: str, figure: Figure, digits: tuple[int, int], labels: Labels, *, counts: bool
) -> bool:
    """Whether the words around digits make a name of them."""
    start, end = digits
    behind = text[end : figure.end]
    may_be = not behind or behind.isalpha()  # "Model 3s"
    return (
        (may_be and labels.is_named(text, start, end, counts=counts))
        or labels.is_titled(text, start)
        or (not counts and labels.is_listed(text, start, end))
        or (figure.unit is None and labels.is_kind(text, start, end))
        or (not behind and labels.is_counted(text, start, end))
    )


def _closed(text: str, numeral: Numeral) -> Numeral:
    """Take the closing bracket of ``$(3.4) million`` into the number."""
    closes = text[numeral.end : numeral.end + 1] == ")"
    return numeral._replace(end=numeral.end + 1, plain=False) if closes else numeral


def _scaled(text: str, numeral: Numeral, rules: Rules, *, money: bool) -> Numeral:
    """Apply the scale after digits; a single letter may be a unit or part of a name instead."""
    scaled = with_scale(text, numeral, rules.words)
    scale = text[numeral.end : scaled.end]
    if not scale or (len(scale) == 2 and scale[0] == "-" and not money):  # "a 10-K form"
        return numeral
    if (
        len(scale.strip()) != 1
        or scale in {"k", "K", "M"}
        or (money and (len(scale) == 1 or _is_million(text, scale, scaled.end)))
    ):
        return scaled
    after = rules.measures.after(text, scaled.end)
    near = len(scale) == 1 or text[scaled.end : scaled.end + 1].strip()  # "20m yen", "3,5 M€"
    if near and after and after.unit in rules.measures.currencies:
        return scaled
    if len(scale) == 1 and rules.nouns.is_of_many(text, scaled.end):
        return scaled
    noun = rules.nouns.read(text, rules.ranges.end(text, numeral.start, scaled.end))
    if len(scale) > 1 or noun is None or rules.nouns.is_measured(noun):
        return numeral
    return scaled if noun.unit.endswith(rules.nouns.plural_ends) or not numeral.plain else numeral


def _is_million(text: str, scale: str, end: int) -> bool:
    """Whether a letter after an amount of money and a space is a scale: ``£5 m a shipment``."""
    return (
        scale[0] in " \u00a0" and scale[1:] in {"m", "b", "M", "B"} and text[end : end + 1] in _ENDS
    )


def _quantity(
    text: str, numeral: Numeral, before: Before | None, floor: int, rules: Rules
) -> Figure:
    if before and rules.measures.needs_unit(text[before.start : numeral.start]):
        last = rules.ranges.last(text, before.start, numeral.end)  # "menos 3 a menos 8 grados"
        signed = rules.measures.is_signed(rules.nouns.counted(text, last, numeral, None))
        before = before if signed else None
    if before is None and (ratio := rules.ratios.read(text, numeral)):
        return special.ratio(text, ratio, rules)
    begin, end, _, low, high, _, form, _ = numeral
    start, negative, symbol, _ = before or (begin, False, None, False)
    if text[end : end + 1] in _ATTACHED:
        end = rules.approximations.more_end(text, end)
    sign = rules.nouns.percent_before(text, start, floor)  # "%7"
    measure = (
        Measure(end, "%", percent=True) if sign else rules.nouns.counted(text, end, numeral, symbol)
    )
    start -= len(sign)
    value = _value(numeral, negative=negative)
    if (below := rules.measures.below_zero(text, measure, end)) and value and value > 0:
        end, value = below, -value
    if measure and measure.attached:
        if reason := rules.nouns.reason(measure):
            return special.label(text, start, measure.end, reason)
        end = max(end, measure.end)
        if value is not None and not symbol:
            end, value = rules.compounds.rest(text, value, measure)
    about = form == "vague" or rules.approximations.around(text, start, numeral.end, end)
    written = text[start:end]
    if measure is None:
        return Figure(start, end, written, value, low, high, approximate=about)
    _, unit, _, currency, percent = measure
    return Figure(start, end, written, value, low, high, unit, currency, percent, about)


def _value(numeral: Numeral, *, negative: bool) -> Decimal | None:
    """The signed value, without the zeros that a scale leaves behind (``3.2`` billion)."""
    value = numeral.value
    if value is None:
        return None
    value = whole(value) if numeral.factor > 1 else value
    return -value if negative else value
