"""What a part of a sentence is: a clause of its own, an aside, a condition of the rest."""

from summarizer.document.captions.setting import Setting
from summarizer.document.captions.vocabulary import Classes

Parts = list[range]
"""The parts of a sentence that are copied, as ranges of words; its marks are between them."""

_TELLING, _ITEM, _SUBJECT = 6, 3, 9
"""Words at the most: of who says something, behind it; of one of a list; of a subject."""

_NOUNS = frozenset({"articles", "forms"})
_DEPENDENT = frozenset({"dependent", "relatives"})
_ASIDE = frozenset({"prepositions", "openers", "gerunds"})
_NO_SUBJECTS = _ASIDE | {"telling"}
_SMALL = frozenset({"prepositions", "articles"})
_NO_END = frozenset({"times", "ands"})
_NO_ENDS = _NO_END | {"pronouns"}
_CLAUSE_MARKS = frozenset(";:")
_DASHES = frozenset("()[]-–—")


def is_clause(here: Setting, part: range) -> bool:
    """Return whether words begin with the subject of their verb."""
    first = part.start
    if here.classes(first) & _NO_SUBJECTS or here.is_alone(first):
        return False
    verb = here.verb(part)
    if verb is None:
        return False
    told = "telling" in here.classes(part.stop - 1) and len(part) <= _TELLING  # "the guild said"
    shared = "ands" in here.classes(verb + 1) and not here.is_verb(verb + 2)  # "reserves and 40"
    return not (told or shared) and _is_subject(
        [here.classes(at) for at in range(first, verb) if not here.is_adverb(at)]
    )


def _is_subject(words: list[Classes]) -> bool:
    """Return whether words can be a subject: not too long, no time, no "voters they"."""
    if not 0 < len(words) <= _SUBJECT or any("openers" in classes for classes in words):
        return False
    noun = [classes for classes in words if not classes & _SMALL]
    ends = _NO_ENDS if len(words) > 1 else _NO_END
    return bool(noun) and not (noun[0] | noun[-1]) & ends


def depends(here: Setting, part: range) -> bool:
    """Return whether a part is no sentence alone: "Back when it left", "After leading"."""
    first = here.behind_and(part.start)
    if here.classes(first) & _DEPENDENT or "dependent" in here.classes(first + 1):
        return True
    if "prepositions" not in here.classes(first):
        return False
    opens = range(first, here.verb(part) or first)
    return bool(here.within(opens, "relatives")) or "gerunds" in here.classes(first + 1)


def is_aside(here: Setting, part: range) -> bool:
    """Return whether a part only says more of what is before it: "which is old", "a town"."""
    dashed = {here.low(part.start - 1)[:1], here.low(part.stop)[:1]} <= _DASHES
    first = here.classes(part.start)
    return dashed or "relatives" in first or bool(first & _NOUNS and here.verb(part) is None)


def is_listed(here: Setting, before: range, part: range) -> bool:
    """Return whether a part is the end of a list: "Roe, Lind and Finch", "nets, pans, and oars"."""
    first = here.behind_and(part.start)
    names = here.is_name(first) and here.is_name(part.start - 2)
    near = len(before) <= _ITEM and part.start - before.stop <= len("),")
    item = near and "joining" not in here.classes(before.start)
    verb = has_verb(here, [before, part] if item else [part])
    return (names or item) and bool(here.within(part, "ands")) and not verb


def binds(here: Setting, part: range) -> bool:
    """Return whether the rest may not be so, or only if something else is, or someone says so."""
    return bool(here.within(part, "binding"))


def attributes(here: Setting, part: range) -> bool:
    """Return whether a part of its own says who says the rest: "Jo Roe said in May"."""
    first = here.behind_and(part.start)
    if here.classes(first) & _ASIDE:
        return False
    told = tellers(here, range(first, part.stop))
    return bool(told) and not here.within(range(first, told[0] + 1), "parting")


def tellers(here: Setting, part: range) -> list[int]:
    """Return the words of a part that say that someone says something: not "vowed to"."""
    told = here.within(part, "telling")
    return [at for at in told if "infinitive" not in here.classes(at + 1)]


def is_marked(here: Setting, part: range) -> bool:
    """Return whether a mark that parts clauses is before a part."""
    return here.text[here.words[part.start - 1].start] in _CLAUSE_MARKS


def has_verb(here: Setting, parts: Parts) -> bool:
    """Return whether one of some parts has a verb."""
    return any(here.verb(part) is not None for part in parts)
