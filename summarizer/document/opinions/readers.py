"""Readers of one way to take a position: an expression of verbs, and the object that follows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarizer.document.lexicon import FUNCTION_WORDS
from summarizer.document.opinions.objects import clean, read_object
from summarizer.document.opinions.verbs import (
    FIRST_PERSON,
    GAINS,
    IRREGULAR,
    NOUNS,
    REGULAR,
    ROLES,
    alternatives,
    forms,
    spaced,
)
from summarizer.schema import Position

LONGEST = 1500
"""Characters of a sentence that is read; what is longer is no sentence of a story."""

FINITE, BASE, DOING = range(3)
"""The forms of a verb: "backs" and "backed", "back", "backing"."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A position that a sentence states.

    Args:
        position: Which one.
        target: What it is about, as it stands there, without quotation marks.
    """

    position: Position
    target: str


class Reader:
    """An expression whose last group tells the position.

    Compiled when it is first needed: that takes long, and a short article needs only some.
    """

    def __init__(self, expression: str, positions: dict[int, Position]) -> None:
        self.expression = expression
        self.positions = positions

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it."""
        return re.compile(self.expression)

    def ending(self, words: str) -> "Reader":
        """Return a reader of the same with words behind it."""
        return Reader(self.expression + words, self.positions)


@lru_cache(maxsize=8)  # each name of a sentence asks
def may_state(sentence: str) -> bool:
    """Tell, in little time, whether a sentence may hold a word that takes a position."""
    return any(
        word[:4] in _STEMS or word[:3] in _STEMS for word in _LETTERS.findall(sentence.casefold())
    )


def verbs(form: int, link: str) -> Reader:
    """Return a reader of the verbs in one form, behind a link that catches nothing."""
    return phrases(_verbs(form), rf"{link} ")


def phrases(
    found: Iterable[tuple[Position, str]], before: str, after: str = "(?=[ \u00a0])"
) -> Reader:
    """Return a reader of phrases between two expressions."""
    either, positions = alternatives(found)
    return Reader(f"{before}(?:{either}){after}", positions)


def first(readers: Sequence[Reader], sentence: str, at: int) -> tuple[Stated, int] | None:
    """Return what the first reader that fits at a place reads, and the offset after it."""
    for reader in readers:
        found = reader.pattern.match(sentence, at)
        about = read_object(sentence, found.end()) if found else None
        if found and about:
            return Stated(reader.positions[found.lastindex or 1], about[0]), about[1]
    return None


def stated(found: Iterable[tuple[Position, str]]) -> Iterator[Stated]:
    """Yield positions toward what is left of their targets, if anything is."""
    for position, about in found:
        if target := clean(about):
            yield Stated(position, target)


def listed(words: dict[Position, str]) -> Iterator[tuple[Position, str]]:
    """Yield each word of lists by position."""
    for position, each in words.items():
        yield from ((position, spaced(word)) for word in each.split())


def _verbs(form: int) -> Iterator[tuple[Position, str]]:
    for position, regular in REGULAR.items():
        yield from ((position, forms(verb)[form]) for verb in regular.split())
    if form == FINITE:
        yield from listed(IRREGULAR)


def _stems() -> Iterator[str]:
    """Yield how the words of all lists begin, small words apart."""
    for words in (REGULAR, IRREGULAR, NOUNS, ROLES, GAINS, FIRST_PERSON):
        for word in _LETTERS.findall(" ".join(words.values()).casefold()):
            if len(word) > 2 and word not in FUNCTION_WORDS - {"against"}:
                yield word[:4]


_LETTERS = re.compile(r"[^\W\d_]+")
_STEMS = frozenset(_stems()) | {"suin"}
