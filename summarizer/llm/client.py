"""The client of an OpenAI-compatible endpoint: a request in, the text of an answer out.

Of the library, this module, ``http.py``, through which it sends, and ``error_mapping.py``, which
reads the client's errors, are the only ones that import ``openai`` or ``instructor``, and they do
it when the first question is asked: that takes a second. Nothing here retries; the policy in
``retry.py`` is the only one. instructor is never given ``context=``, which would render the article
as a template.
"""

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Self

from summarizer.errors import AnswerError, SummarizerError
from summarizer.llm.address import is_loopback
from summarizer.llm.base import Choice, Ended, Reply, Request
from summarizer.llm.call import call
from summarizer.llm.error_mapping import NO_COMPLETION, fault, translated
from summarizer.llm.parameters import parameters_of
from summarizer.llm.profiles import Profile
from summarizer.llm.rate_limit import Heard, RateLimit
from summarizer.llm.retry import retrying
from summarizer.llm.structured_output import grammar, response_format
from summarizer.llm.tracing import answer_traits, request_traits, tracing
from summarizer.schema import Usage

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
    embedded: bool = False

    @classmethod
    def of(cls, choice: Choice) -> Self:
        """Return the endpoint of a remote model."""
        return cls(
            *(choice.base_url, choice.name, choice.key, choice.headers, choice.query),
            *(choice.timeout, choice.attempts, tuple(choice.body.items())),
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
        self._parameters = parameters_of(endpoint.base_url, endpoint.model)

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question.

        Raises:
            ModelError: The endpoint failed, or sent something that holds no text.
            CassetteError: A replay has no answer to this question.
        """
        completion = await self._complete(self._body(request))
        try:
            return _reply(completion, self._parameters.room(request.max_tokens))
        except (AttributeError, TypeError) as error:  # the client lets any shape pass
            raise AnswerError("The answer cannot be read.") from error

    @asynccontextmanager
    async def reading(self, tokens: int) -> AsyncIterator[Self]:
        """Hold the model for an article, which takes nothing: its endpoint serves all at once."""
        yield self

    async def aclose(self) -> None:
        """Close the connections."""
        if "_client" in self.__dict__:
            await self._client.close()

    def _body(self, request: Request) -> dict[str, Any]:
        embedded = self.endpoint.embedded
        return {
            "messages": list(request.messages),
            "model": self.endpoint.model,
            "max_tokens": request.max_tokens,
            **({} if embedded else response_format(request.name, request.schema)),
            "temperature": 0,
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
            http_client=self._connection(there.timeout),
        )

    def _connection(self, seconds: float) -> "HttpClient":
        from summarizer.llm.http import HttpClient  # noqa: PLC0415  loads the client

        there = self.endpoint
        return HttpClient(
            seconds,
            wire=self._wire,
            key=there.key,
            headers=there.headers,
            query=there.query,
            trust_env=not is_loopback(there.base_url),  # no proxy reaches this machine
        )

    async def _complete(self, request: dict[str, Any]) -> "ChatCompletion":
        from openai import APIStatusError, OpenAIError  # noqa: PLC0415  takes a second to load

        async def send() -> "ChatCompletion":
            async with self._pace.turn() as heard:
                try:
                    return await self._send(request, heard)
                except OpenAIError as error:
                    if isinstance(error.__cause__, SummarizerError):  # a cassette's, or too large
                        raise error.__cause__ from None
                    log.info("%s: %s.", self.endpoint.base_url, type(error).__name__)
                    self._parameters.learn(error)
                    if isinstance(error, APIStatusError):
                        heard(error.status_code, error.response.headers, 0)
                    raise

        try:
            return await retrying(send, attempts=self.endpoint.attempts, fault=fault)
        except (OpenAIError, *NO_COMPLETION) as error:
            raise translated(error, self.endpoint) from error

    async def _send(self, request: dict[str, Any], heard: Heard) -> "ChatCompletion":
        body = self._parameters.fit(request)
        with tracing(
            f"chat {self.endpoint.model}", request_traits(body, self.endpoint.base_url), client=True
        ) as note:
            answer = await call(self._client, body)
            told = answer.json()
            note(answer_traits(told))
            completion = _completion(told)
        heard(answer.status_code, answer.headers, _count(completion.usage, "total_tokens"))
        return completion


def _completion(body: object) -> "ChatCompletion":
    """Take the body of an answer for a completion, if it looks like one."""
    from openai.types.chat import ChatCompletion  # noqa: PLC0415  takes a second to load

    if not isinstance(body, dict) or not isinstance(body.get("choices"), list):
        raise ValueError("not a chat completion")  # noqa: TRY004  as for any other body
    return ChatCompletion.construct(**body)


def _reply(completion: "ChatCompletion", limit: int) -> Reply:
    """Take out of a completion what the library needs; the client has not checked its shape."""
    choice = completion.choices[0] if completion.choices else None
    message: Any = getattr(choice, "message", None)
    named: object = completion.model
    usage = _usage(completion)
    ended = _ended(choice, message)
    content = getattr(message, "content", None)
    if ended == "stop" and content and not isinstance(content, str):
        error = AnswerError("The endpoint sent an answer whose content is no text.")
        error.usage = usage
        raise error
    return Reply(
        text=_text_of(completion) if ended == "stop" and content else "",
        ended=ended,
        usage=usage,
        model=named if isinstance(named, str) else None,
        limit=limit,
    )


def _ended(choice: object, message: object) -> Ended:
    reason = getattr(choice, "finish_reason", None)
    if not hasattr(message, "content"):
        return "stop"
    if getattr(message, "refusal", None):
        return "refused"
    if reason == "content_filter":
        return "filtered"
    return "length" if reason == "length" else "stop"


def _usage(completion: "ChatCompletion") -> Usage:
    used = completion.usage
    return Usage(
        requests=1,
        prompt_tokens=_count(used, "prompt_tokens"),
        cached_tokens=_count(getattr(used, "prompt_tokens_details", None), "cached_tokens"),
        completion_tokens=_count(used, "completion_tokens"),
    )


def _count(used: object, name: str) -> int:
    """Read a count that the client has not checked; what is no count says nothing."""
    count = getattr(used, name, None)
    return count if isinstance(count, int) and count > 0 else 0


def _text_of(completion: "ChatCompletion") -> str:
    """Let instructor find the answer's text, wherever its mode has it in a completion."""
    import instructor  # noqa: PLC0415  takes a second to load

    return str(_text().from_response(completion, mode=instructor.Mode.JSON_SCHEMA))


@cache
def _text() -> Any:
    """Return an answer that is its own text: it is parsed above the seam, for all models."""
    import instructor  # noqa: PLC0415  takes a second to load

    class Text(instructor.OpenAISchema):
        @classmethod
        def model_validate_json(cls, json_data: Any, **_: Any) -> Any:
            return json_data

    return Text
