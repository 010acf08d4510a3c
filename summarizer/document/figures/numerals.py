"""Numerals: what a number is worth, and how a spelled-out one is read.

It reads number words, and the scale that follows a number. It knows nothing of units, dates or what
the number means; digits are read in :mod:`summarizer.document.figures.digits`.
"""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from summarizer.document.figures.numberwords import Vocabulary

_LARGE = 10**6
"""A scale from which on number words that are written together are parted: zwei Millionen."""

_DOZEN = 12

_WORD = re.compile(r"[^\W\d_]+")


class Numeral(NamedTuple):
    """A number as written: where it is and what it is worth.

    Args:
        start: Offset of its first character.
        end: Offset after its last character, scale words included.
        value: Its value, scale applied; None for a vague one and one that cannot be read.
        low: Lower end of a vague one (``thousands``: 1000).
        high: Upper end of a vague one: ten times as much.
        factor: The scale that was applied, 1 if none was.
        form: How it is written.
        plain: Whether it is nothing but digits: it may be a year, or name something.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    factor: Decimal = Decimal(1)
    form: Literal["digits", "words", "vague", "fraction", "ordinal"] = "digits"
    plain: bool = False


def read_words(text: str, at: int, words: Vocabulary) -> Numeral | None:
    """Read the spelled-out number that starts with the word at an offset, if there is one."""
    if words.mixed and (mixed := words.patterns.mixed.match(text, at)):
        value = words.mixed[mixed[1].lower()]
        factor = max(Decimal(1), value // 100)  # "medio millón"
        return with_scale(text, Numeral(at, mixed.end(), value, factor=factor, form="words"), words)
    if single := words.patterns.single.match(text, at):
        value = Decimal(words.worth[single[1].lower()])
        return _after_words(text, Numeral(at, single.end(), value, form="words"), words)
    match = words.patterns.run.match(text, at)
    if not match:
        return _vague(text, at, words) or _part(text, at, words) or _rank(text, at, words)
    value, factor, end = _worth(text, match, words)
    if text[at:end].lower() in words.multiples:
        return _bare_scale(text, at, end, value, words)
    numeral = Numeral(at, end, value, factor=factor, form="words")
    if half := _and_part(text, numeral, words):
        return half if factor > 1 else with_scale(text, half, words)
    return numeral if factor > 1 else _after_words(text, numeral, words)


def with_scale(text: str, numeral: Numeral, words: Vocabulary) -> Numeral:
    """Apply the scale word or letter that follows a numeral, if one does."""
    match = words.patterns.suffix.match(text, numeral.end)
    if match is None or numeral.value is None:
        return numeral
    factor = Decimal(words.scales[match[1]])
    scaled = numeral._replace(
        end=match.end(), value=numeral.value * factor, factor=factor, plain=False
    )
    if match[1].lower() in words.multiples:
        scaled = _with_next_scale(text, scaled, words)
    return _and_part(text, scaled, words) or scaled


def whole(value: Decimal) -> Decimal:
    """Drop the zeros after the point of a whole number.

    Example:
        >>> whole(Decimal("1300.000")), whole(Decimal("1.30"))
        (Decimal('1300'), Decimal('1.30'))
    """
    is_whole = value < 10**27 and value == value.to_integral_value()
    return value.quantize(Decimal(1)) if is_whole else value


def _with_next_scale(text: str, numeral: Numeral, words: Vocabulary) -> Numeral:
    """Apply a second, larger scale: ``2.5 lakh crore``, ``mil milhões``, ``3 hundred thousand``."""
    match = words.patterns.suffix.match(text, numeral.end)
    factor = words.multiples.get(match[1].lower(), 0) if match else 0
    if match is None or numeral.value is None or factor <= numeral.factor:
        return numeral
    return numeral._replace(
        end=match.end(), value=numeral.value * factor, factor=numeral.factor * factor
    )


def _and_part(text: str, numeral: Numeral, words: Vocabulary) -> Numeral | None:
    """Add ``and a half``, times the scale before it: "due milioni e mezzo"."""
    match = words.patterns.and_part.match(text, numeral.end)
    if match is None or numeral.value is None:
        return None
    if numeral.factor == 1 and words.patterns.of.match(text, match.end()):
        return None  # "two and a third of them" are two numbers
    part = words.and_parts[match[1].replace("-", " ").lower()]
    more = numeral.factor * part.numerator / part.denominator
    return numeral._replace(end=match.end(), value=numeral.value + more)


def _with_large_scale(text: str, numeral: Numeral, words: Vocabulary) -> Numeral:
    """Apply the word for a million or more that follows a numeral, if one does."""
    match = words.patterns.suffix.match(text, numeral.end)
    factor = words.multiples.get(match[1].lower(), 0) if match else 0
    known = factor >= _LARGE or factor in words.dozens  # "zwei Dutzend"
    return with_scale(text, numeral, words) if known else numeral


def _worth(text: str, run: re.Match[str], words: Vocabulary) -> tuple[Decimal, Decimal, int]:
    """Value, scale and end of the longest number that a run of number words starts with."""
    total, current, factor, end = 0, 0, 1, run.start()
    for part in words.patterns.part.finditer(text, run.start(), run.end()):
        word, between = part[0].lower(), text[end : part.start()].lower()
        joined = any(joiner in between for joiner in words.joiners)
        worth = words.worth.get(word)
        if worth is None:  # the "und" inside of "dreiundzwanzig"
            continue
        if end > run.start() and not _fits(total, current, word, joined=joined, words=words):
            break
        if word not in words.multiples:
            current += worth
        elif worth <= 100:
            current = (current or 1) * worth
        elif worth > factor > 1:
            total, current, factor = (total + current) * worth, 0, worth
        else:
            total, current, factor = total + (current or 1) * worth, 0, worth
        end = part.end()
    return Decimal(total + current), Decimal(factor), end


def _fits(total: int, current: int, word: str, *, joined: bool, words: Vocabulary) -> bool:
    """Whether a number word continues the number so far."""
    worth, tail = words.worth[word], current % 100
    if word in words.multiples and worth <= 100:
        return 0 < current < 100 and not joined
    if worth >= 1000:
        return (current > 0 or total > 0) and not joined
    if joined and words.units_first:
        return 0 < tail < 10 and worth >= 20
    if tail == 0:
        return worth > 0 and (current >= 100 > worth or (current == 0 and total > 0))
    teens = words.twenties and tail in {60, 80} and worth < 20
    return (not joined or words.joins_units) and (
        teens or (tail >= 20 and tail % 10 == 0 and 0 < worth < 10)
    )


def _bare_scale(text: str, at: int, end: int, factor: Decimal, words: Vocabulary) -> Numeral | None:
    """Read ``million`` with what is before it: ``a million``, ``several million``."""
    before = text[max(0, at - 14) : at]
    if match := words.patterns.several.search(before):
        start = at - len(match[1])
        return Numeral(start, end, None, factor, factor * 10, factor, "vague")
    if match := words.patterns.one.search(before):
        about = factor in words.dozens and factor != _DOZEN  # "une trentaine"
        form: Literal["words", "vague"] = "vague" if about else "words"
        one = Numeral(at - len(match[1]), end, factor, factor=factor, form=form)
        return _and_part(text, one, words) or one
    bare = Numeral(at, end, factor, factor=factor, form="words")
    if half := _and_part(text, bare, words):  # "millón y medio"
        return half
    if not words.scale_alone or factor > 1000:
        return None
    return _with_large_scale(text, bare, words) if words.together else bare


def _after_words(text: str, numeral: Numeral, words: Vocabulary) -> Numeral:
    """Read what may follow a small number: ``two`` thirds, ``twenty``-first, ``two`` million."""
    value = numeral.value or Decimal(0)
    if point := words.patterns.point.match(text, numeral.end):
        return _with_decimals(text, numeral, point, words)
    if half := _and_part(text, numeral, words):
        return with_scale(text, half, words)
    match = words.patterns.part_of.match(text, numeral.end)
    if match is None:
        return _with_large_scale(text, numeral, words) if words.together else numeral
    worth = words.fractions.get(match[1], 0)
    if 0 < value < worth and (match[2] or value == 1 or not words.plural_fractions):
        plural_of_quarter = (
            words.plural_fractions  # "three quarters" may be nine months
            and worth == 4
            and value > 1
            and not words.patterns.of.match(text, match.end())
            and not words.patterns.by.search(text[max(0, numeral.start - 20) : numeral.start])
        )
        hyphen = text[numeral.end] == "-"
        if hyphen or not plural_of_quarter:
            part = numeral._replace(end=match.end(), value=value / worth, form="fraction")
            return _of_a_million(text, part, words) or part
    if value % 10 == 0 and value >= 20 and match[1] in words.ordinals and not match[2]:
        rank = value + words.ordinals[match[1]]
        return numeral._replace(end=match.end(), value=rank, form="ordinal")
    return numeral


def _with_decimals(text: str, numeral: Numeral, point: re.Match[str], words: Vocabulary) -> Numeral:
    """Add the decimals of ``zero point five`` and ``zéro virgule vingt-cinq``."""
    digits = [words.small[word] for word in point[1].lower().replace("-", " ").split()]
    decimals = str(sum(digits)) if digits[0] >= 10 else "".join(map(str, digits))
    value = Decimal(f"{numeral.value}.{decimals}")
    return with_scale(text, numeral._replace(end=point.end(), value=value), words)


def _of_a_million(text: str, part: Numeral, words: Vocabulary) -> Numeral | None:
    """Apply the scale after ``three quarters of a``, if one follows."""
    a = words.patterns.of_a.match(text, part.end)
    scaled = with_scale(text, part._replace(end=a.end() - 1), words) if a else part
    return scaled._replace(form="words") if scaled.factor > 1 else None


def _vague(text: str, at: int, words: Vocabulary) -> Numeral | None:
    """Read ``thousands`` and ``tens of thousands``: from the size that is named to ten times it."""
    match = words.patterns.vague_run.match(text, at)
    if match is None:
        return None
    factor = Decimal(_worth_of(match[1], words))
    if match[2]:
        factor *= _worth_of(match[2], words)
    several = words.patterns.several.search(text[max(0, at - 14) : at])
    start = at - len(several[1]) if several else at
    return Numeral(start, match.end(), None, factor, factor * 10, factor, "vague")


def _worth_of(plural: str, words: Vocabulary) -> int:
    return words.vague.get(plural) or words.vague.get(plural.lower()) or words.vague[plural.title()]


def _part(text: str, at: int, words: Vocabulary) -> Numeral | None:
    """Read ``half the``, ``a third of``, ``half a million``."""
    word = _WORD.match(text, at)
    if word is None:
        return None
    worth = words.fractions.get(word[0]) or words.fractions.get(word[0].lower())
    if worth is None:
        return None
    value, end = Decimal(1) / worth, word.end()
    part = Numeral(at, end, value, form="fraction")
    a = words.patterns.of_a.match(text, end)
    scaled = with_scale(text, part._replace(end=a.end() - 1), words) if a else part
    one = words.patterns.one.search(text[max(0, at - 6) : at])
    start = at - len(one[1]) if one else at
    if scaled.factor > 1 and (worth == 2 or one or words.patterns.of.match(text, end)):
        return scaled._replace(start=start, form="words")
    if worth == 2:
        certain = word[0].lower() not in words.halves or words.patterns.half_of.match(text, end)
        return part if certain else part._replace(plain=True)
    counts = one and words.patterns.of.match(text, end)
    return part._replace(start=start) if counts else None


def _rank(text: str, at: int, words: Vocabulary) -> Numeral | None:
    """Read ``first``; whether it is a rank depends on what is before it."""
    word = _WORD.match(text, at)
    rank = words.ordinals.get(word[0].lower()) if word else None
    if word is None or rank is None:
        return None
    return Numeral(at, word.end(), Decimal(rank), form="ordinal")
