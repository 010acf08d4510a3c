"""What is around a subject: “In Oslo, ” and “Asked about it, ” before, “in a letter” behind."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import REACH
from summarizer.document.attribution.grammar.tokens import DATES, Token

_OPENING = frozenset({"opener", "preposition", "gerund", "past", "adverb"})
_DATED = DATES | {"person"}  # "A year ago, ", not "A driver with 22 years at the port, "
_SETTING = 6
"""Tokens of where something is said: "in an open letter"."""


def opening_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the sentence goes on after something that opens it; ``at`` if nothing does."""
    token = tokens[at]
    if token.kind in {"mark", "stop"} or "connective" in token.tags:
        return at + 1
    if token.kind in {"word", "cue"}:
        near = range(at, min(end, at + REACH))
        comma = next((i for i in near if tokens[i].low == ","), at)
        words = (word for word in tokens[at:comma] if word.is_any(_DATED))
        opens = token.is_any(_OPENING) or next(words, token).is_any(DATES)
        if comma > at and opens and not _is_described_name(tokens, at, comma):
            return comma + 1
    return at + 1 if "skipped" in token.tags else at


def _is_described_name(tokens: Sequence[Token], first: int, comma: int) -> bool:
    """Return whether a participle says who someone is: "Retired teacher Jane Roe, 77, told"."""
    named = comma - 1 > first + 1 and tokens[comma - 1].kind == "name"
    return named and "past" in tokens[first].tags


def before_aside(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Return what is before brackets and words of time: "Roe (D-Ohio) two weeks ago said"."""
    if at > floor and tokens[at].low == ")":
        opens = next((i for i in range(at, max(floor, at - 8), -1) if tokens[i].low == "("), at)
        return opens - 1 if opens < at else at
    if at > floor and "time" in tokens[at].tags:
        before = at
        while before > floor and "span" in tokens[before].tags:
            before -= 1
        return before if at - before > 1 and tokens[before].kind == "name" else at
    return at


def before_setting(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Return the "who" of "who in an open letter said"; else the token itself."""
    for first in range(at - 1, max(floor, at - _SETTING), -1):
        if "preposition" in tokens[first].tags and "relative" in tokens[first - 1].tags:
            return first - 1
    return at
