"""Asks a model questions about one document: words them, sends them, counts.

The article is the prompt's prefix, byte for byte the same in every question, so that a server
with a prefix cache reads it once.
"""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.document import Document
from summarizer.errors import AnswerError
from summarizer.facets.question import Answer, Question
from summarizer.model import Message, Meter, Model
from summarizer.templates import Templates

Progress = Callable[[int, int], None]
"""Called with the number of questions answered and asked so far."""


CONTROL = re.compile(r"<(?=[|/]|(?:start|end)_of|s>)|\[(?=/?INST\])|\|(?=>)")
"""How the control marks of common chat templates begin, such as <|im_end|>, </s> and [INST]."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back on a question: an answer, or the reason why there is none."""

    question: Question
    answer: Answer | None = None
    error: AnswerError | None = None


class Interview:
    """A conversation about one document.

    Args:
        document: The article, read by code.
        model: The model that is asked.
        templates: The templates that word the questions.
        meter: Where the usage is added.
        progress: Told of every answer.
    """

    def __init__(
        self,
        document: Document,
        model: Model,
        templates: Templates,
        meter: Meter,
        progress: Progress | None = None,
    ) -> None:
        self.meter = meter
        self._model = model
        self._templates = templates
        self._progress = progress
        self._asked = self._answered = 0
        self._system = templates.render("system")
        self._article = templates.render(
            "article",
            nonce=document.article.digest[7:15],
            sentences=[safe(sentence.text) for sentence in document.outline.sentences],
        )

    async def ask(self, questions: Sequence[Question]) -> list[Reply]:
        """Ask questions, as many at once as the endpoint takes, and return the replies in order.

        The first question goes alone, so that the others find the article in the server's cache.

        Raises:
            ModelError: The endpoint failed. An answer that cannot be used is not an error here:
                it is a reply with its reason.
        """
        self._asked += len(questions)
        first = [await self._reply(question) for question in questions[:1]]
        gate = asyncio.Semaphore(self._model.endpoint.concurrency)

        async def reply(question: Question) -> Reply:
            async with gate:
                return await self._reply(question)

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(reply(question)) for question in questions[1:]]
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from None
        return first + [task.result() for task in tasks]

    async def _reply(self, question: Question) -> Reply:
        try:
            answer = await self._model.ask(
                self.messages(question),
                question.answer,
                max_tokens=question.max_tokens,
                meter=self.meter,
            )
            reply = Reply(question, answer)
        except AnswerError as error:
            reply = Reply(question, error=error)
        self._answered += 1
        if self._progress:
            self._progress(self._answered, self._asked)
        return reply

    def messages(self, question: Question) -> list[Message]:
        """Return the chat that asks a question."""
        variables = {name: _disarmed(value) for name, value in question.variables.items()}
        asked = self._templates.render(question.template, **variables)
        if question.note:
            asked = self._templates.render("again", question=asked, note=safe(question.note))
        return [
            {"role": "system", "content": self._system},
            {"role": "user", "content": f"{self._article}\n{asked}"},
        ]


def safe(text: str) -> str:
    """Put a text on one line and disarm the control marks of chat templates.

    A sentence of the article can then neither open a section of the prompt nor end the message.
    """
    return " ".join(CONTROL.sub(lambda found: f"{found[0]} ", text).split())


def _disarmed(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_disarmed(each) for each in value]
    return safe(value) if isinstance(value, str) else value
