"""What stands around a number: its currency and sign before it, its unit or noun after it.

This module owns how a unit is attached to a number. It knows nothing of how numbers are written,
and leaves what the unit is called to :mod:`summarizer.document.figures.units`.
"""

import re
from typing import NamedTuple

from summarizer.document.figures.alternatives import any_of
from summarizer.document.figures.numberwords import CJK_COUNTERS
from summarizer.document.figures.numerals import Numeral
from summarizer.document.figures.units import CURRENCIES, MEASURES
from summarizer.document.lexicon import FUNCTION_WORDS


class Measure(NamedTuple):
    """A unit as written, where it ends, and what it says about the number.

    Args:
        end: Offset after its last character.
        unit: The unit, or the noun that is counted.
        attached: Whether it is part of the figure (``miles``), not just counted (``troops``).
        currency: ISO 4217 code, where it is one and certain.
        percent: Whether it is per cent.
    """

    end: int
    unit: str
    attached: bool = True
    currency: str | None = None
    percent: bool = False


_ONLY_BEFORE = {"Y=", "Rp", "$US"}
_ONLY_GLUED = {"x", "s", "p", "A", "h", "in", "C", "F", "bar", "g", "m", "l", "t"}
_SPACED_TOO = {"m", "g", "l", "t"}
_FORMS = {*MEASURES, *CURRENCIES} - _ONLY_BEFORE
_SIGNS = r"[\u0300-\u036f\u0900-\u0903\u093a-\u094f]"
_WORD = rf"[^\W\d_]++(?:{_SIGNS}++[^\W\d_]*+)*+"
_AFTER = re.compile(
    rf"([ \u00a0\u202f\n-]?)({any_of(_FORMS)})"
    r"(?:(?<=[^\w.])|(?<=[\u2e80-\uffef])|(?![^\W_]))(?:-old)?"
)
_PER = re.compile(
    r"(?: (?:an? |each |every )|-?/| ?(?:/|per )100 ?|-(?:per|an?)-)([^\W\d_]+)(?![^\W_])"
    r"| (?:per|pro|par|por) (?:(?:square|cubic|metric) )?[^\W\d_]+(?:-[^\W\d_]+)?"
)
_HYPHENATED = re.compile(r"[-‐‑]([^\W\d_]{2,}(?:-old)?)(?![^\W_])")
_HANGING = re.compile(r"- (?:or|and|to|und|oder|bis) (?:\d+|[^\W\d_]+)-([^\W\d_]{2,})")
_COUNTERS = frozenset(CJK_COUNTERS)
_NOTHING = frozenset([*",.;:!?)”", ""])
"""What neither a unit nor a noun begins with, at most a new clause."""
_HALF_AN = re.compile(r" an?(?= )")
_AGE = re.compile(r"\b(age|aged) (?:of )?$")
_NO_UNIT = frozenset(
    """off sided time way handed on to and odd plus something fold upmanship liner size nil
    all""".split()
)
_NEXT = re.compile(rf"(?:[ \u00a0\n]|(?<=['’]))((?:[^\W\d_]\.)+[^\W\d_]?|{_WORD}(?:['’-]{_WORD})*)")
_NESTED = re.compile(r" \d[\d.,]{0,9}(?=[ a-zA-Z-])")
_MODEL = re.compile(r" ([A-Z][\w&'’-]* \d[\w-]{0,8}(?: [a-z]+s\b)?)")
_OF = re.compile(r" (?:of|de|von)(?= )| d['’]")
OF_THE = re.compile(r" of (?:the|its|their|his|her|our|my|your|these|those)(?: most)?(?= )")
"""What follows ``one`` when it is one of several."""

