"""What an error of the OpenAI client means: whether it passes, and which error of ours it is.

docs/faults.md lists what an endpoint can do wrong, and what comes of each.
"""

from typing import TYPE_CHECKING

from summarizer.errors import (
    AuthenticationError,
    ContextError,
    EndpointError,
    ForbiddenError,
    ModelError,
    QuotaError,
    RateLimitError,
    RequestError,
    UnknownModelError,
)
from summarizer.llm.parameters import refused
from summarizer.llm.retry import LONGEST_WAIT, Fault, retry_after

if TYPE_CHECKING:
    from openai import APIStatusError

    from summarizer.llm.client import Endpoint

NO_COMPLETION = (ValueError, RecursionError)
"""What is raised for a body that is no chat completion: bad JSON, bad bytes, another shape."""

TOO_LONG = ("context_length_exceeded", "exceed_context_size_error")
"""OpenAI's and llama.cpp's codes for an article that does not fit."""

TOO_LONG_SAID = "maximum context length"
"""How vLLM says it, whose code is that of any wrong request."""


def fault(error: BaseException) -> Fault:
    """Tell which faults pass: limits of rate, 5xx, 408, 409, timeouts, cut or garbled answers.

    An exhausted account never does. A parameter that is refused passes at once: the next attempt
    goes without it.
    """
    from openai import APIConnectionError, APIStatusError  # noqa: PLC0415  takes a second to load

    if isinstance(error, (APIConnectionError, *NO_COMPLETION)):
        return Fault(passing=True)
    if not isinstance(error, APIStatusError) or _is_quota(error):
        return Fault(passing=False)
    if refused(error):
        return Fault(passing=True, wait=0)
    return Fault(passing=_is_passing(error.status_code), wait=_asked(error))


def translated(error: Exception, endpoint: "Endpoint") -> ModelError:
    """Say what an error means, in a sentence without the request or the key.

    Args:
        error: What the client raised.
        endpoint: Where it was asked.
    """
    from openai import APIStatusError, APITimeoutError  # noqa: PLC0415

    where = endpoint.base_url
    if isinstance(error, APIStatusError):
        return _status(error, endpoint)
    if isinstance(error, APITimeoutError):
        return EndpointError(
            f"{where} did not answer within {endpoint.timeout:g} seconds.",
            hint="Try again, or raise the timeout.",
        )
    if isinstance(error, NO_COMPLETION):
        return EndpointError(
            f"{where} sent something that is not a chat completion.",
            hint="Check that the address is the one of an OpenAI-compatible API.",
        )
    return EndpointError(
        f"{where} could not be reached, or broke off its answer.",
        hint="Check the address and that the server runs.",
    )


def _is_passing(status: int) -> bool:
    return status in {408, 409, 429} or status >= 500


def _is_quota(error: "APIStatusError") -> bool:
    return error.status_code == 402 or "insufficient_quota" in (error.code, error.type)


def _asked(error: "APIStatusError") -> float | None:
    return retry_after(error.response.headers.get("retry-after"))


def _status(error: "APIStatusError", endpoint: "Endpoint") -> ModelError:
    """Return the error for an HTTP status that is not a success."""
    status, where = error.status_code, endpoint.base_url
    if _is_quota(error):
        return QuotaError(f"The account at {where} has run out of credit.", hint="Top it up.")
    if status == 401:
        return AuthenticationError(
            f"{where} refused the key.",
            hint="Set SUMMARIZER_API_KEY; OPENAI_API_KEY goes to OpenAI's own address alone.",
        )
    if status == 403:
        return ForbiddenError(
            f"{where} forbids the request (403).",
            hint="The key may lack a right, or a filter of the provider refuses the article.",
        )
    if status == 429:
        return _limited(endpoint, _asked(error) or 0)
    if _is_passing(status):
        return EndpointError(f"{where} failed with status {status}.", hint="Try again later.")
    return _wrong_request(error, endpoint)


def _limited(endpoint: "Endpoint", wait: float) -> RateLimitError:
    where, hint = endpoint.base_url, "Wait, or ask less at once."
    if wait > LONGEST_WAIT:
        message = f"{where} limits the rate and asks to wait {wait:,.0f} seconds."
        return RateLimitError(message, hint=hint)
    message = f"{where} still limits the rate after {endpoint.attempts} attempts."
    return RateLimitError(message, hint=hint)


def _wrong_request(error: "APIStatusError", endpoint: "Endpoint") -> ModelError:
    status, where, model = error.status_code, endpoint.base_url, endpoint.model
    if status == 404:
        return UnknownModelError(
            f"{where} does not know the model {model!r}, or is no OpenAI-compatible API.",
            hint="Check --model and --base-url.",
        )
    if _is_too_long(error):
        return ContextError(
            f"The article does not fit into the context of {model!r}.",
            hint="Use a model with a longer context, or shorten the article.",
        )
    if status < 400:
        return RequestError(
            f"{where} redirects to {_short(error.response.headers.get('location', ''))!r}; "
            "the article is not sent there.",
            hint="If that is the place, give it with --base-url.",
        )
    return _not_taken(error, where, model)


def _is_too_long(error: "APIStatusError") -> bool:
    coded = {*TOO_LONG} & {str(error.code), str(error.type)}
    return bool(coded) or error.status_code == 413 or TOO_LONG_SAID in _said(error)


def _not_taken(error: "APIStatusError", where: str, model: str) -> RequestError:
    """Return the error for a request that is refused in the endpoint's own words."""
    said = _said(error)
    if "response_format" in f"{error.param} {said}" or "json_schema" in said:
        return RequestError(
            f"{model!r} at {where} does not take JSON Schema response formats: {said}",
            hint="Use a model or a server that has structured outputs.",
        )
    return RequestError(
        f"{where} refused the request ({error.status_code}): {said or 'it does not say why.'}",
        hint="The endpoint may not support JSON Schema response formats.",
    )


def _said(error: "APIStatusError") -> str:
    """Return the endpoint's own words, on one line, without the key if they repeat it."""
    words = error.body.get("message") if isinstance(error.body, dict) else error.body
    key = error.request.headers.get("authorization", "").removeprefix("Bearer ")
    said = str(words or "")
    return _short(said.replace(key, "…") if key else said)


def _short(text: str) -> str:
    line = " ".join("".join(each if each.isprintable() else " " for each in text[:1000]).split())
    return line if len(line) <= 200 else f"{line[:199]}…"
