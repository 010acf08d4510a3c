"""Two figures that are one: ranges (``5 to 7``), changes (``from 5 to 4``) and scores (``3-1``).

What may be between two numbers is read in :mod:`summarizer.document.figures.ranges`.
"""

import re
from decimal import Decimal
from typing import Protocol

from summarizer.document.figures import special
from summarizer.document.figures.characters import FIGURE
from summarizer.document.figures.codes import JOINED
from summarizer.document.figures.figure import Change, Figure
from summarizer.document.figures.nouns import NOTHING
from summarizer.document.figures.numerals import whole
from summarizer.document.figures.ranges import Joint
from summarizer.document.figures.rules import Rules
from summarizer.document.figures.units import unit_name

_THOUSANDS = re.compile(r"(\d{1,3})[.,'’ \u00a0\u202f]000(?![\d.,]\d)")
_LARGE = 10**6
_SHORT = re.compile(r"(?<![\d.,])\d{1,3}$")
_APART = 10
"""How far a number may fall that shares the scale of the other: ``from 3.4 to 2.9 million``."""


class Read(Protocol):
    """Reads the figure whose number starts at an offset, and itself not before the floor."""

    def __call__(
        self, text: str, at: int, floor: int, rules: Rules, *, money: bool = False
    ) -> Figure | None:
        """Return the figure, or None if there is none."""


def joined(text: str, first: Figure, rules: Rules, read: Read) -> Figure:
    """Join a figure with the one after it, if the two are a range, a change or a score.

    ``read`` reads the figure at an offset.
    """
    if (
        first.kind != "quantity"
        or first.value is None
        or text[first.end : first.end + 1] in NOTHING
    ):
        return first
    joint = rules.ranges.joint(text, first.start, first.end)
    if joint is None:
        return _changed(text, first, rules, read)
    kind, after = joint
    second = _second(text, after, rules, read, money=kind == "dash" and first.currency is not None)
    if second is None or second.value is None:
        return first
    name = _named(text, first, second, joint, rules)
    return name or _together(text, (first, second), kind, rules, read)


def _together(
    text: str, pair: tuple[Figure, Figure], kind: Joint, rules: Rules, read: Read
) -> Figure:
    """Make a range or a change of two figures, or leave the first alone."""
    first, second = pair
    bare = _is_plain(first, second)
    if kind == "by" and not (bare and _is_near(first, second)):
        return _changed(text, first, rules, read)
    if kind == "or" and (second.value != (first.value or 0) + 1 or first.text[-1] == "-"):
        return first  # "two or three" is a range, "a 7- or 8-inch screen" has two sizes
    if bare and kind in {"to", "change"} and (alike := _alike(text, first, second, rules, read)):
        return alike
    same = bare or _base(first) == _base(second)
    money = first.currency is not None and _is_bare(second)
    money = money and (kind == "dash" or _shares_scale(second, rules))
    if money:
        second = second._replace(unit=None)
    return _range(text, first, second, kind, rules) if same or money else first


def _named(
    text: str, first: Figure, second: Figure, joint: tuple[Joint, int], rules: Rules
) -> Figure | None:
    """Return what two numbers name: a score, the ages of a group, or ``7-Eleven``."""
    dash, low, high = joint[0] == "dash", first.value or Decimal(0), second.value or Decimal(0)
    if dash and second.text[0].isupper() and first.unit is None:
        return special.label(text, first.start, second.end, "part of a name")
    score = low >= high or rules.ranges.is_score(text, first.start, second.end)
    if score and dash and _is_plain(first, second) and _is_bare(second):
        worded = text[first.end : joint[1]].strip("-").isalpha()  # "a nine-to-five job"
        return special.label(text, first.start, second.end, JOINED if worded else "score")
    if first.unit in rules.nouns.group_ages:  # "women aged 25 to 54" names a group
        return special.label(text, first.start, second.end, "ages of a group")
    return None


def _is_plain(first: Figure, second: Figure) -> bool:
    """Whether the unit of the second may be the first's too; not in "sold 5 to $9"."""
    return _is_bare(first) and (second.text[0].isalnum() or second.text[0] in "-−–")


def _is_near(first: Figure, second: Figure) -> bool:
    """Whether two numbers say by how much something changed: ``by 1 to 1.5 degrees``."""
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    return not _is_bare(second) and not second.currency and low < high <= 2 * low


