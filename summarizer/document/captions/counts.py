"""What is counted, and who has it or does it."""

from itertools import takewhile

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.clauses import Frame
from summarizer.document.captions.setting import Setting

LABEL = ": "
"""Between what is counted and whose it is: "shots: Castellar had"."""


def owned(here: Setting) -> Caption | None:
    """Return what someone has so many of: "the city's five pools"."""
    owner, noun = here.last, _counted_noun(here)
    if not (noun and owner.endswith(("'s", "’s", "s'", "s’"))):
        return None
    end = here.front
    first = end - 1
    while not here.ends(first - 1):
        first -= 1
    return here.made("owned", [here.place(range(first, end)), here.place(noun)])


def bracketed(here: Setting) -> Caption | None:
    """Return what the name before a bracket has: "California (475 delegates)"."""
    noun, at = _counted_noun(here), here.front - 1
    closed = noun and here.low(noun.stop) == ")"
    if not closed or here.last != "(" or not here.clauses.is_capital(at - 1):
        return None
    name = here.clauses.antecedent(at)
    return here.made("bracketed", [here.place(noun), here.place(name)], LABEL) if name else None


def counted(here: Setting) -> Caption | None:
    """Return what is counted, and whose it is: "contracts: she will cancel"."""
    noun = _counted_noun(here)
    if described := _described_noun(here, noun):
        return here.made("described", [here.place(described)])
    if part := _part(here, noun):
        return part
    if not noun or here.clauses.is_verb(noun.stop) or not _may_be_counted(here, noun):
        return None
    end = _first_of_two(here) or here.front
    frame = here.clauses.frame(end)
    ranked = here.figure.ordinal and here.clauses.is_verb(end - 1)  # "met the 42nd president"
    whose = here.whose(frame, end) if frame and not ranked else None
    if whose and (made := here.made("counted", [here.place(noun), *whose], LABEL)):
        return made
    if pointed := here.pointed(frame, end):
        return here.made("pointed", [here.place(noun), here.place(pointed)], LABEL)
    return here.made("alone", [here.place(noun)]) if _is_enough(here, noun, frame) else None


def _part(here: Setting, noun: range) -> Caption | None:
    """Return what consists of what is counted, where it opens a clause: "a survey of 90 voters"."""
    whole = here.clauses.antecedent(here.front - 1) if here.last in here.known.ofs else None
    if (
        not whole
        or not noun
        or here.low(noun.start) in here.known.ofs
        or not _may_be_counted(here, noun)
    ):
        return None
    if here.low(whole.start) in here.known.particles:
        return None  # "out of 90 voters"
    frame = here.clauses.frame(here.front)
    if frame and not here.clauses.is_verb(noun.stop) and here.whose(frame, here.front):
        return None
    return here.made("part", [here.place(range(whole.start, here.front)), here.place(noun)])


def _counted_noun(here: Setting) -> range:
    """Return the noun that is counted, with what belongs to it; empty where it says nothing."""
    known, at = here.known, here.at
    noun = here.counted or _common(here) or here.phrase(at + 1, known.ofs) or here.noun(at + 1)
    lows = {here.low(one) for one in noun}
    name = here.figure.ordinal and noun and here.clauses.is_capital(noun[0])
    behind = noun and {here.low(noun.start), here.low(noun.stop)} & known.trailing
    vague = behind or lows & (known.pronouns | known.multiples) or lows <= known.times
    if vague or name:
        return range(0)
    more = here.phrase(noun.stop, (known.ofs | known.aims) - known.infinitive)
    return range(noun.start, more.stop) if more else noun


def _described_noun(here: Setting, noun: range) -> range:
    """Return a noun that is known from before with what "who" says: "the 27 members who voted"."""
    given = here.low(here.at - 1) in here.known.articles - here.known.indefinite
    related = noun and here.low(noun.stop) in here.known.relatives
    return here.predicate(noun.start) if given and related and not here.opens else range(0)


def _common(here: Setting) -> range:
    """Return the noun that a part and its whole share: "12 of the 98 delegates"."""
    small = here.known.articles | here.known.owners
    whole = here.at + 2 + (here.low(here.at + 2) in small)
    shared = here.low(here.at + 1) in here.known.ofs and here.clauses.kind(whole) == "figure"
    return here.noun(whole + 1) if shared else range(0)


