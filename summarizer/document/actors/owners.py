"""Whose role a role is, where a pronoun before it says so: "its leader", "her brother"."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile
from operator import attrgetter

from summarizer.document.actors.deeds import Deeds
from summarizer.document.actors.kinds import Kinds
from summarizer.document.actors.nouns import Nouns
from summarizer.document.actors.roles import Role
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import gender_of
from summarizer.document.attribution.grammar.phrases import sentence_start
from summarizer.document.attribution.grammar.tokens import Token

_OPENING = 3
"""Tokens that begin a sentence: its mark, "the" and a name."""
_BREAKS = frozenset({"stop", "paragraph", "quote"})
_INSIDE = frozenset({"word", "own", "name"})
_OUTSIDE = frozenset({"auxiliary", "past", "preposition", "saying", "conjunction", "relative"})
_BACK = 4
"""Sentences, the role's own among them, in which its body is looked for."""


class Owners:
    """Finds the owners of the roles of one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        kinds: What its actors are.
        deeds: Who does something.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, kinds: Kinds, deeds: Deeds) -> None:
        self._parsed = parsed
        self._tokens = parsed.tokens
        self._nouns = nouns
        self._kinds = kinds
        self._deeds = deeds

    def of(self, role: Role) -> str | None:
        """Return who is meant by the pronoun before a role; None where that is open, or none is."""
        if self._is_its(role):
            return self.body(role)
        at = self._before(role)
        owner = self._tokens[at] if at >= 0 and role.head else None
        if not owner or "possessive" not in owner.tags:
            return None
        if owner.low in self._nouns.words.owners:
            return self._nearest(at, self._may_own, many=True)
        women = self._parsed.names.vocabulary.language.words("opinions.women")
        gender = "f" if owner.low in women else gender_of(owner)
        return self._nearest(at, partial(self._may_be, gender, role.name)) if gender else None

    def body(self, role: Role) -> str | None:
        """Return the body that "its" before a role means."""
        its = self._is_its(role)
        return self._nearest(self._before(role), self._may_own, many=False) if its else None

    def _before(self, role: Role) -> int:
        return bisect_left(self._tokens, role.start, key=attrgetter("start")) - 1

    def _is_its(self, role: Role) -> bool:
        at = self._before(role)
        owner = self._tokens[at] if at >= 0 and role.head else None
        its = owner is not None and owner.low in self._nouns.words.owners
        return its and "possessive" not in (owner.tags if owner else ())

    def _nearest(
        self, at: int, fits: Callable[[int], bool], many: bool | None = None
    ) -> str | None:
        """Return the one of the nearest sentence that a pronoun can mean: its subject first."""
        end = at
        for _ in range(_BACK):
            first = sentence_start(self._tokens, end)
            names = [each for each in range(first, end) if fits(each) and not self._is_in(each)]
            found = self._named(names, first)
            found = found or (self._described(first, end, many) if many is not None else set())
            if found or first < _BACK:
                return next(iter(found)) if len(found) == 1 else None
            end = first - 1
        return None

    def _named(self, names: Sequence[int], first: int) -> set[str]:
        """Return who is named in a sentence; only the subjects where any of them is one."""
        bodies = [at for at in names if self._kind(at) == "organisation"]
        subjects = [at for at in names if self._deeds.acts(at, self._tokens[at].start)]
        both = [at for at in bodies if at in subjects or at - first < _OPENING]
        chosen = both or subjects or bodies or names
        return {self._parsed.full(self._tokens[at].item) for at in chosen}

    def _may_own(self, at: int) -> bool:
        """Return whether a token names what may be a body: no one-word opening of a sentence."""
        token, persons = self._tokens[at], self._parsed.persons
        if token.kind != "name" or self._kind(at) == "country":
            return False
        full, run = persons.name(at), self._parsed.names.runs[token.item]
        if run.titles or (self._kind(at) == "person" and persons.gender(full)):
            return False
        return run.sure or len(run.words) > 1 or self._kind(at) == "organisation"

    def _may_be(self, gender: str, name: str, at: int) -> bool:
        """Return whether a token names a man or a woman who may be meant."""
        token = self._tokens[at]
        if token.kind != "name" or not self._parsed.persons.is_person(at):
            return False
        full = self._parsed.full(token.item)
        told = self._parsed.persons.gender(full) in {gender, None}
        return told and full != name and self._kind(at) in {"person", None}

    def _is_in(self, at: int) -> bool:
        """Return whether a token names where something is: "in Oslo"."""
        start, place = self._tokens[at].start, self._parsed.names.vocabulary.place
        return bool(place.search(self._parsed.text, max(0, start - 6), start))

    def _kind(self, at: int) -> str | None:
        return self._kinds.shown(self._parsed.full(self._tokens[at].item))

    def _described(self, first: int, end: int, many: bool) -> set[str]:
        """Return the words for a body that begin a sentence, as in "The nurses' union is glad".

        The body has no name, and is no bare "the company".
        """
        tokens = self._tokens[first:end]
        while tokens and tokens[0].kind in _BREAKS:
            tokens = tokens[1:]
        definite = bool(tokens) and "article" in tokens[0].tags
        phrase = [*takewhile(_is_within, tokens[definite:])]
        words = self._parsed.text[phrase[0].start : phrase[-1].end] if len(phrase) > 1 else ""
        sort = self._nouns.sort(phrase[-1].low) if words else None
        fits = sort == "body" or (many and sort == "many")
        return {" ".join(words.split())} if definite and fits else set()


def _is_within(token: Token) -> bool:
    """Return whether a token may be in the words for a body: no verb, no preposition."""
    return token.kind in _INSIDE and not token.is_any(_OUTSIDE)
