"""The clause that holds a figure, where it is short and can be read alone."""

from summarizer.document.captions.caption import LONGEST, Caption
from summarizer.document.captions.openings import opening
from summarizer.document.captions.setting import Setting

_WHOLE = 4
"""Words beside a figure that say enough without a verb: "key trends to watch"."""


def clause(here: Setting) -> Caption | None:
    """Return the clause around a figure: "offer is … above the price"."""
    begun = None if _is_bare(here) else opening(here)
    if begun is None:
        return None
    first, pieces = begun
    stop = _stop(here, first)
    start = min(stop, here.at + 1 + (here.clauses.kind(here.at + 1) == "comma"))
    end = _end(here, start, stop, LONGEST - 1 - sum(map(here.size, pieces)))
    if end is None or _is_vague(here, first, end) or not _says(here, first, start, end):
        return None
    behind = [here.span(start, end)] if end > start else []
    speaks = here.low(first) in here.known.speakers
    alone = speaks or first >= here.front  # "when I was", "more than"
    return None if alone and not behind else here.around("clause", pieces, behind)


def _is_bare(here: Setting) -> bool:
    """Return whether nothing says what is counted: "the two are", "all three by"."""
    first, known = here.at + 1, here.known
    of = here.low(first) in known.ofs
    them = here.low(first + 1) in known.pronouns - known.owners
    if of and them and here.low(first + 2) not in known.relatives:
        return True
    amount = here.figure.unit or here.figure.currency or here.figure.percent
    leading = known.prepositions | (known.stating - known.helpers)
    led = here.last in leading or here.low(first) in known.trailing
    part = here.whole and (here.last in known.ofs or here.clauses.kind(here.front - 1) == "comma")
    begins = here.front == 0 and here.low(first) in known.prepositions  # "Dozens in the crowd"
    return not (of or amount or led or begins or part or not here.ends(first))


def _stop(here: Setting, first: int) -> int:
    """Return where a clause stops: no comma ends it before its verb."""
    stop = here.at + 1
    while not _stops(here, stop):
        stop += 1
    led = here.is_standing(first) or here.clauses.is_gerund(first)
    if led or (any(map(here.is_verb, range(first, stop))) and not here.whole):
        return stop
    further = stop
    while not _stops(here, further) or here.clauses.kind(further) == "comma":
        further += 1
    return further if any(map(here.is_verb, range(stop, further))) else stop


def _end(here: Setting, start: int, stop: int, room: int) -> int | None:
    """Return where what is copied of a clause ends, cut before a preposition if it is long."""
    known, end = here.known, _cut(here, start, stop, room)
    closed = end == stop and (stop == len(here.words) or here.clauses.kind(stop) == "comma")
    while not closed and end > start and _is_open(here, end - 1, cut=end < stop):
        end -= 1
    free = known.openers | known.ands | (known.prepositions - known.ofs - known.aims)
    timed = here.low(end + 1) in known.times  # "on Tuesday"
    lost = end == start and end < stop and not (timed or here.low(end) in free)
    unless = any(map(here.is_condition, range(end, stop)))  # "if he loses"
    return None if lost or unless or room < 0 else end


def _cut(here: Setting, start: int, stop: int, room: int) -> int:
    """Return where what is behind a figure ends so that it has room."""
    whose = here.known.relatives - here.known.introducing
    ends = [at for at in range(start, stop) if here.joins(at) and here.low(at) not in whose]
    whole = [at for at in ends if not _is_aim(here, at)]
    tried = (stop, *reversed(whole), *reversed(ends))
    fitting = (at for at in tried if at > start and here.size(here.span(start, at)) <= room)
    return next(fitting, start)


def _stops(here: Setting, at: int) -> bool:
    """Return whether another clause begins at a word."""
    known, low = here.known, here.low(at)
    opens = low in known.openers - known.comparing - known.relatives - known.unreal
    short = here.clauses.is_verb(at + 1) or "'" in low or "’" in low
    begins = here.clauses.is_pronoun(at) and short and not here.is_verb(at - 1)
    comma = here.clauses.kind(at) == "comma" and not here.is_condition(at + 1)
    return opens or begins or comma or here.clauses.kind(at) == "mark"


def _is_aim(here: Setting, at: int) -> bool:
    return here.low(at) in here.known.infinitive and here.low(at + 1) in here.known.verbs


def _is_open(here: Setting, at: int, *, cut: bool) -> bool:
    """Return whether a word needs what is behind it: "emails related", cut off."""
    past = here.low(at).endswith((*here.known.past, *here.known.gerund))
    begun = cut and past and here.low(at - 1) not in here.known.helpers
    comma = here.clauses.kind(at) == "comma"
    return begun or comma or here.joins(at) or here.low(at) in here.known.articles


def _is_vague(here: Setting, first: int, end: int) -> bool:
    """Return whether an amount is of nothing: "they want 9 percent", "9 percent disagree"."""
    known, last = here.known, here.last
    if here.front <= first:
        return here.is_verb(here.at + 1) and end - here.at <= _WHOLE
    led = last in known.prepositions | known.moves | known.stating | known.between
    led = led or any(map(here.is_name, range(first, here.front)))  # "Roe has 9 percent"
    expected = here.figure.currency and last in known.saying  # "they expected $9"
    return bool(expected or (here.figure.percent and not led)) and end <= here.at + 1


def _says(here: Setting, first: int, start: int, end: int) -> bool:
    """Return whether what is copied has a verb, or says enough without one."""
    around, said = here.known.prepositions, [*range(first, here.at), *range(start, end)]
    if any(here.is_verb(at) or here.clauses.is_gerund(at) for at in said):
        return True
    if here.is_standing(first):
        return True
    return len(said) >= _WHOLE and here.low(first) not in around
