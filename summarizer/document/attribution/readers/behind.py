"""What the words behind a quotation say of its speaker: "…," said Jane Roe.

Reads tokens. Whether what is before it counts for more is decided by the order of the rules.
"""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.attribution.confidence.certainty import (
    is_explicit_after,
    is_relayed,
    speaks,
)
from summarizer.document.attribution.confidence.hearers import is_of_another, speaker_behind
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import is_verb, subject_after, subject_before
from summarizer.document.attribution.grammar.tokens import BREAKS, JOINTS, WORDS, Token
from summarizer.document.attribution.readers.before import is_led

_APART = frozenset({"preposition", "determiner", "day", "adverb"})
_TO = frozenset({"to", "addressee"})
_GOING_ON = frozenset({"", ":"})
"""What shows that a verb's words come behind it; a quotation has no letters of its own."""
_FAR = 60
"""Tokens behind a quotation in which the end of its sentence may still name a speaker."""


def found_behind(tokens: Sequence[Token], at: int, *, open_end: bool) -> Found | None:
    """Read what follows: "…," said Jane Roe; "…," Jane Roe said; "…," according to her.

    An open end is that of a quotation whose sentence goes on.
    """
    first = at + 1
    while first < len(tokens) and tokens[first].low in {",", "—", "–", "-", "soft"}:
        first += 1
    if first + 1 >= len(tokens):
        return None
    open_end = open_end or any(token.kind == "mark" for token in tokens[at + 1 : first])
    as_before = "as" in tokens[at - 1].tags
    if (as_before or is_led(tokens, at)) and (agent := _agent(tokens, first)):
        return agent
    first += "helper" in tokens[first].tags and tokens[first + 1].kind in {"cue", "pronoun"}
    if "thus" in tokens[first].tags and (found := _thus(tokens, first)):
        return found
    if "according" in tokens[first].tags and (open_end or tokens[first - 1].low != "soft"):
        return _according(tokens, first)
    if tokens[first].kind == "cue":
        return _inverted(tokens, first, open_end=open_end)
    found = _subject_first(tokens, first, open_end=open_end)
    return found and found._replace(certain=found.certain and not is_led(tokens, at))


def found_at_end(tokens: Sequence[Token], at: int) -> Found | None:
    """Find "…, said Jane Roe." and "…, Jane Roe said." further on in the sentence."""
    for mark in range(at + 1, min(len(tokens) - 1, at + _FAR)):
        if tokens[mark].kind in BREAKS:
            return None
        if tokens[mark].low == "," or tokens[mark].kind == "quote":
            found = _parted(tokens, mark)
            if found:
                return found._replace(certain=False)
    return None


def _parted(tokens: Sequence[Token], mark: int) -> Found | None:
    """Read what a comma or a quotation parts from the sentence before."""
    first = mark + 1
    if tokens[mark].low == "," and "according" in tokens[first].tags:
        return _according(tokens, first)
    if tokens[first].kind not in WORDS:
        return None
    reads = _inverted if tokens[first].kind == "cue" else _subject_first
    found = reads(tokens, first, open_end=False)
    return found and found._replace(rule="at-end")


def _agent(tokens: Sequence[Token], first: int) -> Found | None:
    """Read "called “mad” by Jane Roe"."""
    if "by" not in tokens[first].tags:
        return None
    source = subject_after(tokens, first)
    return Found(source, "agent", certain=False, cue=first) if source else None


def _according(tokens: Sequence[Token], at: int) -> Found | None:
    source = subject_after(tokens, at + ("according_to" in tokens[at].tags))
    return Found(source, "according", certain=True, cue=at) if source else None


def _thus(tokens: Sequence[Token], at: int) -> Found | None:
    """Read "…“, so Jane Roe", but not "…“, so Jane Roe left"."""
    source = subject_after(tokens, at, closed=False)
    after = tokens[source.last + 1 : source.last + 2] if source else ()
    ends = all(token.kind in BREAKS | {"mark"} or token.is_any(_APART) for token in after)
    return Found(source, "according", certain=True, cue=at) if source and ends else None


def _inverted(tokens: Sequence[Token], verb: int, *, open_end: bool) -> Found | None:
    """Read "…," said Jane Roe, but not "…, proclaimed to the crowd"."""
    to = any(token.is_any(_TO) for token in tokens[verb + 1 : verb + 2])
    if to or not _may_be_inverted(tokens[verb]):
        return None
    source = subject_after(tokens, verb)
    if source is None or _has_verb(tokens, source):
        return None
    sure = open_end and not is_relayed(tokens, verb) and speaks(tokens, source)
    return Found(source, "after-verb", sure, verb)


def _may_be_inverted(verb: Token) -> bool:
    """Return whether the subject of a verb may follow: "…," said Jane Roe, "…," agreed she."""
    speaks = "saying" in verb.tags and "addressing" not in verb.tags
    return (speaks or "inverted" in verb.tags) and "gerund" not in verb.tags


def _has_verb(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a source is the subject of a verb: "…," said the mayor could win."""
    return any("auxiliary" in token.tags for token in tokens[source.last + 1 : source.last + 2])


def _subject_first(tokens: Sequence[Token], first: int, *, open_end: bool) -> Found | None:
    """Read "…," Jane Roe said, or a name alone: "…," Jane Roe in Oslo."""
    verb = _verb(tokens, first)
    source = _subject(tokens, first, verb) if verb is not None else None
    if verb is not None and source:
        if is_of_another(tokens, verb):
            other = speaker_behind(tokens, verb)
            return Found(other, "agent", certain=False, cue=verb) if other else None
        if open_end or _ends_sentence(tokens, verb):
            sure = is_explicit_after(tokens, source, first, verb)
            return Found(source, "after-subject", sure, verb)
    return _name_alone(tokens, first) if open_end else None


def _verb(tokens: Sequence[Token], first: int) -> int | None:
    """Return the first verb behind a quotation, if nothing but its subject is before it."""
    verb = first
    limit = min(len(tokens), first + _FAR // 2)
    while verb < limit and tokens[verb].kind in {"name", "own", "word", "pronoun", "mark"}:
        verb += 1
    finite = verb < limit and is_verb(tokens, verb) and "gerund" not in tokens[verb].tags
    return verb if finite and verb > first else None


def _subject(tokens: Sequence[Token], first: int, verb: int) -> Source | None:
    """Return the subject of a verb, but not in "…," and donations began to pick up, Roe said."""
    source = subject_before(tokens, verb, first) if "effort" not in tokens[verb].tags else None
    joined = tokens[first].is_any(JOINTS)
    return None if joined and source and source.kind == "nominal" else source


def _name_alone(tokens: Sequence[Token], first: int) -> Found | None:
    source = subject_after(tokens, first - 1, closed=False)
    if source and source.kind == "name" and source.first - first < 3:
        return Found(source, "after-name", certain=False)
    return None


def _ends_sentence(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether nothing but when, where or "to" and a hearer follow a verb."""
    rest = takewhile(lambda token: token.kind not in BREAKS, tokens[verb + 1 : verb + 25])
    words = [token for token in rest if "day" not in token.tags]
    return not words or ("preposition" in words[0].tags and not any(map(_goes_on, words)))


def _goes_on(token: Token) -> bool:
    return token.low in _GOING_ON or "that" in token.tags
