"""The statements: code finds them and says whose they are; in a form, a model corrects it."""

from collections.abc import Iterable

from summarizer.document.document import Document
from summarizer.document.statements import Statement as Found
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.decisions import Decision
from summarizer.facets.question import Answer
from summarizer.facets.shown import Explanation
from summarizer.facets.statements.form import StatementsPart
from summarizer.facets.statements.held import Held, given_by_code, standing
from summarizer.facets.statements.stored import StoredStatements
from summarizer.schema import Span, Statement


class Statements(StoredStatements, BaseFacet[Statement, Answer, Held]):
    """No question of its own: code reads who is reported to have said what."""

    part = StatementsPart()

    def given(self, document: Document) -> list[Held]:
        """Return the statements that code reads."""
        return given_by_code(document)

    def enlist(self, registry: ActorRegistry, found: list[Held]) -> None:
        """Enlist the named sources."""
        for _, each, decision in standing(found):
            stated = decision.as_rule("stated")
            if name := _named(registry.document, each):
                registry.add(name, listed=stated)
            elif registry.document.actors.speaks_as_actor(each.source):
                registry.add(each.source, listed=stated, described=True)

    def explained(
        self, document: Document, found: list[Held], registry: ActorRegistry
    ) -> Iterable[Explanation]:
        """Say in which construction code reads each statement."""
        from summarizer.facets.statements import explanation  # noqa: PLC0415  seldom needed

        statements = [each for _, each, _ in standing(found)]
        return explanation.explain_statements(document.article.text, statements)

    def build(
        self, document: Document, found: list[Held], registry: ActorRegistry
    ) -> tuple[Statement, ...]:
        """Copy the statements out of the article, with their sources."""
        return tuple(_statement(document, *each, registry) for each in standing(found))


def _statement(
    document: Document, key: str, found: Found, decision: Decision, registry: ActorRegistry
) -> Statement:
    text = document.article.text
    name = _named(document, found)
    described = _described(document, found)
    actor = registry.find(name) if name else registry.group(described or "")
    return Statement(
        id=key,
        spans=tuple(Span.of(text, *place) for place in found.places),
        speaker=actor.id if actor else None,
        speaker_name=actor.name if actor and found.name else found.name or described,
        cue=Span.of(text, *found.cue),
        polarity=found.polarity,
        quote=found.quote,
        **decision.fields,
    )


def _named(document: Document, found: Found) -> str | None:
    """Return the full name of a source, or of the person that a description means."""
    return found.name or document.descriptions.means(found.source, found.at)


def _described(document: Document, found: Found) -> str | None:
    """Return the article's words for a source, unless they are a pronoun alone."""
    return None if document.is_pronoun(found.source) else found.source or None
