"""Whether a source is reported to have said something, to have asked or denied it, or not."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.polarity import (
    answered,
    polarity_at,
    sentence_end,
    takes_back,
)
from summarizer.document.statements.reported import Reported
from summarizer.schema import Polarity


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
    if polarity != "said":
        return polarity
    if takes_back(tokens[found.cue : sentence_end(tokens, found.cue)]):
        return "retracted"
    if after := answered(parsed, max(found.cue, last[1] - 1), name, speakers):
        return after
    asked = "questioning" in tokens[found.cue].tags and "asked" in tokens[last[0]].tags
    return "asked" if asked else "said"
