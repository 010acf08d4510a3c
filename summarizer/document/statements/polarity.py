"""Whether a source is reported to have said something, to have asked or denied it, or not."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.attribution.polarity import (
    answered,
    polarity_at,
    sentence_end,
    takes_back,
)
from summarizer.document.statements.reported import Reported
from summarizer.schema import Polarity

_TELLING = frozenset({"saying", "terming", "terming_bare", "accusing"})


def polarity_of(
    parsed: ParsedText, found: Reported, name: str | None, speakers: Sequence[int]
) -> Polarity:
    """Return whether something is said, asked, denied, taken back or not said.

    Args:
        parsed: The article as tokens.
        found: What a reader found.
        name: The full name of the source; None for a description.
        speakers: Numbers of the name tokens that were found to speak before it, in order.
    """
    tokens, last = parsed.tokens, found.parts[-1]
    polarity = polarity_at(tokens, found.cue)
    if polarity == "said" and _is_refused(tokens, found):
        return "unsaid"
    if polarity != "said":
        return polarity
    if takes_back(tokens[found.cue : sentence_end(tokens, found.cue)]):
        return "retracted"
    if after := answered(parsed, max(found.cue, last[1] - 1), name, speakers):
        return after
    asked = "questioning" in tokens[found.cue].tags and "asked" in tokens[last[0]].tags
    return "asked" if asked else "said"


def _is_refused(tokens: Sequence[Token], found: Reported) -> bool:
    """Return whether the source does not say so: "refused to call the plan a gift"."""
    first = found.parts[0][0]
    says = any(token.is_any(_TELLING) for token in tokens[first : first + 2])
    return says and "refraining" in tokens[found.cue].tags
