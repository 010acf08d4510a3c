"""The statements: code finds them and says whose they are."""

from collections.abc import Iterable

from summarizer.document.document import Document
from summarizer.document.statements import Statement as Found
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.decisions import by_rule
from summarizer.facets.question import Answer, Checked, Question
from summarizer.facets.statements.explanation import StatementExplanation, explain_statements
from summarizer.facets.statements.stored import StoredStatements
from summarizer.schema import Span, Statement


class Statements(StoredStatements, BaseFacet[Statement, Answer, Found]):
    """No question: code reads who is reported to have said what."""

    def questions(self, document: Document) -> list[Question]:
        """Ask nothing."""
        return []

    def check(
        self, document: Document, question: Question, answer: Answer, *, strict: bool
    ) -> Checked[Found]:
        """Take nothing from an answer."""
        return Checked()

    def given(self, document: Document) -> list[Found]:
        """Return the statements that code reads."""
        return [*document.statements]

    def enlist(self, registry: ActorRegistry, found: list[Found]) -> None:
        """Enlist the named sources."""
        for each in found:
            if name := _named(registry.document, each):
                registry.add(name, listed=by_rule("stated", each.certainty))

    def explained(
        self, document: Document, found: list[Found], registry: ActorRegistry
    ) -> Iterable[StatementExplanation]:
        """Say in which construction code reads each statement."""
        return explain_statements(document.article.text, found)

    def build(
        self, document: Document, found: list[Found], registry: ActorRegistry
    ) -> tuple[Statement, ...]:
        """Copy the statements out of the article, with their sources."""
        return tuple(_statement(document, each, registry) for each in found)


def _statement(document: Document, found: Found, registry: ActorRegistry) -> Statement:
    text = document.article.text
    name = _named(document, found)
    actor = registry.find(name) if name else None
    described = _described(document, found)
    return Statement(
        id=found.key,
        spans=tuple(Span.of(text, *place) for place in found.places),
        speaker=actor.id if actor else None,
        speaker_name=actor.name if actor and found.name else found.name or described,
        cue=Span.of(text, *found.cue),
        polarity=found.polarity,
        quote=found.quote,
        **by_rule(found.rule, found.certainty).fields,
    )


def _named(document: Document, found: Found) -> str | None:
    """Return the full name of a source, or of the one whom a description means."""
    return found.name or document.descriptions.means(found.source, found.at)


def _described(document: Document, found: Found) -> str | None:
    """Return the article's words for a source, unless they are a pronoun alone."""
    return None if document.is_pronoun(found.source) else found.source
