"""What is in a few tokens: the next comma, a verb, a clause."""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.attribution.grammar.tokens import JOINTS, MARKS, Token

VERBAL = frozenset({"auxiliary", "past", "irregular_past", "stating", "negated"})
"""Tags of words that may be the verb of a clause; words of no table have none."""
_UNSURE = frozenset({"uninflected", "gerund", "noun_too"})
NEAR = 16
"""Tokens behind a verb in which its clause begins."""
_DASHES = frozenset("—–-")
_STOPPING = frozenset({"relative", "who", "introducing"})
_LINKING = frozenset({"adverb", "skipped"})
_GOING_ON = frozenset({"and", "introducing"})


def has_verb(tokens: Sequence[Token]) -> bool:
    """Return whether some tokens have a word that may be a verb."""
    return any(token.is_any(VERBAL) for token in tokens)


def is_finite(token: Token) -> bool:
    """Return whether a word is a verb that a clause may have, and no noun or gerund as well."""
    return token.is_any(VERBAL) and not token.is_any(_UNSURE)


def comma_behind(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the number of the next comma, or None."""
    return next((at for at in range(first, end) if tokens[at].low == ","), None)


def comma_before(tokens: Sequence[Token], last: int, floor: int) -> int | None:
    """Return the number of the last comma before a token, or None."""
    return next((at for at in range(last, floor, -1) if tokens[at].low == ","), None)


def closing_comma(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the next comma behind which the clause does not go on: not ", and that"."""
    for at in range(first, end - 1):
        if tokens[at].low == "," and not tokens[at + 1].is_any(_GOING_ON):
            return at
    return None


def is_subject(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a pronoun is the subject of a verb behind it."""
    led = tokens[at].kind == "pronoun" and at + 1 < end and "possessive" not in tokens[at].tags
    return led and is_finite(tokens[at + 1])


def is_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Return whether a clause begins: a pronoun, or a noun with a verb behind it."""
    if at + 1 >= end or _is_object(tokens[at], tokens[at + 1]):
        return False
    if tokens[at].kind == "pronoun" or "contracted" in tokens[at].tags:
        return tokens[at + 1].kind != "mark" and "as" not in tokens[at + 1].tags
    near = tokens[at + 1 : min(end, at + NEAR)]
    reached = takewhile(lambda each: each.kind not in MARKS or each.low in _DASHES, near)
    clause = [*takewhile(lambda each: not each.is_any(_STOPPING), reached)]
    verbs = (word for word, each in enumerate(clause) if is_finite(each))
    named = tokens[at].kind == "name"  # "Roe needs to win", but "no reason to be sad"
    verb = next((word for word in verbs if named or "to" not in tokens[at + word].tags), None)
    return verb is not None and not _is_joined(tokens, at + 1 + verb, at + 1)


def _is_object(token: Token, verb: Token) -> bool:
    """Return whether a pronoun is no subject: "people who know him say"."""
    no_owner = "other_pronoun" in token.tags and "possessive" not in token.tags
    return no_owner and "saying" in verb.tags


def _is_joined(tokens: Sequence[Token], verb: int, floor: int) -> bool:
    """Return whether a verb goes on with an earlier subject: "the deaths and did not oppose it"."""
    before = verb - 1
    while before > floor and tokens[before].is_any(_LINKING):
        before -= 1
    return before > floor and tokens[before].is_any(JOINTS)
