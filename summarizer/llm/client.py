"""The client of an OpenAI-compatible endpoint: a request in, the text of an answer out.

Of the library, this module, ``http.py``, through which it sends, ``completion.py``, which reads
what comes, ``error_mapping.py``, which reads the client's errors, and ``batch_api.py`` are the only
ones that import ``openai`` or ``instructor``, and they do it when the first question is asked: that
takes a second. Nothing here retries; the policy in ``retry.py`` is the only one. instructor is
never given ``context=``, which would render the article as a template.
"""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from summarizer.errors import AnswerError, SummarizerError
from summarizer.llm.address import is_loopback
from summarizer.llm.answers import is_shaped, is_starved
from summarizer.llm.base import Choice, Reply, Request
from summarizer.llm.call import call
from summarizer.llm.completion import body_of, completion_of, count, hidden_error, reply_of
from summarizer.llm.cut_article import require_whole
from summarizer.llm.error_mapping import (
    NO_COMPLETION,
    fault,
    forget_frames,
    translated,
    unusable_connection,
)
from summarizer.llm.lessons import allowed
from summarizer.llm.parameters import Parameters
from summarizer.llm.profiles import Profile
from summarizer.llm.rate_limit import Heard, RateLimit
from summarizer.llm.refusal import Refusal
from summarizer.llm.retry import retrying
from summarizer.llm.structured_output import grammar, response_format
from summarizer.llm.tracing import answer_traits, request_traits, tracing

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion

    from summarizer.llm.http import HttpClient, Wire


