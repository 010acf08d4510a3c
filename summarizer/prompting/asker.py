"""Asks a model the questions about one chunk of an article, and counts the answers."""

import logging
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from summarizer.errors import AnswerError, ContextError, DeferredError
from summarizer.llm.answers import Meter, ask
from summarizer.llm.base import LanguageModel, Request
from summarizer.prompting.form import Asked
from summarizer.prompting.prompt import Prompt

log = logging.getLogger("summarizer.prompting")

Progress = Callable[[int, int], None]
"""Called with the number of questions answered and asked so far."""


class QuestionResult(NamedTuple):
    """What came back on a question or a form: an answer, why there is none, or "later"."""

    question: Asked
    answer: BaseModel | None = None
    error: AnswerError | ContextError | None = None
    later: DeferredError | None = None


class _Shown:
    """A request as text, made only where it is logged."""

    def __init__(self, request: Request) -> None:
        self._messages = request.messages

    def __str__(self) -> str:
        return "\n".join(f"[{each['role']}] {each['content']}" for each in self._messages)


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

    async def ask(self, questions: Sequence[Asked]) -> list[QuestionResult]:
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

    async def _replies(self, questions: Sequence[Asked]) -> list[QuestionResult]:
        import asyncio  # noqa: PLC0415  code alone does without it

        first = [await self._reply(question) for question in questions[:1]]
        gate = asyncio.Semaphore(self._model.profile.at_once)

        async def reply(question: Asked) -> QuestionResult:
            async with gate:
                return await self._reply(question)

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(reply(question)) for question in questions[1:]]
        except BaseExceptionGroup as errors:
            raise errors.exceptions[0] from None
        return first + [task.result() for task in tasks]

    async def _reply(self, question: Asked) -> QuestionResult:
        request = self._request(question)
        log.debug("%s asks: %s", question.key, _Shown(request))
        try:
            answer = await ask(self._model, request, question.answer, self._meter)
            result = QuestionResult(question, answer)
        except AnswerError as error:
            result = QuestionResult(question, error=error)
        except DeferredError as later:
            result = QuestionResult(question, later=later)
        self._tally.answer()
        return result

    def _request(self, question: Asked) -> Request:
        return Request(
            messages=self._prompt.messages(question),
            name=question.name,
            schema=question.schema,
            max_tokens=question.max_tokens,
            beginning=self._prompt.beginning(question),
        )
