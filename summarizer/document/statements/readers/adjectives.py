"""Reads an adjective with a clause behind it: "Jane Roe is concerned that it rains"."""

from summarizer.document.statements.clauses import clause_end
from summarizer.document.statements.reported import Reported, SentenceTokens
from summarizer.document.statements.sources import source_of


def clause_of_adjective(sentence: SentenceTokens, at: int) -> Reported | None:
    """Read the clause behind an adjective.

    Args:
        sentence: The sentence.
        at: Number of an adjective of feeling or being clear.
    """
    tokens, floor, end = sentence
    if at + 2 >= end or "introducing" not in tokens[at + 1].tags or at - 1 <= floor:
        return None
    verb = at - 1 - (tokens[at - 1].kind == "pronoun")  # "made it clear that"
    led = "making" in tokens[verb].tags or "passive" in tokens[at - 1].tags
    source = source_of(tokens, verb, floor) if led else None
    if source is None or "it" in tokens[source.first].tags:
        return None
    part = (at + 2, clause_end(tokens, at + 2, end))
    return Reported(source, at, "feeling", (part,))
