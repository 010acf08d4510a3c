"""Spelled-out numbers in their sentence: ``one`` the pronoun, ``second`` the unit, are none.

This module owns the question whether number words are used as a number. What they are worth,
:mod:`summarizer.document.figures.numerals` says.
"""

import re

from summarizer.document.figures.measures import OF_THE, read_after
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral, read_words

_RANK_BEFORE = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|every|each|finished|came|placed|ranked"
    r"|in|for|since|and|one|two|three|four)|['’]s|s['’]) $",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"second(?: (?:later|ago|or|longer|before)\b|[.,;!?]|$)")
_HALF_BEFORE = re.compile(
    r"\b(?:almost|nearly|about|around|over|under|than|roughly|by|least|only|just|cut|some|up) $"
)
_STRESSED = re.compile(r"\b(?:[Oo]nly|[Jj]ust|[Ee]xactly|least|than) $")
_PERSON = re.compile(
    r" (?:person|man|woman|child|boy|girl|officer|soldier|victim|patient|passenger|player|goal|game"
    r"|death|case|vote|seat|dollar|euro|pound)\b"
)
_OR_TWO = re.compile(r" (?:or|to) (?:two\b|\d)")
_NEAR = 10


def read_spelled(text: str, at: int, words: Vocabulary) -> Numeral | None:
    """Read the number in words that starts at an offset.

    Args:
        text: Any text.
        at: Offset of a word that can start a number.
        words: The vocabulary of the text's language.

    Returns:
        The numeral, or None if the words there are used for something else.
    """
    before = text[max(0, at - _NEAR) : at]
    if before[-1:] in {"-", "‐", "'", "’"} and before[-2:-1].isalpha():
        return None
    numeral = read_words(text, at, words)
    if numeral is None or numeral.value is None:
        return numeral
    if numeral.form == "ordinal":
        rank = _RANK_BEFORE.search(before) and not _MOMENT.match(text, at)
        return numeral if rank else None
    if numeral.plain:  # "half" without "of"
        return numeral._replace(plain=False) if _HALF_BEFORE.search(before) else None
    if numeral.form == "words" and numeral.value <= 1:
        stressed = _STRESSED.search(before)
        return numeral if stressed or _counts(text, numeral.end) else None
    return numeral


def _counts(text: str, end: int) -> bool:
    """Whether ``one`` and ``zero`` count, as in ``one per cent``; not in ``at one point``."""
    if OF_THE.match(text, end) or _PERSON.match(text, end) or _OR_TWO.match(text, end):
        return True
    after = read_after(text, end)
    return after is not None and after.unit != "point"
