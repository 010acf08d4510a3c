"""Captions that would leave out what matters: such a figure has its clause alone."""

from collections.abc import Iterator

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.setting import Setting

_WHATEVER_IS_SAID = frozenset({"age", "owned", "bracketed"})
"""Rules whose captions hold in a negated clause as well."""


def is_fragment(here: Setting) -> bool:
    """Return whether a figure is only a part of something: "£50s", "43%-41%"."""
    behind = here.text[here.figure.end : here.figure.end + 2]
    score = behind[:1] in {"-", "–"} and behind[1:].isdigit()
    return score or behind[:1].isalnum()


def is_doubtful(here: Setting, made: Caption) -> bool:
    """Return whether a caption leaves out a "not", says "it", or stops before its object."""
    doubts = (_is_denied, _is_unresolved, _is_without_object, _is_of_another_verb)
    return any(doubt(here, made) for doubt in doubts)


def _is_denied(here: Setting, made: Caption) -> bool:
    """Return whether a "not" of the clause is not in its caption."""
    if made.rule in _WHATEVER_IS_SAID:
        return False
    opens = min(*_first_words(here, made), here.front) - 1
    clause = range(max(opens, _clause_start(here)), _clause_end(here))
    denied = (here.words[at] for at in clause if here.clauses.is_negated(at))
    copied = [range(*piece) for piece in made.pieces]
    return any(not any(word.start in piece for piece in copied) for word in denied)


def _clause_start(here: Setting) -> int:
    at = here.at
    while not _parts(here, at - 1):
        at -= 1
    return at


def _clause_end(here: Setting) -> int:
    at = here.at + 1
    while not (_parts(here, at) or here.low(at) in here.known.ands):
        at += 1
    return at


def _parts(here: Setting, at: int) -> bool:
    opens = here.low(at) in here.known.openers - here.known.comparing
    return opens or here.clauses.kind(at) in {"mark", "comma"}


def _is_unresolved(here: Setting, made: Caption) -> bool:
    """Return whether a piece begins with a pronoun: "That's a third of", "it is"."""
    known, firsts = here.known, set(_first_words(here, made))
    this = 1 in firsts and here.low(0) in known.openers & known.pronouns  # "That result includes"
    told = {at for at in firsts if here.low(at) in known.there | known.speakers}
    return this or any(map(here.clauses.is_pronoun, firsts - told))


def _first_words(here: Setting, made: Caption) -> Iterator[int]:
    starts = {start for start, _ in made.pieces}
    return (at for at, word in enumerate(here.words) if word.start in starts)


def _is_without_object(here: Setting, made: Caption) -> bool:
    """Return whether it ends with a verb that says nothing alone: "had expected", "was"."""
    last, told = here.front - 1, here.known.pledging | here.known.awaited
    if made.rule == "amount" and _is_clause(here):
        return True
    if made.rule != "amount" or made.pieces[-1][1] < here.words[last].end:
        return False
    if made.pieces[-1][0] > here.figure.end:
        return False  # "offered … for the yard"
    spelled = not any(map(str.isdigit, here.figure.text))
    return here.last in told or (spelled and here.last in here.known.helpers)


def _is_clause(here: Setting) -> bool:
    """Return whether a figure opens another clause: "48 percent agreed and 44 percent of them"."""
    known = here.known
    opened = here.last in known.openers and here.is_verb(here.at + 1)
    return opened or here.last in known.ands | known.negated


def _is_of_another_verb(here: Setting, made: Caption) -> bool:
    """Return whether what is counted does something: "reports half of the meetings were"."""
    behind = range(here.at + 1, _clause_end(here))
    told = made.rule == "counted" and here.last in here.known.telling
    return told and any(map(here.clauses.is_verb, behind))
