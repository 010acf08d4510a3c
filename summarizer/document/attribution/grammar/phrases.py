"""Noun phrases among the tokens of a text: who a stretch of them names or describes.

Reads tokens by shape; which phrase is the subject of which verb is decided in
:mod:`summarizer.document.attribution.sources`.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from summarizer.document.attribution.grammar.tokens import BREAKS, SMALL, Token

REACH = 40
"""Tokens looked at on one side: longer than any noun phrase, so that time stays linear."""
_OFFICE = 6
"""Tokens of an office and its bearer: "former Oslo chief Jan Roe"."""
_LEADING = frozenset({"conjunction", "skipped", "lead"})
_OFFICES = frozenset({"person", "title"})
_NO_VERBS = _OFFICES | {"preposition"}
_NO_VERB_BEFORE = frozenset({"preposition", "determiner", "and", "conjunction", "collective"})
_BEHIND_SUBJECTS = frozenset({"conjunction", "auxiliary"})
_BETWEEN = frozenset({"skipped", "negated", "day"})
_BEHIND_VERBS = SMALL | {"verb_particle", "skipped"}
_OUTSIDE_HEADS = SMALL | {"conjunction", "day", "skipped"}
_PREDICATES = frozenset({"auxiliary", "relative", "that", "saying"})
_PAST = frozenset({"past", "irregular_past"})
_PARTING = frozenset({",", "-", "—", "–"})


class Source(NamedTuple):
    """A noun phrase that can speak: tokens ``first`` to ``last``, both included.

    ``kind`` is "name", "pronoun" or "nominal"; ``item`` the number of the name's run, -1 where
    no one is named.
    """

    kind: str
    first: int
    last: int
    item: int = -1


def phrase_back(tokens: Sequence[Token], last: int, floor: int) -> Source | None:
    """Return who is named or described by the noun phrase that ends with a token."""
    if "having" in tokens[last].tags:  # "Roe regretted having said"
        return None
    first, floor = last, max(floor - 1, last - REACH)
    while first > floor and _inside_phrase(tokens, first):
        first -= 1
    first += 1
    while first < last and _leads(tokens[first]) and "of" not in tokens[first + 1].tags:
        first += 1  # but "all of the miners"
    source = _headed(tokens, first, last, closed=True) if first <= last else None
    if source is None or source.kind != "nominal":
        return source
    whole = _joined(tokens, source, floor)
    named = apposed_to(tokens, whole) if _is_office(tokens[whole.first]) else None
    return named if named and named.first > floor else whole


def _joined(tokens: Sequence[Token], source: Source, floor: int) -> Source:
    """Return the whole of a description in two parts: "the senator and former candidate"."""
    joint = source.first - 1
    if joint - 1 > floor and "and" in tokens[joint].tags:
        before = phrase_back(tokens, joint - 1, floor + 1)
        if before and before.kind == "name" and before.last < joint - 1:
            return before  # "Jane Roe, president and owner of the club said"
        if before and before.kind == "nominal" and "determiner" not in tokens[source.first].tags:
            return Source("nominal", before.first, source.last)
    return source


def phrase_on(tokens: Sequence[Token], first: int, *, closed: bool) -> Source | None:
    """Return who is named or described by the noun phrase that begins with a token.

    It is closed where every word up to the next mark belongs to it.
    """
    if first < len(tokens) and tokens[first].low.startswith("@"):
        return Source("nominal", first, first)
    last, end = first, min(len(tokens), first + REACH)
    while last < end and _goes_on(tokens, last):
        if last > first and not closed and _opens_predicate(tokens, last):
            break
        last += 1
    while last - 1 > first and is_skipped(tokens[last - 1]):  # "said the keeper drily"
        last -= 1
    clause = closed and any(_is_object(tokens, at) for at in range(first + 2, last))
    return _headed(tokens, first, last - 1, closed=closed) if last > first and not clause else None


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb has an object: "firms feared a loss", not "the head of the bank"."""
    before, tags = tokens[at - 1], tokens[at].tags
    led = before.kind != "word" or before.is_any(_NO_VERB_BEFORE)
    return "determiner" in tags and "genitive" not in tags and not led


