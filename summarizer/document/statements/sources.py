"""Whose words a verb reports: the noun phrase before it, or beside it."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import (
    main_subject,
    subject_after,
    subject_before,
)
from summarizer.document.attribution.grammar.tokens import MARKS, Token
from summarizer.document.statements.cues import before_verb, finite, is_alone, quoting
from summarizer.document.statements.scanning import comma_before, has_verb

_OPENING = frozenset({"conjunction", "introducing"})
_PEOPLE = frozenset({"person", "collective", "showing", "document", "indefinite", "alone"})
_DATING = frozenset({"preposition", "day"})
_WHEN = frozenset({"day", "time", "span"})
_NO_SOURCES = frozenset({"you", "who"})
_BACK = 60
"""Tokens before a verb in which its subject is: more would be slow."""
_ASIDE = 12
"""Tokens of what may be between a name and its verb, set off by commas."""


def source_of(tokens: Sequence[Token], verb: int, floor: int) -> Source | None:
    """Return the source before a verb.

    Args:
        tokens: The text's tokens.
        verb: Number of the verb.
        floor: Number of the first token that may belong to it.

    Returns:
        The source; None where there is none, or one that nobody knows: "you", "who".
    """
    floor = max(floor, verb - _BACK)
    if (quotes := quoting(tokens, verb)) is not None:
        return _quoted(tokens, quotes, floor)
    verb = finite(tokens, verb)
    verb -= verb - 1 > floor and "deciding" in tokens[verb - 1].tags  # "Roe keeps saying"
    last = before_verb(tokens, verb)
    if "who" in tokens[last].tags and "determiner" in tokens[last - 1].tags:  # "those who think"
        return None
    source = (
        _inverted(tokens, verb, floor)
        or _behind_day(tokens, last)
        or subject_before(tokens, verb, floor)
        or _alone(tokens, last)
    )
    if source and _is_amiss(tokens, source):
        source = main_subject(tokens, source.first, floor) if source.first > floor else None
    if source is None and (aside := apposed(tokens, verb, floor)):
        source = aside[0]
    if source is None or not speaks(tokens, source):
        return None
    return _one_of(tokens, source) or together(tokens, source, floor)


def _one_of(tokens: Sequence[Token], source: Source) -> Source | None:
    """Return the clerk in "One of them, a clerk, said": the rest says no more of who it is."""
    first, last = source.first, source.last
    one = source.kind == "nominal" and last == first + 2 and "of" in tokens[first + 1].tags
    behind = tokens[last + 1 : last + 3]
    if not one or len(behind) < 2 or behind[0].low != "," or "article" not in behind[1].tags:
        return None
    return subject_after(tokens, last + 1, closed=False)


def together(tokens: Sequence[Token], source: Source, floor: int) -> Source:
    """Return all of those who speak together: "Tom and Ana Poe", "Tom, Ana and the miners"."""
    first = whole = source.first
    while first - 2 >= floor and tokens[first - 2].kind == "name" and _joins(tokens[first - 1]):
        if first == source.first and tokens[first - 1].low == ",":
            break
        first -= 2
        if first == floor or _opens(tokens[first - 1]):
            whole = first
    last = _last_of(tokens, source)
    joined = whole < source.first or last > source.last
    return Source("nominal", whole, last) if joined else source


def _last_of(tokens: Sequence[Token], source: Source) -> int:
    """Return where those end who are named behind a name: "Tom and Ana Poe, who left,"."""
    last = source.last
    most = min(len(tokens), last + _BACK)
    while last + 2 < most and tokens[last + 2].kind == "name" and _joins(tokens[last + 1]):
        last += 2
    both = source.kind == "name" and "and" in tokens[last - 1].tags
    return last if both and last > source.last else source.last


def _opens(before: Token) -> bool:
    """Return whether a subject may follow: not in "left for Oslo and Poe said"."""
    return before.kind in MARKS or before.is_any(_OPENING)


def source_after(tokens: Sequence[Token], verb: int, *, closed: bool = True) -> Source | None:
    """Return the source behind a verb, with those who speak together: "said Tom and Ana Poe"."""
    source = subject_after(tokens, verb, closed=closed)
    return together(tokens, _undated(tokens, source), source.first) if source else None


def _undated(tokens: Sequence[Token], source: Source) -> Source:
    """Return a description without the day behind it: "said the police on Monday"."""
    last = source.last
    while last > source.first and tokens[last].is_any(_DATING):
        last -= 1
    return source if last == source.last else Source("nominal", source.first, last)


def _joins(token: Token) -> bool:
    return token.low == "," or "and" in token.tags


def speaks(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a source is one that can be named: not "neither side", "who"."""
    first = tokens[source.first]
    if "no_one" in first.tags:
        return False
    return source.kind != "pronoun" or not (first.is_any(_NO_SOURCES) or first.low == "you")


