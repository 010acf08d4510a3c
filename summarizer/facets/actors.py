"""The actors: who acts or speaks in the article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from summarizer.cast import Cast
from summarizer.document import Document, is_name
from summarizer.facets.question import Answer, Checked, Facet, Problem, Question, short
from summarizer.schema import Actor, ActorKind

MOST = 10
"""Actors that are asked for; the limit goes over the wire, where it keeps a grammar from
running on."""


class ActorAnswer(Answer):
    """One actor."""

    name: str
    kind: ActorKind
    role: str


class ActorsAnswer(Answer):
    """The actors, the most important first."""

    actors: list[ActorAnswer] = Field(json_schema_extra={"maxItems": MOST})


@dataclass(frozen=True, slots=True)
class Found:
    """An actor whose name stands in the article."""

    name: str
    kind: ActorKind
    role: str | None


class Actors(Facet[ActorsAnswer | ActorAnswer, Found]):
    """One question; every name and role in the answer must stand in the article."""

    name = "actors"
    form: ClassVar[object] = list[ActorAnswer]

    def questions(self, document: Document) -> list[Question]:
        """Ask for the list of actors."""
        return [Question("actors", "actors", "actors", ActorsAnswer, 600)]

    def split(self, document: Document, part: object) -> Iterator[tuple[Question, ActorsAnswer]]:
        """Take the actors from the form."""
        yield self.questions(document)[0], ActorsAnswer.model_validate({"actors": part})

    def check(
        self, document: Document, question: Question, answer: ActorsAnswer | ActorAnswer
    ) -> Checked[Found]:
        """Keep the actors whose names stand in the article; ask for the name of the others."""
        found: list[Found] = []
        problems: list[Problem] = []
        for actor in answer.actors if isinstance(answer, ActorsAnswer) else [answer]:
            standing = document.find(actor.name)
            if standing is None or not is_name(standing):
                problems.append(_missing(question, actor, standing))
                continue
            role, problem = _role(document, actor)
            problems += problem
            found.append(Found(standing, actor.kind, role))
        return Checked(tuple(found), tuple(problems))

    def enlist(self, cast: Cast, found: list[Found]) -> None:
        """Enlist the actors, with kind and role."""
        for actor in found:
            cast.add(actor.name, actor.kind, actor.role)

    def build(self, document: Document, found: list[Found], cast: Cast) -> tuple[Actor, ...]:
        """Return the whole cast: the actors of the other facets belong to it."""
        return cast.actors()


def _missing(question: Question, actor: ActorAnswer, standing: str | None) -> Problem:
    if standing is not None:
        return Problem("not_a_name", f"{standing!r} describes somebody and names nobody.", "actors")
    name = short(actor.name.strip()) or question.variables.get("name", "")
    detail = f"The actor {name!r} does not stand in the article."
    again = Question("actors", "actors", "actor", ActorAnswer, 80, {"name": name})
    first = question.template == "actors"
    return Problem("name_not_in_article", detail, "actors", again if first else None)


def _role(document: Document, actor: ActorAnswer) -> tuple[str | None, list[Problem]]:
    written = " ".join(actor.role.split()).strip(" .,")
    if not written or written.casefold() in {"none", "unknown"}:
        return None, []
    standing = document.find(written)
    if standing is None or not any(map(str.isalpha, standing)):
        detail = (
            f"The role {short(written)!r} of {short(actor.name)!r} does not stand in the article."
        )
        return None, [Problem("role_not_in_article", detail, "actors")]
    return (None if standing == actor.name else standing), []
