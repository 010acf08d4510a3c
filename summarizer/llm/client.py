"""The one place that talks to a model: a request in, a checked answer and its usage out.

Nothing else sends anything. This module, ``connection.py``, through which it sends, and
``faults.py``, which reads the client's errors, are the only ones that import ``openai`` or
``instructor``, and they do it when the first question is asked: that takes a second. Nothing here
retries; the policy in ``retry.py`` is the only one. instructor is never given ``context=``, which
would render the article as a template.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.errors import (
    AnswerError,
    FilteredError,
    RefusedError,
    SummarizerError,
    TruncatedError,
)
from summarizer.llm.error_mapping import NO_COMPLETION, fault, translated
from summarizer.llm.parameters import parameters_of
from summarizer.llm.rate_limit import Heard, RateLimit
from summarizer.llm.retry import retrying
from summarizer.llm.structured_output import Schema, grammar, response_format
from summarizer.schema import Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion

A = TypeVar("A", bound=BaseModel)

Message = dict[str, str]
LONGEST_TOKEN = 32
"""Characters of a token, on the average of an answer, at the very most. What is longer did not keep
to its limit, and every item of it would be checked, and asked about again."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model asked for there.

    Args:
        base_url: Its address, up to and without ``/chat/completions``.
        model: The model's name.
        key: The key; shown nowhere.
        timeout: Seconds to wait for an answer.
        attempts: Requests in all before a passing fault is an error.
        concurrency: How many questions about one article it is asked at once.
        context: The longest prompt that the model reads, its answer included, in tokens; None if
            that is not known.
        extra: Fields added to every request's body.
        engine: What runs the model, where it is embedded; it stops when nobody holds it.
        reading: Given how some questions begin, what surrounds the first of them.
    """

    base_url: str
    model: str
    key: str
    timeout: float = 300
    attempts: int = 5
    concurrency: int = 1
    context: int | None = None
    extra: tuple[tuple[str, object], ...] = ()
    engine: object = None
    reading: Callable[[str], AbstractAsyncContextManager[object]] = nullcontext

    def __repr__(self) -> str:
        return f"Endpoint({self.base_url!r}, model={self.model!r})"


class Meter:
    """Adds up the usage of every answer that came, usable or not."""

    def __init__(self) -> None:
        self.usage = Usage()
        self.model: str | None = None

    def count(self, completion: "ChatCompletion") -> None:
        """Add one answer's usage and remember the model that gave it."""
        named: object = completion.model  # the client does not check what the endpoint sends
        self.model = named if isinstance(named, str) and named else self.model
        used = completion.usage
        self.usage += Usage(
            requests=1,
            prompt_tokens=_count(used, "prompt_tokens"),
            cached_tokens=_count(getattr(used, "prompt_tokens_details", None), "cached_tokens"),
            completion_tokens=_count(used, "completion_tokens"),
        )


def _count(used: object, name: str) -> int:
    """Read a count that the client has not checked; what is no count says nothing."""
    count = getattr(used, name, None)
    return count if isinstance(count, int) and count > 0 else 0


