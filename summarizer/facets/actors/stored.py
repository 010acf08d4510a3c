"""The actors of a stored summary: how they are verified, compared and shown."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from summarizer.document.document import Document
from summarizer.facets.actors.prominence import by_prominence
from summarizer.facets.decisions import DECIDED, fields_of, note_on
from summarizer.facets.faults import (
    Data,
    Fault,
    absent_name,
    altered_copies,
    places,
    short,
    stored_items,
)
from summarizer.facets.shown import (
    Compared,
    Entity,
    Entry,
    Highlight,
    Line,
    Piece,
    Ranks,
    Record,
    Row,
    Standoff,
    Table,
)
from summarizer.facets.stored import StoredFacet, one_line
from summarizer.facets.wording import wording
from summarizer.schema import Actor, ActorKind, ActorRef, Said, Source, Summary

TABLE = Table(
    "actors",
    """code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, role TEXT,
    decided_by TEXT, certainty TEXT, rule TEXT, doubt TEXT""",
    spans=("mentions", "actor"),
)

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "country": "Country",
    "group": "Organization",
}

_SHOWN = frozenset({"organisation", "country", "group"})
"""Kinds that are shown: who is no person."""


class StoredActors(StoredFacet[Actor]):
    """The actors with all places that name them."""

    name = "actors"
    label = "Actors"
    ranks = Ranks(page=5, legend=4, columns=2, standoff=1)
    occurrences = True
    columns: Mapping[str, type] = {"id": str, "actor": str, "kind": str, "role": str}
    table = TABLE
    motive = "identifying"
    highlight = Highlight("name", "name")
    panel = "actors.html.j2"
    shown_kinds = _SHOWN
    decided = True

    @property
    def entity(self) -> Entity:
        """What brat calls an actor, with its kinds."""
        return Entity("Actor", attributes={"Kind": get_args(ActorKind)})

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the actors with their mentions."""
        for actor in summary.actors:
            words = ", ".join(filter(None, (actor.name, actor.full_role)))
            facts = actor.model_dump(mode="json", exclude={"mentions", *DECIDED})
            yield Entry(actor.id, words, actor.mentions, facts)

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find names and roles from elsewhere, and mentions of others."""
        text = document.article.text
        for item, actor in stored_items(data, "actors"):
            yield from absent_name(item, "name", actor.get("name"), text)
            yield from absent_name(item, "role", actor.get("role"), text)
            yield from absent_name(item, "owner of the role", actor.get("role_of"), text)
            if actor.get("role_of") and not actor.get("role"):
                yield Fault(item, "It says whose role it is, and has no role.")
            for name in _also(actor):
                yield from absent_name(item, "other name", name, text)
            wrong = list(altered_copies(item, actor.get("mentions"), text))
            yield from wrong or _misnamed(item, actor, document)

    def needed(self, summary: Summary) -> frozenset[str]:
        """Return the actors that speak, take a position, or are named by a user's facet."""
        every: tuple[Said, ...] = (*summary.quotes, *summary.statements)
        said = (each.speaker for each in every)
        held = (stance.actor for stance in summary.stances)
        values = (each for section in summary.more.values() for _, _, each in section.values())
        named = (each.id for each in values if isinstance(each, ActorRef | Source))
        return frozenset(each for each in (*said, *held, *named) if each)

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each actor."""
        for actor in summary.actors:
            cells = {"id": actor.id, "actor": actor.name, "kind": actor.kind}
            cells |= {"role": actor.full_role}
            yield Row({**cells, **fields_of(actor)}, actor.mentions)

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the actors, the same by name or by a shared mention."""
        for actor in summary.actors:
            facts = {"name": actor.name, "kind": actor.kind, "role": actor.full_role}
            yield Compared(actor.name, actor.name, actor.mentions, facts)

    def shown(self, summary: Summary) -> list[Actor]:
        """Return the actors in the order in which they are shown."""
        return by_prominence(summary)

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield each actor with its role and its kind."""
        words = wording(summary)
        for actor in self.shown(summary):
            facts = [one_line(role)] if (role := actor.full_role) else []
            facts += [words(actor.kind)] if actor.kind in _SHOWN else []
            behind = "".join(f", {fact}" for fact in facts) + words.behind(self.marks(actor))
            yield Line(
                (Piece(one_line(actor.name), "name"), Piece(behind, "note")), note=note_on(actor)
            )

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the actors; other facets refer to them."""
        for actor in summary.actors:
            row = actor.model_dump(include={"name", "kind", *DECIDED}) | {"role": actor.full_role}
            yield Record({"code": actor.id, **row}, actor.mentions, id=actor.id)

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the actors with their kinds."""
        for actor in summary.actors:
            attributes = {"Kind": actor.kind} if actor.kind else {}
            note = {"name": actor.name, "role": actor.full_role}
            yield Standoff(actor.mentions, note, attributes, id=actor.id)

    def linked(self, summary: Summary) -> Mapping[str, Any]:
        """Return the actors as what the article mentions."""
        return {"mentions": [linked_actor(actor) for actor in summary.actors]}

    def names(self, summary: Summary) -> Iterator[str]:
        """Yield the names of the actors."""
        for actor in summary.actors:
            yield actor.name


def linked_actor(actor: Actor) -> dict[str, object]:
    """Return an actor as a schema.org Person, Organization or Country."""
    return {
        "@type": _TYPES.get(actor.kind or ""),
        "name": actor.name,
        "description": actor.full_role,
    }


def _misnamed(item: str, actor: Data, document: Document) -> Iterator[Fault]:
    """Find mentions, true copies all of them, that do not name the actor."""
    name, mentions = str(actor.get("name")), list(places(actor.get("mentions")))
    words = {place: document.article.text[slice(*place)] for place in mentions}
    names = [name, *_also(actor)]
    naming = {
        each for each in words.values() if any(_is_name_of(one, each, document) for one in names)
    }
    named = frozenset((*document.mentions(naming), *document.places_of(names)))
    for place in mentions:
        if place not in named:
            yield Fault(item, f"{short(words[place])} at {place[0]} does not name {short(name)}.")


def _is_name_of(name: str, words: str, document: Document) -> bool:
    full, same_words = document.full_name(words), document.actors.same_words
    return name in {words, full} or document.same_actor(full, name) or same_words(words, name)


def _also(actor: Data) -> list[str]:
    """Return the other names of a stored actor."""
    also = actor.get("also")
    return [str(name) for name in also] if isinstance(also, list) else []
