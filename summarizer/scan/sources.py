"""Who stands beside a verb of saying: the noun phrase before it, or after it.

Reads tokens by shape, left or right of one verb; which verb belongs to which quotation is decided
in :mod:`summarizer.scan.attribution`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.scan.cues import (
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    SKIPPED,
)
from summarizer.scan.tokens import Token

_REACH = 40
"""Tokens looked at on one side: longer than any noun phrase, so that time stays linear."""


@dataclass(frozen=True, slots=True)
class Source:
    """A noun phrase that can speak: tokens ``first`` to ``last``, both included.

    ``item`` is the number of the name's run, -1 where nobody is named.
    """

    kind: Literal["name", "pronoun", "nominal"]
    first: int
    last: int
    item: int = -1


def subject_before(tokens: Sequence[Token], verb: int) -> Source | None:
    """Return the subject that stands before a verb, with everything that may stand between.

    Example:
        >>> from summarizer.scan.tokens import tokenise
        >>> subject_before(tokenise("Jane Roe, the mayor, later said", (), ()), 6)
        Source(kind='name', first=0, last=0, item=0)
    """
    at = verb - 1
    while at >= 0 and _skipped(tokens[at]):
        at -= 1
    if at < 0 or tokens[at].kind in {"quote", "stop", "paragraph", "own"}:
        return None
    token = tokens[at]
    if token.kind == "mark":
        return main_subject(tokens, at) if token.low in {",", ")", "—", "–", "-"} else None
    if token.low in {"and", "but"}:
        return main_subject(tokens, at)
    if token.low == "who":
        return _antecedent(tokens, at)
    if token.low == "to":
        return main_subject(tokens, at)
    return phrase_before(tokens, at)


def phrase_before(tokens: Sequence[Token], last: int) -> Source | None:
    """Return the noun phrase that ends with a token."""
    if tokens[last].kind == "pronoun":
        return Source("pronoun", last, last)
    first = last
    floor = max(-1, last - _REACH)
    while first > floor and _inside_phrase(tokens, first):
        first -= 1
    first += 1
    while first < last and tokens[first].low in CONJUNCTIONS | SKIPPED:
        first += 1
    return _headed(tokens, first, last)


def subject_after(tokens: Sequence[Token], verb: int) -> Source | None:
    """Return the subject that follows a verb: "said the mayor, Jane Roe".

    Example:
        >>> from summarizer.scan.tokens import tokenise
        >>> subject_after(tokenise("said former mayor Jane Roe.", (), ()), 0)
        Source(kind='name', first=3, last=3, item=0)
    """
    first = verb + 1
    while first < len(tokens) and _skipped(tokens[first]):
        first += 1
    if first >= len(tokens):
        return None
    if tokens[first].kind == "pronoun":
        return Source("pronoun", first, first)
    last = first
    while last < min(len(tokens), first + _REACH) and _goes_on(tokens[last]):
        last += 1
    if last == first:
        return None
    return _headed(tokens, first, last - 1)


def main_subject(tokens: Sequence[Token], end: int) -> Source | None:
    """Return the subject of the clause that a token ends: its first noun phrase.

    What may open a sentence before its subject ("In Oslo, ", "Asked about it, ") is passed over.
    """
    first = sentence_start(tokens, end)
    at = first
    while at < end:
        skip = _opening(tokens, at, end)
        if skip == at:
            break
        at = skip
    while at < end and (tokens[at].kind == "mark" or tokens[at].low in CONJUNCTIONS | SKIPPED):
        at += 1
    return subject_after(tokens, at - 1) if at < end else None


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """Return the number of the first token of the sentence."""
    floor = max(0, at - 4 * _REACH)
    while at > floor and tokens[at - 1].kind not in {"stop", "paragraph"}:
        at -= 1
    return at


def _skipped(token: Token) -> bool:
    return token.kind in {"word", "cue"} and (
        token.low in SKIPPED or token.low in DAYS or token.low.endswith("ly")
    )


def _inside_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind in {"name", "own"}:
        return True
    if token.kind != "word" or token.low in CONJUNCTIONS:
        return token.low == "-"
    return not (
        at + 1 < len(tokens)
        and tokens[at + 1].kind in {"word", "name"}
        and tokens[at + 1].low in DETERMINERS
        and token.low not in PREPOSITIONS
    )


def _goes_on(token: Token) -> bool:
    if token.kind in {"name", "own"} or token.low == "-":
        return True
    return token.kind == "word" and token.low not in CONJUNCTIONS


def _headed(tokens: Sequence[Token], first: int, last: int) -> Source | None:
    """Return the source that a phrase names or describes; its head ends before a preposition."""
    head = first
    while head <= last and not (tokens[head].kind == "word" and tokens[head].low in PREPOSITIONS):
        head += 1
    head -= 1
    if head < first:
        return None
    if tokens[head].kind == "name":
        return Source("name", head, head, tokens[head].item)
    named = _apposed(tokens, head if head < last else last)
    if named is not None:
        return Source("name", named, named, tokens[named].item)
    subject = tokens[first]
    if subject.kind == "name" and not _noun_follows(tokens, first, last):
        return Source("name", first, first, subject.item)
    return Source("nominal", first, last)


def _apposed(tokens: Sequence[Token], last: int) -> int | None:
    """Return the name in "the mayor, Jane Roe,"."""
    if last + 2 < len(tokens) and tokens[last + 1].low == "," and tokens[last + 2].kind == "name":
        closing = tokens[last + 3] if last + 3 < len(tokens) else None
        if closing is None or closing.kind in {"mark", "stop", "paragraph", "quote"}:
            return last + 2
    return None


def _noun_follows(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a name at the front belongs to a noun: "Roe's campaign", "the Roe campaign"."""
    return last > first and (
        tokens[first + 1].kind == "own" or tokens[first + 1].low not in PREPOSITIONS | DETERMINERS
    )


def _antecedent(tokens: Sequence[Token], who: int) -> Source | None:
    before = who - 1
    if before >= 0 and tokens[before].low == ",":
        before -= 1
    return phrase_before(tokens, before) if before >= 0 else None


def _opening(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the sentence goes on after an opening phrase, or ``at`` if there is none."""
    token = tokens[at]
    opens = token.low in OPENERS or token.low.endswith("ing") or token.low.endswith("ed")
    if token.kind not in {"word", "cue"} or not opens:
        return at
    for comma in range(at + 1, min(end, at + _REACH)):
        if tokens[comma].low == ",":
            return comma + 1
    return at
