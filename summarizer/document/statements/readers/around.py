"""Reads what is reported before a verb: "It rains, Jane Roe said", "It rains, said Jane Roe"."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.persons import gender_of
from summarizer.document.attribution.grammar.phrases import Source, head_end
from summarizer.document.attribution.grammar.tokens import MARKS, Token
from summarizer.document.statements.clauses import clause_end
from summarizer.document.statements.cues import finite
from summarizer.document.statements.reported import Part, Reported, SentenceTokens
from summarizer.document.statements.scanning import comma_before, comma_behind, has_verb, is_finite
from summarizer.document.statements.sources import apposed, source_after, source_of, speaks

_LONG = 7
"""Tokens from which words without a known verb count as a clause."""
_SHORT = 3
"""Tokens that are no clause before "said Jane Roe"."""
_SUBJECT = 10
"""Tokens of a subject with its titles."""
_BEHIND = 40
"""Tokens of what may be behind the verb: "said in Oslo on Monday"."""
_LATER = frozenset({"preposition", "time", "day", "span", "aside"})
_CLOSING = frozenset({",", ";", "[", "("})
_JOINTS = frozenset({"and"})
_NOT_INSIDE = frozenset({"auxiliary", "conjunction"})
_OPENING = frozenset({"aside", "asked", "past"})
_GOES_ON = frozenset({"and", "but", "introducing", "auxiliary"})
_SETTING = frozenset({"setting", "aside", "to", "as"})
_NO_CLAUSE = frozenset({"opener", "gerund", "past"})
_CONDITIONS = frozenset({"opener", "auxiliary"})  # "Had it rained, Roe said"
_BEFORE_SPEECH = frozenset(":–—")
_BODIES = frozenset({"body", "showing", "document", "collective"})
_PAST = frozenset({"past", "irregular_past"})
_BRACKETS = frozenset("()")
_PLAIN = frozenset({"word", "name", "own"})


def inserted(sentence: SentenceTokens, verb: int) -> Reported | None:
    """Read the words before a verb of saying that its clause is inserted into, or ends.

    Args:
        sentence: The sentence.
        verb: Number of a verb that reports.
    """
    tokens, floor, _ = sentence
    parted = comma_before(tokens, verb - 1, max(floor, verb - _BEHIND)) is not None
    after = _behind(sentence, verb) if parted and _may_end(tokens[verb]) else None
    subject = _subject(sentence, verb) if after is not None else None
    if after is None or subject is None:
        return None
    source, comma = subject
    parts = _parts(sentence, comma, after, _LONG)
    return Reported(source, verb, "inserted", parts) if parts else None


def with_first_half(sentence: SentenceTokens, found: Reported) -> Reported:
    """Add the words before a verb with a colon: "It was late, Jane Roe said: the bus had left".

    Args:
        sentence: The sentence.
        found: What is read behind the colon.
    """
    tokens, floor, _ = sentence
    subject = _subject(sentence, found.cue)
    if subject is None or tokens[floor].is_any(_NO_CLAUSE):
        return found
    half = (floor, subject[1])
    clause = any(map(is_finite, tokens[slice(*half)]))
    return found._replace(parts=(half, *found.parts)) if clause else found


def inverted(sentence: SentenceTokens, verb: int) -> Reported | None:
    """Read the words before "…, said Jane Roe".

    Args:
        sentence: The sentence.
        verb: Number of a verb that reports.
    """
    tokens, floor, end = sentence
    comma = finite(tokens, verb) - 1  # "…, a dit Jane Roe"
    if comma <= floor or tokens[comma].low != "," or not _may_invert(tokens[verb]):
        return None
    if tokens[comma - 1].kind == "quote" and tokens[comma - 2].low in _BEFORE_SPEECH:
        return None  # "Sie klagen: „…“, sagte Jane Roe" has a quotation of hers
    source = _subject_behind(tokens, verb)
    closes = source is not None and _closes(sentence, verb, source)
    if source is None or not (closes or _speaks(tokens, source)):
        return None
    after = max(source.last, verb) + 1
    if "parted" not in tokens[verb].tags and not _ends(tokens, after, end):
        return None
    parts = _parts(sentence, comma, after, 0 if closes else _SHORT)
    return Reported(source, verb, "inverted", parts) if parts else None


def _closes(sentence: SentenceTokens, verb: int, source: Source) -> bool:
    """Return whether a line ends with its source: "Rent cap has failed, says landlord body"."""
    tokens, floor, end = sentence
    told = any(token.kind == "quote" or is_finite(token) for token in tokens[floor : verb - 1])
    alone = comma_behind(tokens, floor, verb - 1) is None
    someone = source.last > source.first or tokens[source.first].is_any(_BODIES)
    closed = all(token.low == "," for token in tokens[source.last + 1 : end][:1])
    return told and alone and someone and closed


def thus(sentence: SentenceTokens, cue: int) -> Reported | None:
    """Read the words before or around ", so Jane Roe", which German has for "said Jane Roe".

    Args:
        sentence: The sentence.
        cue: Number of the word for "so".
    """
    tokens, floor, end = sentence
    if cue - 1 <= floor or tokens[cue - 1].low != ",":
        return None
    source = source_after(tokens, cue, closed=False)
    if source is None or not _speaks(tokens, source):
        return None
    if source.first > cue + 1 and "determiner" not in tokens[cue + 1].tags:  # "so auch das Werk"
        return None
    after = source.last + 1
    after += after < end and "adverb" in tokens[after].tags  # "so Jane Roe weiter"
    parts = _parts(sentence, cue - 1, after, _SHORT) if _ends(tokens, after, end) else ()
    return Reported(source, cue, "according", parts) if parts else None


def _subject_behind(tokens: Sequence[Token], verb: int) -> Source | None:
    """Return the subject behind a verb, or within it: "a-t-elle dit"."""
    if tokens[verb - 1].kind == "pronoun":
        return Source("pronoun", verb - 1, verb - 1)
    after = tokens[verb + 1 : verb + 3]
    placed = len(after) > 1 and "preposition" in after[0].tags and after[1].kind == "name"
    if placed or any("to" in each.tags for each in after[:1]):
        return None  # "pointed to Oslo", "believed to be worth 5 pounds"
    source = source_after(tokens, verb, closed="parted" not in tokens[verb].tags)
    thing = source and "it" in tokens[source.first].tags and not gender_of(tokens[source.first])
    return None if thing else source  # "Roe, a judge, denied it"


def _speaks(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a source is named, or described as people: not "said no"."""
    first = tokens[source.first]
    named = source.kind != "nominal" or first.kind == "name"
    if named and any(token.is_any(_PAST) for token in tokens[source.first : source.last]):
        return False  # "said Oslo shared Roe's concerns"
    head = tokens[head_end(tokens, source.first, source.last)]
    return speaks(tokens, source) and (named or "person" in head.tags)


