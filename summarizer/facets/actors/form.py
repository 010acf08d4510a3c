"""The actors in the form: an open list, which begins with the names that code found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from pydantic import Field

from summarizer.document.document import Document
from summarizer.facets.decisions import BY_MODEL, Decision
from summarizer.facets.described import can_be_role, can_mean_someone, may_be_same
from summarizer.facets.form import LEAST, Answered, FormItem, ListPart, Rows
from summarizer.facets.question import Problem, short
from summarizer.schema import ActorKind

UNNAMED = ("group", "organisation")
"""Kinds that the article may describe without a name: "the families", "the town council"."""


class Found(NamedTuple):
    """A name in the article, with what is known of it.

    Args:
        name: The name as the article writes it.
        kind: What it is, if known.
        decision: Who decided that it is an actor.
        role: What the article calls it; None: what the rules read.
        also: Other names of the same.
        acts: Whether it is an actor; a model may say that it is none.
        described: Whether it is no name, but words for a group that has none.
    """

    name: str
    kind: ActorKind | None
    decision: Decision = BY_MODEL
    role: str | None = None
    also: tuple[str, ...] = ()
    acts: bool = True
    described: bool = False


class ActorItem(FormItem):
    """An actor, or a listed name that is none."""

    name: str
    kind: Literal[ActorKind, "none"]
    role: str | None = None
    also: list[str] = Field(default_factory=list)


class ActorsPart(ListPart[Found, ActorItem]):
    """Lists the names that may be actors, those that speak included."""

    template = "form_actors"
    item = ActorItem
    tokens = 45

    def room(self, document: Document) -> int:
        """Return the tokens of an item for each name, and for some that code does not see."""
        return self.tokens * max(LEAST, 2 * len(names_of(document)))

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the names."""
        return {"names": names_of(document)}

    def judged(
        self, document: Document, answered: Answered[ActorItem]
    ) -> Iterator[Found | Problem]:
        """Keep the actors whose names, roles and other names are in the article."""
        items = answered.items
        return (each for item in items for each in _read(document, item, items))


def names_of(document: Document) -> list[str]:
    """Return the names that may be actors, each once: those that speak, then the others."""
    speaking = filter(document.is_name, document.speaking)
    return list(dict.fromkeys(map(document.full_name, (*speaking, *document.names))))


def refused_name(document: Document, name: str, *, unnamed: bool = False) -> Problem | None:
    """Return why a name cannot be that of an actor; None if it can.

    Args:
        document: The article.
        name: The name.
        unnamed: Whether a description will do.
    """
    standing = document.find(name)
    if standing is None:
        detail = f"The actor {short(name)!r} does not stand in the article."
        return Problem("name_not_in_article", detail, "actors")
    if not (document.is_name(standing) or (unnamed and can_mean_someone(document, standing))):
        detail = f"{standing!r} describes somebody and names nobody."
        return Problem("not_a_name", detail, "actors")
    return None


def _read(
    document: Document, item: ActorItem, items: Sequence[ActorItem]
) -> Iterator[Found | Problem]:
    """Yield the actor, and what of it the article does not bear out."""
    name = document.find(item.name) or item.name
    if problem := refused_name(document, name, unnamed=item.kind in UNNAMED):
        yield problem
        return
    if item.kind == "none":
        yield Found(name, None, acts=False)
        yield from _denied(document, name)
        return
    others = _others(document, name, item, items)
    also = [each for each in dict.fromkeys(item.also) if document.find(each) != name]
    wrong = {each: _misleads(document, name, each, others) for each in also}
    kept = tuple(document.find(each) or each for each in also if not wrong[each])
    role = _role(document, [name, *kept], item.role) if item.role else None
    yield Found(name, item.kind, role=role, also=kept)
    yield from (problem for problem in wrong.values() if problem)
    if item.role and not role:
        detail = f"No sentence near {name!r} gives the role {short(item.role)!r}."
        yield Problem("role_not_in_article", detail, "actors")


def _denied(document: Document, name: str) -> Iterator[Problem]:
    """Report that a name which speaks, as code reads it, is no actor to the model."""
    if any(document.same_actor(name, each) for each in document.speaking):
        yield Problem("not_an_actor", f"The model reads {name!r} as no actor.", "actors")


def _others(
    document: Document, name: str, item: ActorItem, items: Sequence[ActorItem]
) -> list[str]:
    """Return the names of the other actors of an answer, the same one listed twice apart."""
    others = [each for each in items if each is not item and each.kind != "none"]
    named = [one for each in others for one in (each.name, *each.also)]
    return [one for one in named if not document.same_actor(document.full_name(one), name)]


def _role(document: Document, names: Sequence[str], written: str) -> str | None:
    """Return a role as the article has it, in a sentence with the actor or beside one."""
    role = document.find(written)
    if role is None or not can_be_role(document, role) or role in names_of(document):
        return None
    actor = document.aliases([*names, *map(document.full_name, names)])
    near = {document.sentence_at(start) for start, _ in document.mentions(actor)}
    places = (document.sentence_at(start) for start, _ in document.mentions([role]))
    return role if any(not near.isdisjoint((at - 1, at, at + 1)) for at in places) else None


def _misleads(document: Document, name: str, alias: str, others: Sequence[str]) -> Problem | None:
    """Return why another name cannot be that of the same actor; None if it can."""
    if problem := refused_name(document, alias, unnamed=True):
        return problem
    full = document.full_name(alias)
    taken = alias in others or any(document.same_actor(full, other) for other in others)
    if taken or _is_another(document, name, alias):
        detail = f"{short(alias)!r} is another actor than {name!r}."
        return Problem("another_actor", detail, "actors")
    return None


def _is_another(document: Document, name: str, alias: str) -> bool:
    """Return whether two names are of two: full names that share no word, or one of a group's.

    One word may be any name of the same: "Moscow" of Russia, "UN" of the United Nations.
    """
    if not document.is_name(alias) or may_be_same(document, alias, name):
        return False
    return not document.is_name(name) or (" " in name and " " in alias)