def _leads(token: Token) -> bool:
    """Return whether a word before a subject is no part of it; the articles of many names are."""
    particle = "particle" in token.tags and "determiner" not in token.tags
    return particle or token.is_any(_LEADING)


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """Return the number of the first token of the sentence."""
    floor = max(0, at - 2 * REACH)
    for before in range(at - 1, floor - 1, -1):
        if tokens[before].kind in BREAKS:
            return before + 1
    return floor


def head_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the number of the last token of a phrase's head.

    It ends before a preposition, or a genitive behind an office: "Sprecherin des Ministeriums".
    """
    for at in range(first, last + 1):
        if "preposition" in tokens[at].tags or (at > first and _is_genitive(tokens, at)):
            return at - 1
    return last


def _is_genitive(tokens: Sequence[Token], at: int) -> bool:
    return "genitive" in tokens[at].tags and _is_office(tokens[at - 1])


def describes_people(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether the head of a phrase holds a noun for people."""
    head = tokens[first : head_end(tokens, first, last) + 1]
    return any("person" in token.tags for token in head)


def is_skipped(token: Token) -> bool:
    """Return whether a word may be between a subject and its verb: "later", "reportedly"."""
    tags = token.tags
    if not tags or token.kind not in {"word", "cue"}:
        return False
    return not tags.isdisjoint(_BETWEEN) or ("adverb" in tags and "no_adverb" not in tags)


def _inside_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind in {"name", "own"} or _is_hyphen(tokens, at):
        return True
    if token.kind == "cue" and at > 0:  # "close to the talks", "the latest claims"
        return "determiner" in tokens[at - 1].tags
    if token.kind != "word" or "conjunction" in token.tags:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    determined = after.kind == "word" and "determiner" in after.tags
    return not determined or "preposition" in token.tags or _is_genitive(tokens, at + 1)


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "word":
        return token.tags.isdisjoint(_BEHIND_SUBJECTS)
    if token.kind == "cue" and at > 0:  # "close to the talks"
        return "determiner" in tokens[at - 1].tags
    return token.kind in {"name", "own"} or _is_hyphen(tokens, at)


def _is_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a mark is a hyphen, not a dash, which has spaces beside it."""
    return tokens[at].low == "-" and at > 0 and tokens[at - 1].end == tokens[at].start


def _opens_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the verb's part begins: "a spokesman later", "an aide met the"."""
    tags = tokens[at].tags if tokens[at].kind != "name" else frozenset()
    if "determiner" in tags:
        return "preposition" not in tokens[at - 1].tags and not _is_apposed_office(tokens, at)
    if "gerund" in tags and _is_office(tokens[at - 1]):  # "a woman holding a sign"
        return True
    if not tags.isdisjoint(_PAST):  # "his aide doubled down on it"
        return any(token.is_any(_BEHIND_VERBS) for token in tokens[at + 1 : at + 2])
    led = tokens[at].kind == "word" and "person" in tokens[at - 1].tags
    if led and any("determiner" in token.tags for token in tokens[at + 1 : at + 2]):
        return "that" not in tokens[at + 1].tags and not tokens[at].is_any(_NO_VERBS)
    return is_skipped(tokens[at]) and "preposition" not in tags