_MOST_WORDS = 5
_PLURALS = frozenset("people men women children police staff feet teeth mice sheep cattle".split())
# "man", "war" and "son" are function words of other languages, and English nouns.
_NO_NOUN = (FUNCTION_WORDS - {"man", "war", "son"}) | frozenset(
    """went came took got made won lost rose fell died says say told told who's hit left dropped
    gained climbed jumped ahead worth alone altogether respectively worldwide total plus minus
    early late old long wide tall high deep ago apart straight percent per
    i'm i've versus vs pm am next today expected estimated projected forecast planned needed
    required reported recorded budgeted""".split()
)
_VERBS = frozenset("remain want need live work stand agree say take attend".split())
_PARTICIPLES = frozenset("injured wounded killed displaced combined".split())
_ADJECTIVES = frozenset("daily weekly monthly yearly elderly family friendly".split())
_PREFIXES = sorted(
    (form for form in CURRENCIES if not form[0].islower() and len(form) <= 4 and form != "R"),
    key=len,
    reverse=True,
)
_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<currency>{'|'.join(map(re.escape, _PREFIXES))}"
    r"|US \$|R(?=\d|$))[ \u00a0]?$"
)
_SIGN = re.compile(r"(?:(?<![\w)\]%.,-])[-−+]|(?<![^\W_])(?<!plus or )[Mm]inus[ -])$")
_LASTS = frozenset("$R-−+s").union(form[-1] for form in _PREFIXES)
"""What a currency or a sign ends with; a space may stand behind."""


def read_before(text: str, at: int, floor: int) -> tuple[int, bool, str | None]:
    """Read the currency and the sign that stand before a number.

    Args:
        text: Any text.
        at: Offset of the number's first character.
        floor: Offset that nothing may start before.

    Returns:
        Where they start, whether the sign is negative, and the currency as written.

    Example:
        >>> read_before("-$5", 2, 0)
        (0, True, '$')
    """
    if at == floor or _is_plain_word(text, at):
        return at, False, None
    lowest = max(0, at - 15)
    before = text[lowest:at]
    if before.rstrip(" \u00a0\n")[-1:] not in _LASTS:
        return at, False, None
    currency = None
    if (match := _BEFORE.search(before)) and lowest + match.start("currency") >= floor:
        at, currency = lowest + match.start("currency"), match["currency"]
        before = before[: match.start("currency")]
    if (sign := _SIGN.search(before)) and lowest + sign.start() >= floor:
        return lowest + sign.start(), sign[0] != "+", currency
    return at, False, currency


def _is_plain_word(text: str, at: int) -> bool:
    """Whether a word in lower case and a space stand before: the common case, told fast."""
    end = text[max(0, at - 3) : at - 1]
    return (
        text[at - 1] in " \n" and end.islower() and end[-1:].isalpha() and end != "us"
    )  # but "minus 5" has a sign


def read_after(text: str, at: int, *, large: bool = False) -> Measure | None:
    """Read the unit of measure or the currency that a number is followed by.

    Args:
        text: Any text.
        at: Offset after the number.
        large: Whether the number is so large that ``won`` is the currency, and ``p`` is not.

    Returns:
        The measure, or None if no known one follows.

    Example:
        >>> read_after("35 miles an hour", 2)
        Measure(end=16, unit='miles an hour', attached=True, currency=None, percent=False)
    """
    match = _AFTER.match(text, at)
    if match is None:
        return None
    gap, form = match[1], match[2]
    if (form == "won" and not large) or (form == "p" and large):
        return None
    if gap and form in _ONLY_GLUED and not (form in _SPACED_TOO and _closes(text, match)):
        return None
    end = match.end()
    percent = MEASURES.get(form) == "percentage"
    if not percent:
        end = _rate_end(text, end)
    unit = text[match.start(2) : end]
    return Measure(end, unit, currency=CURRENCIES.get(form), percent=percent)


def _rate_end(text: str, at: int) -> int:
    """Where ``per share`` or ``a year`` after an offset ends, or the offset if none follows."""
    per = _PER.match(text, at)
    known = per is not None and (per[1] is None or per[1] in MEASURES)
    return per.end() if per and known else at


def _closes(text: str, form: re.Match[str]) -> bool:
    """Whether a single letter after a space stands alone: ``5 m.``, not ``5 m-files``."""
    return form[1] != "-" and text[form.end() : form.end() + 1] in {"", " ", ".", ",", ";", ")"}


def read_hyphenated(text: str, at: int) -> Measure | None:
    """Read the noun of a hyphenated adjective, such as ``-star`` after ``five``."""
    if text[at : at + 1] not in {"-", "‐", "‑"}:
        return None
    if hanging := _HANGING.match(text, at):
        return Measure(at + 1, hanging[1])
    match = _HYPHENATED.match(text, at)
    if match is None or match[1] in _NO_UNIT or not match[1].islower():
        return None
    return Measure(match.end(), match[1])


