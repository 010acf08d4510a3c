"""Reads a noun for something said, and a clause behind it: "Jane Roe's claim that it rains"."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import main_subject, subject_after
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.statements.clauses import clause_end
from summarizer.document.statements.reported import Reported, SentenceTokens

_BACK = 4
"""Tokens before the noun in which its owner is: "her last three claims"."""
_SMALL = frozenset({"determiner", "preposition"})
_SUBJECTS = frozenset({"determiner", "contracted", "collective"})


def clause_of_noun(sentence: SentenceTokens, noun: int) -> Reported | None:
    """Read the clause behind a noun.

    Args:
        sentence: The sentence.
        noun: Number of a noun for something said.
    """
    tokens, _, end = sentence
    giver = _giver(tokens, noun, end)
    that = giver.last + 1 if giver else noun + 1
    if that + 1 >= end or not _opens_clause(tokens, that):
        return None
    source = giver or _owner(sentence, noun)
    part = (that + 1, clause_end(tokens, that + 1, end))
    return Reported(source, noun, "noun", (part,)) if source else None


def _giver(tokens: Sequence[Token], noun: int, end: int) -> Source | None:
    """Return Roe for "claims by Roe that"."""
    named = noun + 2 < end and tokens[noun + 1].is_any(frozenset({"by", "giving"}))
    return subject_after(tokens, noun + 1, closed=False) if named else None


def _opens_clause(tokens: Sequence[Token], that: int) -> bool:
    """Return whether "that" opens a clause with its own subject: not "a claim that hurts"."""
    subject = tokens[that + 1]
    named = subject.kind in {"name", "pronoun"} or subject.is_any(_SUBJECTS)
    return named and "introducing" in tokens[that].tags


def _owner(sentence: SentenceTokens, noun: int) -> Source | None:
    """Return whose noun it is: "Roe's claim", "her claim", "Roe made the claim"."""
    tokens, floor, _ = sentence
    at = noun - 1
    while at > max(floor, noun - _BACK) and _is_between(tokens[at]):
        at -= 1
    if tokens[at].kind == "own":
        return Source("name", at - 1, at - 1, tokens[at - 1].item)
    if "possessive" in tokens[at].tags:
        return Source("pronoun", at, at)
    at -= "determiner" in tokens[at].tags
    return main_subject(tokens, at, floor) if "making" in tokens[at].tags else None


def _is_between(token: Token) -> bool:
    return token.kind == "word" and not token.is_any(_SMALL)
