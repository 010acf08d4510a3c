"""How sure it is that a source said a quotation: what is between the two, and beside them.

Reads tokens. Which source and verb belong to a quotation is decided by the order of the rules.
"""

from collections.abc import Sequence

from summarizer.document.attribution.confidence.hearers import is_denied
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.phrases import Source, describes_people
from summarizer.document.attribution.grammar.tokens import Token

_LINKING = frozenset({"conjunction", "preposition"})
_REPORTED = frozenset({"according_to", "relaying"})
_EITHER = frozenset({"and", "or"})


def placed_before(tokens: Sequence[Token], source: Source, verb: int, at: int) -> Found:
    """Return how sure the places of source, verb and quotation make it: "Jane Roe said: …".

    Args:
        tokens: The text's tokens.
        source: The subject of the verb.
        verb: Number of the verb's token.
        at: Number of the quotation's token.

    Returns:
        The source with the rule; uncertain where the verb says that someone did not say it.
    """
    between = tokens[verb + 1 : at]
    others = {token.kind for token in between} & {"cue", "pronoun"}
    plain = not (is_denied(tokens, source, verb) or _has_object(tokens, verb))
    saying = "saying" in tokens[verb].tags and not _leads_on(tokens, verb)
    if source.kind == "nominal" and (saying or _introduces(tokens, source)):
        sure = plain and not others and speaks(tokens, source)
        return Found(source, "before-part", sure, verb)
    sure = plain and saying and source.kind != "nominal" and _adjoins(tokens, source, verb)
    if not between or between[-1].low in {",", ":"}:
        return Found(source, "before", sure and not others, verb)
    named = source.kind == "name" and "cue" not in others
    return Found(source, "before-part", sure and named, verb)


def is_explicit_after(tokens: Sequence[Token], source: Source, first: int, verb: int) -> bool:
    """Return whether the text is explicit that a subject behind a quotation said it.

    Args:
        tokens: The text's tokens.
        source: The subject of the verb: "…," Jane Roe said.
        first: Number of the first token behind the quotation.
        verb: Number of the verb's token.

    Returns:
        True where nothing but the speaker is before a verb of saying, and no one else reports
        it.
    """
    if "saying" not in tokens[verb].tags or _has_object(tokens, verb):
        return False
    if is_relay(tokens, source) and _quotes_another(tokens, verb):
        return False
    leads = _leads(tokens, source, first, verb) and speaks(tokens, source)
    return leads and not is_relayed(tokens, verb) and not is_denied(tokens, source, verb)


def speaks(tokens: Sequence[Token], source: Source | None) -> bool:
    """Return whether a source is sure to be one: a name, or a noun for people, and no second."""
    if source is None:
        return False
    follows = tokens[source.last + 1 : source.last + 3]
    if source.kind != "nominal":
        return not _joins(follows) or follows[-1].kind != "name"
    joined = _joins(follows)
    return not joined and describes_people(tokens, source.first, source.last)


def _joins(follows: Sequence[Token]) -> bool:
    return any("and" in token.tags for token in follows[:1])


def is_relay(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether an outlet reports what another one said: "…," the Gazette reported."""
    return any("relaying" in token.tags for token in tokens[source.last + 1 : source.last + 3])


def _quotes_another(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether an outlet says whose words it reports: "reported, quoting Jane Roe"."""
    after = tokens[verb + 1 : verb + 4]
    return any("quoting" in token.tags or token.kind == "name" for token in after)


def is_relayed(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether someone else reports it: "he said, according to the Gazette"."""
    for token in tokens[verb + 1 : verb + 25]:
        if token.kind in {"stop", "paragraph", "quote"}:
            return False
        if token.is_any(_REPORTED):
            return True
    return False


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a verb is about a thing, not about the words: "wrote a letter"."""
    after = tokens[verb + 1 : verb + 2]
    return "writing" in tokens[verb].tags and any("article" in token.tags for token in after)


def _leads_on(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a verb only leads to what was done: "continued to show", "went with"."""
    return "leading" in tokens[verb].tags and "preposition" in tokens[verb + 1].tags


def _introduces(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a described source is new: then no name before it can be meant."""
    first, last = tokens[source.first], tokens[source.last]
    return "indefinite" in first.tags or first == last


def _adjoins(tokens: Sequence[Token], source: Source, verb: int) -> bool:
    """Return whether nothing but what is said of the speaker is between it and the verb."""
    before = tokens[max(0, source.first - 2) : source.first]
    if len(before) == 2 and before[0].kind == "name" and before[1].is_any(_EITHER):
        return False
    between = tokens[source.last + 1 : verb]
    enclosed = bool(between) and between[0].kind == between[-1].kind == "mark"
    return enclosed or len(between) < 3 or "who" in between[0].tags


def _leads(tokens: Sequence[Token], source: Source, first: int, verb: int) -> bool:
    """Return whether nothing but the speaker, and words about it, are before the verb."""
    before, between = tokens[first : source.first], tokens[source.last + 1 : verb]
    if any((t.kind == "mark" and t.low != ",") or t.is_any(_LINKING) for t in before):
        return False
    apart = not between or between[0].kind == "mark" or "who" in between[0].tags
    return apart or len(between) < 4
