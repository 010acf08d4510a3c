"""Who is beside a verb of saying: the noun phrase before it, or after it.

Reads tokens by shape, left or right of one verb; which verb belongs to which quotation is decided
in :mod:`summarizer.document.attribution`.
"""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.fronting import (
    before_aside,
    before_setting,
    opening_end,
)
from summarizer.document.attribution.grammar.phrases import (
    REACH,
    Source,
    apposed_to,
    describes_people,
    head_end,
    is_skipped,
    phrase_back,
    phrase_on,
    sentence_start,
)
from summarizer.document.attribution.grammar.tokens import DATES, JOINTS, MARKS, Token

_VERBED = frozenset({"person", "document", "and"})
"""Words behind which a cue that may be a noun is a verb: "the memo states"."""
_CLAUSE_OPENERS = frozenset({"aside"})
_PAST = frozenset({"past", "irregular_past", "auxiliary"})
_CLAUSES = frozenset({"who", "that"})
_LINKS = frozenset({"and", "or", "but", "as", "who", "relative"})
_BETWEEN_CLAUSES = DATES | {"that", "if"}


def subject_before(tokens: Sequence[Token], verb: int, floor: int | None = None) -> Source | None:
    """Return the subject that is before a verb, whatever is between them.

    It begins at or behind the floor, which is the start of the sentence if it is not given.

    Example:
        >>> from summarizer.document.attribution.grammar.tokens import tokenise
        >>> from summarizer.languages.table import language
        >>> from summarizer.document.names.people import read_names
        >>> names = read_names("Jane Roe, the mayor, later said", language("en"))
        >>> subject_before(tokenise(names, (), ()), 6)
        Source(kind='name', first=0, last=0, item=0)
    """
    floor = sentence_start(tokens, verb) if floor is None else floor
    if verb - 1 > floor and "to" in tokens[verb - 1].tags:  # "Roe cited a case to say"
        return main_subject(tokens, verb - 1, floor)
    at = verb - 1
    if _is_compound(tokens, verb):
        at -= 1
    while at >= floor and is_skipped(tokens[at]):
        at -= 1
    at = before_setting(tokens, before_aside(tokens, at, floor), floor)
    if at < floor or tokens[at].kind in {"stop", "paragraph", "own"} or tokens[at].low == ":":
        return None
    if tokens[at].kind in MARKS or "before_verb" in tokens[at].tags:
        parted = range(at, floor, -1) if tokens[at].low == "," else ()
        colons = (i + 1 for i in parted if tokens[i].low == ":")
        floor = next(colons, floor)  # "They wait: its head, Jane Roe, said"
        return (
            _of_the_verb_before(tokens, at, floor)
            or _of_the_last_clause(tokens, at, floor)
            or _of_a_clause(tokens, at, floor)
            or main_subject(tokens, at, floor)
        )
    return _relative(tokens, at, floor) or _beside(tokens, at, floor, verb)


def _relative(tokens: Sequence[Token], at: int, floor: int) -> Source | None:
    """Return who "who", or the "that" of "a message that said", means."""
    if "relative" in tokens[at].tags:
        before = before_aside(tokens, at - 2 if tokens[at - 1].low == "," else at - 1, floor)
        if before - 1 > floor and tokens[before].low.isdecimal() and tokens[before - 1].low == ",":
            before -= 2  # "Roe, 81, who"
        if "remarking" in tokens[at].tags and tokens[before].kind == "name":
            return Source("name", before, before, tokens[before].item)  # "of the Trust, which"
        person = _last_person(tokens, before, floor) if before >= floor else None
        named = apposed_to(tokens, person) if person and person.kind == "nominal" else None
        return named or person  # "Jane Roe, a nurse in Oslo, who"
    if "that" in tokens[at].tags and "document" in tokens[at - 1].tags:
        article = (i for i in range(at - 1, floor, -1) if "determiner" in tokens[i].tags)
        first = next(article, at - 1)
        return Source("nominal", first, at - 1)
    return _described(tokens, floor, at)


def _beside(tokens: Sequence[Token], at: int, floor: int, verb: int) -> Source | None:
    """Return the noun phrase right before a verb, or whose words it holds."""
    source = phrase_before(tokens, at, floor)
    if source and _is_something_said(tokens, source, verb):
        return main_subject(tokens, verb, floor)
    return source


