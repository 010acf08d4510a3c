"""Amounts, shares and lengths of time: what has them, and what they are for."""


from summarizer.document.captions.caption import Caption
from summarizer.document.captions.counts import LABEL
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_LONG = 13
"""Words of a clause behind a length of time."""
_MOST = 9
"""Words of what something was done behind."""


def lasting(here: Setting) -> Caption | None:
    """Return what went on so long: "For 19 years she built gauges"."""
    opens = here.clauses.kind(here.front - 2) == "mark"
    if not opens or here.last not in here.known.lasting:
        return None
    first = here.at + 1 + (here.clauses.kind(here.at + 1) == "comma")
    said = here.predicate(first, _LONG)
    return here.made("lasting", [here.place(said)]) if said else None


def content(here: Setting) -> Caption | None:
    """Return what is so large: "a strike of 48 hours"."""
    end = here.front - 1
    noun = here.clauses.antecedent(end) if here.last in here.known.ofs else None
    if noun is None or here.clauses.is_verb(end - 1) or not _is_measured(here):
        return None
    if here.clauses.kind(noun.start - 1) == "comma":
        return None  # "carried 40 cars, a fall of 5 percent"
    if more := here.phrase(here.at + 1, here.known.aims):
        return here.made("content", [here.place(noun), here.place(more)])
    said = here.predicate(here.at + 1)
    if said and here.clauses.is_verb(said[0]):
        return here.made("content", [here.place(noun), here.place(said)])
    frame = here.clauses.frame(noun.start)
    whose = here.whose(frame, noun.start) if frame else None
    return here.made("content", [here.place(noun), *whose], LABEL) if whose else None


def _is_measured(here: Setting) -> bool:
    """Return whether a figure is an amount, and no noun is counted."""
    alone = here.figure.unit is None and here.last in here.known.alone | here.known.ages
    part = here.figure.unit is None and here.figure.value is not None and here.figure.value < 1
    bare = alone or (part and here.last in here.known.prepositions)
    amount = here.figure.currency or here.figure.percent or here.is_attached
    own = here.low(here.at - 1) in here.known.possessive
    return bool(bare or amount) and not own and not here.is_hyphened


def amount(here: Setting) -> Caption | None:
    """Return what has an amount: "tax rate rises to", "council cut … from the parks"."""
    end, known = here.front, here.known
    around = here.last in known.prepositions
    more = _trailing(here) or here.phrase(here.at + 1, known.always if around else known.aims)
    moved = around or here.is_first or here.last in known.moves
    vague = here.figure.percent and not (more or moved)
    article = here.figure.currency and here.low(here.at - 1) in known.indefinite
    second = here.last in known.ands and here.clauses.kind(end - 2) == "figure"
    comma = here.clauses.kind(end - 1) == "comma"
    opens = comma or second or here.last in known.alternatives | known.each
    if vague or article or opens or _change(here) or not _is_measured(here):
        return None
    frame = here.clauses.frame(end)
    whose = here.whose(frame, end) if frame else None
    pointed = None if whose else here.pointed(frame, end)
    pieces = whose or ([here.place(pointed)] if pointed else None)
    return here.around("amount", pieces, [here.place(more)] if more else []) if pieces else None


def _trailing(here: Setting) -> range:
    """Return "ago" behind an amount, or "ahead of Jane Roe"."""
    first, known = here.at + 1, here.known
    if here.low(first) not in known.trailing:
        return range(0)
    more = here.phrase(first + 1, known.ofs | known.aims)
    return range(first, more.stop if more else first + 1)


def compared(here: Setting) -> Caption | None:
    """Return what was different before: "unemployment is 9 percent, up from 8"."""
    comma = _change(here)
    alike = here.figure.unit is None and here.clauses.kind(comma - 1) == "figure"
    if not comma or not (alike or _is_measured(here)):
        return None
    name, before = _changed(here, comma), here.place(range(comma + 1, here.front))
    return here.made("compared", [name, before]) if name else None


def _change(here: Setting) -> int:
    """Return the comma before "up from" and a figure; 0 where there is none."""
    moved = here.front - 1 - (here.last in here.known.since)
    moves = here.low(moved) in here.known.moves and not here.clauses.is_form(moved)
    return moved - 1 if moves and here.clauses.kind(moved - 1) == "comma" else 0


def _changed(here: Setting, comma: int) -> Place | None:
    """Return what changed: "the fare is $9, up from"; the noun, if it has one: "a limit of 9"."""
    at = comma - 1
    while here.clauses.is_adverb(at - 1):
        at -= 1
    if here.low(at - 1) in here.known.ofs:
        noun = here.clauses.antecedent(at - 1)
        return here.place(noun) if noun else None
    frame, known = here.clauses.frame(comma), here.known
    verbs = known.moves | known.worth | known.stating | known.prepositions
    is_it = frame and any(here.low(one) in verbs for one in range(frame.verb.stop - 1, at))
    return here.named(frame.subject) if frame and is_it else None  # not "paid $9, up from"


def until(here: Setting) -> Caption | None:
    """Return what was done so long behind something: "four minutes after coming on"."""
    if here.low(here.at + 1) not in here.known.behind or not here.is_attached:
        return None
    comma = here.front - 1
    frame = here.clauses.frame(comma) if here.clauses.kind(comma) == "comma" else None
    name = here.named(frame.subject) if frame else None
    end = here.at + 1
    while here.clauses.kind(end) == "word" and end - here.at < _MOST:
        if here.low(end) in here.known.relatives:
            break
        end += 1
    if frame is None or name is None or end < here.at + 3:
        return None
    behind = here.place(range(here.at + 1, end))
    return here.made("until", [name, here.place(frame.verb), behind])