def _shares_scale(second: Figure, rules: Rules) -> bool:
    """Whether the scale of a second amount is the first's too: ``$4 to 5bn``."""
    scaled = rules.words.patterns.suffix.search(second.text) is not None
    return scaled and second.unit is None


def _alike(text: str, first: Figure, second: Figure, rules: Rules, read: Read) -> Figure | None:
    """Give the number before a range its scale and unit: ``from 24.2 to 33-35 billion euros``."""
    joint = rules.ranges.joint(text, second.start, second.end)
    if joint is None or joint[0] != "dash":
        return None  # so that "1 to 2 to 3 to …" is read from one number to the next
    after = joined(text, second, rules, read)
    scale = rules.words.patterns.suffix.search(after.text)
    if after.low is None or after.change or first.value is None:
        return None
    factor = rules.words.scales[scale[1]] if scale else 1
    return first._replace(
        value=whole(first.value * factor),
        unit=after.unit,
        currency=after.currency,
        percent=after.percent,
    )


def _second(text: str, at: int, rules: Rules, read: Read, *, money: bool) -> Figure | None:
    number = rules.ranges.number_after(text, at)
    if not (FIGURE.match(text, number) or rules.words.patterns.opening.match(text, number - 1)):
        return None
    figure = read(text, number, at, rules, money=money)
    return figure if figure and figure.kind == "quantity" else None


def _range(text: str, first: Figure, second: Figure, kind: Joint, rules: Rules) -> Figure:
    """Make one figure of two; the scale of the second is the first's too: ``$5 to $7 million``."""
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    suffix = rules.words.patterns.suffix
    scale = suffix.search(second.text)
    sharing = kind in {"dash", "and"} or not rules.ranges.follows_from(text, first.start)
    thousands = _shared_thousands(first, second) if sharing else 1
    factor = rules.words.scales[scale[1]] if scale else thousands
    if 1 < factor <= high and low * factor <= _APART * high and not suffix.search(first.text):
        low = whole(low * factor)
    below_zero = low < 0 and high < 0  # "-12 to -15 degrees"
    if low >= high and not below_zero and not rules.ranges.follows_from(text, first.start):
        return first
    joined = kind in {"to", "change"}
    change = rules.ranges.change(text, first.start, second.end, low, high) if joined else None
    return _both(text, first, second, sorted((low, high)), change)


def _both(
    text: str, first: Figure, second: Figure, ends: list[Decimal], change: Change | None
) -> Figure:
    return second._replace(
        start=first.start,
        text=text[first.start : second.end],
        value=None,
        low=ends[0],
        high=ends[1],
        change=change,
        unit=second.unit or first.unit,
        currency=second.currency or first.currency,
        percent=second.percent or first.percent,
        approximate=first.approximate or second.approximate,
    )


def _changed(text: str, first: Figure, rules: Rules, read: Read) -> Figure:
    """Join the ends of a change with words between them: ``5 boats in 2024 to 3``, ``3 from 5``."""
    gap = rules.ranges.gap(text, first.start, first.end)
    # "to 3.1m tonnes from 3.4m"
    large = first.currency is not None or (first.value or 0) >= _LARGE
    second = _second(text, gap[0], rules, read, money=large) if gap else None
    if gap is None or second is None or not _is_one_kind(first, second, back=gap[1]):
        return first
    low, high = ends = sorted((first.value or Decimal(0), second.value or Decimal(0)))
    if low == high or not rules.ranges.moved(text, first.start, second.end):
        return first
    rises = (low == first.value) != gap[1]
    if gap[1] and rules.ranges.reaches(text, first.start):
        first = first._replace(approximate=False)
    return _both(text, first, second, ends, "rise" if rises else "fall")


def _is_one_kind(first: Figure, second: Figure, *, back: bool) -> bool:
    """Whether two figures can be the ends of one change."""
    if second.value is None or (_is_bare(first) and not _is_bare(second)):
        return False
    return second.unit is None or (not first.unit and not back) or _base(first) == _base(second)


def _shared_thousands(first: Figure, second: Figure) -> int:
    """Return the thousands that ``20-30,000`` gives to both numbers, or 1."""
    number, last = _SHORT.search(first.text), _THOUSANDS.match(second.text)
    shared = number is not None and last is not None and int(number[0]) < int(last[1])
    return 1000 if shared else 1


def _is_bare(figure: Figure) -> bool:
    """Whether the figure is nothing but a number."""
    return not (figure.unit and figure.unit in figure.text) and not figure.currency


def _base(figure: Figure) -> str:
    return unit_name(figure.unit or "").partition(" per ")[0]
