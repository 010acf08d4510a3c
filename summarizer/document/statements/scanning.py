"""What is in a few tokens: the next comma, a verb."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.tokens import Token

VERBAL = frozenset({"auxiliary", "past", "irregular_past", "stating", "negated"})
"""Tags of words that may be the verb of a clause; words of no table have none."""
_UNSURE = frozenset({"uninflected", "gerund", "noun_too"})
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
