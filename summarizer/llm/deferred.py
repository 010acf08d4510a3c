"""A model at an endpoint whose answers come later, through batches of the endpoint.

A question goes through the client as always, down to the connection. There, an answer that has
come is given in place of the endpoint's, so that it is read and its errors are reported in the same
way; a question without an answer is put aside, or sent after all.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from summarizer.errors import DeferredError
from summarizer.llm.base import Choice, Reply, Request
from summarizer.llm.batch_lines import Answer
from summarizer.llm.client import Endpoint, OpenAIModel
from summarizer.schema import Usage

if TYPE_CHECKING:
    import httpx2

Sends = Literal["first", "follow-ups", "nothing"]
"""What is sent at once: the questions about the first article, which show a wrong key or a
parameter that is refused before a batch is made; follow-ups about articles with an answer from a
batch; or nothing."""


class Answers(Protocol):
    """Where answers are found and questions put aside."""

    def find(self, digest: str) -> Answer | None:
        """Return the answer to a question; None if there is none yet."""

    def put_aside(self, digest: str, body: str) -> None:
        """Keep a question, and the body of its request, for the next batch."""

    def spend(self, usage: Usage) -> None:
        """Count what the answers from batches to an article that is done have cost."""


@dataclass(slots=True)
class _Question:
    """A question on its way through the client.

    Args:
        digest: What identifies it.
        answer: Its answer from a batch; taken by the first attempt.
        may_send: Whether it may be sent if there is no answer.
        sent: Whether it was.
    """

    digest: str
    answer: Answer | None
    may_send: bool
    sent: bool = False

    def take(self) -> Answer | None:
        """Return the answer once: if the client tries again, the answer was of no use."""
        answer, self.answer = self.answer, None
        return answer


_asked: ContextVar[_Question] = ContextVar("question")


class DeferredModel:
    """A model at an endpoint that is asked in batches.

    Args:
        choice: The model.
        answers: Where answers are found and questions put aside.
        sends: What is sent at once.
    """

    def __init__(self, choice: Choice, answers: Answers, *, sends: Sends) -> None:
        self.profile = choice.profile
        self._answers = answers
        self._sends = sends
        endpoint = Endpoint.of(choice)
        self._client = OpenAIModel(
            endpoint, choice.profile, most=choice.concurrency, wire=self._between
        )

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question; hold the model for an article to ask several.

        Raises:
            DeferredError: The answer comes later.
        """
        async with self.reading(0) as article:
            return await article.answer(request)

    @asynccontextmanager
    async def reading(self, tokens: int) -> AsyncIterator["_Article"]:
        """Hold the model for an article."""
        article = _Article(self._client, self._answers, self._sends)
        try:
            yield article
        except DeferredError:
            article.spent = Usage()  # it is counted when the article is done
            raise
        finally:
            self._answers.spend(article.spent)
            if article.has_sent and self._sends == "first":
                self._sends = "nothing"

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _between(
        self, request: "httpx2.Request", send: "Callable[[], Awaitable[httpx2.Response]]"
    ) -> "httpx2.Response":
        """Give the answer from a batch, send the request, or put it aside."""
        from httpx2 import Response  # noqa: PLC0415  loads the client

        question, body = _asked.get(), request.content.decode()
        answer = question.take()
        if answer and answer.holds_for(body):
            return Response(answer.status, content=answer.body.encode(), request=request)
        if question.may_send:
            question.sent = True
            return await send()
        self._answers.put_aside(question.digest, body)
        raise DeferredError("The answer comes in a batch of the endpoint.")


class _Article:
    """The model, held for the questions about one article."""

    def __init__(self, client: OpenAIModel, answers: Answers, sends: Sends) -> None:
        self.profile = client.profile
        self.has_sent = False
        self.spent = Usage()
        self._client = client
        self._answers = answers
        self._sends = sends
        self._answered = False
        self._asked: list[Request] = []

    async def answer(self, request: Request, /) -> Reply:
        self._asked.append(request)
        digest = digest_of(request, self._asked.count(request))
        may_send = self._sends == "first" or (self._sends == "follow-ups" and self._answered)
        question = _Question(digest, self._answers.find(digest), may_send)
        _asked.set(question)
        try:
            reply = await self._client.answer(request)
        finally:
            self.has_sent = self.has_sent or question.sent
        if not question.sent:
            self._answered = True
            self.spent += reply.usage
        return reply


def digest_of(request: Request, time: int) -> str:
    """Return what identifies a question, from process to process.

    Args:
        request: The question.
        time: The time it is asked about an article, from 1: an answer that cannot be used is asked
            for again in the same words.

    Example:
        >>> gist = Request([], "GistAnswer", {}, 60)
        >>> digest_of(gist, 1) == digest_of(gist, 1), digest_of(gist, 1) == digest_of(gist, 2)
        (True, False)
    """
    asked = [list(request.messages), request.name, request.schema, request.max_tokens, time]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:24]
