"""Numbers in the CJK scripts: 三千, 3万5千, 1億2000万, 二〇二四.

It reads them, and decides when such characters are a number at all: 一 is part of a great many
words. It knows nothing of units.
"""

import re
from decimal import Decimal

from summarizer.document.figures.characters import AFTER_CJK, CJK, CJK_DIGITS, CJK_SCALES
from summarizer.document.figures.digits import MOST_DIGITS, digits_value
from summarizer.document.figures.figure import Whole
from summarizer.document.figures.numerals import Numeral

_RUN = re.compile(
    rf"(?:\d(?:[\d,.]|．(?=\d)|(?<=[０-９])，(?=[０-９]))*|[{CJK}])"
    rf"(?:[\d{AFTER_CJK}]|[,.]\d{{3}}(?!\d)|(?<=[만억조]) (?=\d)){{0,{MOST_DIGITS}}}"
)
_PIECE = re.compile(rf"\d+(?:[.,．，]\d+)*|[{AFTER_CJK}]")

_PART = re.compile(
    rf"([{CJK}]{{1,4}}|\d{{1,3}})(?:分[之の]|분의 ?)"
    rf"([{CJK}]{{1,8}}|\d{{1,9}}(?:[.．]\d{{1,9}})?)(?:[点點]([{''.join(CJK_DIGITS)}]{{1,8}}))?"
)
_HUNDRED = 100
_SEVERAL = frozenset("数數几幾")


def read_cjk(text: str, at: int, counters: frozenset[str]) -> Numeral | None:
    """Read the number that starts at an offset and holds a character of :data:`CJK`.

    It is none where the characters are part of a word and no counter follows.

    Example:
        >>> people = frozenset("人")
        >>> read_cjk("三千人", 0, people).value, read_cjk("一些人", 0, people)
        (Decimal('3000'), None)
    """
    match = _RUN.match(text, at)
    if match is None or len(match[0]) > MOST_DIGITS:
        return None
    run, end = match[0], match.end()
    if run[0] in CJK_SCALES and text[at - 1 : at] in _SEVERAL:  # 数百人
        size = _value(_PIECE.findall(run)) or Decimal(0)
        return Numeral(at - 1, end, None, size, size * 10, size, "vague")
    if not run[0].isdecimal() and not _counts(text, at, end, counters):
        return None
    if all(c in CJK_DIGITS for c in run):
        year = Decimal("".join(str(CJK_DIGITS[c]) for c in run))
        return Numeral(at, end, year, plain=True)
    value = _value(_PIECE.findall(run))
    return None if value is None else Numeral(at, end, value, factor=Decimal(10), form="words")


def read_part(text: str, at: int) -> Whole | None:
    """Read a part that starts with what it is of: 三分之一, 百分之五点二.

    Example:
        >>> read_part("增长百分之五点二。", 2)
        Whole(start=2, end=8, value=Decimal('5.2'), unit='%')
    """
    match = _PART.match(text, at)
    if match is None:
        return None
    whole, part = _value(_PIECE.findall(match[1])), _value(_PIECE.findall(match[2]))
    if not whole or part is None:
        return None
    if match[3]:
        part += Decimal("0." + "".join(str(CJK_DIGITS[each]) for each in match[3]))
    if whole == _HUNDRED:
        return Whole(at, match.end(), part, "%")
    return Whole(at, match.end(), part / whole, None)


def _counts(text: str, at: int, end: int, counters: frozenset[str]) -> bool:
    """Whether the characters before an offset count something, and are not part of a word."""
    if text[at:end] in {*"十百千万億亿兆萬조억만십백천"}:
        return text[at:end] in "十百千" and text[end : end + 1] in tuple("人名年歳岁円元")
    if end - at == 1:
        return text[end : end + 1] in counters and text[at - 1 : at] not in tuple("统統同单第")
    scaled = any(c in CJK_SCALES for c in text[at:end])
    return (
        scaled and text[at:end] not in {"一十", "十一", "万一", "千万", "百万", "百千", "천만"}
    ) or (text[end : end + 1] in counters)


def _value(pieces: list[str]) -> Decimal | None:
    """Add up digits and powers: each power takes what is before it, 万 and above the whole."""
    total = section = number = Decimal(0)
    for piece in pieces:
        power = CJK_SCALES.get(piece)
        if piece in CJK_DIGITS:
            number = number * 10 + CJK_DIGITS[piece]
        elif power is None:
            digits = digits_value(piece)
            if digits is None:
                return None
            number = digits
        elif power < 4:
            section += (number or 1) * 10**power
            number = Decimal(0)
        elif 0 < total < Decimal(10) ** power:  # 一万五千亿
            total = (total + section + number) * Decimal(10) ** power
            section = number = Decimal(0)
        else:
            total += ((section + number) or 1) * Decimal(10) ** power
            section = number = Decimal(0)
    return total + section + number
