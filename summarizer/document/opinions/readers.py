"""Readers of one way to take a position: an expression of verbs, and the object that follows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.vocabulary import Phrase, alternatives
from summarizer.schema import Position


@dataclass(frozen=True, slots=True)
class Stated:
    """A position that a sentence states.

    Args:
        position: Which one.
        target: What it is about, as it is written there, without quotation marks.
        rule: The name of the construction; see
            :data:`~summarizer.document.opinions.constructions.CONSTRUCTIONS`.
        words: The words that show the position.
    """

    position: Position
    target: str
    rule: str
    words: str


class Reader:
    """An expression whose last group shows the position.

    Compiled when it is first needed: that takes long, and a short article needs only some.

    Args:
        rule: The name of the construction that it reads.
        expression: The expression.
        positions: The positions by the numbers of their groups.
    """

    def __init__(self, rule: str, expression: str, positions: dict[int, Position]) -> None:
        self.rule = rule
        self.expression = expression
        self.positions = positions

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it."""
        return re.compile(self.expression)


def phrases(
    rule: str, found: Iterable[Phrase], before: str, after: str = "(?=[ \u00a0])"
) -> Reader:
    """Return a reader of phrases between two expressions."""
    either, positions = alternatives(found)
    return Reader(rule, f"{before}(?:{either}){after}", positions)


def first(
    readers: Sequence[Reader], objects: Objects, sentence: str, at: int
) -> tuple[Stated, int] | None:
    """Return what the first reader that fits at a place reads, and the offset after it."""
    for reader in readers:
        found = reader.pattern.match(sentence, at)
        about = objects.read(sentence, found.end()) if found else None
        if found and about:
            position = reader.positions[found.lastindex or 1]
            return Stated(position, about[0], reader.rule, _bare(found[0])), about[1]
    return None


def cleaned(found: Iterable[Stated], objects: Objects) -> Iterator[Stated]:
    """Yield positions toward what is left of their targets, if anything is."""
    for each in found:
        if target := objects.clean(each.target):
            yield replace(each, target=target, words=_bare(each.words))


def _bare(words: str) -> str:
    return words.strip(" ,")
