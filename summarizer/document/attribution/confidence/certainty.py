"""How sure it is that a source said a quotation: what is between the two, and beside them.

Reads tokens. Which source and verb belong to a quotation is decided by the order of the rules.
"""

from collections.abc import Sequence

from summarizer.document.attribution.confidence.hearers import is_denied
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.phrases import (
    Source,
    describes_people,
    sentence_start,
)
from summarizer.document.attribution.grammar.sources import is_verb
from summarizer.document.attribution.grammar.tokens import LINKING, Token

_EITHER = frozenset({"and", "or"})
_TERMING = frozenset({"terming", "terming_bare", "accusing"})


def placed_before(tokens: Sequence[Token], source: Source, verb: int, at: int) -> Found:
    """Return how sure the places of source, verb and quotation make it: "Jane Roe said: …"."""
    between = tokens[verb + 1 : at]
    others = {token.kind for token in between} & {"cue", "pronoun"}
    plain = not (is_denied(tokens, source, verb) or _has_object(tokens, verb))
    saying = "saying" in tokens[verb].tags
    terms = tokens[verb].is_any(_TERMING)
    beside = _adjoins(tokens, source, verb)
    if source.kind == "nominal" and (saying or _introduces(tokens, source)):
        sure = plain and not others and speaks(tokens, source)
        return Found(source, "before-part", sure, verb)
    plain = plain and _is_one(tokens, source)
    if not between or between[-1].low in {",", ":"}:
        sure = saying and (beside or source.kind == "name")
        return Found(source, "before", plain and sure and not others, verb)
    named = source.kind == "name" and "cue" not in others
    sure = plain and named and beside and (saying or terms)
    return Found(source, "before-part", sure, verb)


def _is_one(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a source is not the second of two: "Jane Roe and Bo Poe said"."""
    before = tokens[max(0, source.first - 2) : source.first]
    return len(before) < 2 or before[0].kind != "name" or not before[1].is_any(_EITHER)


def is_explicit_after(tokens: Sequence[Token], source: Source, first: int, verb: int) -> bool:
    """Return whether nothing but the speaker is between a quotation and a verb of saying behind it.

    It begins with the first token behind the quotation; no one else may report it.
    """
    if "saying" not in tokens[verb].tags or is_relay(tokens, source):
        return False
    leads = _leads(tokens, source, first, verb) and speaks(tokens, source)
    return leads and not is_relayed(tokens, verb) and not is_denied(tokens, source, verb)


def speaks(tokens: Sequence[Token], source: Source | None) -> bool:
    """Return whether a source is sure to be one: a name, or a noun for people, and no second."""
    if source is None:
        return False
    follows = tokens[source.last + 1 : source.last + 3]
    joined = bool(follows) and "and" in follows[0].tags
    if source.kind == "nominal":
        return not joined and describes_people(tokens, source.first, source.last)
    return not joined or follows[-1].kind != "name"


def is_relay(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether an outlet reports what another one said: "…," the Gazette reported."""
    return any("relaying" in token.tags for token in tokens[source.last + 1 : source.last + 3])


def is_relayed(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether someone else reports it: "he said, according to the Gazette"."""
    for at, token in enumerate(tokens[verb + 1 : verb + 25], start=verb + 1):
        if token.kind in {"stop", "paragraph", "quote"}:
            return False
        if "according_to" in token.tags or ("relaying" in token.tags and is_verb(tokens, at)):
            return True
    return False


def opens_relayed(tokens: Sequence[Token], found: Found) -> bool:
    """Return whether an outlet opens the sentence: "According to the Gazette, Roe said"."""
    first = sentence_start(tokens, found.source.first)
    return any("according_to" in token.tags for token in tokens[first : min(first + 2, found.cue)])


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a verb is about a thing, not about the words: "wrote a letter"."""
    after = tokens[verb + 1 : verb + 2]
    return "writing" in tokens[verb].tags and any("article" in token.tags for token in after)


def _introduces(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a described source is new, and no one says so: not "Roe said fans had"."""
    first, last = tokens[source.first], tokens[source.last]
    inner = any("saying" in token.tags for token in tokens[max(0, source.first - 2) : source.first])
    return ("indefinite" in first.tags or first == last) and not inner


def _adjoins(tokens: Sequence[Token], source: Source, verb: int) -> bool:
    """Return whether nothing but what is said of the speaker is between it and the verb."""
    between = tokens[source.last + 1 : verb]
    enclosed = bool(between) and between[0].kind == between[-1].kind == "mark"
    return enclosed or len(between) < 3 or "who" in between[0].tags


def _leads(tokens: Sequence[Token], source: Source, first: int, verb: int) -> bool:
    """Return whether nothing but the speaker, and words about it, are before the verb."""
    before, between = tokens[first : source.first], tokens[source.last + 1 : verb]
    if any((t.kind == "mark" and t.low != ",") or t.is_any(LINKING) for t in before):
        return False
    apart = not between or between[0].kind == "mark" or "who" in between[0].tags
    return apart or len(between) < 4