def apposed(tokens: Sequence[Token], verb: int, floor: int) -> tuple[Source, int] | None:
    """Return the name in ", a nurse, Ann Poe, said" or ", Ann Poe, the mayor, said".

    Returns:
        The name, and the number of the comma before the whole; None where commas set off no one.
    """
    second = comma_before(tokens, verb - 2, max(floor, verb - _ASIDE))
    if tokens[verb - 1].low != "," or second is None or has_verb(tokens[second + 1 : verb]):
        return None
    first = comma_before(tokens, second - 1, max(floor, second - _ASIDE))
    if first is None and "determiner" in tokens[floor].tags and " " in tokens[verb - 2].low:
        first = floor - 1
    if first is None or second - first < 2:
        return None
    if second == verb - 3 and tokens[verb - 2].kind == "name":
        described = tokens[first + 1].is_any(frozenset({"determiner", "person"}))
        return (_name(tokens, verb - 2), first) if described else None
    named = tokens[second - 1].kind == "name" and tokens[second + 1].kind != "name"
    return (_name(tokens, second - 1), first) if named else None


def _name(tokens: Sequence[Token], at: int) -> Source:
    return Source("name", at, at, tokens[at].item)


def _quoted(tokens: Sequence[Token], verb: int, floor: int) -> Source | None:
    """Return Roe for "quoted Roe as saying" and for "Roe was quoted as saying"."""
    if "as" in tokens[verb + 1].tags:
        return source_of(tokens, verb, floor)
    return subject_after(tokens, verb, closed=False)


def _inverted(tokens: Sequence[Token], verb: int, floor: int) -> Source | None:
    """Return the source of the clause that a gerund goes on: "it rains, said Roe, adding that"."""
    if "gerund" not in tokens[verb].tags or tokens[verb - 1].low != ",":
        return None
    near = range(verb - 2, max(floor, verb - _ASIDE), -1)
    said = next((at for at in near if "saying" in tokens[at].tags), None)
    if said is None or tokens[said - 1].kind not in MARKS:
        return None
    source = source_after(tokens, said, closed=False)
    after = tokens[source.last + 1] if source and source.last < verb else None
    return source if after and (after.low == "," or after.is_any(_DATING)) else None


def _behind_day(tokens: Sequence[Token], last: int) -> Source | None:
    """Return the name in "In a speech on Friday Roe said"."""
    dated = last > 1 and tokens[last].kind == "name" and "day" in tokens[last - 1].tags
    return _name(tokens, last) if dated else None


def _alone(tokens: Sequence[Token], last: int) -> Source | None:
    """Return what is one alone before a verb: "both said"."""
    alone = tokens[last].low.isdecimal() or is_alone(tokens, last)
    return Source("nominal", last, last) if alone else None


def _is_someone(word: Token) -> bool:
    """Return whether a word can be a source: "police", "officials", "many", "9"."""
    many = word.low.endswith("s") and "function" not in word.tags  # not "hers"
    return word.is_any(_PEOPLE) or many or word.low.isdecimal()


def _is_amiss(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a phrase is a time, in brackets, or has a verb, and so is no source."""
    if source.first and tokens[source.first - 1].low == "(":  # "Roe (D-Ohio) said"
        return tokens[source.last + 1].low == ")"
    if source.kind != "nominal":
        return False
    words, before = tokens[source.first : source.last + 1], tokens[source.first - 2 : source.first]
    which = len(before) > 1 and "person" in before[0].tags and "that" in before[1].tags
    if which and not words[0].tags:  # "a group that receives aid said"
        return True
    if len(words) == 1:
        return not _is_someone(words[0])
    timed = words[0].is_any(_WHEN) and "indefinite" not in words[0].tags
    dated = timed and any("by" in word.tags for word in words)
    if dated:  # "a report released last week by the town said"
        return True
    timed = all(word.is_any(_WHEN) for word in words) and not words[0].low.isdecimal()
    return timed or "gerund" in words[0].tags or any("auxiliary" in word.tags for word in words)
