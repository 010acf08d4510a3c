"""The cast of an article: its actors, each once, with every place that names them."""

from dataclasses import dataclass

from summarizer.document import Document
from summarizer.schema import Actor, ActorKind, Span

Places = tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Member:
    full: str
    names: list[str]
    kind: ActorKind | None
    role: str | None


class Cast:
    """Collects the actors that the facets name, and merges those that are one.

    Two names are one actor only where the article supports it; see
    :func:`summarizer.scan.names.same_actor`.

    Args:
        document: The article, read by code.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._members: list[_Member] = []
        self._actors: tuple[Actor, ...] | None = None

    def add(self, name: str, kind: ActorKind | None = None, role: str | None = None) -> None:
        """Add an actor, or what is new about one that is there.

        Args:
            name: A name that stands in the article.
            kind: What it is, if known.
            role: Its role in the article's words, if known.
        """
        full = self._document.full_name(name)
        member = self._member(name)
        if member is None:
            member = _Member(full, [], None, None)
            self._members.append(member)
        member.full = max(member.full, full, key=len)
        member.names.extend(each for each in (full, name) if each not in member.names)
        member.kind = member.kind or kind
        member.role = member.role or role

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
        return self._actors

    def find(self, name: str) -> Actor | None:
        """Return the actor of that name, or None."""
        member = self._member(name)
        full = member.full if member else None
        return next((actor for actor in self.actors() if actor.name == full), None)

    def _member(self, name: str) -> _Member | None:
        full = self._document.full_name(name)
        for member in self._members:
            if name in member.names or self._document.same_actor(full, member.full):
                return member
        return None

    def _places(self, member: _Member) -> Places:
        return self._document.mentions(self._document.aliases(member.names))

    def _actor(self, id: str, places: Places, member: _Member) -> Actor:  # noqa: A002
        text = self._document.article.text
        return Actor(
            id=id,
            name=member.full,
            kind=member.kind,
            role=member.role or self._document.title_of(member.names),
            mentions=tuple(Span.of(text, *place) for place in places),
        )


def _apart(places: list[Places]) -> list[Places]:
    """Take from each its places inside longer ones: "Kim" is not named within "Kim Jong-un".

    An actor that would lose all of them keeps them.
    """
    everywhere = {place for each in places for place in each}
    inner = {
        place
        for place in everywhere
        for other in everywhere
        if other != place and other[0] <= place[0] and place[1] <= other[1]
    }
    return [tuple(place for place in each if place not in inner) or each for each in places]
