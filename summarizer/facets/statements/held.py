"""A statement that code or a model reads, before those of a model take the place of code's."""

from collections.abc import Iterable
from typing import NamedTuple

from summarizer.document.document import Document
from summarizer.document.statements import Statement
from summarizer.facets.decisions import Decision, by_rule


class Held(NamedTuple):
    """A statement.

    Args:
        statement: What is said, and by whom; None where a model drops one. One that a model reads
            has no key.
        decision: Who decided.
        replaces: The key of the one of code's whose place it takes; empty for none.
    """

    statement: Statement | None
    decision: Decision
    replaces: str = ""


Decided = tuple[str, Statement, Decision]
"""A statement with the id that the summary gives it, and who decided."""


def given_by_code(document: Document) -> list[Held]:
    """Return the statements that code reads."""
    return [Held(each, by_rule(each.rule, each.certainty)) for each in document.statements]


def standing(found: Iterable[Held]) -> list[Decided]:
    """Return the statements that are neither dropped nor replaced, in order, with their ids.

    One that takes the place of another has its id. What a model adds is numbered on.
    """
    every = sorted(found, key=_is_added)
    taken = {each.replaces for each in every}
    given = {each.statement.key for each in every if each.statement}
    last = max((int(key[1:]) for key in given if key), default=0)
    kept: dict[str, Decided] = {}
    for each in every:
        if (said := each.statement) is None or said.key in taken - {""}:
            continue
        key = said.key or each.replaces
        if not key or key in kept:
            if any(is_same(said, other) for _, other, _ in kept.values()):
                continue
            last, key = last + 1, f"T{last + 1}"
        kept[key] = key, said, each.decision
    return sorted(kept.values(), key=lambda decided: decided[1].start)


def _is_added(held: Held) -> bool:
    """Return whether a model adds a statement: it may be one that is corrected elsewhere."""
    return not held.replaces and held.statement is not None and not held.statement.key


def is_same(one: Statement, other: Statement) -> bool:
    """Return whether two statements are one: their words overlap, and their cues or half of all."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    cues = one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    both = max(one.end, other.end) - min(one.start, other.start)
    return shared > 0 and (cues or 2 * shared >= both)
