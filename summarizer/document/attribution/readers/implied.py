"""Who speaks where no verb of saying is beside a quotation: what its surroundings imply.

Reads tokens. Nothing here is certain.
"""

from collections.abc import Sequence

from summarizer.document.attribution.confidence.certainty import speaks
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.phrases import Source, sentence_start
from summarizer.document.attribution.grammar.sources import is_verb, main_subject, subject_before
from summarizer.document.attribution.grammar.tokens import Token

_BREAKS = frozenset({"stop", "paragraph", "quote"})
_FAR = 60
"""Tokens behind a quotation in which a verb may still name its speaker."""


def speaker_introduced(tokens: Sequence[Token], at: int) -> Found | None:
    """Find who speaks in the sentence before the quotation's: "Roe warned us. “…”".

    Args:
        tokens: The text's tokens.
        at: Number of the quotation's token.

    Returns:
        The subject of the last verb of saying, or None. The sentence may end the paragraph before,
        if the quotation is a sentence of its own.
    """
    end = at - 1
    if end < 1 or not (_is_alone(tokens, at) or _follows_sentence(tokens, at)):
        return None
    floor = sentence_start(tokens, end)
    floor = next((i + 1 for i in range(end - 1, floor - 1, -1) if tokens[i].kind == "quote"), floor)
    for verb in range(end - 1, floor - 1, -1):
        source = subject_before(tokens, verb, floor) if is_verb(tokens, verb) else None
        if source and speaks(tokens, source):
            return Found(source, "introduced", certain=False, cue=verb)
    return None


def before_colon(tokens: Sequence[Token], at: int) -> Found | None:
    """Find the name before a colon: "Jane Roe: “…”".

    Args:
        tokens: The text's tokens.
        at: Number of the quotation's token.

    Returns:
        The name, or None.
    """
    if at < 2 or tokens[at - 1].low != ":" or tokens[at - 2].kind != "name":
        return None
    name = Source("name", at - 2, at - 2, tokens[at - 2].item)
    return Found(name, "colon", certain=True, cue=at - 1)


def subject_of_sentence(tokens: Sequence[Token], at: int) -> Found | None:
    """Find the subject of the sentence before a quotation: "Roe sat by “the finest river”"."""
    source = main_subject(tokens, at)
    return Found(source, "main-subject", certain=False) if source else None


def verb_further_on(tokens: Sequence[Token], at: int) -> Found | None:
    """Find "“Rain” is what Jane Roe called it": a verb behind, and no name before."""
    before = tokens[sentence_start(tokens, at) : at]
    if any(token.kind in {"name", "pronoun"} for token in before):
        return None
    for verb in range(at + 1, min(len(tokens), at + _FAR)):
        if tokens[verb].kind in _BREAKS:
            return None
        source = subject_before(tokens, verb, at + 1) if is_verb(tokens, verb) else None
        if source and source.kind != "nominal":
            return Found(source, "behind", certain=False, cue=verb)
    return None


def _is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a quotation opens a paragraph and is a sentence of its own."""
    follows = tokens[at + 1].kind if at + 1 < len(tokens) else "paragraph"
    return tokens[at - 1].kind == "paragraph" and follows in _BREAKS


def _follows_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a quotation opens a sentence, and none is in the sentence before."""
    if tokens[at - 1].kind != "stop" or tokens[at - 1].low == "soft":
        return False
    before = tokens[sentence_start(tokens, at - 1) : at]
    return all(token.kind != "quote" for token in before)
