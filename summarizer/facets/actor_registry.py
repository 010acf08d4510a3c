"""The actors of an article, each once, with every place that names them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from summarizer.document.document import Document
from summarizer.facets.decisions import BY_MODEL, Decision, combined
from summarizer.schema import Actor, ActorKind, Span

Places = tuple[tuple[int, int], ...]

LISTING = {
    "quoted": "Said one of the quotations, by a rule of attribution.",
    "stance": "Takes a position that the article states.",
    "stated": "Is reported to have said something.",
    "acts": "Does something, is called something, or is a person who is named again.",
}
"""The rules by which code lists an actor, in the order in which they give their names."""


@dataclass(slots=True, eq=False)
class Member:
    """What is known of an actor.

    Args:
        full: The fullest name.
        names: The names that the facets gave.
        kind: What it is, if known.
        listed: Why it is an actor, by each facet that names it.
        described: Whether it has words for a name: "Roe's lawyers" are not Roe.
        given: The name that a model gives; None: the fullest.
        role: What a model says that the article calls it; None: what the rules read holds.
        also: Other names of it, as a model says.
        styled: The name with a title that belongs to it: "Lady Poe"; None where it needs none.
    """

    full: str
    names: list[str]
    kind: ActorKind | None
    described: bool = False
    listed: list[Decision] = field(default_factory=list)
    given: str | None = None
    role: str | None = None
    also: tuple[str, ...] = ()
    styled: str | None = None

    @property
    def name(self) -> str:
        """The name that it is listed by."""
        return self.given or (self.styled if " " not in self.full else None) or self.full


class ActorRegistry:
    """Collects the actors that the facets name, and merges those that are one.

    Two names are one actor only where the article supports it; see
    :class:`summarizer.document.names.Identity`.

    Args:
        document: The article, read by code.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._members: dict[Member, int] = {}
        self._count = count()
        self._bearers: dict[str, Member] = {}
        # Where to look for a member: comparing each name with each takes quadratic time.
        self._near = defaultdict[Hashable, set[Member]](set)
        self._actors: tuple[Actor, ...] | None = None
        self._by_name: dict[str, Actor] = {}
        self._by_id: dict[str, Member] = {}

    def add(
        self,
        name: str,
        kind: ActorKind | None = None,
        listed: Decision = BY_MODEL,
        *,
        described: bool = False,
    ) -> None:
        """Add an actor, or what is new about one that is there.

        Args:
            name: A name in the article.
            kind: What it is, if known.
            listed: Why it is an actor.
            described: Whether it is no name, but words for a group that has none.
        """
        reader = self.document.actors
        given, name = name, reader.wording.counted(name)
        described = self._is_crowd(name) or (described and not self._is_name(name))
        if described and (called := self._called(name)):
            name, described = called, False
        name = reader.words(name) if described else name
        full = reader.wording.fuller(name) if described else self.document.full_name(name)
        member = self._group(full) if described else self._member(name)
        if member is None:
            styled = None if described else reader.styled(full)
            member = Member(full, [], None, described, styled=styled)
            self._members[member] = next(self._count)
        member.full = max(member.full, full, key=len)
        forms = (full, name, *self._cases(full, name)) if described else (full, name)
        member.names.extend(each for each in forms if each not in member.names)
        self._index(member)
        self._bearers |= {name: member, given: member}
        member.kind = member.kind or kind
        member.listed.append(listed)

    def _is_crowd(self, name: str) -> bool:
        """Return whether a word has its capital from the sentence: "Fans", "Fans of Lenn"."""
        first, *others = name.split()
        bodies = self.document.known_names.vocabulary.bodies  # "Friends of Lenn"
        plain = not others or (others[0].islower() and first.lower() not in bodies)
        return plain and self.document.actors.nouns.sort(first) == "many"

    def _is_name(self, words: str) -> bool:
        """Return whether words are a name; where every noun has a capital, none is."""
        capital = self.document.known_names.vocabulary.nouns_are_capital
        return not capital and self.document.is_name(words)

    def _called(self, words: str) -> str | None:
        """Return who has a name and is called so: "Shareholder group Klar"."""
        reader = self.document.actors
        return self.document.descriptions.body(words) or reader.called(words)

    def _cases(self, *forms: str) -> Iterator[str]:
        """Yield words for a group as they open a sentence, and as they are inside of one."""
        yield from filter(self.document.find, (each[:1].swapcase() + each[1:] for each in forms))

    def describe(self, name: str, role: str | None, also: Iterable[str]) -> None:
        """Say more of an actor that is there: what a model gives and the article bears out.

        A name of several words is the one that the actor has; code might add a title to it.

        Args:
            name: A name of the actor.
            role: What the article calls it, if anything.
            also: Its other names in the article; who bears one of them is the same actor.
        """
        member = self._member(name)
        if member is None:
            return
        if " " in name or self.document.full_name(name) == name:
            member.given = name
        member.role = member.role or role
        for other in also:
            self._join(member, other)

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors in the order of their first mention, with their ids."""
        if self._actors is None:
            places = _apart([self._places(member) for member in self._members])
            placed = [pair for pair in zip(places, self._members, strict=True) if pair[0]]
            placed.sort(key=lambda pair: pair[0][0])
            self._actors = tuple(
                self._actor(f"A{number}", places, member)
                for number, (places, member) in enumerate(placed, start=1)
            )
            self._by_id = {
                actor.id: member for actor, (_, member) in zip(self._actors, placed, strict=True)
            }
            self._by_name = {actor.name: actor for actor in reversed(self._actors)}
        return self._actors

    def member(self, id: str) -> Member:  # noqa: A002  the schema's own word
        """Return what is known of the actor with this id.

        Raises:
            KeyError: No actor has it.
        """
        self.actors()
        return self._by_id[id]

    def find(self, name: str) -> Actor | None:
        """Return the actor of that name, or None."""
        member = self._member(name)
        self.actors()
        return self._by_name.get(member.name) if member else None

    def group(self, words: str) -> Actor | None:
        """Return the group without a name that some words mean, or None."""
        member = self._group(self.document.actors.words(words))
        self.actors()
        return self._by_name.get(words) or (self._by_name.get(member.name) if member else None)

    def _member(self, name: str) -> Member | None:
        if name in self._bearers:
            return self._bearers[name]
        full = self.document.full_name(name)
        for member in self._found({name, *self.document.lookup.actor_keys(full)}):
            same = not member.described and self.document.same_actor(full, member.full)
            if name in member.names or same:
                return member
        return None

    def _index(self, member: Member) -> None:
        """Note what a member may be found by; a group without a name, by its last words."""
        keys: set[Hashable] = {*member.names}
        if member.described:
            keys.update(map(str.casefold, member.names))
            endings = self.document.actors.endings(member.full)
            keys.update(endings, [("whole", *endings[:1])])
        else:
            keys |= self.document.lookup.actor_keys(member.full)
        for key in keys:
            self._near[key].add(member)

    def _found(self, keys: Iterable[Hashable]) -> list[Member]:
        """Return the members with any of some keys, in the order in which they were added."""
        known = self._near.keys() & set(keys)
        found = {member for key in known for member in self._near[key] if member in self._members}
        return sorted(found, key=self._members.__getitem__)

    def _join(self, member: Member, name: str) -> None:
        """Let a name be that of a member, with all that is known of who bore it before."""
        other = self._member(name)
        if other and other is not member and other.given:
            return  # the model listed it as an actor of its own, about another part of the article
        names = [name]
        if other and other is not member:
            del self._members[other]
            member.listed += other.listed
            member.kind = member.kind or other.kind
            names += other.names
            self._bearers |= {each: member for each, who in self._bearers.items() if who is other}
        member.names += [each for each in names if each not in member.names]
        member.also += (name,)
        self._index(member)
        self._bearers |= dict.fromkeys(names, member)

    def _group(self, words: str) -> Member | None:
        """Return the group without a name of which these are the words."""
        endings = self.document.actors.endings(words)
        keys = [words.casefold(), *endings[:1], *(("whole", each) for each in endings)]
        groups = [each for each in self._found(keys) if each.described]
        equal = [each for each in groups if words.casefold() in map(str.casefold, each.names)]
        same = self.document.actors.same_words
        alike = equal or [each for each in groups if same(each.full, words)]
        return alike[0] if len(alike) == 1 else None

    def _kind(self, member: Member) -> ActorKind | None:
        reader = self.document.actors
        return reader.described(member.full) if member.described else reader.kind(member.names)

    def _role(self, member: Member) -> dict[str, str | None]:
        """Return the role of an actor and whose it is: what a model says, or what rules read."""
        reader = self.document.actors
        role = None if member.described or member.role else reader.role(member.names)
        if role is None:
            return {"role": member.role}
        return {"role": reader.roles.text(role), "role_of": reader.owner(role)}

    def _places(self, member: Member) -> Places:
        return self.document.places_of(member.names)

    def _also(self, member: Member, places: Places) -> tuple[str, ...]:
        """Return the other names of an actor: those that a model gives, and what it is called."""
        text = self.document.article.text
        called = (" ".join(text[slice(*place)].split()) for place in places)
        others = {name.casefold(): name for name in (*called, *member.also)}
        return tuple(name for low, name in others.items() if low != member.name.casefold())

    def _actor(self, id: str, places: Places, member: Member) -> Actor:  # noqa: A002
        text = self.document.article.text
        decision = combined(sorted(member.listed, key=_rank))
        return Actor(
            id=id,
            name=member.name,
            kind=member.kind or self._kind(member),
            **self._role(member),
            also=self._also(member, places),
            mentions=tuple(Span.of(text, *place) for place in places),
            **decision.fields,
        )


def _rank(decision: Decision) -> int:
    return [*LISTING].index(decision.rule) if decision.rule else len(LISTING)


def _apart(places: list[Places]) -> list[Places]:
    """Take from each its places inside longer ones: "Kim" is not named within "Kim Jong-un".

    An actor that would lose all of them keeps them.
    """
    inner: set[tuple[int, int]] = set()
    reached = 0
    everywhere = {place for each in places for place in each}
    for place in sorted(everywhere, key=lambda place: (place[0], -place[1])):
        if place[1] <= reached:
            inner.add(place)
        reached = max(reached, place[1])
    return [tuple(place for place in each if place not in inner) or each for each in places]