log = logging.getLogger("summarizer.llm")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model asked for there.

    Args:
        base_url: Its address, up to and without ``/chat/completions``.
        model: The model's name.
        key: The key; shown nowhere.
        headers: Headers of every request; shown nowhere.
        query: What comes behind the path of every request; shown nowhere.
        timeout: Seconds to wait for an answer.
        attempts: Requests in all before a passing fault is an error.
        extra: Fields added to every request's body.
        reasoning_effort: How hard a reasoning model is to think; None if that is its own choice.
        embedded: Whether it is our own server, which takes a grammar and is behind no proxy.
    """

    base_url: str
    model: str
    key: str
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    timeout: float = 300
    attempts: int = 5
    extra: tuple[tuple[str, object], ...] = ()
    reasoning_effort: str | None = None
    embedded: bool = False

    @classmethod
    def of(cls, choice: Choice) -> Self:
        """Return the endpoint of a remote model."""
        return cls(
            *(choice.base_url, choice.name, choice.key, choice.headers, choice.query),
            *(choice.timeout, choice.attempts, tuple(choice.body.items())),
            reasoning_effort=choice.reasoning_effort,
        )

    def __repr__(self) -> str:
        return f"Endpoint({self.base_url!r}, model={self.model!r})"


class OpenAIModel:
    """A model at an endpoint.

    Args:
        endpoint: The endpoint.
        profile: What the model is good at.
        most: Requests at once, at the most.
        wire: Comes between the client and its connection.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        profile: Profile | None = None,
        *,
        most: int = 1,
        wire: "Wire | None" = None,
    ) -> None:
        self.endpoint = endpoint
        self.profile = profile or Profile()
        self._pace = RateLimit(most)
        self._wire = wire
        self._parameters = Parameters(self.profile.reasoning)

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question, with more room where a model spends its limit on reasoning.

        Raises:
            ModelError: The endpoint failed, or sent something that holds no text.
            CassetteError: A replay has no answer to this question.
        """
        body = self._body(request)
        reply = await self._reply(body)
        require_whole(request.messages, reply.usage, self.endpoint.base_url)
        while is_starved(reply) and self._parameters.grow(body, reply.limit or 0):
            more = await self._reply(body)
            reply = replace(more, usage=reply.usage + more.usage)
        if reply.ended == "stop" and not is_shaped(reply, request.schema):
            self._parameters.show_schema()  # when it is asked again
        return reply

    @property
    def client(self) -> "AsyncOpenAI":
        """The client of the endpoint, for other routes than that of chats."""
        return self._client

    @asynccontextmanager
    async def reading(self, tokens: int) -> AsyncIterator[Self]:
        """Hold the model for an article, which takes nothing: its endpoint serves all at once."""
        yield self

    async def aclose(self) -> None:
        """Close the connections."""
        if "_client" in self.__dict__:
            await self._client.close()

    def _body(self, request: Request) -> dict[str, Any]:
        embedded, effort = self.endpoint.embedded, self.endpoint.reasoning_effort
        return {
            "messages": list(request.messages),
            "model": self.endpoint.model,
            "max_tokens": request.max_tokens,
            **({} if embedded else response_format(request.name, request.schema)),
            "temperature": 0,
            **({"reasoning_effort": effort} if effort else {}),
            **dict(self.endpoint.extra),
            **(grammar(request.schema) if embedded else {}),
        }

    @cached_property
    def _client(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI  # noqa: PLC0415  takes a second to load

        from summarizer.llm.http import headers_of  # noqa: PLC0415  loads the client

        there = self.endpoint
        return AsyncOpenAI(
            base_url=there.base_url,
            api_key=there.key or "none",
            default_headers=headers_of(there.headers, there.key),
            timeout=there.timeout,
            max_retries=0,
            http_client=self._connection(),
        )

    def _connection(self) -> "HttpClient":
        from summarizer.llm.http import HttpClient, trusted  # noqa: PLC0415  loads the client

        there = self.endpoint
        try:
            return HttpClient(
                there.timeout,
                wire=self._wire,
                verify=not there.embedded and trusted(),
                key=there.key,
                headers=there.headers,
                query=there.query,
                trust_env=not is_loopback(there.base_url),  # no proxy reaches this machine
            )
        except (ImportError, OSError, ValueError) as error:
            raise unusable_connection(error) from error

    async def _reply(self, body: dict[str, Any]) -> Reply:
        completion, limit = await self._complete(body)
        try:
            return reply_of(completion, limit)
        except (AttributeError, TypeError, LookupError) as error:  # the client lets any shape pass
            raise AnswerError(
                "The answer cannot be read.",
                hint="Check that --base-url leads to an OpenAI-compatible API.",
            ) from error

    async def _complete(self, body: dict[str, Any]) -> "tuple[ChatCompletion, int]":
        """Return a completion, and how many tokens its answer was allowed."""
        from openai import OpenAIError  # noqa: PLC0415  takes a second to load

        async def send() -> "tuple[ChatCompletion, int]":
            async with self._pace.turn() as heard:
                try:
                    return await self._taught(body, heard)
                except OpenAIError as error:
                    if isinstance(error.__cause__, SummarizerError):  # a cassette's, or too large
                        raise error.__cause__ from None
                    log.info("%s: %s.", self.endpoint.base_url, type(error).__name__)
                    raise

        try:
            return await retrying(send, attempts=self.endpoint.attempts, fault=fault)
        except (OpenAIError, *NO_COMPLETION) as error:
            forget_frames(error)
            raise translated(error, self.endpoint) from error

    async def _taught(self, body: dict[str, Any], heard: Heard) -> "tuple[ChatCompletion, int]":
        """Send a request, and at once again as long as its refusal teaches how."""
        from openai import APIStatusError  # noqa: PLC0415  takes a second to load

        while True:
            sent = self._parameters.fit(body)
            try:
                return await self._sent(sent, heard), allowed(sent)
            except APIStatusError as error:
                heard(error.status_code, error.response.headers, 0)
                if not self._parameters.learn(Refusal.of(error), body, sent):
                    raise

    async def _sent(self, body: dict[str, Any], heard: Heard) -> "ChatCompletion":
        name, traits = f"chat {self.endpoint.model}", request_traits(body, self.endpoint.base_url)
        with tracing(name, traits, client=True) as note:
            answer = await call(self._client, body)
            content = body_of(answer, body)
            note(answer_traits(content))
            if error := hidden_error(content, answer):
                raise error
            completion = completion_of(content)
        heard(answer.status_code, answer.headers, count(completion.usage, "total_tokens"))
        return completion
