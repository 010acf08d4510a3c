"""Numbers in digits: ``1,300``, ``1.300``, ``1 300``, ``1,00,000``, ``2½``, ``1.9×10^30``.

It reads what separators between digits mean, in digits of any script. It knows nothing of
scale words, units or what the number means.
"""

import re
import unicodedata
from decimal import Decimal

from summarizer.document.figures.characters import VULGAR
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral

MOST_DIGITS = 24
"""A longer run of digits is an identifier; reading it as a number would also take long."""

_PARTED = (
    r"[.,٫٬]\d+|．\d+|(?<=[０-９])，[０-９]+"
    r"|['’]\d{3}(?!\d)|[\u00a0\u202f\u2009]\d{3}(?!\d)"
)
_SPACED_DIGITS = re.compile(rf"\d+(?:{_PARTED}|(?<!\d{{4}}) \d{{3}}(?![\d:]|[-./]\d))*")
_MOST_PLAIN = 9
"""A count of more digits has a separator; telephone numbers and identifiers have none."""

_DIGITS = re.compile(
    r"\d+(?:[.,٫٬]\d+|．\d+|(?<=[０-９])，[０-９]+|['’]\d{3}(?!\d)|[\u00a0\u202f\u2009]\d{3}(?!\d))*"
)
_BARE = re.compile(
    r"[1-9][0-9]{0,8}(?:[.,][0-9]{1,3})*(?=[ -]?(?![xX])[a-zA-Zà-ÿ]|[%\]]|[.,;:!?)](?:\s|$)"
    rf"|\s(?:(?![xX]\s?10)[^\W\d{VULGAR}]|[$£€]|[0-9]{{1,2}}(?![\d/⁄]))|\n|$)"
)
"""Digits that nothing can go on: by far the commonest, read fast."""

_POINTED = re.compile(r"\d{1,6}(?![\d.,/:]?\d)")
_FULL_WIDTH = str.maketrans("．，", ".,")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?: \d{3})* 000(?: \d{3})*|(?: \d{3}){2,})(?![\d:]|[-./]\d)")
"""Thousands parted by spaces in any language: a group is 000, or there are two of them."""

_ONE_GROUP = re.compile(r"[1-9]\d{0,2} \d{3}(?:[.,]\d{1,2})?(?= [a-zà-ÿ%]| ?%|[.,;:)](?!\d)|$)")
_BEFORE_GROUP = re.compile(
    r"(?:^|[^\w.\s] ?|(?<![^\W_])([a-zà-ÿ]{2,}) |\b(?:[A-Z]{3}|R) ?|[$€£] ?)$"
)

_SEPARATOR = re.compile(r"[^\d]")
_POWER = re.compile(r"\s?[×xX*]\s?10(?:\^?([-−–]?[1-9]\d?)|([⁺⁻]?[⁰¹²³⁴-⁹]{1,2}))(?!\d)")
_SUPERSCRIPTS = str.maketrans("⁺⁻−–⁰¹²³⁴⁵⁶⁷⁸⁹", "+---0123456789", "^")
_SLASHED = re.compile(r"(\d{1,2})([/⁄])(\d{1,3})(?![\d/⁄]|[.,]\d)")
_CENTS = 2
_MONEY = frozenset("$£€")
_RAISED = "^⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_DIGITS = re.compile(
    r"\^[1-9]\d?(?!\d)|⁻?[⁰¹²³⁴-⁹]{1,2}([,⁻][⁰¹²³⁴-⁹]{1,3}){0,5}(?![⁰¹²³⁴-⁹])"
)
_DENOMINATORS = {"2", "3", "4", "5", "6", "8", "10", "16", "32"}


def read_digits(text: str, at: int, words: Vocabulary) -> Numeral:
    """Read the number whose first digit, or ``½``, is at an offset, without its scale.

    Its value is None if it is no number, such as ``1.2.3`` or ``007``.
    """
    if (bare := _BARE.match(text, at)) and text[at - 1 : at] != ".":
        plain = bare[0].isdecimal()
        value = Decimal(bare[0]) if plain else digits_value(bare[0], words.decimal)
        return Numeral(at, bare.end(), value, plain=plain)
    if text[at] in VULGAR:
        return Numeral(at, at + 1, _vulgar_value(text[at]), form="fraction")
    return _slashed(text, at, at) or _point(text, at) or _with_signs(text, at, words)


def _with_signs(text: str, at: int, words: Vocabulary) -> Numeral:
    """Read digits with signs between or behind them."""
    match = _match(text, at, words)
    if match is None:
        return Numeral(at, at + 1, None)
    digits, end = match[0], match.end()
    plain = digits.isdecimal()
    value = digits_value(digits, words.decimal)
    if value is None or end >= len(text):
        return Numeral(at, end, value, plain=plain)
    return _with_fraction(text, Numeral(at, end, value, plain=plain))


def _match(text: str, at: int, words: Vocabulary) -> re.Match[str] | None:
    pattern = _SPACED_DIGITS if words.space_groups else _DIGITS
    if words.space_groups or " " not in text[at + 1 : at + 4]:
        return pattern.match(text, at)
    return _GROUPED.match(text, at) or _one_group(text, at, words) or pattern.match(text, at)