class Model:
    """A model at an endpoint, asked for answers of a given shape.

    Use it as an asynchronous context manager: leaving it closes the connections.

    Args:
        endpoint: The endpoint.
        pace: Shared by all that ask there; one of its own, if not given.
    """

    def __init__(self, endpoint: Endpoint, pace: RateLimit | None = None) -> None:
        self.endpoint = endpoint
        self._pace = pace or RateLimit(endpoint.concurrency)
        self._dialect = parameters_of(endpoint.base_url, endpoint.model)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if "_client" in self.__dict__:
            await self._client.close()

    async def ask(
        self,
        messages: list[Message],
        answer: type[A],
        schema: Schema,
        *,
        max_tokens: int,
        meter: Meter,
    ) -> A:
        """Ask one question.

        Args:
            messages: The chat, system message first.
            answer: What the answer is read as.
            schema: Its JSON Schema, which constrains the decoding.
            max_tokens: The longest answer, in tokens.
            meter: Where the usage is added, also when the answer cannot be used.

        Returns:
            The answer.

        Raises:
            ModelError: Nothing usable came; its class says why.
            CassetteError: A replay has no answer to this question.
        """
        import instructor  # noqa: PLC0415  takes a second to load

        embedded = bool(self.endpoint.engine)
        completion = await self._complete(
            {
                "messages": messages,
                "model": self.endpoint.model,
                "max_tokens": max_tokens,
                **({} if embedded else response_format(answer.__name__, schema)),
                "temperature": 0,
                **dict(self.endpoint.extra),
                **(grammar(schema) if embedded else {}),
            }
        )
        try:
            meter.count(completion)
            read: A = _reader(answer).from_response(
                _usable(completion, self._dialect.room(max_tokens)),
                mode=instructor.Mode.JSON_SCHEMA,
                strict=True,
            )
        except ValidationError as error:
            raise AnswerError(_misshapen(error)) from error
        except (AttributeError, TypeError) as error:  # the client lets any shape pass
            raise AnswerError("The answer cannot be read.") from error
        return read

    @cached_property
    def _client(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI  # noqa: PLC0415  takes a second to load

        from summarizer.llm.http import HttpClient  # noqa: PLC0415  loads the client

        return AsyncOpenAI(
            base_url=self.endpoint.base_url,
            api_key=self.endpoint.key or "none",
            timeout=self.endpoint.timeout,
            max_retries=0,
            # An embedded model is never asked through a proxy.
            http_client=HttpClient(self.endpoint.timeout, trust_env=self.endpoint.engine is None),
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
                    self._dialect.learn(error)
                    if isinstance(error, APIStatusError):
                        heard(error.status_code, error.response.headers, 0)
                    raise

        try:
            return await retrying(send, attempts=self.endpoint.attempts, fault=fault)
        except (OpenAIError, *NO_COMPLETION) as error:
            raise translated(error, self.endpoint) from error

    async def _send(self, request: dict[str, Any], heard: Heard) -> "ChatCompletion":
        from httpx2 import Response  # noqa: PLC0415  loads the client

        # create() goes through every key of the schema, a quarter of a request's time; post() sends
        # the same bytes.
        answer = await self._client.post(
            "/chat/completions",
            cast_to=Response,
            body=self._dialect.word(request),
            options={"security": {"bearer_auth": True}},
        )
        completion = _completion(answer.json())
        heard(answer.status_code, answer.headers, _count(completion.usage, "total_tokens"))
        return completion


@lru_cache(maxsize=64)
def _reader(answer: type[A]) -> Any:
    """Return an answer as instructor reads it; made anew, it takes longer than all else of ours."""
    import instructor  # noqa: PLC0415  takes a second to load

    return instructor.openai_schema(answer)


def _completion(body: object) -> "ChatCompletion":
    """Take the body of an answer for a completion, if it looks like one."""
    from openai.types.chat import ChatCompletion  # noqa: PLC0415  takes a second to load

    if not isinstance(body, dict) or not isinstance(body.get("choices"), list):
        raise ValueError("not a chat completion")  # noqa: TRY004  as for any other body
    return ChatCompletion.construct(**body)


def _usable(completion: "ChatCompletion", max_tokens: int) -> "ChatCompletion":
    """Tell apart what instructor would call invalid JSON: no answer, cut off, refused, filtered."""
    choice = completion.choices[0] if completion.choices else None
    message: Any = getattr(choice, "message", None)  # the client does not check what it is
    if choice is None or not hasattr(message, "content"):
        raise AnswerError("The endpoint sent an answer without content.")
    if message.refusal:
        raise RefusedError("The model declined to answer.")
    if choice.finish_reason == "content_filter":
        raise FilteredError("The provider's content filter stopped the answer.")
    if choice.finish_reason == "length":
        raise TruncatedError(f"The answer was cut off at {max_tokens} tokens.")
    if not message.content:
        raise AnswerError("The endpoint sent an answer without content.")
    if not isinstance(message.content, str):
        raise AnswerError("The endpoint sent an answer whose content is no text.")
    if len(message.content) > LONGEST_TOKEN * max_tokens:
        raise AnswerError(f"The answer is longer than {max_tokens} tokens can be.")
    return completion


def _misshapen(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "all of it"
    return f"The answer has the wrong shape ({place}): {first['msg']}."
