"""Why code lists an actor: the rules and the items, the names that are one, and the role."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.facets.actor_registry import LISTING, Member
from summarizer.facets.decisions import combined, how_sure
from summarizer.facets.stored import one_line
from summarizer.schema import Actor, Certainty


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule by which code lists an actor.

    Args:
        rule: Its name: "quoted", "stance", "stated" or "acts".
        description: What it reads, in a line.
        certainty: How sure it is.
    """

    rule: str
    description: str
    certainty: Certainty | None


@dataclass(frozen=True, slots=True)
class RoleSource:
    """Where an actor's role comes from.

    Args:
        role: The role.
        description: What was read, in a line.
        start: Offset of the name with its role.
        end: Offset after both.
        text: The words there.
    """

    role: str
    description: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ActorExplanation:
    """An actor that code lists, and why.

    Args:
        id: The actor's id: A1, A2, … in the order of a summary by code alone.
        name: Its name.
        names: The names that are taken for it, in the order of first mention.
        listed: The rules by which it is listed.
        role: Where its role comes from; None where it has none.
    """

    id: str
    name: str
    names: tuple[str, ...]
    listed: tuple[Listed, ...]
    role: RoleSource | None

    @property
    def title(self) -> str:
        """What is explained."""
        return self.name

    def lines(self) -> Iterator[str]:
        """Yield the explanation in lines."""
        yield f"names: {', '.join(self.names)}"
        for each in self.listed:
            sure = how_sure(each.certainty, f"rule “{each.rule}”")
            yield f"listed, {sure}: {each.description}"
        if self.role:
            yield f"role “{self.role.role}”: {self.role.description}: {one_line(self.role.text)}"


def explain_actor(document: Document, actor: Actor, member: Member) -> ActorExplanation:
    """Say why an actor is listed.

    Args:
        document: The article, read by code.
        actor: The actor.
        member: What the registry knows of it.
    """
    names = dict.fromkeys(one_line(span.text) for span in actor.mentions)
    listed = tuple(_listed(member))
    return ActorExplanation(actor.id, actor.name, tuple(names), listed, _source(document, member))


def _listed(member: Member) -> Iterator[Listed]:
    for rule, description in LISTING.items():
        if found := [each for each in member.listed if each.rule == rule]:
            yield Listed(rule, description, combined(found).certainty)


def _source(document: Document, member: Member) -> RoleSource | None:
    """Return the place that gives an actor its role; None where it is given by a model."""
    role = None if member.described or member.role else document.actors.role(member.names)
    if role is None:
        return None
    run = document.known_names.runs[role.item]
    where = "before" if role.start <= run.start else "behind"
    start, end = min(role.start, run.start), max(role.end, run.end)
    words = document.actors.roles.text(role)
    text = document.article.text[start:end]
    return RoleSource(words, f"the words {where} the name", start, end, text)