def _of_a_clause(tokens: Sequence[Token], at: int, floor: int) -> Source | None:
    """Return Roe for "They left, but Roe, who stayed, told": the subject of an inner clause.

    Something between commas has to part it from the verb.
    """
    for opens in range(at - 2, floor, -1) if tokens[at].low == "," else ():
        joins = tokens[opens].is_any(JOINTS) and tokens[opens - 1].low == ","
        inner = "conjunction" in tokens[opens].tags and not tokens[opens].is_any(_LINKS)
        if joins or inner or (opens > floor + 1 and "saying" in tokens[opens].tags):
            source = subject_after(tokens, opens, closed=False)
            rest = tokens[source.last + 1 : at] if source else ()
            over = "owning" in tokens[opens].tags and any(each.is_any(_PAST) for each in rest)
            if source and not over and _is_parted(tokens, source, at):
                return source
    return None


def _is_parted(tokens: Sequence[Token], source: Source, at: int) -> bool:
    """Return whether commas part a subject from what a token ends: "Roe, a clerk,"."""
    apposed = tokens[source.first - 1].low == ","  # "the clerk, Roe,"
    return source.last + 1 < at + apposed and tokens[source.last + 1].low == ","


def _last_person(tokens: Sequence[Token], last: int, floor: int) -> Source | None:
    """Return who "who" means: the last name, if what it belongs to is no person."""
    source = phrase_before(tokens, last, floor)
    for at in range(source.first + 1, last) if source else ():
        if "gerund" in tokens[at].tags and "and" in tokens[at - 1].tags:
            source = Source("nominal", at + 1, last)  # "a team and meeting a mayor who"
    if source is None and tokens[last].kind == "name":  # "along with Jane Roe, who"
        return Source("name", last, last, tokens[last].item)
    described = source and source.kind == "nominal" and tokens[last].kind == "name"
    if source and described and not describes_people(tokens, source.first, last - 1):
        return Source("name", last, last, tokens[last].item)
    if source and source.kind == "nominal" and not describes_people(tokens, source.first, last):
        inner = range(last, source.first, -1)
        of = next((i for i in inner if "preposition" in tokens[i].tags), last)
        people = _are_people(tokens, of, last) or describes_people(tokens, of + 1, last)
        return Source("nominal", of + 1, last) if people else source
    return source


def _are_people(tokens: Sequence[Token], of: int, last: int) -> bool:
    """Return whether "who" means several behind a preposition: "a push by makers who said"."""
    many = "who" in tokens[last + 1].tags and tokens[last].low.endswith("s")
    led = tokens[of].tags | tokens[of + 1].tags
    return many and of < last and led.isdisjoint({"of", "determiner"})


def _described(tokens: Sequence[Token], first: int, last: int) -> Source | None:
    """Return Roe for "Roe, who chairs the Poe Club said", an aide for "an aide who declined said".

    Nothing but the verb ends such a clause: with a comma behind it, the subject is before it.
    """
    who = last
    while who > first and not tokens[who].is_any(_CLAUSES) and tokens[who].kind not in MARKS:
        who -= 1
    if who == first or "who" not in tokens[who].tags:
        return None
    before = who - 2 if tokens[who - 1].low == "," else who - 1
    return phrase_before(tokens, before, first) if before >= first else None


def _is_something_said(tokens: Sequence[Token], source: Source, verb: int) -> bool:
    """Return whether a participle says what a text says: "Roe sent a message to us saying"."""
    if "gerund" not in tokens[verb].tags or source.kind != "nominal":
        return False
    head = tokens[head_end(tokens, source.first, source.last)]
    sent = any(token.is_any(_PAST) for token in tokens[source.first + 1 : source.last])
    bare = "determiner" not in tokens[source.first].tags
    sent = sent or (bare and "auxiliary" in tokens[source.first - 1].tags)  # "has written to her"
    return sent or "document" in head.tags  # "Her party sent leaflets saying"


def _of_the_verb_before(tokens: Sequence[Token], at: int, floor: int) -> Source | None:
    """Return who is the subject of the verb that a second one joins: "Roe agreed, saying"."""
    joined = tokens[at].is_any(JOINTS) or "gerund" in tokens[at + 1].tags
    for verb in range(at - 1, floor, -1) if joined else ():
        if is_verb(tokens, verb) and "gerund" not in tokens[verb].tags:
            source = subject_before(tokens, verb, floor)
            person = source and describes_people(tokens, source.first, source.last)
            return source if source and (person or source.kind != "nominal") else None
    return None


