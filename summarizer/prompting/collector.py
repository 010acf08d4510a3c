"""Collects checked answers into a summary, and reports what failed the checks."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from summarizer.document.document import Document
from summarizer.errors import (
    AnswerError,
    ContextError,
    FilteredError,
    RefusedError,
    TruncatedError,
)
from summarizer.facets import ALWAYS, FACETS, asked_facets, settled
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.question import Problem, Question
from summarizer.prompting.asker import QuestionResult
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.form import AnyFacet, Asked, Form, forms
from summarizer.prompting.pause import uncollected
from summarizer.schema import ArticleInfo, Provenance, Rejected, Section, Summary
from summarizer.settings import Settings

log = logging.getLogger("summarizer.prompting")


class Collector:
    """Collects what the facets find in the replies about one document.

    Args:
        document: The article, read by code.
        settings: Which facets it has, which of them the model is asked about, and how.
    """

    def __init__(self, document: Document, settings: Settings) -> None:
        facets = asked_facets(settings.facets)
        self.facets = {facet.name: facet for facet in facets}
        self._built = asked_facets([*settings.facets, *ALWAYS])
        self.document = document
        self._strategy = settings.resolved_strategy
        self._profile = settings.resolved_profile
        self._found: dict[str, list[Any]] = {facet.name: facet.given(document) for facet in facets}
        self._rejected = [
            _rejected(facet.name, problem)
            for facet in facets
            for problem in facet.set_aside(document)
        ]
        self._answered = 0
        self._error: AnswerError | ContextError | None = None

    def questions(self, chunk: Chunk) -> list[Asked]:
        """Return the questions about a chunk, or the form; nothing without a model."""
        if self._strategy == "none":
            return []
        facets = [each for each in self.facets.values() if self._is_asked(each, chunk)]
        if self._strategy == "many":
            return [each for facet in facets for each in self._asked(facet, chunk)]
        asked = [each for each in facets if self._is_open(each, chunk)]
        return [*forms(asked, chunk.document, self._profile)]

    @uncollected()
    def take(self, chunk: Chunk, replies: Sequence[QuestionResult], *, final: bool) -> list[Asked]:
        """Check replies, and keep what passes.

        Args:
            chunk: The chunk that was asked about.
            replies: Answers to questions, or why there is none.
            final: Whether nothing is asked again: what fails now is rejected.

        Returns:
            The questions to ask next.
        """
        return [again for reply in replies for again in self._taken(chunk, reply, final=final)]

    def require_an_answer(self) -> None:
        """Raise the first error where no question at all was answered.

        Raises:
            AnswerError: Why there was no answer.
        """
        if self._error and not self._answered:
            raise self._error

    @uncollected()
    def summary(self, provenance: Provenance) -> Summary:
        """Build the summary of all that passed."""
        registry = ActorRegistry(self.document)
        explained = {each.facet for each in self._rejected}
        for name, facet in self.facets.items():
            facet.enlist(registry, self._found[name])
            if name not in explained:
                self._reject(name, facet.unfound(self.document, self._found[name]))
        parts: dict[str, Any] = {}
        for facet in self._built:
            parts |= facet.fields(self.document, self._found.get(facet.name, []), registry)
        more = {name: parts.pop(name) for name in self.facets if name not in FACETS}
        summary = Summary(
            article=ArticleInfo.of(self.document.article),
            more=more,
            rejected=tuple(self._rejected),
            provenance=provenance,
            **parts,
        )
        return settled(summary)

    def relabelled(self, summary: Summary) -> Summary:
        """Return a summary from the cache with the lines and labels of today's facets.

        They are no part of what is asked, and so not of the cache's key.

        Args:
            summary: A summary that answers the same questions.
        """
        more = dict(summary.more)
        for name, section in more.items():
            blank = self.facets[name].build(self.document, [], ActorRegistry(self.document))
            if isinstance(blank, Section):
                shown = {"line": blank.line, "label": blank.label}
                more[name] = section.model_copy(update=shown)
        return summary.model_copy(update={"more": more})

    def _is_asked(self, facet: AnyFacet, chunk: Chunk) -> bool:
        """Return whether the model is asked about a facet, in this chunk."""
        return facet.is_asked(self._profile) and (chunk.leads or not facet.opening)

    def _is_open(self, facet: AnyFacet, chunk: Chunk) -> bool:
        """Return whether code leaves something of a facet to the model."""
        weak = facet.gaps_only(self._profile)
        return not weak or bool(facet.unanswered(chunk.document))

    def _asked(self, facet: AnyFacet, chunk: Chunk) -> list[Question]:
        ask = facet.unanswered if facet.gaps_only(self._profile) else facet.questions
        return ask(chunk.document)

    def _taken(self, chunk: Chunk, reply: QuestionResult, *, final: bool) -> list[Asked]:
        if reply.answer is None:
            return self._unusable(chunk, reply, final=final)
        self._answered += 1
        if isinstance(reply.question, Form):
            return self._filled(reply.question, reply.answer, final=final)
        return [*self._checked(reply.question, reply.answer, final=final)]

    def _checked(self, question: Question, answer: BaseModel, *, final: bool) -> list[Question]:
        strict = self._profile.strict_checks
        checked = self.facets[question.facet].check(self.document, question, answer, strict=strict)
        self._found[question.facet] += checked.found
        again = [] if final else list(checked.doubts)
        for problem in checked.problems:
            again += self._answer_to(question, _with_fault(problem), final=final)
        return again

    def _filled(self, form: Form, filled: BaseModel, *, final: bool) -> list[Asked]:
        """Check a filled form; what failed is asked again in one second form."""
        faults: dict[str, tuple[Problem, ...]] = {}
        for facet in form.facets:
            checked = form.check(facet, filled)
            self._found[facet.name] += checked.found
            again = [each for each in checked.problems if each.shown and not final]
            for problem in again:
                log.info("Asking again %s: %s", problem.item or facet.name, problem.detail)
            self._reject(facet.name, [each for each in checked.problems if final or not each.shown])
            faults |= {facet.name: tuple(again)} if again else {}
        return [form.again(faults)] if faults else []

    def _unusable(self, chunk: Chunk, reply: QuestionResult, *, final: bool) -> list[Asked]:
        """Ask again where that may help: with more room where the answer was cut off."""
        error = reply.error or AnswerError("There was no answer.")
        self._error = self._error or error
        if not final and not isinstance(error, RefusedError | FilteredError | ContextError):
            cut = isinstance(error, TruncatedError)
            return [*reply.question.roomier()] if cut else [reply.question]
        detail = str(error) if chunk.is_whole else f"{error} It was asked about {chunk.where}."
        for facet, problem in reply.question.left:
            self._reject(facet, [problem])
        for facet, item in reply.question.about:
            self._reject(facet, [Problem(error.reason, detail, item)])
        return []

    def _reject(self, facet: str, problems: Iterable[Problem]) -> None:
        for problem in problems:
            log.info("Rejected %s: %s", problem.item or facet, problem.detail)
            self._rejected.append(_rejected(facet, problem))

    def _answer_to(self, question: Question, problem: Problem, *, final: bool) -> list[Question]:
        if problem.again and not final:
            log.info("Asking again %s: %s", problem.item, problem.detail)
            return [problem.again]
        self._reject(question.facet, [problem])
        return []


def _with_fault(problem: Problem) -> Problem:
    """Let the question that is asked again say what was wrong with the answer."""
    again = problem.again
    return problem._replace(again=replace(again, fault=problem)) if again else problem


def _rejected(facet: str, problem: Problem) -> Rejected:
    return Rejected(facet=facet, reason=problem.reason, detail=problem.detail, item=problem.item)
