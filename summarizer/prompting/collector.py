"""Collects checked answers into a summary, and reports what failed the checks."""

import logging
from collections.abc import Sequence
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
from summarizer.facets import FACETS, asked_facets
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet, Problem, Question
from summarizer.prompting.asker import QuestionResult
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.form import answers, form
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
        self.document = document
        self._strategy = settings.resolved_strategy
        self._gaps_only = settings.resolved_profile.gaps_only
        self._found: dict[str, list[Any]] = {facet.name: facet.given(document) for facet in facets}
        self._rejected = [
            _rejected(facet.name, problem)
            for facet in facets
            for problem in facet.set_aside(document)
        ]
        self._answered = 0
        self._error: AnswerError | ContextError | None = None

    def questions(self, chunk: Chunk) -> list[Question]:
        """Return the questions about a chunk, or one form for them; none without a model."""
        if self._strategy == "none":
            return []
        single = [each for facet in self.facets.values() for each in self._asked(facet, chunk)]
        apart = [each for each in single if self.facets[each.facet].apart]
        together = [each for each in single if each not in apart]
        if self._strategy == "one" and len(together) > 1:
            return [form(together), *apart]
        return single

    def take(
        self, chunk: Chunk, replies: Sequence[QuestionResult], *, final: bool
    ) -> list[Question]:
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

    def summary(self, provenance: Provenance) -> Summary:
        """Build the summary of all that passed."""
        registry = ActorRegistry(self.document)
        for name, facet in self.facets.items():
            facet.enlist(registry, self._found[name])
        parts: dict[str, Any] = {
            facet.name: facet.build(self.document, self._found.get(facet.name, []), registry)
            for facet in {**FACETS, **self.facets}.values()
            if facet.always or facet.name in self.facets
        }
        more = {name: parts.pop(name) for name in self.facets if name not in FACETS}
        return Summary(
            article=ArticleInfo.of(self.document.article),
            more=more,
            rejected=tuple(self._rejected),
            provenance=provenance,
            **parts,
        )

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

    def _asked(self, facet: BaseFacet[Any, Any, Any], chunk: Chunk) -> list[Question]:
        if facet.opening and not chunk.leads:
            return []
        ask = facet.unanswered if facet.name in self._gaps_only else facet.questions
        return ask(chunk.document)

    def _taken(self, chunk: Chunk, reply: QuestionResult, *, final: bool) -> list[Question]:
        if reply.answer is None:
            return self._unusable(chunk, reply, final=final)
        self._answered += 1
        if reply.question.parts:
            return self._filled(reply.question, reply.answer, final=final)
        return self._checked(reply.question, reply.answer, final=final)

    def _checked(self, question: Question, answer: BaseModel, *, final: bool) -> list[Question]:
        checked = self.facets[question.facet].check(self.document, question, answer)
        self._found[question.facet] += checked.found
        again = [] if final else list(checked.doubts)
        for problem in checked.problems:
            again += self._answer_to(question, _with_fault(problem), final=final)
        return again

    def _filled(self, question: Question, answer: BaseModel, *, final: bool) -> list[Question]:
        """Check the parts of a filled form; ask alone for those that it left out."""
        again: list[Question] = []
        open_ = list(question.parts)
        for single, part in answers(question, answer):
            open_.remove(single)
            again += self._checked(single, part, final=final)
        for left in open_:
            problem = Problem("unanswered", f"The form says nothing of {left.key}.", left.key, left)
            again += self._answer_to(left, problem, final=final)
        return again

    def _unusable(self, chunk: Chunk, reply: QuestionResult, *, final: bool) -> list[Question]:
        """Ask again where that may help: with more room where the answer was cut off."""
        error = reply.error or AnswerError("There was no answer.")
        self._error = self._error or error
        question = reply.question
        again: Question | None = question
        if isinstance(error, RefusedError | FilteredError | ContextError):
            again = None
        elif isinstance(error, TruncatedError):
            again = replace(question, max_tokens=2 * question.max_tokens)
        detail = str(error) if chunk.is_whole else f"{error} It was asked about {chunk.where}."
        problem = Problem(error.reason, detail, question.key, again)
        return self._answer_to(question, problem, final=final)

    def _answer_to(self, question: Question, problem: Problem, *, final: bool) -> list[Question]:
        settled = final or not problem.again
        log.info(
            "%s %s: %s", "Rejected" if settled else "Asking again", problem.item, problem.detail
        )
        if problem.again and not final:
            return [problem.again]
        self._rejected.append(_rejected(question.facet, problem))
        return []


def _with_fault(problem: Problem) -> Problem:
    """Let the question that is asked again say what was wrong with the answer."""
    again = problem.again
    return replace(problem, again=replace(again, fault=problem)) if again else problem


def _rejected(facet: str, problem: Problem) -> Rejected:
    return Rejected(facet=facet, reason=problem.reason, detail=problem.detail, item=problem.item)
