"""The one place that talks to a model: a request in, a checked answer and its usage out.

Nothing else imports ``openai`` or ``instructor``, and this module imports them when the first
question is asked: they take a second to load. Neither of them retries here; the policy in
``retry.py`` is the only one. instructor is never given ``context=``, which would render the
article as a template.
"""

import logging
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.errors import (
    AnswerError,
    AuthenticationError,
    CassetteError,
    ContextError,
    EndpointError,
    FilteredError,
    ModelError,
    QuotaError,
    RateLimitError,
    RefusedError,
    RequestError,
    SummarizerError,
    TruncatedError,
)
from summarizer.retry import Fault, retry_after, retrying
from summarizer.schema import Usage

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI
    from openai.types.chat import ChatCompletion

A = TypeVar("A", bound=BaseModel)

Message = dict[str, str]

# instructor reports at level ERROR what is raised to the caller anyway; without a handler
# Python would print it on standard error.
logging.getLogger("instructor").addHandler(logging.NullHandler())


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
        extra: Fields added to every request's body.
        engine: What runs the model, where it is embedded; it stops when nobody holds it.
    """

    base_url: str
    model: str
    key: str
    timeout: float = 300
    attempts: int = 5
    concurrency: int = 1
    extra: tuple[tuple[str, object], ...] = ()
    engine: object = None

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
        details = used.prompt_tokens_details if used else None
        self.usage += Usage(
            requests=1,
            prompt_tokens=max(0, used.prompt_tokens or 0) if used else 0,
            cached_tokens=max(0, (details.cached_tokens or 0) if details else 0),
            completion_tokens=max(0, used.completion_tokens or 0) if used else 0,
        )


class Model:
    """A model at an endpoint, asked for answers of a given shape.

    Use it as an asynchronous context manager: leaving it closes the connections.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if "_client" in self.__dict__:
            await self._client.close()

    async def ask(
        self, messages: list[Message], answer: type[A], *, max_tokens: int, meter: Meter
    ) -> A:
        """Ask one question.

        Args:
            messages: The chat, system message first.
            answer: The shape of the answer; its JSON Schema constrains the decoding.
            max_tokens: The longest answer, in tokens.
            meter: Where the usage is added, also when the answer cannot be used.

        Returns:
            The answer.

        Raises:
            ModelError: Nothing usable came; its class says why.
            CassetteError: A replay has no answer to this question.
        """
        import instructor  # noqa: PLC0415  takes a second to load
        from instructor.core.exceptions import InstructorRetryException  # noqa: PLC0415

        async def create(**request: Any) -> "ChatCompletion":
            completion = await self._complete(_strict(request))
            meter.count(completion)
            return _usable(completion, max_tokens)

        parse: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
        try:
            parsed: A = await parse(
                response_model=answer,
                messages=messages,
                max_retries=0,
                model=self.endpoint.model,
                max_tokens=max_tokens,
                temperature=0,
            )
        except InstructorRetryException as error:
            failure = _unwrapped(error.__cause__)
            raise failure from failure.__cause__
        return parsed

    @cached_property
    def _client(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415  takes a second

        return AsyncOpenAI(
            base_url=self.endpoint.base_url,
            api_key=self.endpoint.key or "none",
            timeout=self.endpoint.timeout,
            max_retries=0,
            # An embedded model is never asked through a proxy.
            http_client=DefaultAsyncHttpxClient(trust_env=self.endpoint.engine is None),
        )

    async def _complete(self, request: dict[str, Any]) -> "ChatCompletion":
        from openai import OpenAIError  # noqa: PLC0415  takes a second to load

        extra = dict(self.endpoint.extra) or None

        async def send() -> "ChatCompletion":
            create: Any = self._client.chat.completions.create
            try:
                completion: ChatCompletion = await create(**request, extra_body=extra)
            except OpenAIError as error:
                if isinstance(error.__cause__, CassetteError):  # a replay has no answer to this
                    raise error.__cause__ from None
                raise
            return completion

        try:
            return await retrying(send, attempts=self.endpoint.attempts, fault=_fault)
        except OpenAIError as error:
            raise self._translated(error) from error
        except ValueError as error:  # what the client raises for a body that is not JSON
            raise EndpointError(
                f"{self.endpoint.base_url} sent something that is not a chat completion.",
                hint="Check that the address is the one of an OpenAI-compatible API.",
            ) from error

    def _translated(self, error: Exception) -> ModelError:
        """Say what the client's error means, in a sentence without the request or the key."""
        from openai import APIStatusError, APITimeoutError  # noqa: PLC0415

        where = self.endpoint.base_url
        if isinstance(error, APIStatusError):
            return _refused(error, where, self.endpoint)
        if isinstance(error, APITimeoutError):
            return EndpointError(
                f"{where} did not answer within {self.endpoint.timeout:.0f} seconds.",
                hint="Try again, or raise the timeout.",
            )
        return EndpointError(
            f"{where} could not be reached, or broke off its answer.",
            hint="Check the address and that the server runs.",
        )


def _strict(request: dict[str, Any]) -> dict[str, Any]:
    """Ask for strict decoding, which instructor leaves out."""
    request["response_format"]["json_schema"]["strict"] = True
    return request


def _usable(completion: "ChatCompletion", max_tokens: int) -> "ChatCompletion":
    """Tell apart what instructor would call invalid JSON: no answer, cut off, refused, filtered."""
    choice = completion.choices[0] if completion.choices else None
    if choice is None or choice.message is None:
        raise AnswerError("The endpoint sent an answer without content.")
    if choice.message.refusal:
        raise RefusedError("The model declined to answer.")
    if choice.finish_reason == "content_filter":
        raise FilteredError("The provider's content filter stopped the answer.")
    if choice.finish_reason == "length":
        raise TruncatedError(f"The answer was cut off at {max_tokens} tokens.")
    if not choice.message.content:
        raise AnswerError("The endpoint sent an answer without content.")
    return completion


def _unwrapped(cause: BaseException | None) -> SummarizerError:
    """Our own error for what instructor wraps in its retry error."""
    if isinstance(cause, SummarizerError):
        return cause
    found = AnswerError("The answer cannot be read.")
    if isinstance(cause, ValidationError):
        first = cause.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "all of it"
        found = AnswerError(f"The answer has the wrong shape ({place}): {first['msg']}.")
    found.__cause__ = cause
    return found


def _fault(error: BaseException) -> Fault:
    """Which faults pass: limits of rate, 5xx, 408, 409, timeouts, cut connections; never quota."""
    from openai import APIConnectionError, APIStatusError  # noqa: PLC0415

    if isinstance(error, APIConnectionError):
        return Fault(passing=True)
    if not isinstance(error, APIStatusError) or _is_quota(error):
        return Fault(passing=False)
    passing = error.status_code in {408, 409, 429} or error.status_code >= 500
    return Fault(passing=passing, wait=retry_after(error.response.headers.get("retry-after")))


def _is_quota(error: "APIStatusError") -> bool:
    return error.status_code == 402 or "insufficient_quota" in {error.code, error.type}


def _refused(error: "APIStatusError", where: str, endpoint: Endpoint) -> ModelError:
    """The error for an HTTP status that is not a success."""
    status = error.status_code
    if _is_quota(error):
        return QuotaError(f"The account at {where} has run out of credit.", hint="Top it up.")
    if status in {401, 403}:
        return AuthenticationError(
            f"{where} refused the key ({status}).",
            hint="Set SUMMARIZER_API_KEY or OPENAI_API_KEY.",
        )
    if status == 429:
        return RateLimitError(
            f"{where} still limits the rate after {endpoint.attempts} attempts.",
            hint="Wait, or ask less at once.",
        )
    if status >= 500:
        return EndpointError(f"{where} failed with status {status}.", hint="Try again later.")
    return _wrong_request(error, where, endpoint)


def _wrong_request(error: "APIStatusError", where: str, endpoint: Endpoint) -> ModelError:
    if error.status_code == 404:
        return RequestError(
            f"{where} does not know the model {endpoint.model!r}, or is no OpenAI-compatible API.",
            hint="Check --model and --base-url.",
        )
    too_long = {error.code, error.type} & {"context_length_exceeded", "exceed_context_size_error"}
    if too_long or error.status_code == 413:
        return ContextError(
            f"The article does not fit into the context of {endpoint.model!r}.",
            hint="Use a model with a longer context, or shorten the article.",
        )
    return RequestError(
        f"{where} refused the request ({error.status_code}).",
        hint="The endpoint may not support JSON Schema response formats.",
    )