def _of_the_last_clause(tokens: Sequence[Token], at: int, floor: int) -> Source | None:
    """Return the maker in "It fell after the maker left, saying": what a later clause is about."""
    joined = tokens[at].is_any(JOINTS) or "gerund" in tokens[at + 1].tags
    for opens in range(at - 1, floor + 1, -1) if joined else ():
        if tokens[opens].low == ",":
            return None
        if tokens[opens].is_any(_CLAUSE_OPENERS) and tokens[opens - 1].low != ",":
            source = subject_after(tokens, opens, closed=False)
            verbs = tokens[source.last + 1 : at] if source else ()
            objects = [token.kind == "pronoun" or "determiner" in token.tags for token in verbs[:2]]
            if source and source.kind == "nominal" and any(objects):
                return source._replace(last=source.last - objects[0])  # "after the maker cut it"
            return source if any(token.is_any(_PAST) for token in verbs) else None
    return None


def subject_after(tokens: Sequence[Token], verb: int, *, closed: bool = True) -> Source | None:
    """Return the subject that follows a verb: "said the mayor, Jane Roe".

    It is closed where every word up to the next mark belongs to it.

    Example:
        >>> from summarizer.document.attribution.grammar.tokens import tokenise
        >>> from summarizer.languages.table import language
        >>> from summarizer.document.names.people import read_names
        >>> names = read_names("said former mayor Jane Roe.", language("en"))
        >>> subject_after(tokenise(names, (), ()), 0)
        Source(kind='name', first=3, last=3, item=0)
    """
    first, end = verb + 1, min(len(tokens), verb + REACH)
    while first < end and is_skipped(tokens[first]):
        first += 1
    if first < len(tokens) and tokens[first].kind == "pronoun":
        return Source("pronoun", first, first)
    return phrase_on(tokens, first, closed=closed)


def main_subject(tokens: Sequence[Token], end: int, floor: int | None = None) -> Source | None:
    """Return the subject of the clause that a token ends: its first noun phrase.

    What may open a sentence before its subject ("In Oslo, ", "Asked about it, ") is passed over.
    """
    at = sentence_start(tokens, end) if floor is None else floor
    first = at
    while at < end and (skip := opening_end(tokens, at, end)) > at:
        at = skip
    if first < at < end - 2 and tokens[at].kind == tokens[at + 2].kind == "name":
        at += 2 * (tokens[at + 1].low == ",")  # "In Akron, Ohio, Jane Roe"
    return subject_after(tokens, at - 1, closed=False) if at < end else None


def is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word of the list of cues is a verb here: "he claims", not "his claims"."""
    if tokens[at].kind != "cue" or _puts_something(tokens, at):
        return False
    if _is_compound(tokens, at):
        return True
    before = at - 1
    while before > at - REACH and before >= 0 and is_skipped(tokens[before]):
        before -= 1
    if before < 0 or tokens[before].kind in {"stop", "paragraph", "quote", "mark"}:
        return True
    tags = tokens[before].tags
    if "that" in tags and before > 0 and "document" in tokens[before - 1].tags:
        return True  # "a message that said"
    if "ambiguous" in tokens[at].tags:
        return tokens[before].kind in {"name", "pronoun"} or not tags.isdisjoint(_VERBED)
    return tokens[before].kind != "own" and (
        "determiner" not in tags and ("preposition" not in tags or "gerund" in tokens[at].tags)
    )


def _is_compound(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a verb is the participle of a tense with "has": "a déclaré"."""
    return verb > 0 and "compound" in tokens[verb].tags and "helper" in tokens[verb - 1].tags


def phrase_before(tokens: Sequence[Token], last: int, floor: int) -> Source | None:
    """Return the noun phrase that ends with a token; what "he said he" means is the first."""
    if tokens[last].kind == "pronoun":
        return _outer(tokens, last, floor) or Source("pronoun", last, last)
    return phrase_back(tokens, last, floor)


def _puts_something(tokens: Sequence[Token], at: int) -> bool:
    """Return whether someone puts a thing somewhere: only "Roe put it" is about words."""
    if "putting" not in tokens[at].tags:
        return False
    after = tokens[at + 1 : at + 2]
    return not any("it" in token.tags or token.low in {":", ","} for token in after)


def _outer(tokens: Sequence[Token], pronoun: int, floor: int) -> Source | None:
    """Return Roe for the pronoun in "Roe said (that) she called"."""
    at = pronoun - 1
    while at > floor and tokens[at].is_any(_BETWEEN_CLAUSES):
        at -= 1
    if at > floor and "saying" in tokens[at].tags and "they" not in tokens[pronoun].tags:
        source = subject_before(tokens, at, floor)
        many = source and source.kind == "nominal" and tokens[source.last].low.endswith("s")
        return None if many else source  # "prosecutors say he told"
    return None
