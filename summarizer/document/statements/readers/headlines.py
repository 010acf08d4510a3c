"""Reads a line that begins with its source and a colon: "Jane Roe: it rains", "Poll: it rains"."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.statements.reported import Reported, SentenceTokens

_SOURCES = frozenset({"showing", "person"})


def headline(sentence: SentenceTokens) -> Reported | None:
    """Read the rest of a paragraph behind the source and a colon.

    Args:
        sentence: A sentence; only one that opens a paragraph is read.
    """
    tokens, first, end = sentence
    opens = first > 0 and tokens[first - 1].kind == "paragraph"
    if not opens or end - first < 4 or tokens[first + 1].low != ":":
        return None
    source = _source(tokens, first)
    part = (first + 2, _paragraph_end(tokens, end))
    return Reported(source, first + 1, "headline", (part,)) if source else None


def _source(tokens: Sequence[Token], first: int) -> Source | None:
    if tokens[first].is_any(_SOURCES):
        return Source("nominal", first, first)
    named = tokens[first].kind == "name"
    return Source("name", first, first, tokens[first].item) if named else None


def _paragraph_end(tokens: Sequence[Token], end: int) -> int:
    while end < len(tokens) and tokens[end].kind != "paragraph":
        end += 1
    return end
