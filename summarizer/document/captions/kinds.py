"""The kinds of figures that have a caption, and how it is made of the words around."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from summarizer.document.captions.caption import Caption, put_together
from summarizer.document.captions.clauses import Frame
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_OLDEST = 120
_LABEL = ": "
"""Between what is counted and whose it is: "shots: Castellar had"."""
_GAP = " … "
"""Where the figure was: "Brandywater offered … for the workshop"."""
_LEAST, _MOST = 3, 9
"""Words of what "it" is."""
_LONG = 13
"""Words of a clause behind a length of time."""


def caption_in(setting: Setting) -> Caption | None:
    """Return the caption of a figure in its setting, by the first kind that fits."""
    if setting.is_paired:
        return None
    return next(filter(None, (kind(setting) for kind in _KINDS)), None)


def _made(
    setting: Setting, rule: str, pieces: Sequence[Place], joint: str = " ", lead: str = ""
) -> Caption | None:
    made = put_together(setting.text, rule, pieces, joint=joint, lead=lead)
    inside = all(setting.holds(piece) for piece in pieces)
    return made if made is None or inside else replace(made, certainty="inferred")


def _age(here: Setting) -> Caption | None:
    """Return whose age it is: "Jane Roe, 62", "a 62-year-old teacher"."""
    value, unit = here.figure.value, here.figure.unit
    other = unit is not None and unit not in here.known.old
    if value is None or not 0 < value < _OLDEST or other:
        return None
    whose = _of_that_age(here) if here.is_hyphened else _whose_age(here)
    lead = f"{here.known.age} "
    return _made(here, "age", [whose], lead=lead) if whose else None


def _of_that_age(here: Setting) -> Place | None:
    """Return the noun behind "62-year-old", where it is not the first of several words."""
    noun = here.noun(here.at + 1)
    listed = noun and here.clauses.kind(noun.stop) == "comma" and here.clauses.is_capital(noun[0])
    return here.place(noun) if noun and not listed else None


def _whose_age(here: Setting) -> Place | None:
    """Return who is before an age that nothing follows."""
    at, last = here.at, here.low(here.at - 1)
    ends = here.clauses.kind(at + 1) in {"mark", "comma"} or here.low(at + 1) in here.known.ands
    if last in here.known.ages and (ends or here.low(at + 1) in here.known.openers):
        return _described(here)
    if ends and last in here.known.ofs and here.low(at - 2) in here.known.persons:
        return here.place(range(at - 2, at - 1))
    comma = at - 1 - here.clauses.is_adverb(at - 1)  # "Jane Roe, now 62,"
    return _name_before(here, comma) if ends and here.low(comma) in {",", "("} else None


def _described(here: Setting) -> Place | None:
    """Return the name in "Jane Roe, who is 62"."""
    frame = here.clauses.frame(here.at)
    name = (
        here.named(frame.subject) if frame and frame.verb == range(here.at - 1, here.at) else None
    )
    return name if name and here.text[name[0]].isupper() else None


def _name_before(here: Setting, end: int) -> Place | None:
    first = end
    while here.clauses.is_capital(first - 1):
        first -= 1
    if first < end:
        return here.place(range(first, end))
    noun = here.clauses.antecedent(end) if here.low(end - 1) in here.known.persons else None
    return here.place(noun) if noun else None


def _lasting(here: Setting) -> Caption | None:
    """Return what went on so long: "For 19 years she built gauges"."""
    opens = here.clauses.kind(here.front - 2) == "mark"
    if not opens or here.last not in here.known.lasting:
        return None
    first = here.at + 1 + (here.clauses.kind(here.at + 1) == "comma")
    said = here.predicate(first, _LONG)
    return _made(here, "lasting", [here.place(said)]) if said else None


def _owned(here: Setting) -> Caption | None:
    """Return what somebody has so many of: "the city's five pools"."""
    owner, noun = here.low(here.at - 1), _counted_noun(here)
    if not (noun and owner.endswith(("'s", "’s", "s'", "s’"))):
        return None
    first = here.at - 1
    while not here.ends(first - 1):
        first -= 1
    return _made(here, "owned", [here.place(range(first, here.at)), here.place(noun)])


def _counted(here: Setting) -> Caption | None:
    """Return what is counted, and whose it is: "contracts: she will cancel"."""
    noun = _counted_noun(here)
    if described := _described_noun(here, noun):
        return _made(here, "described", [here.place(described)])
    if not noun or here.clauses.is_verb(noun.stop) or not _may_be_counted(here, noun):
        return None
    end = _first_of_two(here) or here.front
    frame = here.clauses.frame(end)
    whose = here.whose(frame, end) if frame else None
    if whose:
        return _made(here, "counted", [here.place(noun), *whose], _LABEL)
    if here.last in here.known.ofs and (whole := here.clauses.antecedent(end - 1)):
        return _made(here, "part", [here.place(range(whole.start, end)), here.place(noun)])
    if pointed := _pointed(here, frame, end):
        return _made(here, "pointed", [here.place(noun), here.place(pointed)], _LABEL)
    return _made(here, "alone", [here.place(noun)]) if _is_enough(here, noun, frame) else None


def _counted_noun(here: Setting) -> range:
    """Return the noun that is counted, with what belongs to it; empty where it says nothing."""
    known, at = here.known, here.at
    noun = here.counted or _common(here) or here.phrase(at + 1, known.ofs) or here.noun(at + 1)
    lows = {here.low(one) for one in noun}
    name = here.figure.ordinal and noun and here.clauses.is_capital(noun[0])
    vague = lows & (known.pronouns | known.multiples) or lows <= known.times
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
    """Return the figure that another one stands for: "$26 million, or 6 %"; 0: there is none."""
    joined = here.last in here.known.alternatives or here.last == "("
    at = here.front - 2 - (here.clauses.kind(here.front - 2) == "comma")
    return at if joined and here.clauses.kind(at) == "figure" else 0


def _pointed(here: Setting, frame: Frame | None, end: int) -> range:
    """Return what "it" is: "It was the first win in 37 years"."""
    if frame is None or here.low(frame.subject[0]) not in here.known.pronouns:
        return range(0)
    said = range(frame.verb.stop, end)
    kinds = {here.clauses.kind(at) for at in said}
    short = _LEAST <= len(said) <= _MOST and kinds == {"word"}
    is_it = len(frame.verb) == 1 and here.low(frame.verb[0]) in here.known.helpers
    return said if short and is_it else range(0)


def _is_enough(here: Setting, noun: range, frame: Frame | None) -> bool:
    """Return whether a noun says enough alone: "anniversary of the end of the war"."""
    belongs = any(here.low(at) in here.known.ofs for at in noun[1:])
    there = frame is not None and here.low(frame.subject[0]) in here.known.there
    return belongs or (there and any(here.low(at) in here.known.prepositions for at in noun))


def _in_subject(here: Setting) -> Caption | None:
    """Return what so many do: "employees have taken her side"."""
    known, first = here.known, here.at + 1
    if not here.opens or here.last in known.alternatives or here.is_hyphened:
        return None
    said = _over_aside(here) or [*filter(None, [here.predicate(first)])]
    if not said or (here.clauses.is_verb(first) and not here.figure.percent):
        return None
    described = takewhile(lambda at: not here.is_verb(at), said[0])
    pronouns = {here.low(at) for at in described} & known.pronouns - known.relatives
    return None if pronouns else _made(here, "subject", [here.place(each) for each in said])


def _over_aside(here: Setting) -> list[range]:
    """Return what is before and behind an aside: "two thirds of the money, $9 million, goes"."""
    kind, noun = here.clauses.kind, here.phrase(here.at + 1, here.known.ofs) or here.counted
    aside = noun.stop
    if not noun or (kind(aside), kind(aside + 1), kind(aside + 2)) != ("comma", "figure", "comma"):
        return []
    said = here.predicate(aside + 3)
    return [noun, said] if said and here.clauses.is_verb(said[0]) else []


def _content(here: Setting) -> Caption | None:
    """Return what is so large: "a strike of 48 hours"."""
    end = here.front - 1
    noun = here.clauses.antecedent(end) if here.last in here.known.ofs else None
    if noun is None or here.clauses.is_verb(end - 1) or not _is_measured(here):
        return None
    if here.clauses.kind(noun.start - 1) == "comma":
        return None  # "carried 40 cars, a fall of 5 percent"
    if more := here.phrase(here.at + 1, here.known.aims):
        return _made(here, "content", [here.place(noun), here.place(more)])
    said = here.predicate(here.at + 1)
    if said and here.clauses.is_verb(said[0]):
        return _made(here, "content", [here.place(noun), here.place(said)])
    frame = here.clauses.frame(noun.start)
    whose = here.whose(frame, noun.start) if frame else None
    return _made(here, "content", [here.place(noun), *whose], _LABEL) if whose else None


def _is_measured(here: Setting) -> bool:
    """Return whether a figure is an amount, and no noun is counted."""
    alone = here.figure.unit is None and here.last in here.known.alone | here.known.ages
    part = here.figure.unit is None and here.figure.value is not None and here.figure.value < 1
    bare = alone or (part and here.last in here.known.prepositions)
    amount = here.figure.currency or here.figure.percent or here.is_attached
    own = here.low(here.at - 1) in here.known.possessive
    return bool(bare or amount) and not own and not here.is_hyphened


def _amount(here: Setting) -> Caption | None:
    """Return what has an amount: "tax rate rises to", "council cut … from the parks"."""
    end, known = here.front, here.known
    around = here.last in known.prepositions
    more = _trailing(here) or here.phrase(here.at + 1, known.always if around else known.aims)
    vague = here.figure.percent and not (more or around or here.last in known.moves)
    article = here.figure.currency and here.low(here.at - 1) in known.indefinite
    second = here.last in known.ands and here.clauses.kind(end - 2) == "figure"
    comma = here.clauses.kind(end - 1) == "comma"
    opens = comma or second or here.last in known.alternatives | known.each
    if vague or article or opens or not _is_measured(here):
        return None
    frame = here.clauses.frame(end)
    whose = here.whose(frame, end) if frame else None
    pointed = None if whose else _pointed(here, frame, end)
    pieces = whose or ([here.place(pointed)] if pointed else None)
    return _with_aim(here, pieces, more) if pieces else None


def _trailing(here: Setting) -> range:
    """Return "ago" behind an amount, or "ahead of Jane Roe"."""
    first, known = here.at + 1, here.known
    if here.low(first) not in known.trailing:
        return range(0)
    more = here.phrase(first + 1, known.ofs | known.aims)
    return range(first, more.stop if more else first + 1)


def _compared(here: Setting) -> Caption | None:
    """Return what was different before: "unemployment is 9 percent, up from 8"."""
    moved = here.front - 1 - (here.last in here.known.since)
    comma = moved - 1
    moves = here.low(moved) in here.known.moves and here.clauses.kind(comma) == "comma"
    alike = here.figure.unit is None and here.clauses.kind(comma - 1) == "figure"
    if not moves or not (alike or _is_measured(here)):
        return None
    frame = here.clauses.frame(comma)
    name = here.named(frame.subject) if frame else None
    before = here.place(range(moved, here.front))
    return _made(here, "compared", [name, before]) if name else None


def _with_aim(here: Setting, pieces: Sequence[Place], more: range) -> Caption | None:
    """Return a caption with what an amount is for, behind a gap for the figure."""
    if not more:
        return _made(here, "amount", pieces)
    before = _made(here, "amount", pieces)
    lead = f"{before.text}{_GAP}" if before else ""
    made = _made(here, "amount", [here.place(more)], lead=lead) if before else None
    return replace(made, pieces=(*before.pieces, *made.pieces)) if before and made else None


def _until(here: Setting) -> Caption | None:
    """Return what was done so long behind something: "four minutes after coming on"."""
    if here.low(here.at + 1) not in here.known.behind or not here.is_attached:
        return None
    comma = here.front - 1
    frame = here.clauses.frame(comma) if here.clauses.kind(comma) == "comma" else None
    name = here.named(frame.subject) if frame else None
    end = here.at + 1
    while here.clauses.kind(end) == "word" and end - here.at < _MOST:
        end += 1
    if frame is None or name is None or end < here.at + 3:
        return None
    behind = here.place(range(here.at + 1, end))
    return _made(here, "until", [name, here.place(frame.verb), behind])


def _verb_last(here: Setting) -> Caption | None:
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
    return _made(here, "counted", [here.place(noun), here.place(range(first, end)), verb], _LABEL)


def _opens_clause(here: Setting, at: int) -> bool:
    return here.low(at) in here.known.openers - here.known.comparing


_KINDS = (
    _age,
    _lasting,
    _owned,
    _until,
    _verb_last,
    _counted,
    _in_subject,
    _content,
    _compared,
    _amount,
)
