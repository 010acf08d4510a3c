"""What the words before a quotation say of its speaker: "Jane Roe said: …".

Reads tokens. Whether what is behind it counts for more is decided by the order of the rules.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.document.attribution.confidence.certainty import placed_before, speaks
from summarizer.document.attribution.confidence.hearers import (
    is_of_another,
    is_passive,
    speaker_behind,
)
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.phrases import (
    Source,
    is_skipped,
    sentence_start,
)
from summarizer.document.attribution.grammar.sources import is_verb, subject_after, subject_before
from summarizer.document.attribution.grammar.tokens import Token

_OF = frozenset({"of", "to", "for"})
"""What leads from a noun for something said to the words, where no verb follows them."""
_FRONTED = frozenset({"preposition", "adverb"})
_VERBAL = frozenset({"cue", "own"})
_WORDED = frozenset({"according", "wording"})
_NOT_THEIRS = frozenset({"addressing", "quoting"})  # "Roe was quoted by the Gazette as saying"


class _Reading(NamedTuple):
    """What one word says of the speaker; where it is not firm, an earlier word may say better."""

    found: Found | None
    firm: bool = True


def found_before(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the source that the nearest verb before a quotation gives.

    A verb such as "found" counts only with a name or pronoun before it, if another one does.
    """
    floor = sentence_start(tokens, at)
    fallback: Found | None = None
    for word in range(at - 1, floor - 1, -1):
        token = tokens[word]
        if token.kind == "quote":
            break
        if token.kind not in _VERBAL and token.tags.isdisjoint(_WORDED):
            continue
        reading = _indirect(tokens, word, at) or _direct(tokens, word, floor, at)
        if reading and reading.firm:
            return reading.found
        fallback = fallback or (reading.found if reading else None)
    return fallback


def is_led(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the words before a quotation say whose it is: "called it “mad”, he said"."""
    before = tokens[max(sentence_start(tokens, at), at - 4) : at]
    return any("labelling" in token.tags for token in before)


def _indirect(tokens: Sequence[Token], word: int, at: int) -> _Reading | None:
    """Read "according to Jane Roe", "called by Jane Roe", "Jane Roe's claim that"."""
    if "according" in tokens[word].tags:
        named = subject_after(tokens, word + ("according_to" in tokens[word].tags))
        sure = tokens[at - 1].low == "," and speaks(tokens, named)
        return _Reading(Found(named, "according-before", sure, word) if named else None)
    if (worded := _is_worded(tokens, word)) or _has_agent(tokens, word):
        rule = "according-before" if worded else "passive"
        return _Reading(_found(subject_after(tokens, word + 1), rule, word))
    if _is_owned(tokens, word, at):
        owner = Source("name", word - 1, word - 1, tokens[word - 1].item)
        return _Reading(_found(owner, "own", word))
    return None


def _is_worded(tokens: Sequence[Token], word: int) -> bool:
    """Return whether whose words they are follows: "in the words of Roe, “late”"."""
    if "wording" not in tokens[word].tags or word + 1 >= len(tokens):
        return False
    led = "article" in tokens[word - 1].tags and "setting" in tokens[word - 2].tags
    return led and "of" in tokens[word + 1].tags


def _direct(tokens: Sequence[Token], verb: int, floor: int, at: int) -> _Reading | None:
    """Read "Jane Roe said"."""
    source = _subject(tokens, verb, floor)
    if source is None or _is_aside(tokens, source, verb, at):
        return None
    if is_of_another(tokens, verb):
        other = speaker_behind(tokens, verb)
        return _Reading(_found(other, "passive", verb))
    found = placed_before(tokens, source, verb, at)
    says = "saying" in tokens[verb].tags
    if _is_over(tokens, verb, at) or (not says and is_passive(tokens, verb)):
        return _Reading(found._replace(rule="before-part", certain=False), firm=False)
    firm = says or source.kind != "nominal" or (verb == at - 1 and speaks(tokens, source))
    return _Reading(found, firm)


def _found(source: Source | None, rule: str, cue: int) -> Found | None:
    return Found(source, rule, certain=False, cue=cue) if source else None


def _subject(tokens: Sequence[Token], verb: int, floor: int) -> Source | None:
    """Return the subject of a verb, even an inserted one: "rain, says Jane Roe, is “wet”"."""
    if not is_verb(tokens, verb):
        return None
    if "verb_second" in tokens[verb].tags and tokens[floor].is_any(_FRONTED):
        return subject_after(tokens, verb, closed=False)
    apart = verb == floor or tokens[verb - 1].low == ","
    source = subject_after(tokens, verb) if apart and "inserted" in tokens[verb].tags else None
    new = source and (source.kind == "name" or "indefinite" in tokens[source.first].tags)
    if source and new and tokens[source.last + 1].low == ",":
        return source  # "Two were hurt, said a clerk, who put it at"
    return subject_before(tokens, verb, floor)


def _is_aside(tokens: Sequence[Token], source: Source, verb: int, at: int) -> bool:
    """Return whether a verb ends with its clause before: "when Roe railed at it, she is “…”"."""
    first = source.first
    while first > 1 and tokens[first - 1].kind in {"name", "own"}:
        first -= 1
    ends = any(token.low == "," for token in tokens[verb:at])
    return ends and verb < at - 2 and "aside" in tokens[max(0, first - 1)].tags


def _is_over(tokens: Sequence[Token], verb: int, at: int) -> bool:
    """Return whether a who-clause ends before: "said Poe, who joined in May, had “failed”"."""
    who = verb - 1
    while who > 0 and is_skipped(tokens[who]):
        who -= 1
    if "who" not in tokens[who].tags:
        return False
    after = tokens[verb + 1 : at]
    if tokens[who - 1].low == ",":
        return any(token.low == "," for token in after)
    return any("auxiliary" in token.tags for token in after)


def _has_agent(tokens: Sequence[Token], verb: int) -> bool:
    led = tokens[verb].kind == "cue" and "by" in tokens[verb + 1].tags
    return led and not tokens[verb].is_any(_NOT_THEIRS)


def _is_owned(tokens: Sequence[Token], own: int, at: int) -> bool:
    """Return whether the quotation is someone's statement: "Roe's claim that ..."."""
    if tokens[own].kind != "own":
        return False
    said_of = "passive" in tokens[at - 1].tags  # "Roe's claim of it was “absurd”"
    return any(
        "utterance" in noun.tags and ("that" in after.tags or (not said_of and _leads_on(after)))
        for noun, after in pairwise(tokens[own + 1 : min(at, own + 6)])
    )


def _leads_on(token: Token) -> bool:
    return token.low == ":" or token.is_any(_OF)
