"""What is said to someone: "told Bo Poe (that) it rains", "urged him to come"."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.tokens import LINKING, Token
from summarizer.document.statements.reported import Opening
from summarizer.document.statements.scanning import is_finite

_NEAR = 16
_NO_ONE = frozenset({"gerund", "not"})


def behind_hearer(tokens: Sequence[Token], at: int, end: int) -> Opening | None:
    """Return where the words behind a hearer begin.

    Args:
        tokens: The text's tokens.
        at: Number of the token behind the verb, with which the hearer begins.
        end: Number of the token behind the sentence.
    """
    apart = False
    if _is_no_one(tokens[at], tokens[min(at + 1, end - 1)]):
        return None
    for word in range(at + 1, min(end - 1, at + _NEAR)):
        token = tokens[word]
        if token.kind in {"quote", "mark"} or (is_finite(token) and "past" not in token.tags):
            return None
        if "introducing" in token.tags:
            return None if _is_relative(tokens[word + 1]) else Opening(word + 1, "told")
        if token.is_any(LINKING) and "asked" not in token.tags:
            if "to" in token.tags and not apart and _is_infinitive(tokens[word + 1]):
                return Opening(at + ("preposition" in tokens[at].tags), "urged")
            apart = True
        elif _begins(tokens, word, apart=apart):
            return Opening(word, "told")
    return None


def _is_no_one(token: Token, after: Token) -> bool:
    """Return whether no hearer begins: "orders stretching back", "wants to make it a home"."""
    return token.is_any(_NO_ONE) or ("to" in token.tags and not is_hearer(after))


def is_hearer(token: Token) -> bool:
    """Return whether someone may be told something behind "to": "said to the town"."""
    return token.kind == "name" or "determiner" in token.tags or "person" in token.tags


def _is_infinitive(token: Token) -> bool:
    """Return whether a verb may follow "to": not "up to 9", "to the town"."""
    return "determiner" not in token.tags and not token.low[:1].isdigit()


def _is_relative(after: Token) -> bool:
    """Return whether "that" is no conjunction, as the word behind it shows: "that were here"."""
    return after.kind == "mark" or (after.kind != "pronoun" and is_finite(after))


def _begins(tokens: Sequence[Token], word: int, *, apart: bool) -> bool:
    """Return whether a clause begins behind the hearer: "told Poe she", "asked Poe whether"."""
    token, before = tokens[word], tokens[word - 1]
    if "asked" in token.tags:
        return not apart
    if token.kind == "pronoun" or "contracted" in token.tags:
        there = token.low.isalpha() and token.kind == "word"  # "want it there when"
        return not (before.is_any(LINKING) or (there and not is_finite(tokens[word + 1])))
    hearer = before.kind == "name" or "person" in before.tags
    return "determiner" in token.tags and hearer and not apart
