"""Who stands beside a verb of saying: the noun phrase before it, or after it.

Reads tokens by shape, left or right of one verb; which verb belongs to which quotation is decided
in :mod:`summarizer.scan.attribution`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarizer.scan.attribution.tokens import Token
from summarizer.scan.cues import (
    AMBIGUOUS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    NOMINAL,
    OPENERS,
    PEOPLE,
    PREPOSITIONS,
    SAYING,
    SKIPPED,
    TIMES,
)
from summarizer.scan.lexicon import PARTICLES, TITLES

_WHEN = DAYS | TIMES
_LEADING = CONJUNCTIONS | SKIPPED | PARTICLES
_BEHIND_SUBJECTS = CONJUNCTIONS | AUXILIARIES
_OUTSIDE_HEADS = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | DAYS | SKIPPED
_REACH = 40
"""Tokens looked at on one side: longer than any noun phrase, so that time stays linear."""


@dataclass(frozen=True, slots=True)
class Source:
    """A noun phrase that can speak: tokens ``first`` to ``last``, both included.

    ``kind`` is "name", "pronoun" or "nominal"; ``item`` the number of the name's run, -1 where
    nobody is named.
    """

    kind: str
    first: int
    last: int
    item: int = -1


def subject_before(tokens: Sequence[Token], verb: int, floor: int | None = None) -> Source | None:
    """Return the subject that stands before a verb, whatever stands between them.

    Args:
        tokens: The text's tokens.
        verb: Number of the verb.
        floor: Number of the first token that may belong to the subject; the start of the
            sentence, if not given.

    Returns:
        The subject, or None.

    Example:
        >>> from summarizer.scan.attribution.tokens import tokenise
        >>> subject_before(tokenise("Jane Roe, the mayor, later said", (), ()), 6)
        Source(kind='name', first=0, last=0, item=0)
    """
    floor = sentence_start(tokens, verb) if floor is None else floor
    at = verb - 1
    while at >= floor and _skipped(tokens[at]):
        at -= 1
    if at < floor or tokens[at].kind in {"stop", "paragraph", "own"}:
        return None
    if tokens[at].low == ":":
        return None
    if tokens[at].kind in {"mark", "quote"} or tokens[at].low in {"and", "but", "to", "by", "in"}:
        return _of_the_verb_before(tokens, at, floor) or main_subject(tokens, at, floor)
    if tokens[at].low in {"who", "which"}:
        before = at - 2 if tokens[at - 1].low == "," else at - 1
        return phrase_before(tokens, before, floor) if before >= floor else None
    source = _described(tokens, floor, at) or phrase_before(tokens, at, floor)
    if source and _is_something_said(tokens, source, verb):
        return subject_before(tokens, source.first - 1, floor)
    return source


def _described(tokens: Sequence[Token], first: int, last: int) -> Source | None:
    """Return Roe for "Roe, who chairs the Poe Club said", an aide for "an aide who declined said".

    Nothing but the verb ends such a clause: with a comma behind it, the subject stands before it.
    """
    who = last
    while who > first and tokens[who].low != "who" and tokens[who].kind not in {"mark", "quote"}:
        who -= 1
    if who == first or tokens[who].low != "who":
        return None
    before = who - 2 if tokens[who - 1].low == "," else who - 1
    return phrase_before(tokens, before, first) if before >= first else None


def _is_something_said(tokens: Sequence[Token], source: Source, verb: int) -> bool:
    """Tell whether a participle tells what a text says: "Roe released a statement saying"."""
    return tokens[verb].low.endswith("ing") and tokens[source.last].low in NOMINAL


def _of_the_verb_before(tokens: Sequence[Token], at: int, floor: int) -> Source | None:
    """Return who is the subject of the verb that a second one joins: "Roe agreed, saying"."""
    joined = tokens[at].low in {"and", "but"} or tokens[at + 1].low.endswith("ing")
    for verb in range(at - 1, floor, -1) if joined else ():
        if is_verb(tokens, verb) and not tokens[verb].low.endswith("ing"):
            source = subject_before(tokens, verb, floor)
            return source if source and source.kind != "nominal" else None
    return None


def phrase_before(tokens: Sequence[Token], last: int, floor: int) -> Source | None:
    """Return the noun phrase that ends with a token; what "he said he" means is the first."""
    if tokens[last].kind == "pronoun":
        return _outer(tokens, last, floor) or Source("pronoun", last, last)
    first = last
    floor = max(floor - 1, last - _REACH)
    while first > floor and _inside_phrase(tokens, first):
        first -= 1
    first += 1
    while first < last and tokens[first].low in _LEADING:
        first += 1
    return _headed(tokens, first, last, closed=True) if first <= last else None


def subject_after(tokens: Sequence[Token], verb: int, *, closed: bool = True) -> Source | None:
    """Return the subject that follows a verb: "said the mayor, Jane Roe".

    Args:
        tokens: The text's tokens.
        verb: Number of the verb.
        closed: Whether every word up to the next mark belongs to the subject.

    Returns:
        The subject, or None.

    Example:
        >>> from summarizer.scan.attribution.tokens import tokenise
        >>> subject_after(tokenise("said former mayor Jane Roe.", (), ()), 0)
        Source(kind='name', first=3, last=3, item=0)
    """
    first = verb + 1
    while first < len(tokens) and _skipped(tokens[first]):
        first += 1
    if first < len(tokens) and tokens[first].kind == "pronoun":
        return Source("pronoun", first, first)
    last = first
    while last < min(len(tokens), first + _REACH) and _goes_on(tokens[last]):
        if last > first and not closed and _opens_predicate(tokens, last):
            break
        last += 1
    return _headed(tokens, first, last - 1, closed=closed) if last > first else None


def main_subject(tokens: Sequence[Token], end: int, floor: int | None = None) -> Source | None:
    """Return the subject of the clause that a token ends: its first noun phrase.

    What may open a sentence before its subject ("In Oslo, ", "Asked about it, ") is passed over.
    """
    at = sentence_start(tokens, end) if floor is None else floor
    first = at
    while at < end and (skip := _opening(tokens, at, end)) > at:
        at = skip
    if first < at < end - 2 and tokens[at].kind == tokens[at + 2].kind == "name":
        at += 2 * (tokens[at + 1].low == ",")  # "In Akron, Ohio, Jane Roe"
    return subject_after(tokens, at - 1, closed=False) if at < end else None


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """Return the number of the first token of the sentence."""
    floor = max(0, at - 2 * _REACH)
    while at > floor and tokens[at - 1].kind not in {"stop", "paragraph"}:
        at -= 1
    return at


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word of the list of cues stands as a verb: "he claims", not "his claims"."""
    if tokens[at].kind != "cue":
        return False
    before = at - 1
    while before >= 0 and _skipped(tokens[before]):
        before -= 1
    if before < 0 or tokens[before].kind in {"stop", "paragraph", "quote", "mark"}:
        return True
    low = tokens[before].low
    if tokens[at].low in AMBIGUOUS:
        return tokens[before].kind in {"name", "pronoun"} or low in PEOPLE or low == "and"
    return tokens[before].kind != "own" and (
        low not in DETERMINERS and (low not in PREPOSITIONS or tokens[at].low.endswith("ing"))
    )


