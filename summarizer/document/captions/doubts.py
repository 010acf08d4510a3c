"""Captions that would leave out what matters: such a figure has its clause alone."""

from summarizer.document.captions.caption import Caption
from summarizer.document.captions.setting import Setting

_DASHES = frozenset({"-", "–", "/"})

_WHATEVER_IS_SAID = frozenset({"age", "owned"})
"""Rules whose captions hold in a negated clause as well."""


def is_fragment(here: Setting) -> bool:
    """Return whether a figure is only a part of something: "£50s", "43%-41%", "four-way"."""
    behind = here.text[here.figure.end : here.figure.end + 2]
    before = here.text[max(0, here.figure.start - 2) : here.figure.start]
    first = behind[:1] in _DASHES and behind[1:].isalnum()
    second = before[1:] in _DASHES and before[:1] in {*"0123456789%"}
    return first or second or behind[:1].isalnum()


def is_doubtful(here: Setting, made: Caption) -> bool:
    """Return whether a caption leaves out a "not", or begins with "it" or "that's"."""
    starts = {start for start, _ in made.pieces}
    firsts = [at for at, word in enumerate(here.words) if word.start in starts]
    said = made.rule not in _WHATEVER_IS_SAID
    unresolved = _is_unresolved(here, firsts) or _is_open(here, made)
    return unresolved or (said and _is_denied(here, made, min(firsts)))


def _is_unresolved(here: Setting, firsts: list[int]) -> bool:
    this = here.low(0) in here.known.openers & here.known.pronouns  # "That result includes"
    return (this and 1 in firsts) or any(here.is_alone(at) for at in firsts if at < here.front)


def _is_open(here: Setting, made: Caption) -> bool:
    """Return whether a caption leaves open who is meant: "his ministry", "credit him"."""
    copied = [at for at, word in enumerate(here.words) if _is_copied(made, word.start)]
    named = made.certainty == "inferred"  # begins with a name from elsewhere
    for at in copied:
        if (here.low(at) in here.known.whose and not named) or _is_object(here, at):
            return True
        named = named or not (here.ends(at) or here.front <= at <= here.at)
    return False


def _is_object(here: Setting, at: int) -> bool:
    """Return whether a pronoun is the object of a verb: "sent them letters"."""
    verb = here.clauses.is_verb(at - 1) or here.clauses.is_gerund(at - 1)
    means = here.low(at) in here.known.objects and at < here.at
    return means and verb and not here.is_verb(at + 1)


def _is_copied(made: Caption, start: int) -> bool:
    return any(first <= start < end for first, end in made.pieces)


def _is_denied(here: Setting, made: Caption, first: int) -> bool:
    """Return whether a "not" of the clause is not in its caption."""
    clause = range(max(min(first, here.front) - 1, _clause_start(here)), _clause_end(here))
    denied = (here.words[at] for at in clause if here.clauses.is_negated(at))
    return any(not _is_copied(made, word.start) for word in denied)


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
