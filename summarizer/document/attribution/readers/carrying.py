"""Whether the speaker of the quotation before is still the one who speaks."""

from collections.abc import Sequence

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.grammar.tokens import Token

_BREAKS = frozenset({"stop", "mark"})
_ENDING = frozenset({"stop", "cue"})
"""What ends what someone says of two things: "a “mad” plan and “a farce”"."""
FAR = 400
"""Tokens between two quotations beyond which nothing carries over."""


def carried_over(
    tokens: Sequence[Token], previous: Attribution, before: int, at: int
) -> Attribution | None:
    """Carry the speaker of the quotation before on within its paragraph."""
    between = tokens[before + 1 : at] if at - before < FAR else ()
    if at - before >= FAR or any(token.kind == "paragraph" for token in between):
        return None
    if all(token.kind in _BREAKS for token in between):
        return previous.carried("next", clear=True)
    spoken = previous.rule.startswith("after") and previous.start >= tokens[before].end
    if spoken and between[-1].kind in _BREAKS and between[-1].low != ":":
        return previous.carried("around", clear=not _turns(between))
    if previous.rule == "own":  # who makes a claim says no more than that
        return None
    clear = not any(token.kind in _ENDING for token in between)
    return previous.carried("same-paragraph", clear=clear)


def _turns(between: Sequence[Token]) -> bool:
    """Return whether something else happens between two quotations than that someone speaks."""
    stops = [at for at, token in enumerate(between) if token.kind == "stop"]
    begun = bool(stops) and stops[-1] < len(between) - 1
    return len(stops) > 1 or begun or any("turn" in token.tags for token in between)