def _outer(tokens: Sequence[Token], pronoun: int, floor: int) -> Source | None:
    """Return Roe for the pronoun in "Roe said (that) she called"."""
    at = pronoun - 1
    while at > floor and (tokens[at].low in {"that", "if"} or tokens[at].low in _WHEN):
        at -= 1
    if at > floor and tokens[at].low in SAYING and tokens[pronoun].low != "they":
        return subject_before(tokens, at, floor)
    return None


def _skipped(token: Token) -> bool:
    return token.kind in {"word", "cue"} and (
        token.low in SKIPPED or token.low in DAYS or token.low.endswith("ly")
    )


def _inside_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind in {"name", "own"} or token.low == "-":
        return True
    if token.kind != "word" or token.low in CONJUNCTIONS:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    return not (after.kind == "word" and after.low in DETERMINERS and token.low not in PREPOSITIONS)


def _goes_on(token: Token) -> bool:
    if token.kind in {"name", "own"} or token.low == "-":
        return True
    return token.kind == "word" and token.low not in _BEHIND_SUBJECTS


def _opens_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the verb's part begins: "a spokesman later", "an aide met the"."""
    if tokens[at].low in DETERMINERS:
        return tokens[at - 1].low not in PREPOSITIONS
    return _skipped(tokens[at]) and tokens[at].low not in PREPOSITIONS


