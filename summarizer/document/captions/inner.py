"""The clause of a figure within a long part of its sentence, with its subject."""

from collections.abc import Iterator

from summarizer.document.captions.setting import Setting

_NEAR = 6
"""Words before "that" in which a "no" denies what is behind it."""

_SHORT = 6
"""Words of who says something, behind it."""

Parts = list[range]
"""The parts of a sentence that are copied, as ranges of words; its marks are between them."""


def inner(here: Setting, parts: Parts) -> Iterator[Parts]:
    """Yield what is left where only the clause of a figure is copied, the longest first.

    It is what someone said, what began with "after", what a noun before "which" does, or what the
    subject does behind "and".
    """
    at = next(at for at, part in enumerate(parts) if here.at in part)
    rest, after = parts[at], parts[at + 1 :]
    for first in range(rest.start, here.at):
        subject = _begun(here, rest, first)
        described = subject and subject[0].start == rest.start  # "Jane Roe, a baker who"
        if subject is not None and not (described and at):
            yield [*subject, range(first, rest.stop), *after]


def _begun(here: Setting, rest: range, first: int) -> Parts | None:
    """Return the subject of a clause that begins at a word, if it is elsewhere; None: none does."""
    known, before, clauses = here.known, here.low(first - 1), here.clauses
    if here.low(first) in known.relatives - known.introducing:
        return _noun(clauses.antecedent(first))
    if before in known.ands and clauses.is_verb(first):
        nearer = known.openers - known.comparing | known.telling  # "the law that Bo made and sold"
        near = any(here.low(at) in nearer for at in range(rest.start, first))
        return None if near else _noun(clauses.subject(first))
    opens = before in (known.openers - known.relatives - known.comparing) | known.telling
    opens = opens or before in known.introducing
    doubted = here.is_condition(first - 1) or _is_doubted(here, first)
    shared = any(
        here.low(at) in known.ands and clauses.is_verb(at + 1) for at in range(first, here.at)
    )
    whole = opens and not doubted and not shared  # "praised the law that it saw and sold 40"
    return _told(here, first) if whole and is_clause(here, range(first, rest.stop)) else None


def _told(here: Setting, first: int) -> Parts | None:
    """Return who says what begins at a word, nothing where nobody does; None: it is not certain."""
    that = here.low(first - 1) in here.known.introducing
    if not that and here.low(first - 1) not in here.known.telling:
        return []
    verb = here.clauses.last_verb(first - that)
    subject = here.clauses.subject(verb) if verb else None
    return [range(subject.start, first)] if subject else None


def _noun(found: range | None) -> Parts | None:
    return [found] if found else None


def is_clause(here: Setting, part: range) -> bool:
    """Return whether words begin with the subject of their verb."""
    first, around = part.start, here.known.prepositions | here.known.openers
    around |= here.known.telling  # "crews, who left, say the firm lost"
    if here.is_alone(first) or here.clauses.is_gerund(first) or here.low(first) in around:
        return False
    verb = next(filter(here.is_verb, part), None)
    subject = here.clauses.subject(verb) if verb else None
    told = here.low(part.stop - 1) in here.known.telling and len(part) <= _SHORT
    if told:  # "the chamber of trade said"
        return False
    if first == here.at and verb == first + 1:  # "and 41% approved": of what group?
        return False
    if verb and here.low(verb + 1) in here.known.ands and not here.is_verb(verb + 2):
        return False  # "tons of reserves and 40 mines"
    if verb is None or subject is None or subject.start - first not in {0, 1}:
        return False
    return not any(here.low(at) in here.known.relatives for at in range(subject.stop, verb))


def _is_doubted(here: Setting, first: int) -> bool:
    """Return whether a clause may say what is not so: "hopes that", "no proof that"."""
    that = first - (here.low(first - 1) in here.known.introducing)
    verb = that - 1
    while here.clauses.is_adverb(verb):
        verb -= 1
    unreal = here.known.unreal | here.known.hoping
    said = {here.low(verb), here.low(verb - 1), here.low(that - 1), here.low(that - 2)}
    # "There is no proof, the minister said at length, that": an aside may be long.
    near = 0 if that < first else max(0, that - _NEAR)
    denied = any(map(here.clauses.is_negated, range(near, that)))
    return denied or not unreal.isdisjoint(said)
