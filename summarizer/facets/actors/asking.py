"""The actors: code finds the names of an article, the model says which of them are actors."""

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field, TypeAdapter

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.actors.form import ActorsPart, Found, refused_name
from summarizer.facets.actors.stored import StoredActors
from summarizer.facets.base import BaseFacet
from summarizer.facets.decisions import by_rule
from summarizer.facets.question import Answer, Checked, KeyedAnswer, Problem, Question
from summarizer.facets.shown import Explanation
from summarizer.schema import Actor, ActorKind

MOST = 10
"""Actors that are asked for where code finds no names; the limit goes over the wire, where it
keeps a grammar from running on."""

Kind = Literal[ActorKind, "place", "something else"]
KIND = TypeAdapter(Kind).json_schema()


class KindsAnswer(KeyedAnswer):
    """What each of the names is."""

    __pydantic_extra__: dict[str, Kind]


class ActorsAnswer(Answer):
    """The actors of an article in a script without capitals, the most important first."""

    actors: list[str] = Field(json_schema_extra={"minItems": 1, "maxItems": MOST})


class Actors(StoredActors, BaseFacet[Actor, KindsAnswer | ActorsAnswer, Found]):
    """One question: what the names are. Places and things that say nothing are not actors."""

    part = ActorsPart()

    def questions(self, document: Document) -> list[Question]:
        """Ask what the names are, or for names in scripts without capitals."""
        names = document.names
        if not names and not document.is_caseless:
            return []
        return [
            Question(
                "actors",
                "actors",
                "actors",
                KindsAnswer if names else ActorsAnswer,
                60 + 20 * len(names or range(MOST)),
                {"names": names},
                keys=dict.fromkeys(names, KIND),
            )
        ]

    def check(
        self,
        document: Document,
        question: Question,
        answer: KindsAnswer | ActorsAnswer,
        *,
        strict: bool,
    ) -> Checked[Found]:
        """Keep the actors whose names stand in the article."""
        found: list[Found] = []
        problems: list[Problem] = []
        for name, kind in _listed(question, answer):
            if problem := refused_name(document, name):
                problems.append(problem)
            else:
                found.append(Found(document.find(name) or name, kind))
        return Checked(tuple(found), tuple(problems))

    def given(self, document: Document) -> list[Found]:
        """Return those who act, whatever the model takes them for."""
        reader, acts = document.actors, by_rule("acts", "inferred")
        named = [Found(name, None, acts) for name in filter(document.is_name, reader.acting)]
        return named + [Found(each, None, acts, described=True) for each in reader.groups]

    def enlist(self, registry: ActorRegistry, found: list[Found]) -> None:
        """Enlist the actors, those of the model first: it may know a longer name of one."""
        denied = [actor.name for actor in found if not actor.acts]
        for actor in (each for each in found if each.acts and each.decision.by == "model"):
            registry.add(actor.name, actor.kind, actor.decision)
            registry.describe(actor.name, actor.role, actor.also)
        for actor in (each for each in found if each.decision.by == "rule"):
            if not any(registry.document.same_actor(name, actor.name) for name in denied):
                registry.add(actor.name, actor.kind, actor.decision, described=actor.described)

    def explained(
        self, document: Document, found: list[Found], registry: ActorRegistry
    ) -> Iterator[Explanation]:
        """Say why each actor is listed."""
        from summarizer.facets.actors import explanation  # noqa: PLC0415  seldom needed

        for actor in registry.actors():
            yield explanation.explain_actor(document, actor, registry.member(actor.id))

    def build(
        self, document: Document, found: list[Found], registry: ActorRegistry
    ) -> tuple[Actor, ...]:
        """Return the whole cast: the actors of the other facets belong to it."""
        return registry.actors()


def _listed(
    question: Question, answer: KindsAnswer | ActorsAnswer
) -> Iterator[tuple[str, ActorKind | None]]:
    """Yield the actors that an answer names, without what it says to be no actor."""
    if isinstance(answer, ActorsAnswer):
        yield from ((name, None) for name in answer.actors)
        return
    for name in question.keys:
        kind = answer.of(name)
        if kind in get_args(ActorKind):
            yield name, kind
