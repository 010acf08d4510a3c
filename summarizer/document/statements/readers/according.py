"""Reads "according to Jane Roe" and "as Jane Roe said", before what is reported or behind it."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import subject_before
from summarizer.document.attribution.grammar.tokens import JOINTS, Token
from summarizer.document.statements.clauses import FAR, clause_end
from summarizer.document.statements.cues import finite
from summarizer.document.statements.reported import Part, Reported, SentenceTokens
from summarizer.document.statements.scanning import comma_behind, has_verb
from summarizer.document.statements.sources import source_after, speaks

_FRONT = 5
"""Tokens before "according to" that are no clause: "But in fact, according to"."""
_NEAR = 20
_DESCRIBING = frozenset({"determiner", "person", "relative"})
_INSIDE = frozenset({"word", "name", "own", "cue"})
_LEAVING = frozenset({"auxiliary", "conjunction"})
_ABOUT = frozenset({"to", "introducing"})


def according(sentence: SentenceTokens, cue: int) -> Reported | None:
    """Read "According to Roe, it rains" and "It rains, according to Roe".

    Args:
        sentence: The sentence.
        cue: Number of the word for "according".
    """
    tokens, floor, end = sentence
    if "according_after" in tokens[cue].tags:
        return _behind(sentence, cue)
    first = cue + 1 + ("according_to" in tokens[cue].tags)
    fronted = cue - floor < _FRONT
    if first >= end:
        return None
    if first + 1 < end and "open_according" in tokens[cue].tags:
        return _open(sentence, cue, first)
    source = source_after(tokens, first - 1) or _up_to_mark(tokens, first, end)
    source = _described(tokens, source, first, end)
    if not fronted:
        return Reported(source, cue, "according", ((floor, cue),))
    part = _following(sentence, source)
    begun = ((floor, cue),) if _is_subject(tokens[floor]) else ()
    if begun and part is None and has_verb(tokens[floor:cue]):
        return Reported(source, cue, "according", begun)  # "It rains, according to Roe, who left"
    return Reported(source, cue, "according", (*begun, part)) if part else None


def _up_to_mark(tokens: Sequence[Token], first: int, end: int) -> Source:
    """Return a description with words that are verbs as well: "estimates by Roe"."""
    last = min(end, first + _NEAR)
    marks = (at for at in range(first + 1, last) if tokens[at].kind == "mark")
    return Source("nominal", first, next(marks, last) - 1)


def _is_subject(token: Token) -> bool:
    """Return whether a sentence begins with its subject: "The mine, according to Roe, is wet"."""
    return token.kind in {"name", "pronoun"} or "determiner" in token.tags


def _described(tokens: Sequence[Token], source: Source, first: int, end: int) -> Source:
    """Return the whole of a description, and not the subject behind it: "the poll, Roe leads"."""
    comma = comma_behind(tokens, first, source.first)
    if comma is not None and source.last + 1 < end and tokens[source.last + 1].low != ",":
        return Source("nominal", first, comma - 1)
    return _whole(tokens, source, end) if source.kind == "nominal" else source


def _whole(tokens: Sequence[Token], source: Source, end: int) -> Source:
    """Return a description up to the next mark, whatever its words: "a person at the talks"."""
    last = source.last
    while last + 1 < end and tokens[last + 1].kind in _INSIDE and last - source.first < _NEAR:
        if tokens[last + 1].is_any(_LEAVING):
            break
        last += 1
    return Source("nominal", source.first, last)


def _open(sentence: SentenceTokens, cue: int, first: int) -> Reported | None:
    """Read "Laut Roe regnet es" and "Es regnet nach Angaben von Roe", where no comma is."""
    tokens, _, end = sentence
    first += "of" in tokens[first].tags  # "nach Angaben von"
    last = min(end - 1, first + ("determiner" in tokens[first].tags))
    described = last + 1 < end and tokens[last].kind == "word"
    last += described and tokens[last + 1].kind == "name"  # "laut der neuen Studie"
    while last + 2 < end and "of" in tokens[last + 1].tags and tokens[last + 2].kind == "name":
        last += 2
    source = Source("nominal", first, last)
    if first == last and tokens[first].kind == "name":
        source = Source("name", first, last, tokens[first].item)
    start = cue - ("preposition" in tokens[cue - 1].tags)
    return _around(sentence, source, cue, start, last + 1)


def _behind(sentence: SentenceTokens, cue: int) -> Reported | None:
    """Read "Roe zufolge regnet es" and "Es regnet Roe zufolge"."""
    tokens, floor, _ = sentence
    source = subject_before(tokens, cue, floor)
    if source is None:
        return None
    start = source.first - (source.first > floor and "determiner" in tokens[source.first - 1].tags)
    return _around(sentence, source, cue, start, cue + 1)


def _around(
    sentence: SentenceTokens, source: Source, cue: int, start: int, after: int
) -> Reported | None:
    """Return the words before a token and from another one on."""
    tokens, floor, end = sentence
    parts = ((floor, start), (after, clause_end(tokens, after, end) if after < end else end))
    said = tuple(part for part in parts if part[0] < part[1])
    return Reported(source, cue, "according", said) if said else None


def is_as(sentence: SentenceTokens, at: int) -> bool:
    """Return whether "as" opens the sentence, or a part of it."""
    tokens, floor, _ = sentence
    before = tokens[at - 1]
    return "as" in tokens[at].tags and (at == floor or before.low == "," or before.is_any(JOINTS))


def as_said(sentence: SentenceTokens, cue: int) -> Reported | None:
    """Read "As Roe said, it rains", "As reported by Roe, it rains" and "It rains, as Roe said".

    Args:
        sentence: The sentence.
        cue: Number of "as".
    """
    tokens, floor, end = sentence
    verb = _verb(tokens, cue + 1, min(end, cue + _NEAR))
    found = _reporter(tokens, cue, verb) if verb is not None else None
    if verb is None or found is None or not speaks(tokens, found):
        return None
    after = max(found.last, verb) + 1
    before = has_verb(tokens[floor:cue]) or "compound" in tokens[verb].tags
    if cue == floor or not before:
        part = _following(sentence, found, after)
    else:
        closed = (
            comma_behind(tokens, after, min(end, after + FAR)) is None
            and tokens[cue - 1].low == ","
        )
        part = (floor, cue - 1) if closed else None
    return Reported(found, verb, "as", (part,)) if part else None


def _following(sentence: SentenceTokens, source: Source, first: int = 0) -> Part | None:
    """Return what is behind the comma that ends the words for the source."""
    tokens, _, end = sentence
    first = max(first, source.last + 1)
    if first < end and source.kind == "name" and "determiner" in tokens[first].tags:
        return first, clause_end(tokens, first, end)  # "According to Roe the mine is wet"
    comma = comma_behind(tokens, first, min(end, first + _NEAR))
    after = tokens[min((comma or 0) + 1, end - 1)]
    relative = "relative" in after.tags
    if comma is not None and (relative or (source.kind == "name" and after.is_any(_DESCRIBING))):
        second = comma_behind(tokens, comma + 1, min(end, comma + _NEAR))
        plain = second and not has_verb(tokens[comma + 1 : second])
        comma = second if relative or plain else comma  # "According to Roe, the mayor, it rains"
    return None if comma is None else (comma + 1, clause_end(tokens, comma + 1, end))


def _verb(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the verb of saying before the next comma, with nothing that it is about."""
    for at in range(first, end):
        if tokens[at].low == ",":
            return None
        if "saying" in tokens[at].tags and "gerund" not in tokens[at].tags:
            after = tokens[at + 1] if at + 1 < end else tokens[at]
            about = after.kind == "pronoun" or after.is_any(_ABOUT)
            return None if about or "possessive" in tokens[at - 1].tags else at
    return None


def _reporter(tokens: Sequence[Token], cue: int, verb: int) -> Source | None:
    if "by" in tokens[min(verb + 1, len(tokens) - 1)].tags:
        return source_after(tokens, verb + 1)
    first = finite(tokens, verb)
    source = subject_before(tokens, first, cue + 1) if first > cue + 1 else None
    if source is None:
        return source_after(tokens, verb, closed=False)  # "como dijo Roe"
    return None if has_verb(tokens[source.first : source.last + 1]) else source
