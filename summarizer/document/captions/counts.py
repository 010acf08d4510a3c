"""What is counted, where a noun alone says it."""

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.setting import Setting

_ENOUGH = 3
"""Words of a noun that says enough alone: "randomly selected voters"."""


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


def counted(here: Setting) -> Caption | None:
    """Return what is counted: "anniversary of the end of the war"."""
    noun, known = _counted_noun(here), here.known
    says = [at for at in noun if here.low(at) not in known.articles | known.prepositions]
    belongs = any(here.low(at) in known.ofs for at in noun[1:])
    enough = len(says) >= _ENOUGH or belongs
    return here.made("alone", [here.place(noun)]) if enough else None


def _counted_noun(here: Setting) -> range:
    """Return the noun that is counted, with what belongs to it; empty where it says nothing."""
    known, at = here.known, here.at
    noun = here.counted or here.phrase(at + 1, known.ofs) or here.noun(at + 1)
    lows = {here.low(one) for one in noun}
    name = here.figure.ordinal and noun and here.clauses.is_capital(noun[0])
    behind = noun and {here.low(noun.start), here.low(noun.stop)} & known.trailing
    vague = behind or lows & (known.pronouns | known.multiples) or lows <= known.times
    if vague or name:
        return range(0)
    more = here.phrase(noun.stop, (known.ofs | known.aims) - known.infinitive)
    if more and here.low(more.stop) in known.pronouns:  # "of a new one"
        return range(0)
    return range(noun.start, more.stop) if more else noun