def _may_end(verb: Token) -> bool:
    """Return whether a verb may end an inserted clause; in some languages its subject does."""
    finite = "gerund" not in verb.tags and "noun_too" not in verb.tags
    read = "uninflected" not in verb.tags or "saying" in verb.tags
    return "stating" in verb.tags and "compound" not in verb.tags and finite and read


def _may_invert(verb: Token) -> bool:
    finite = "gerund" not in verb.tags and "uninflected" not in verb.tags
    return "saying" in verb.tags and "addressing" not in verb.tags and finite


def _ends(tokens: Sequence[Token], after: int, end: int) -> bool:
    return after >= end or tokens[after].kind == "mark" or tokens[after].is_any(_LATER)


def _behind(sentence: SentenceTokens, verb: int) -> int | None:
    """Return the comma, or the end of the sentence, that is behind a verb; None if words are."""
    tokens, _, end = sentence
    after = verb + 1
    while after < end and _is_passed(tokens[after], tokens[verb]):
        after += 1
    hearer = "addressing" in tokens[verb].tags and after == verb + 1
    if after < end and (tokens[after].is_any(_LATER) or hearer):
        last = min(end, after + _BEHIND)
        mark = next((at for at in range(after, last) if tokens[at].kind in MARKS), last)
        if any("auxiliary" in token.tags for token in tokens[after:mark]):
            return None
        after = mark
    closed = after >= end or tokens[after].low in _CLOSING or tokens[after].is_any(_JOINTS)
    return after if closed else None


