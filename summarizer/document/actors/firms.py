"""The body that an article is about: whose "the chairman" is, and what "the company" means."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

from summarizer.document.actors.kinds import Kinds
from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText

_TWICE = 2
"""How often as the next the body is named that an article is about."""


class Firms:
    """Knows the body that one article is about, and the firm.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        kinds: What its actors are.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, kinds: Kinds) -> None:
        self._tokens = parsed.tokens
        self._name = parsed.persons.name
        self._nouns = nouns
        self._kinds = kinds

    @cached_property
    def main(self) -> str | None:
        """The body that the article names twice as often as any other; no state's, no initials."""
        body = _most_named(self._bodies)
        words = set((body or "").lower().split())
        states = body is None or body.isupper() or words & self._nouns.words.public_bodies
        return None if states else body

    @cached_property
    def _firm(self) -> str | None:
        """The firm that it names twice as often as any other."""
        return _most_named(self._firms)

    @cached_property
    def _bodies(self) -> dict[int, str]:
        """The tokens that name a body, with its full name."""
        return {at: self._name(at) for at in range(len(self._tokens)) if self.is_body(at)}

    @cached_property
    def _firms(self) -> dict[int, str]:
        """Those of bodies that are neither public ones nor initials."""
        public = self._nouns.words.public
        return {
            at: full
            for at, full in self._bodies.items()
            if full and public.isdisjoint(full.lower().split()) and not full.isupper()
        }

    def called(self, word: str) -> str | None:
        """Return the firm that "the airline" or "the company" means wherever it is said."""
        the = self._described.get(word)
        return self._firm if the and all(map(self.meant, the)) else None

    @cached_property
    def _described(self) -> dict[str, list[int]]:
        """The tokens of each word for a firm behind an article."""
        found = defaultdict[str, list[int]](list)
        words = self._nouns.words.companies
        for at, (before, token) in enumerate(pairwise(self._tokens), start=1):
            if token.low in words and "article" in before.tags:
                found[token.low].append(at)
        return found

    def meant(self, at: int) -> str | None:
        """Return the firm that is meant at a place; None if its paragraph names another before."""
        first = bisect_left(self._others, self.paragraph(at))
        named = bisect_left(self._others, at) > first
        return None if named else self._firm

    def paragraph(self, at: int) -> int:
        """Return the number of the first token of a paragraph."""
        return self._paragraphs[bisect_right(self._paragraphs, at) - 1]

    @cached_property
    def _others(self) -> list[int]:
        """The tokens that name a firm that the article is not about."""
        return [at for at, full in self._firms.items() if full != self._firm]

    @cached_property
    def _paragraphs(self) -> list[int]:
        breaks = (at for at, each in enumerate(self._tokens) if each.kind == "paragraph")
        return [0, *breaks]

    def is_body(self, at: int) -> bool:
        """Return whether a token names a body, and no state such as Ohio."""
        token = self._tokens[at]
        if token.kind != "name" or token.low in self._nouns.words.regions:
            return False
        return len(token.low) > 1 and self._kinds.shown(self._name(at)) == "organisation"


def _most_named(names: Mapping[int, str]) -> str | None:
    """Return the name that is named twice as often as any other."""
    counts = Counter(names.values())
    (first, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= _TWICE * max(second, 1) else None