def _headed(tokens: Sequence[Token], first: int, last: int, *, closed: bool) -> Source | None:
    """Return whom a phrase names or describes; its head ends before a preposition.

    A phrase is closed where its verb is known: then every word after a name belongs to it.
    """
    if tokens[first].kind == "name" and not _noun_follows(tokens, first, last, closed=closed):
        return Source("name", first, first, tokens[first].item)
    head = next((i for i in range(first, last + 1) if tokens[i].low in PREPOSITIONS), last + 1) - 1
    if head < first:
        return None
    office = head < last and tokens[head].low in TITLES and tokens[head + 1].low == "of"
    if closed and office and tokens[last].kind == "name" and tokens[last - 1].kind == "word":
        return Source("name", last, last, tokens[last].item)  # "secretary of state Jane Roe"
    names = [i for i in range(first, head + 1) if tokens[i].kind == "name"]
    if names and not _noun_follows(tokens, names[-1], last, closed=closed):
        return Source("name", names[-1], names[-1], tokens[names[-1]].item)
    named = _apposed(tokens, last)
    if named is not None:
        return Source("name", named, named, tokens[named].item)
    return Source("nominal", first, last)


def _apposed(tokens: Sequence[Token], last: int) -> int | None:
    """Return the name in "the mayor, Jane Roe,", which "Akron, Ohio," is not."""
    at = last + 2
    if at >= len(tokens) or tokens[last + 1].low != "," or tokens[at].kind != "name":
        return None
    if tokens[last].kind == "name" and " " not in tokens[at].low:
        return None
    ends = at + 1 >= len(tokens) or tokens[at + 1].kind in {"mark", "stop", "paragraph", "quote"}
    ends = ends or tokens[at + 1].low in AUXILIARIES
    return at if ends else None


def _noun_follows(tokens: Sequence[Token], name: int, last: int, *, closed: bool) -> bool:
    """Tell whether a name belongs to the noun after it: "Roe's campaign", "the Roe campaign"."""
    after = tokens[name + 1 : name + 4]
    if after and after[0].kind == "own":
        return True
    rest = list(takewhile(_in_head, after[: last - name]))
    owned = name > 0 and tokens[name - 1].low in DETERMINERS
    if (closed or owned) and rest:
        return rest[0].kind != "name"
    noun = takewhile(lambda token: not token.low.endswith("ed"), rest)  # "Roe rallied supporters"
    return any(token.low in PEOPLE for token in noun)


def _in_head(token: Token) -> bool:
    return token.low not in _OUTSIDE_HEADS


def _opening(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the sentence goes on after something that opens it; ``at`` if nothing does."""
    token = tokens[at]
    if token.kind in {"mark", "stop"} or token.low in {"and", "but", "so", "yet", "that"}:
        return at + 1
    if token.kind in {"word", "cue"}:
        lows = [word.low for word in tokens[at : min(end, at + _REACH)]]
        comma = lows.index(",") if "," in lows else 0
        opens = token.low in OPENERS or token.low.endswith(("ing", "ed", "ly"))
        if comma and (opens or not _WHEN.isdisjoint(lows[:comma])):
            return at + comma + 1
    return at + 1 if token.low in SKIPPED else at