def _is_apposed_office(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a name follows an office and whose it is: "der Chef der Bahn, Jan Roe"."""
    comma = next((i for i in range(at, len(tokens) - 1)[:5] if tokens[i].low == ","), None)
    return comma is not None and _is_genitive(tokens, at) and tokens[comma + 1].kind == "name"


def _headed(tokens: Sequence[Token], first: int, last: int, *, closed: bool) -> Source | None:
    """Return who a phrase names or describes; its head ends before a preposition.

    A phrase is closed where its verb is known: then every word after a name belongs to it.
    """
    if _ends_with_name(tokens, first, last, closed=closed):
        return Source("name", last, last, tokens[last].item)
    if last == first + 2 and "body" in tokens[first + 1].tags and tokens[last].kind == "name":
        return Source("name", last, last, tokens[last].item)  # "Hedge fund Roe Capital"
    if tokens[first].kind == "name" and not _noun_follows(tokens, first, last, closed=closed):
        return Source("name", first, first, tokens[first].item)
    head = head_end(tokens, first, last)
    alone = first == last and ("past" in tokens[first].tags or tokens[first].low.isdecimal())
    if head < first or alone:
        return None
    names = [i for i in range(first, head + 1) if tokens[i].kind == "name"]
    described = not names or _noun_follows(tokens, names[-1], last, closed=closed)
    named = _apposed(tokens, last) if described else names[-1]
    if named is None:
        return Source("nominal", first, last)
    return Source("name", named, named, tokens[named].item)


def _ends_with_name(tokens: Sequence[Token], first: int, last: int, *, closed: bool) -> bool:
    """Return whether a phrase is all about the name at its end: "Saturday in Oslo Jane Roe"."""
    if first == last or tokens[last].kind != "name":
        return False
    return closed and (_is_office(tokens[last - 1]) or "day" in tokens[first].tags)


def _is_office(token: Token) -> bool:
    """Return whether a word says what someone is: "mayor", "spokeswoman"."""
    return token.is_any(_OFFICES)


def _apposed(tokens: Sequence[Token], last: int) -> int | None:
    """Return the name in "the mayor, Jane Roe,", which "Akron, Ohio," is not."""
    at = _behind_office(tokens, last + 2)
    if at < len(tokens) and tokens[last + 1].low == tokens[at].low == "-":  # " -- "
        at += 1
    parted = at < len(tokens) and tokens[last + 1].low in _PARTING
    if not parted or tokens[at].kind != "name":
        return None
    if tokens[last].kind == "name" and " " not in tokens[at].low:
        return None
    after = at + 1
    if after + 1 < len(tokens) and "of" in tokens[after].tags and tokens[after + 1].kind == "name":
        after += 2  # "Jane Roe of Ohio"
    ends = after >= len(tokens) or tokens[after].kind in {"mark", "stop", "paragraph", "quote"}
    ends = ends or tokens[after].is_any(_PREDICATES)
    return at if ends else None


def _behind_office(tokens: Sequence[Token], at: int) -> int:
    """Return what ends "his brother Jan" or "author, biologist Jan Roe"; ``at`` where none is."""
    first = at + any("determiner" in token.tags for token in tokens[at : at + 1])
    run = [*takewhile(_is_named, tokens[first : first + _OFFICE])]
    last = first + len(run) - 1
    office = first > at or _is_office(tokens[last - 1])
    alone = last == at + 1 and _is_office(tokens[at - 2]) and not tokens[at].tags
    return last if run and (office or (alone and " " in tokens[last].low)) else at


def _is_named(token: Token) -> bool:
    return token.kind == "name" or (token.kind == "word" and not token.is_any(SMALL))


def _noun_follows(tokens: Sequence[Token], name: int, last: int, *, closed: bool) -> bool:
    """Return whether a name belongs to the noun after it: "Roe's campaign", "the Roe campaign"."""
    after = tokens[name + 1 : name + 4]
    if after and after[0].kind == "own":
        return True
    rest = list(takewhile(_in_head, after[: last - name]))
    owned = name > 0 and "determiner" in tokens[name - 1].tags
    if (closed or owned) and rest:
        return rest[0].kind != "name"
    noun = takewhile(lambda token: "past" not in token.tags, rest)  # "Roe rallied supporters"
    return any(_is_office(token) for token in noun)


def _in_head(token: Token) -> bool:
    return not token.is_any(_OUTSIDE_HEADS)


def apposed_to(tokens: Sequence[Token], source: Source) -> Source | None:
    """Return the name that a phrase describes: "At the gate stood Jane Roe, a nurse"."""
    name = source.first - 2
    if name < 1 or tokens[name].kind != "name" or tokens[name + 1].low != ",":
        return None
    placed = tokens[name - 1].is_any(SMALL)  # "In Oslo, a nurse", "In the Ship Inn, the owner"
    return None if placed else Source("name", name, name, tokens[name].item)
