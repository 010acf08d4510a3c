"""Whose role a role is, where a pronoun before it says so: "its leader", "her brother"."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter

from summarizer.document.actors.deeds import Deeds
from summarizer.document.actors.kinds import Kinds
from summarizer.document.actors.nouns import Nouns
from summarizer.document.actors.roles import Role
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import gender_of
from summarizer.document.attribution.grammar.phrases import sentence_start

_OPENING = 3
"""Tokens that begin a sentence: its mark, "the" and a name."""
_BACK = 3
"""Sentences, the role's own among them, in which its body is looked for."""


class Owners:
    """Finds whom the roles of one article belong to.

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
        """Return whom the pronoun before a role means; None where that is open, or none is."""
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
        token = self._tokens[at]
        if token.kind != "name" or self._kind(at) in {"person", "country"}:
            return False
        run = self._parsed.names.runs[token.item]
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
        """Return the words for bodies without a name that do something: "the nurses' union"."""
        start, stop = self._tokens[first].start, self._tokens[end].start
        sorts = {"many", "body"} if many else {"body"}
        found: set[str] = set()
        for place in self._deeds.groups:
            words = self._parsed.text[slice(*place)].split()
            sort = self._nouns.sort(self._nouns.head(" ".join(words)))
            definite = words[0].lower() in self._parsed.names.vocabulary.articles
            if start <= place[0] < stop and sort in sorts and len(words) > 1 + definite:
                found.add(" ".join(words[definite:]))  # not "the company"
        return found
