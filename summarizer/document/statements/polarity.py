"""Whether a source is reported to have said something, to have asked or denied it, or not."""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.statements.reported import Reported
from summarizer.schema import Polarity

_NOT = frozenset({"negated", "refraining"})
_NEAR = 4
"""Tokens before a verb in which "not" may be."""


def polarity_of(tokens: Sequence[Token], found: Reported) -> Polarity:
    """Return whether something is said, asked, denied or not said.

    Args:
        tokens: The text's tokens.
        found: What a reader found.
    """
    cue = tokens[found.cue]
    if "denying" in cue.tags:
        return "denied"
    if _is_unsaid(tokens, found.cue):
        return "unsaid"
    asked = "questioning" in cue.tags and "asked" in tokens[found.parts[-1][0]].tags
    return "asked" if asked else "said"


def _is_unsaid(tokens: Sequence[Token], cue: int) -> bool:
    """Return whether a verb is negated, or refused: "did not say", "refused to say"."""
    before = reversed(tokens[max(0, cue - _NEAR) : cue])
    beside = takewhile(lambda token: token.kind in {"word", "cue"}, before)
    return any(token.is_any(_NOT) or "not" in token.tags for token in beside)