def _may_be_counted(here: Setting, noun: range) -> bool:
    """Return whether a noun is counted here and is not known from before: "the two men"."""
    known, before = here.known, here.low(here.at - 1)
    if here.last in known.each and here.low(noun[0]) not in known.ofs:
        return False
    if here.last in known.ofs and here.clauses.kind(here.front - 2) == "figure":
        return False
    named = here.figure.ordinal or here.opens or any(here.low(at) in known.ofs for at in noun)
    given = before in known.articles - known.indefinite and not named
    return not given and here.clauses.kind(here.front - 1) != "comma"


def _first_of_two(here: Setting) -> int:
    """Return the figure that another one gives in other units: "$26 million, or 6 %"; 0: none."""
    joined = here.last in here.known.alternatives or here.last == "("
    at = here.front - 2 - (here.clauses.kind(here.front - 2) == "comma")
    return at if joined and here.clauses.kind(at) == "figure" else 0


def _is_enough(here: Setting, noun: range, frame: Frame | None) -> bool:
    """Return whether a noun says enough alone: "anniversary of the end of the war"."""
    belongs = any(here.low(at) in here.known.ofs for at in noun[1:])
    there = frame is not None and here.low(frame.subject[0]) in here.known.there
    return belongs or (there and any(here.low(at) in here.known.prepositions for at in noun))


def in_subject(here: Setting) -> Caption | None:
    """Return what so many do: "employees have taken her side"."""
    known, first = here.known, here.at + 1
    if not here.opens or here.last in known.alternatives or here.is_hyphened:
        return None
    if here.low(first) in known.trailing:  # "three months old"
        return None
    said = _apposed(here) or _over_aside(here) or [*filter(None, [here.predicate(first)])]
    if not said or (here.clauses.is_verb(first) and not here.figure.percent):
        return None
    described = takewhile(lambda at: not here.is_verb(at), said[0])
    pronouns = {here.low(at) for at in described} & known.pronouns - known.relatives
    return None if pronouns else here.made("subject", [here.place(each) for each in said])


def _apposed(here: Setting) -> list[range]:
    """Return what a figure between commas is another word for, and what it does."""
    kind, end = here.clauses.kind, here.at - 1
    if (kind(end), kind(here.at + 1)) != ("comma", "comma"):
        return []
    said, first = here.predicate(here.at + 2), end
    while kind(first - 1) in {"word", "figure"} and not here.is_verb(first - 1):
        first -= 1
    whole = any(kind(at) == "figure" for at in range(first, end))
    return [range(first, end), said] if whole and said and here.is_verb(said[0]) else []


def _over_aside(here: Setting) -> list[range]:
    """Return what is before and behind an aside: "two thirds of the money, $9 million, goes"."""
    kind, noun = here.clauses.kind, here.phrase(here.at + 1, here.known.ofs) or here.counted
    aside = noun.stop
    if not noun or (kind(aside), kind(aside + 1), kind(aside + 2)) != ("comma", "figure", "comma"):
        return []
    said = here.predicate(aside + 3)
    return [noun, said] if said and here.clauses.is_verb(said[0]) else []


def verb_last(here: Setting) -> Caption | None:
    """Return what is counted before a verb at the end: "dass die Werft zwei Docks betreibt"."""
    noun, at = here.counted, here.front - 1
    if not (here.known.verb_last and noun and here.clauses.is_verb(noun.stop)):
        return None
    while at >= 0 and here.clauses.kind(at) in {"word", "figure"} and not _opens_clause(here, at):
        at -= 1
    first = end = at + 1
    while end < here.front and (end == first or not here.ends(end)):
        end += 1
    if not _opens_clause(here, at) or here.low(first) in here.known.pronouns or end == here.at:
        return None
    verb = here.place(range(noun.stop, noun.stop + 1))
    return here.made("counted", [here.place(noun), here.place(range(first, end)), verb], LABEL)


def _opens_clause(here: Setting, at: int) -> bool:
    return here.low(at) in here.known.openers - here.known.comparing
