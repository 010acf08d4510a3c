"""Ages: whose they are."""

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_OLDEST = 120


def age(here: Setting) -> Caption | None:
    """Return whose age it is: "Jane Roe, 62", "a 62-year-old teacher"."""
    value, unit = here.figure.value, here.figure.unit
    other = unit is not None and unit not in here.known.old
    if value is None or not 0 < value < _OLDEST or other:
        return None
    whose = _of_that_age(here) if here.is_hyphened else _whose_age(here)
    lead = f"{here.known.age} "
    return here.made("age", [whose], lead=lead) if whose else None


def _of_that_age(here: Setting) -> Place | None:
    """Return the noun behind "62-year-old", where it is not the first of several words."""
    noun = here.noun(here.at + 1)
    listed = noun and here.clauses.kind(noun.stop) == "comma" and here.clauses.is_capital(noun[0])
    if not noun or listed:
        return None
    more = here.phrase(noun.stop, here.known.ofs)
    return here.place(range(noun.start, more.stop) if more else noun)


def _whose_age(here: Setting) -> Place | None:
    """Return who is before an age that nothing follows."""
    at, last = here.at, here.low(here.at - 1)
    ends = here.clauses.kind(at + 1) in {"mark", "comma"} or here.low(at + 1) in here.known.ands
    if last in here.known.ages and (ends or here.low(at + 1) in here.known.openers):
        return _described(here)
    parent = here.low(at - 2) in here.known.parents  # "a mother of three"
    if ends and last in here.known.ofs and here.low(at - 2) in here.known.persons and not parent:
        return here.place(range(at - 2, at - 1))
    comma = at - 1 - here.clauses.is_adverb(at - 1)  # "Jane Roe, now 62,"
    return _name_before(here, comma) if ends and here.low(comma) in {",", "("} else None


def _described(here: Setting) -> Place | None:
    """Return the name in "Jane Roe, who is 62"; none of "since she was six": that is past."""
    frame = here.clauses.frame(here.at)
    if frame is None or frame.verb != range(here.at - 1, here.at):
        return None
    opens = here.known.openers - here.known.introducing - here.known.relatives
    name = None if here.low(frame.subject[0] - 1) in opens else here.named(frame.subject)
    return name if name and here.text[name[0]].isupper() else None


def _name_before(here: Setting, end: int) -> Place | None:
    first = end
    while here.clauses.is_capital(first - 1):
        first -= 1
    if first < end:
        return here.place(range(first, end))
    noun = here.clauses.antecedent(end) if here.low(end - 1) in here.known.persons else None
    return here.place(noun) if noun else None
