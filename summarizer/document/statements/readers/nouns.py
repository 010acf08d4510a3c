"""Reads a noun for something said, and a clause behind it: "Jane Roe's claim that it rains"."""

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import main_subject, subject_after
from summarizer.document.attribution.grammar.tokens import SMALL
from summarizer.document.statements.clauses import clause_end
from summarizer.document.statements.reported import Reported, SentenceTokens

_BACK = 4
"""Tokens before the noun in which its owner is: "her last three claims"."""
_GIVING = frozenset({"by", "giving"})
_SUBJECTS = frozenset({"determiner", "contracted", "collective"})


def clause_of_noun(sentence: SentenceTokens, noun: int) -> Reported | None:
    """Read the clause behind a noun, with a subject of its own: not "a claim that hurts".

    Args:
        sentence: The sentence.
        noun: Number of a noun for something said.
    """
    tokens, _, end = sentence
    given = noun + 2 < end and tokens[noun + 1].is_any(_GIVING)
    giver = subject_after(tokens, noun + 1, closed=False) if given else None
    that = giver.last + 1 if giver else noun + 1
    if that + 1 >= end or "introducing" not in tokens[that].tags:
        return None
    subject = tokens[that + 1]
    led = subject.kind in {"name", "pronoun"} or subject.is_any(_SUBJECTS)
    source = (giver or _owner(sentence, noun)) if led else None
    part = (that + 1, clause_end(tokens, that + 1, end))
    return Reported(source, noun, "noun", (part,)) if source else None


def _owner(sentence: SentenceTokens, noun: int) -> Source | None:
    """Return whose noun it is: "Roe's claim", "her claim", "Roe made the claim"."""
    tokens, floor, _ = sentence
    at = noun - 1
    while at > max(floor, noun - _BACK) and tokens[at].kind == "word":
        if tokens[at].is_any(SMALL):
            break
        at -= 1
    if tokens[at].kind == "own":
        return Source("name", at - 1, at - 1, tokens[at - 1].item)
    if "possessive" in tokens[at].tags:
        return Source("pronoun", at, at)
    at -= "determiner" in tokens[at].tags
    return main_subject(tokens, at, floor) if "making" in tokens[at].tags else None
