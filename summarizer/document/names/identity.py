"""Whether two names mean one actor, as far as an article supports it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.document.names.families import key
from summarizer.document.names.gender import title_gender
from summarizer.document.names.people import Names

_LONGEST = 8
"""Words of a role."""


class _Facts(NamedTuple):
    """What is compared of a name: it in folded forms, whole, at its fullest and without titles."""

    words: tuple[str, ...]
    folded: str
    full: str
    bare: str
    gender: str | None


class Identity:
    """Says whether two names mean one actor. Keeps what it found for the next question.

    Args:
        names: The names of the article.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[str, _Facts] = {}
        self._holders: dict[str, frozenset[str]] = {}
        self._keys: dict[str, frozenset[str]] = {}

    def same(self, one: str, other: str) -> bool:
        """Return whether two names mean one actor.

        Args:
            one: A name, or a role such as "the mayor".
            other: Another.

        Returns:
            True where both have one full name in the article, one is the short form of the other,
            or the article gives the role to that name alone. Never for two people of one surname.

        Example:
            >>> from summarizer.document.names.people import read_names
            >>> from summarizer.languages.table import language
            >>> text = "The mayor, Jane Roe, left. Tim Roe stayed, as did Bo Li."
            >>> actors = Identity(read_names(text, language("en")))
            >>> actors.same("Jane Roe", "Roe"), actors.same("Mr. Li", "Bo Li")
            (False, True)
            >>> actors.same("the mayor", "Jane Roe")
            True
        """
        first, second = self._facts(one), self._facts(other)
        if first.folded == second.folded:
            return True
        if None not in (first.gender, second.gender) and first.gender != second.gender:
            return False
        if first.bare and second.bare:
            shared = len(self._names.bearers(first.words)) > 1
            if first.full == second.full or (first.bare == second.bare and not shared):
                return True
        return second.full in self._bearing(one) or first.full in self._bearing(other)

    def keys(self, name: str) -> frozenset[str]:
        """Return what a name shares some of with every name of the same actor.

        Example:
            >>> from summarizer.document.names.people import read_names
            >>> from summarizer.languages.table import language
            >>> actors = Identity(read_names("Jane Roe left. Roe sang.", language("en")))
            >>> sorted(actors.keys("Ms. Roe") & actors.keys("Jane Roe"))
            ['jane roe']
        """
        if name not in self._keys:
            facts = self._facts(name)
            found = {facts.folded, facts.full, facts.bare, *self._bearing(name)}
            self._keys[name] = frozenset(found - {""})
        return self._keys[name]

    def _facts(self, name: str) -> "_Facts":
        if name not in self._known:
            words, titles = self._names.parse(name)
            self._known[name] = _Facts(
                words,
                folded=_fold(name),
                full=_fold(self._names.full(name)),
                bare=_fold(" ".join(words)),
                gender=title_gender(titles, self._names.vocabulary),
            )
        return self._known[name]

    def _bearing(self, role: str) -> frozenset[str]:
        """Return the folded full names to which the text gives a role, if it is one person."""
        if role not in self._holders:
            found = frozenset(self._find_holders(role))
            self._holders[role] = found if len(found) == 1 else frozenset()
        return self._holders[role]

    def _find_holders(self, role: str) -> Iterator[str]:
        names = self._names
        words = [word for word in role.split() if word.lower() not in names.vocabulary.determiners]
        if not words or len(words) > _LONGEST or not _is_role(names, words):
            return
        phrase = r"\s+".join(map(_undotted, words))
        for match in re.finditer(rf"(?<!\w)({phrase})(?!\w)(?:,?\s)?", names.text, re.IGNORECASE):
            places = (match.end(), match.end(1), match.start())
            run = next(filter(None, map(names.by_place.get, places)), None)
            if run:
                yield _fold(names.meant(run))


def _fold(name: str) -> str:
    return " ".join(key(word) for word in name.split())


def _is_role(names: Names, words: list[str]) -> bool:
    """Return whether words are a role: "the mayor", "US President", not "Roe, Poe's son"."""
    named, _ = names.parse(" ".join(words))
    inner = names.vocabulary.particles | names.vocabulary.links
    common = any(word[:1].islower() and word not in inner for word in named)
    return common or not named or any(word.lower() in names.vocabulary.titles for word in named)


def _undotted(word: str) -> str:
    """Return a pattern that takes "US" and "U.S." for one."""
    letters = word.replace(".", "")
    short = letters.isupper() and len(letters) < 4
    return r"\.?".join(letters) + r"\.?" if short and letters.isalpha() else re.escape(word)
