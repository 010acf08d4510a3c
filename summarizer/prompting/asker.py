"""Asks a model the questions about one chunk of an article, and counts the answers."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from summarizer.errors import AnswerError, ContextError, DeferredError
from summarizer.facets.base import Question
from summarizer.llm.answers import Meter, ask
from summarizer.llm.base import LanguageModel, Request
from summarizer.prompting.prompt import Prompt

Progress = Callable[[int, int], None]
"""Called with the number of questions answered and asked so far."""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What came back on a question: an answer, the reason why there is none, or "later"."""

    question: Question
    answer: BaseModel | None = None
    error: AnswerError | ContextError | None = None
    later: DeferredError | None = None


class Tally:
    """Counts the questions about an article, over all its chunks.

    Args:
        progress: Called at every answer.
    """

    def __init__(self, progress: Progress | None = None) -> None:
        self.asked = self.answered = 0
        self._progress = progress

    def answer(self) -> None:
        """Count one more answer, and report it."""
        self.answered += 1
        if self._progress:
            self._progress(self.answered, self.asked)


class Asker:
    """Asks about one chunk of an article.

    Args:
        prompt: How the questions are put.
        model: The model that is asked.
        meter: Where the usage is added.
        tally: Where the answers are counted.
    """

    def __init__(self, prompt: Prompt, model: LanguageModel, meter: Meter, tally: Tally) -> None:
        self._prompt = prompt
        self._model = model
        self._meter = meter
        self._tally = tally

    async def ask(self, questions: Sequence[Question]) -> list[QuestionResult]:
        """Ask questions, as many at once as the endpoint takes, and return the results in order.

        The first question goes alone, so that the others find the article in the server's cache.
        An answer that cannot be used is a result with its error, and so is one that comes later.
        Where a chunk is too long for the model, all questions have that error.

        Raises:
            ModelError: The endpoint failed.
        """
        try:
            return await self._replies(questions)
        except ContextError as error:
            return [QuestionResult(question, error=error) for question in questions]

    async def _replies(self, questions: Sequence[Question]) -> list[QuestionResult]:
        first = [await self._reply(question) for question in questions[:1]]
        gate = asyncio.Semaphore(self._model.profile.at_once)

        async def reply(question: Question) -> QuestionResult:
            async with gate:
                return await self._reply(question)

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(reply(question)) for question in questions[1:]]
        except BaseExceptionGroup as errors:
            raise errors.exceptions[0] from None
        return first + [task.result() for task in tasks]

    async def _reply(self, question: Question) -> QuestionResult:
        request = self._request(question)
        try:
            answer = await ask(self._model, request, question.answer, self._meter)
            result = QuestionResult(question, answer)
        except AnswerError as error:
            result = QuestionResult(question, error=error)
        except DeferredError as later:
            result = QuestionResult(question, later=later)
        self._tally.answer()
        return result

    def _request(self, question: Question) -> Request:
        return Request(
            messages=self._prompt.messages(question),
            name=question.answer.__name__,
            schema=question.schema,
            max_tokens=question.max_tokens,
            beginning=self._prompt.beginning,
        )
