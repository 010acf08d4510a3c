"""Who speaks where no verb of saying is beside a quotation: what its surroundings imply.

Reads tokens. Nothing here is certain.
"""

from collections.abc import Sequence

from summarizer.document.attribution.confidence.certainty import speaks
from summarizer.document.attribution.confidence.hearers import is_of_another
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.descriptions import last_noun, without_verb
from summarizer.document.attribution.grammar.phrases import (
    Source,
    phrase_on,
    sentence_start,
)
from summarizer.document.attribution.grammar.sources import (
    is_verb,
    main_subject,
    subject_after,
    subject_before,
)
from summarizer.document.attribution.grammar.tokens import ARTICLE, Token
from summarizer.document.attribution.readers.before import found_before

_BREAKS = frozenset({"stop", "paragraph", "quote"})
_JOINING = frozenset({"and", "but", "turn", "by"})
_SOURCES = frozenset({"person", "document"})
_COMMAS = frozenset({",", ";"})


def speaker_introduced(tokens: Sequence[Token], at: int) -> Found | None:
    """Find who speaks in the sentence before the quotation's: "Roe warned us. “…”".

    It is the subject of the first verb of saying. The sentence may end the paragraph before, if the
    quotation is a sentence of its own.
    """
    end = at - 1
    if end > 1 and tokens[end].kind == "paragraph" and tokens[end - 1].low == ":":
        return _led_in(tokens, end)
    if end < 1 or not (_is_alone(tokens, at) or _follows_sentence(tokens, at)):
        return None
    floor = sentence_start(tokens, end)
    floor = next((i + 1 for i in range(end - 1, floor - 1, -1) if tokens[i].kind == "quote"), floor)
    first = _behind_remark(tokens, floor, end)
    for verb in range(first, end):
        source = subject_before(tokens, verb, first) if is_verb(tokens, verb) else None
        if source and (speaks(tokens, source) or "indefinite" in tokens[source.first].tags):
            return Found(source, "introduced", certain=False, cue=verb)
    return None


def _behind_remark(tokens: Sequence[Token], floor: int, end: int) -> int:
    """Return what is behind "a comment" in "Roe said it rained, a comment Poe called silly"."""
    for comma in range(end - 3, floor, -1):
        if tokens[comma].low == "," and tokens[comma + 1].tags >= ARTICLE:
            return comma + 3 if "wording" in tokens[comma + 2].tags else floor
    return floor


def _led_in(tokens: Sequence[Token], end: int) -> Found | None:
    """Find who a line speaks of that ends with a colon: "Roe, the mayor, said:"."""
    found = found_before(tokens, end)
    source = found.source if found else main_subject(tokens, end)
    cue = found.cue if found else -1
    return Found(source, "introduced", certain=False, cue=cue) if source else None


def subject_of_sentence(tokens: Sequence[Token], at: int) -> Found | None:
    """Find the subject of the sentence before a quotation: "Roe sat by “the finest river”"."""
    source = None if _is_told(tokens, at) else _subject(tokens, at)
    return (
        Found(without_verb(tokens, source, _SOURCES), "main-subject", certain=False)
        if source
        else None
    )


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the last verb of saying only says who heard it: "Roe was warned that"."""
    before = range(at - 1, sentence_start(tokens, at), -1)
    last = next((verb for verb in before if is_verb(tokens, verb)), None)
    return last is not None and is_of_another(tokens, last)


def subject_of_clause(tokens: Sequence[Token], at: int) -> Found | None:
    """Find who a clause is about that begins behind the last quotation: "and Roe fears “rain”".

    That is a name or a noun for people, with a verb behind it.
    """
    first = _clause_behind(tokens, at)
    inside = any(token.kind == "quote" for token in tokens[sentence_start(tokens, at) : at])
    source = _phrase(tokens, first) if inside else _subject(tokens, at)
    shared = inside and source is not None and source.kind == "name"  # "and Poe “bold”"
    apart = source is not None and source.last < at - (not shared)
    if source is None or not apart or not _is_someone(tokens, source):
        return None
    return Found(without_verb(tokens, source, _SOURCES), "main-subject", certain=False)


def _subject(tokens: Sequence[Token], at: int) -> Source | None:
    """Return the subject of the sentence, or in whose view it is so: "Per il sindaco, è"."""
    first = sentence_start(tokens, at)
    if first + 1 < at and "viewing" in tokens[first].tags:
        source = subject_after(tokens, first, closed=False)
        apart = source and any(token.low == "," for token in tokens[source.last + 1 : at])
        if source and apart and _is_someone(tokens, source):
            return source
    return main_subject(tokens, at)


def _phrase(tokens: Sequence[Token], first: int | None) -> Source | None:
    return None if first is None else phrase_on(tokens, first, closed=False)


def _is_someone(tokens: Sequence[Token], source: Source) -> bool:
    return source.kind == "name" or last_noun(tokens, source, _SOURCES) is not None


def _clause_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Return where a clause begins that is joined to the quotation before, in one sentence."""
    start = sentence_start(tokens, at)
    quoted = next((i for i in range(at - 1, start - 1, -1) if tokens[i].kind == "quote"), at)
    first = quoted + 1
    while first < at and (tokens[first].is_any(_JOINING) or tokens[first].low in _COMMAS):
        first += 1
    return first if quoted + 1 < first < at else None


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
