"""Ages: whose they are."""

from summarizer.document.captions.caption import Caption, put_together
from summarizer.document.captions.setting import Setting
from summarizer.document.captions.words import Place

_OLDEST = 120


def age(here: Setting) -> Caption | None:
    """Return whose age it is, by the name before it: "Jane Roe, 62"."""
    value, unit = here.figure.value, here.figure.unit
    other = unit is not None and "old" not in here.known.words.get(unit, ())
    if value is None or not 0 < value < _OLDEST or other or here.is_hyphened:
        return None
    whose = _whose_age(here)
    lead = f"{here.known.age} "
    return put_together(here.text, "age", [whose], lead=lead) if whose else None


def _whose_age(here: Setting) -> Place | None:
    """Return who is before an age that nothing follows."""
    at = here.at
    ends = here.kind(at + 1) in {"mark", "comma"} or "ands" in here.classes(at + 1)
    comma = at - 1 - here.is_adverb(at - 1)  # "Jane Roe, now 62,"
    return _name_before(here, comma) if ends and here.low(comma) in {",", "("} else None


def _name_before(here: Setting, end: int) -> Place | None:
    first = end
    while here.is_name(first - 1):
        first -= 1
    return here.span(first, end) if first < end else None
