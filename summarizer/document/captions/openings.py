"""Where the clause of a figure begins, and what it is about."""

from itertools import pairwise

from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_SHORT, _LONG = 3, 15
"""Words before a figure: that say enough without a subject, and that say too much."""

_NEAR = 6
"""Words before "that" in which a "no" denies what is behind it."""

Opening = tuple[int, list[Place]]
"""The first word of a clause, and the pieces that are copied of it before the figure."""


def opening(here: Setting) -> Opening | None:
    """Return how the clause of a figure opens; None where that is not certain."""
    first = _first(here)
    begun = _begun(here, first)
    if begun is None:
        return None
    pieces, rest = begun
    return first, [*pieces, here.span(rest, here.at)] if rest < here.at else pieces


def _first(here: Setting) -> int:
    """Return where the clause begins: behind a mark, or a word that opens it."""
    at = here.at
    if here.whole:
        return 0
    while at and not _parts(here, at):
        at -= 1
    commas = [one for one in range(at, here.at) if here.clauses.kind(one) == "comma"]
    if commas and not any(map(here.clauses.is_verb, range(at, _mark(here)))):
        at = commas[-1] + 1  # a list: "Norway 3 percent, Poland 4 percent"
    while at < here.at and (here.low(at) in here.known.ands or here.clauses.kind(at) == "comma"):
        at += 1
    verb = at + here.clauses.is_pronoun(at)  # "it says the firm lost"
    inner = any(map(here.clauses.is_verb, range(verb + 1, here.at)))
    return _nearer(here, verb + 1 if here.low(verb) in here.known.telling and inner else at)


def _mark(here: Setting) -> int:
    """Return the next mark behind a figure."""
    return next(at for at in range(here.at, len(here.words) + 1) if here.clauses.kind(at) == "mark")


def _nearer(here: Setting, first: int) -> int:
    """Return where a clause begins that is not too long: "after the town cut grants by 9"."""
    if first == here.at or here.size(here.span(first, here.at)) <= _LONG:
        return first
    for at in range(first + 1, here.at):
        opens = here.low(at) in here.known.comparing or here.is_alone(at)
        if opens and _is_clause(here, at):
            return at
    return first


def _parts(here: Setting, at: int) -> bool:
    """Return whether a clause that holds a figure begins at a word."""
    known, low, kind = here.known, here.low(at - 1), here.clauses.kind(at - 1)
    if kind == "comma":
        return not _depends(here, at) and (here.is_standing(at) or _is_clause(here, at))
    if low in known.introducing and (_is_doubted(here, at - 1) or _is_hoped(here, at - 1)):
        return False
    joined = low in known.ands and (here.clauses.is_verb(at) or here.is_alone(at))
    who = low in known.relatives and here.clauses.is_verb(at) and _has_verbs(here, at)
    opens = low in known.openers - known.comparing and not who
    return kind == "mark" or joined or opens


def _depends(here: Setting, at: int) -> bool:
    """Return whether what is before a comma says whether it is so: "if it rains, 40 boats sink"."""
    kind = here.clauses.kind
    opens = next(one for one in range(at - 1, -1, -1) if kind(one - 1) in {"mark", "comma"})
    return here.is_condition(opens)


def _is_doubted(here: Setting, that: int) -> bool:
    """Return whether "that" may open what is not so: "wrongly said that", "no proof that"."""
    before = range(max(0, that - _NEAR), that)
    adverb = that - 2 if here.clauses.is_adverb(that - 2) else that - 1
    unreal = not here.known.unreal.isdisjoint((here.low(adverb), here.low(that - 1)))
    return unreal or any(map(here.clauses.is_negated, before))


def _is_hoped(here: Setting, that: int) -> bool:
    """Return whether "that" opens what is only hoped, expected or claimed: no fact."""
    verb = that - 1
    while here.clauses.is_adverb(verb):
        verb -= 1
    return here.low(verb) in here.known.hoping


