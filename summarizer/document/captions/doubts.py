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
    return _is_unresolved(here, firsts) or (said and _is_denied(here, made, min(firsts)))


def _is_unresolved(here: Setting, firsts: list[int]) -> bool:
    this = here.low(0) in here.known.openers & here.known.pronouns  # "That result includes"
    return (this and 1 in firsts) or any(here.is_alone(at) for at in firsts if at < here.front)


def _is_denied(here: Setting, made: Caption, first: int) -> bool:
    """Return whether a "not" of the clause is not in its caption."""
    clause = range(max(min(first, here.front) - 1, _clause_start(here)), _clause_end(here))
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