def read_measure(
    text: str, at: int, numeral: Numeral, symbol: str | None, *, english: bool
) -> Measure | None:
    """Read what a number is of: its currency, its unit, or the noun that it counts.

    Args:
        text: Any text.
        at: Offset after the number.
        numeral: The number.
        symbol: The currency that stands before it, if one does.
        english: Whether the text is English.

    Returns:
        The measure, or None if the number stands alone.
    """
    if symbol:
        end = _rate_end(text, at)
        code = CURRENCIES.get(symbol.replace(" ", ""))
        return Measure(end, symbol + text[at:end], currency=code)
    nothing = text[at : at + 1] in _NOTHING
    found = None if nothing else _what_follows(text, at, numeral, english=english)
    ageless = found or numeral.form == "fraction"
    return found if ageless else _age(text, at, numeral.start)


def _what_follows(text: str, at: int, numeral: Numeral, *, english: bool) -> Measure | None:
    large = numeral.factor > 1 or (numeral.value or 0) >= 1000
    if known := read_after(text, at, large=large) or read_hyphenated(text, at):
        return known
    if text[at] in _COUNTERS:
        return Measure(at + 1, text[at], attached=False)
    if numeral.form == "fraction":
        half_an = _HALF_AN.match(text, at)
        return read_after(text, half_an.end()) if half_an else None
    if numeral.value == 1 and (of := OF_THE.match(text, at)):
        at = of.end()
    after_of = numeral.form == "vague" or numeral.factor > 1
    if after_of and (of := _OF.match(text, at)) and (counted := read_after(text, of.end())):
        return counted
    return read_noun(text, at, after_of=after_of, english=english)


def _age(text: str, at: int, start: int) -> Measure | None:
    """Read ``aged`` and ``age of`` before a number as its unit."""
    before = text[max(0, start - 8) : start]
    match = _AGE.search(before) if "age" in before else None
    return Measure(at, match[1], attached=False) if match else None


def read_noun(text: str, at: int, *, after_of: bool, english: bool) -> Measure | None:
    """Read the noun that a number counts, with the adjectives before it.

    In English the noun ends at the first plural; without one, and in other languages, it is the
    next word.

    Args:
        text: Any text.
        at: Offset after the number.
        after_of: Whether ``of`` may stand between them (``thousands of people``).
        english: Whether the text is English.

    Returns:
        The noun, not attached, or None if none follows.

    Example:
        >>> read_noun("14 first-team players left", 2, after_of=False, english=True).unit
        'first-team players'
    """
    if after_of and (of := _OF.match(text, at)):
        at = of.end()
    if (nested := _NESTED.match(text, at)) and (inner := read_after(text, nested.end())):
        at = inner.end
    if english and (model := _MODEL.match(text, at)):
        return Measure(model.end(), model[1], attached=False)
    first = None
    end = at
    for _ in range(_MOST_WORDS):
        word = _NEXT.match(text, end)
        if word is None or _ends_noun(word[1]):
            break
        first = first or word
        end = word.end()
        if not english or _is_plural(word[1]):
            return Measure(end, text[first.start(1) : end], attached=False)
    if first is None or (english and not _may_be_counted(first[1])):
        return None
    return Measure(first.end(), first[1], attached=False)


def _may_be_counted(word: str) -> bool:
    """Tell a noun without a plural from a verb or a name: "30 voted", "10 Downing Street"."""
    acts = word in _VERBS or (len(word) > 4 and word.endswith("ed") and word not in _PARTICIPLES)
    return not acts and not (len(word) > 1 and word.istitle())


def _ends_noun(word: str) -> bool:
    lower = word.lower()
    adverb = len(word) > 4 and lower.endswith("ly") and lower not in _ADJECTIVES
    return adverb or lower in _NO_NOUN


def _is_plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    if word[0].islower() and word.rpartition("-")[2][:1].isupper():  # "pro-European"
        return False
    return (
        len(word) > 2
        and word[-1] == "s"
        and word[-2] not in "'’s"
        and not word.endswith(("us", "is"))
    )
