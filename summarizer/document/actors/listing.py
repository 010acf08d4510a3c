"""Which names of an article are listed: who does something, has a role, or is named again."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property

from summarizer.document.actors.deeds import Deeds, Part
from summarizer.document.actors.kinds import Kinds
from summarizer.document.actors.nouns import Nouns
from summarizer.document.actors.roles import Roles
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.names.speaking import speaks
from summarizer.schema import ActorKind

_SOMEONE = frozenset({"person", "country", "group"})
_AGAIN = 2
"""Mentions from which a person is listed who has no role and does nothing."""


class Listing:
    """Says which names of one article are listed.

    Args:
        parsed: The article as tokens.
        roles: What it calls those that it names.
        kinds: What they are.
        deeds: Who does something.
        owning: The bodies whose "its head" is.
    """

    def __init__(
        self,
        parsed: ParsedText,
        roles: Roles,
        kinds: Kinds,
        deeds: Deeds,
        owning: Collection[str],
    ) -> None:
        self._parsed = parsed
        self._names = parsed.names
        self._nouns = Nouns(parsed.names.vocabulary)
        self._roles = roles
        self._kinds = kinds
        self._deeds = deeds
        self._owning = owning

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The full names of those who act: persons with a role, and who does something."""
        return tuple(full for full in self._mentions if self._is_listed(full))

    @cached_property
    def _mentions(self) -> Counter[str]:
        """How often each full name is mentioned outside of quotations, below the headline."""
        names = (self._parsed.full(token.item) for _, token in self._named)
        return Counter(name for name in names if not self._nouns.is_inhabitant(name.lower()))

    @cached_property
    def _owning_often(self) -> Counter[str]:
        """How often each name of the headline has something: "Norway's exports"."""
        names = self._parsed.names
        lead = {names.meant(run) for run in names.runs if run.start < self._parsed.headline}
        tokens = self._parsed.tokens
        return Counter(
            full
            for at, token in self._named
            if (full := self._parsed.full(token.item)) in lead
            and any(after.kind == "own" for after in tokens[at + 1 : at + 2])
        )

    @cached_property
    def _parts(self) -> Mapping[str, set[Part]]:
        """What each full name is in its clauses, with or without the roles before it.

        One that comes more than twice is present, whatever its clauses are.
        """
        found = defaultdict[str, set[Part]](set)
        every = (role for roles in self._roles.by_name.values() for role in roles)
        starts = {role.item: role.start for role in every}
        for at, token in self._named:
            whole = min(token.start, starts.get(token.item, token.start))
            for start in {token.start, whole}:
                found[self._parsed.full(token.item)].update(self._deeds.parts(at, start))
        for name, count in Counter(self._names.meanings).items():
            if count > _AGAIN:
                found[name].add("present")
        return found

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The full names of those who have a title; "former" alone is none: "former CIA agents"."""
        runs = (self._names.runs[token.item] for _, token in self._named)
        titled = (run for run in runs if run.titles)
        bare = self._nouns.words.modifiers
        return frozenset(
            map(self._names.meant, (x for x in titled if x.titles[-1].lower() not in bare))
        )

    @cached_property
    def _named(self) -> tuple[tuple[int, Token], ...]:
        """The names below the headline, with the numbers of their tokens."""
        named = ((at, each) for at, each in enumerate(self._parsed.tokens) if each.kind == "name")
        return tuple(pair for pair in named if not self._parsed.is_in_headline(pair[1].item))

    def _is_listed(self, full: str) -> bool:
        if self._is_thing(full) or full.lower() in self._nouns.words.regions:
            return False  # votes are counted there
        kind = self._kinds.shown(full)
        parts = self._parts[full]
        acts = "acts" in parts or ("subject" in parts and self._may_suffer(kind, full))
        if kind == "organisation" and (self._is_subject(full) or full in self._owning):
            return True
        if kind == "country" and self._owning_often[full] >= _AGAIN:
            return True  # "US presses Norway": Norway's leaders, Norway's exports
        if kind != "person":
            tells_who = kind is not None or self._kinds.of([full]) == "person"
            return acts and not self._is_noun(full) and (tells_who or self._speaks(full))
        named = full in self._titled or self._is_called(full) or self._mentions[full] >= _AGAIN
        return acts or (named and "present" in parts)

    def _speaks(self, full: str) -> bool:
        """Return whether a verb of saying is beside a name."""
        text, known = self._names.text, self._names.vocabulary
        if full.lower() in known.function_words:
            return False  # "He", where a stop is missing
        runs = (run for run in self._names.runs if run.sure or len(run.words) > 1)
        return any(self._names.meant(run) == full and speaks(text, run, known) for run in runs)

    @cached_property
    def _products(self) -> frozenset[str]:
        """The full names behind the noun of a thing that is made: "the heart pill Corvexa"."""
        made = self._nouns.words.products
        named = (token for at, token in self._named if self._noun_before(at) in made)
        return frozenset(self._parsed.full(token.item) for token in named)

    def _noun_before(self, at: int) -> str:
        """Return the word before a name, "named" and the like left out: "the pill, known as"."""
        tokens, before = self._parsed.tokens, at - 1
        while before > 0 and tokens[before].low in self._nouns.words.naming:
            before -= 1
        before -= before < at - 1 and tokens[before].low == ","
        return tokens[before].low if before >= 0 else ""

    def _may_suffer(self, kind: ActorKind | None, full: str) -> bool:
        """Return whether something may be done to an actor of this name: it is no law."""
        words, known = full.split(), self._names.vocabulary
        body = any(self._nouns.sort(each) == "body" for each in words)
        last = words[-1].lower()
        body = body or last in self._nouns.words.corporate or last in known.short_bodies
        every = self._roles.by_name.get(full, ())
        body = body or any(self._nouns.sort(role.head) == "body" for role in every)
        someone = kind != "organisation" and self._kinds.of([full]) in _SOMEONE
        thing = kind == "organisation" and self._kinds.is_thing(full)
        return body or someone or thing or self._kinds.is_party(words)

    def _is_thing(self, full: str) -> bool:
        """Return whether a name is a product's, a ship's, a law's or a storm's: "Storm Bo hit"."""
        if self._kinds.is_ship(full) or full in self._products:
            return True
        if self._kinds.shown(full) == "person":
            return False
        first, *others = full.lower().split()
        words = self._nouns.words
        heads = (role.head for role in self._roles.by_name.get(full, ()))
        storm = first in words.storms and not any(map(self._nouns.sort, heads))
        return bool(others) and (storm or others[-1] in words.things)

    def _is_subject(self, full: str) -> bool:
        """Return whether a body is what the article is about, though others act."""
        named = self._mentions[full] >= _AGAIN or {"opens", "present"} <= self._parts[full]
        return named and self._is_called(full)

    def _is_called(self, full: str) -> bool:
        """Return whether a role has a noun; a place or a clause alone is none to be listed for."""
        return any(role.head for role in self._roles.by_name.get(full, ()))

    def _is_noun(self, full: str) -> bool:
        """Return whether a name is a noun that its language writes with a capital."""
        return self._names.vocabulary.nouns_are_capital and " " not in full and not full.isupper()