def _one_group(text: str, at: int, words: Vocabulary) -> re.Match[str] | None:
    """Match ``12 500 km`` between words in lower case; after a name, the numbers are two."""
    match = _ONE_GROUP.match(text, at)
    before = _BEFORE_GROUP.search(text[max(0, at - 16) : at]) if match else None
    return match if before and before[1] not in words.naming else None


def _point(text: str, at: int) -> Numeral | None:
    """Read ``.25``, whose digits are at the offset; a stop that ends a word is no point."""
    match = _POINTED.match(text, at)
    before = text[max(0, at - 2) : at]
    if before[-1:] != "." or before[:-1].strip(" \n\u00a0(-+$£€~") or not match:
        return None
    return Numeral(at - 1, match.end(), Decimal(f"0.{match[0]}"))


def digits_value(digits: str, decimal: str = ".") -> Decimal | None:
    """Return what digits and their separators are worth, or None if they are no number.

    The decimal mark decides where one separator and three digits leave it open.

    Example:
        >>> digits_value("1,300"), digits_value("1.300", ","), digits_value("1,00,000")
        (Decimal('1300'), Decimal('1300'), Decimal('100000'))
        >>> digits_value("1.2.3")
    """
    digits = digits.translate(_FULL_WIDTH)
    if len(digits) > MOST_DIGITS or (digits[0] == "0" and digits[1:2].isdecimal()):
        return None
    if digits.isdecimal():
        return Decimal(digits) if len(digits) <= _MOST_PLAIN else None
    whole, mark, part = digits.partition(decimal)
    if mark and whole.isdecimal() and part.isdecimal():
        return Decimal(f"{whole}.{part}")
    marks = _SEPARATOR.findall(digits)
    groups = _SEPARATOR.split(digits)
    if _is_decimal(marks, groups, decimal):
        *wholes, part = groups
        return Decimal("".join(wholes) + "." + part) if _grouped(marks[:-1], wholes) else None
    return Decimal("".join(groups)) if _grouped(marks, groups) else None


def _is_decimal(marks: list[str], groups: list[str], decimal: str) -> bool:
    """Whether the last separator is the decimal one."""
    last = marks[-1]
    if last == "٫":
        return True
    if last not in ".," or last in marks[:-1]:
        return False
    if len(marks) > 1 or len(groups[-1]) != 3 or groups[0] == "0":
        return True
    return last == decimal


def _grouped(marks: list[str], groups: list[str]) -> bool:
    """Whether separators are where thousands are parted, in the Western or the Indian way."""
    if not marks:
        return True
    first, *middle, last = map(len, groups)
    if len(set(marks)) > 1 or last != 3 or first > 3:
        return False
    return all(size == 3 for size in middle) or (
        marks[0] == "," and first <= 2 and all(size == 2 for size in middle)
    )


def _with_fraction(text: str, numeral: Numeral) -> Numeral:
    """Add what may follow the digits: ``½``, `` 1/2`` or ``× 10^9``."""
    end = numeral.end
    value = numeral.value or Decimal(0)
    gap = end + (text[end] in " \u00a0-")
    follower = text[gap : gap + 1]
    if follower and follower in VULGAR:
        return Numeral(numeral.start, gap + 1, value + _vulgar_value(follower))
    if numeral.plain and gap > end and (part := _slashed(text, gap, numeral.start)):
        return Numeral(numeral.start, part.end, value + (part.value or 0))
    if follower and follower in _RAISED:
        return _with_raised(text, numeral)
    if follower and follower in "×xX*" and (match := _POWER.match(text, end)):
        power = int((match[1] or match[2]).translate(_SUPERSCRIPTS))
        return Numeral(numeral.start, match.end(), value.scaleb(power))
    return numeral


def _with_raised(text: str, numeral: Numeral) -> Numeral:
    """Read ``10⁶`` and ``10^6`` as a power, ``$5⁹⁹`` as cents; else raised digits mark a note."""
    match = _RAISED_DIGITS.match(text, numeral.end)
    if match is None:
        return numeral
    if match[1]:  # two notes: 12³,⁴
        return numeral._replace(end=match.end())
    raised = int(match[0].translate(_SUPERSCRIPTS))
    around = text[numeral.start - 1 : numeral.start] + text[match.end() : match.end() + 2].strip()
    if not _MONEY.isdisjoint(around) and len(match[0]) == _CENTS:
        return Numeral(numeral.start, match.end(), (numeral.value or 0) + Decimal(raised) / 100)
    if text[numeral.start : numeral.end] != "10":
        return numeral._replace(end=match.end())
    return Numeral(numeral.start, match.end(), Decimal(10) ** raised)


def _vulgar_value(sign: str) -> Decimal:
    numerator, _, denominator = unicodedata.normalize("NFKC", sign).partition("⁄")
    return Decimal(numerator) / Decimal(denominator)


def _slashed(text: str, at: int, start: int) -> Numeral | None:
    """Read ``1/2``; ``9/11`` and ``24/7`` are none."""
    if text[at + 1 : at + 2] not in {"/", "⁄"} and text[at + 2 : at + 3] not in {"/", "⁄"}:
        return None
    match = _SLASHED.match(text, at)
    if not match or not 0 < int(match[1]) < int(match[3]):
        return None
    if match[2] == "/" and match[3] not in _DENOMINATORS:
        return None
    value = Decimal(match[1]) / Decimal(match[3])
    return Numeral(start, match.end(), value, form="fraction")
