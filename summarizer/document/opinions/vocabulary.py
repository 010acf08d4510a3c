"""The words that take a position, in the languages that an article is read in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, get_args

from summarizer.languages.expressions import either, expression, folded
from summarizer.languages.forms import conjugate
from summarizer.languages.table import Language
from summarizer.schema import Position

Form = Literal["finite", "base", "gerund"]
"""The forms of a verb: "backs" and "backed", "back", "backing"."""

Phrase = tuple[Position, str]
"""A position, and an expression for the words that take it."""

_SECTIONS = ("verbs", "phrases", "nouns", "roles", "gains", "first_person")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEMMA = re.compile("(?=[_(])|$")


class Vocabulary:
    """The lists of the sections ``opinions``. Make one with :func:`vocabulary`.

    What each list is for, and how its entries are written, is in ``languages/en.toml``.
    """

    def __init__(self, spoken: Language) -> None:
        self._spoken = spoken
        self.function_words = spoken.words("sentences.function")
        self._stems = frozenset(self._find_stems())

    def verbs(self, form: Form) -> Iterator[Phrase]:
        """Yield the verbs in one form; with the finite ones, the phrases."""
        for position, each, entry in self._entries("verbs"):
            if written := _written(entry, each, form):
                yield position, written
        if form == "finite":
            yield from self.listed("phrases")

    def listed(self, section: str) -> Iterator[Phrase]:
        """Yield the entries of another section."""
        for position, each, entry in self._entries(section):
            yield position, expression(entry, each)

    def either(self, *names: str) -> str:
        """Return an expression for any entry of some lists."""
        return either(self._spoken, *(f"opinions.{name}" for name in names))

    def either_but_articles(self, name: str) -> str:
        """Return the same without what is an article in the language itself: "as" in Portuguese."""
        articles = frozenset(self._spoken.own("names.articles"))
        return either(self._spoken, f"opinions.{name}", without=articles)

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a list."""
        return self._spoken.words(f"opinions.{name}")

    def may_state(self, sentence: str) -> bool:
        """Return, in little time, whether a sentence may hold a word that takes a position."""
        stems = self._stems
        words = _LETTERS.findall(sentence.casefold())
        return any(word[:4] in stems or word[:3] in stems for word in words)

    def _entries(self, section: str) -> Iterator[tuple[Position, Language, str]]:
        for position in get_args(Position):
            for each in self._spoken.read:
                for entry in each.own(f"opinions.{section}.{position}"):
                    yield position, each, entry

    def _find_stems(self) -> Iterator[str]:
        """Yield how the words of all lists begin, small words apart."""
        small = self.function_words - {"against"}
        for section in _SECTIONS:
            for _, each, entry in self._entries(section):
                for word in _words(entry, each):
                    if len(word) > 2 and word not in small:
                        yield word[:4]


@cache
def vocabulary(spoken: Language) -> Vocabulary:
    """Return the words for the articles of a language."""
    return Vocabulary(spoken)


def alternatives(found: Iterable[Phrase]) -> tuple[str, dict[int, Position]]:
    """Join expressions to one with a group for each position.

    Args:
        found: Positions, each with an expression that catches nothing.

    Returns:
        The expression; and the positions by the numbers of their groups.
    """
    by_position: dict[Position, list[str]] = {}
    for position, each in found:
        by_position.setdefault(position, []).append(each)
    for every in by_position.values():
        every.sort(key=len, reverse=True)  # "demands that" before "demands"
    groups = [f"({'|'.join(every)})" for every in by_position.values()]
    return "|".join(groups), dict(enumerate(by_position, start=1))


def _written(entry: str, spoken: Language, form: Form) -> str:
    """Return an expression for a verb and what follows it; nothing where it has no such form."""
    lemma, after = _LEMMA.split(entry, maxsplit=1)
    verb = conjugate(lemma, spoken)
    if form == "base":
        written = lemma if spoken.own("opinions.will") else ""
    elif form == "gerund":
        written = folded(verb.gerund)
    else:
        written = _finite(verb.finite, verb.participle, spoken)
    return written and written + expression(after, spoken)


def _finite(finite: tuple[str, ...], participle: tuple[str, ...], spoken: Language) -> str:
    perfect = "|".join(spoken.own("opinions.perfect"))
    if not perfect:
        return folded(finite)
    return f"(?:{folded(finite)}|(?:{perfect}) {folded(participle)})"


def _words(entry: str, spoken: Language) -> Iterator[str]:
    """Yield the words of an entry, of a verb at its front every form."""
    lemma = _LEMMA.split(entry, maxsplit=1)[0]
    forms = conjugate(lemma, spoken).forms if lemma.isalpha() else ()
    yield from (word for form in forms for word in _LETTERS.findall(form))
    yield from _LETTERS.findall(expression(entry, spoken).casefold())