def _is_clause(here: Setting, at: int) -> bool:
    """Return whether a verb is between a comma and the next one behind a figure."""
    stop = here.at + 1
    while here.clauses.kind(stop) not in {"mark", "comma"}:
        stop += 1
    moves = here.known.moves  # "up from 9" is no clause
    said = [*range(at, here.at), *range(here.at + 1, stop)]
    said = [one for one in said if here.low(one) not in moves or here.clauses.is_form(one)]
    verb = any(map(here.clauses.is_verb, said))
    around = here.low(at) in here.known.prepositions  # "with 9 percent preferring it"
    doing = any(map(here.clauses.is_gerund, range(here.at + 1, stop)))
    return verb or here.clauses.is_gerund(at) or (around and doing)


def _begun(here: Setting, first: int) -> tuple[list[Place], int] | None:
    """Return how a clause begins, as pieces from elsewhere, and where the rest of it begins."""
    known, before = here.known, here.low(first - 1)
    verb = here.clauses.is_verb(first)
    used = verb and here.last in known.by and here.front == first + 2
    passive = used and here.clauses.kind(first - 1) == "comma"  # "the pool, used by 40 pupils"
    related = before in known.relatives and (verb or before not in known.who | known.introducing)
    if passive or related or (first >= here.front and before in known.where):
        return _related(here, first - 1)
    if first >= here.front:
        return [], _bound(here, first)
    if verb or here.clauses.is_gerund(first):
        return _predicate(here, first)
    opens = before in known.openers - known.relatives - known.introducing
    return _pronoun(here, first, opens) if here.is_alone(first) else ([], first - opens)


def _bound(here: Setting, first: int) -> int:
    """Return where a bound before a figure begins: "fewer than … left"; no article does."""
    small = here.known.articles | here.known.owners
    return here.at if all(here.low(at) in small for at in range(first, here.at)) else first


def _related(here: Setting, relative: int) -> tuple[list[Place], int] | None:
    """Return what "who" means: "the troops, whose pay fell by", or over an age, as a piece."""
    noun = here.clauses.antecedent(relative)
    aside = here.clauses.kind(relative - 1) == "comma"  # "to 25 members, which sit for"
    if noun and aside and here.clauses.kind(noun.start - 1) == "figure":
        return None
    if noun and noun.stop + 1 < relative:
        return [here.place(noun)], relative
    return ([], noun.start) if noun else None


def _pronoun(here: Setting, first: int, opens: bool) -> tuple[list[Place], int] | None:
    """Return how a clause begins whose first word is a pronoun: with the name that it means."""
    if here.clauses.is_verb(first + 1) and here.is_it(first):
        return [], first + 2
    name = here.named(range(first, first + 1))
    opener = [here.span(first - 1, first)] if opens else []
    return ([*opener, name], first + 1) if name else None


def _predicate(here: Setting, first: int) -> tuple[list[Place], int] | None:
    """Return the subject of a verb that begins a clause, if it is certain."""
    known, noun = here.known, here.clauses.subject(first)
    later = any(map(here.clauses.is_verb, range(first + 2, here.at)))
    doing = here.clauses.is_gerund(first) and later  # "meaning the firm gets 9"
    if noun and not doing and here.low(noun[0]) not in known.pronouns:
        joined = here.low(first - 1) in known.ands and here.clauses.is_opened(noun.start)
        one = here.low(noun.start - 1) in known.ands  # of two: "Keld and Ormeth fired, leaving"
        return ([] if joined or one else [here.place(noun)]), first
    counts = not here.ends(here.at + 1) or here.low(here.at + 1) in known.ofs
    whole = counts or here.at - first >= _SHORT
    return ([], first) if whole and here.low(first) not in known.helpers else None


def _has_verbs(here: Setting, first: int) -> bool:
    """Return whether a clause has a second verb: "who left it sold 9"."""
    verbs = [at for at in range(first, here.at) if here.clauses.is_verb(at)]
    joined = here.known.ands | here.known.prepositions
    return any(b - a > 1 and here.low(b - 1) not in joined for a, b in pairwise(verbs))