def _is_passed(token: Token, verb: Token) -> bool:
    """Return whether a word is a day, or whom someone wrote: "Poe wrote Li on Monday"."""
    return "day" in token.tags or (token.kind == "name" and "writing" in verb.tags)


def _subject(sentence: SentenceTokens, verb: int) -> tuple[Source, int] | None:
    """Return the subject of a verb, and the number of the comma before it."""
    tokens, floor, _ = sentence
    if aside := apposed(tokens, verb, floor):
        return aside
    source = source_of(tokens, verb, floor)
    if source is None:
        return None
    at = source.first - 1
    while at > max(floor, source.first - _SUBJECT) and _is_inside(tokens[at]):
        at -= 1
    if at > floor and tokens[at].low == ",":
        described = source.kind == "nominal"
        if described and _is_second(tokens, at + 1, source):
            return None
        return (Source("nominal", at + 1, source.last) if described else source), at
    return None


def _is_second(tokens: Sequence[Token], first: int, source: Source) -> bool:
    """Return whether a source speaks of what is before it: ", a demand the firm called"."""
    before, own = tokens[first : source.first], tokens[source.first]
    both = bool(before) and {"determiner"} <= before[0].tags & own.tags
    return both and "preposition" not in before[-1].tags


def _is_inside(token: Token) -> bool:
    plain = token.kind in _PLAIN or token.low in _BRACKETS
    return plain and not token.is_any(_NOT_INSIDE)


def _parts(sentence: SentenceTokens, comma: int, after: int, most: int) -> tuple[Part, ...]:
    """Return the words before the comma, and those behind the verb where they go on."""
    tokens, floor, end = sentence
    whole = _is_whole(tokens, floor, comma, most)
    opens = tokens[floor].is_any(_CONDITIONS) and not tokens[floor + 1].low[:1].isdigit()
    if opens and comma_behind(tokens, floor, comma) is None:  # "When asked, Roe said"
        ends = after >= end and has_verb(tokens[floor + 1 : comma])
        whole = whole and ends and comma - floor > _LONG and not tokens[floor].is_any(_OPENING)
    comma_follows = after + 1 < end and tokens[after].low == ","
    begun = any(token.kind not in MARKS for token in tokens[floor:comma])
    broken = "not" in tokens[comma - 1].tags  # "though not, he said, for that"
    goes_on = begun and comma_follows and _continues(tokens[after + 1], whole=whole and not broken)
    if goes_on:
        return (floor, comma), (after + 1, clause_end(tokens, after + 1, end))
    return ((floor, comma),) if whole else ()


def _is_whole(tokens: Sequence[Token], first: int, end: int, most: int) -> bool:
    """Return whether words are a clause: with a verb, a pronoun, or more of them than that."""
    if "gerund" in tokens[first].tags and comma_behind(tokens, first, end) is None:
        return any(map(is_finite, tokens[first:end]))  # "Leaving it out, Roe said, was wrong"
    last = tokens[end - 1].tags
    if "auxiliary" in last and "modal" not in last:  # "He had, Roe said, “won”", but "in May"
        return False
    return end - first > most or tokens[first].kind == "pronoun" or has_verb(tokens[first:end])


def _continues(token: Token, *, whole: bool) -> bool:
    if token.kind == "quote" or "gerund" in token.tags:
        return False
    if not whole or token.is_any(_GOES_ON):
        return True  # "Land that floods, Roe said, would be sold"
    return "preposition" in token.tags and not token.is_any(_SETTING)  # "he said, by a fifth"
