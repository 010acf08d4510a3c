"""What an error of the OpenAI client means: whether it passes, and which error of ours it is.

docs/faults.md lists what an endpoint can do wrong, and what comes of each.
"""

import ssl
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.errors import (
    AuthenticationError,
    ContextError,
    EndpointError,
    FilteredError,
    ForbiddenError,
    MissingExtraError,
    ModelError,
    QuotaError,
    RateLimitError,
    RequestError,
    SettingsError,
    UnknownModelError,
)
from summarizer.llm.refusal import Refusal, short
from summarizer.llm.retry import LONGEST_WAIT, Fault, asked_wait

if TYPE_CHECKING:
    from openai import APIStatusError

    from summarizer.llm.client import Endpoint

NO_COMPLETION = (ValueError, RecursionError)
"""What is raised for a body that is no chat completion: bad JSON, bad bytes, another shape."""


def fault(error: BaseException) -> Fault:
    """Tell which faults pass: limits of rate, 5xx, 408, 409, timeouts, cut or garbled answers.

    So does an answer that the endpoint itself found misshapen. An exhausted account never does, nor
    a certificate that is not trusted.
    """
    from openai import APIConnectionError, APIStatusError  # noqa: PLC0415  takes a second to load

    if isinstance(error, (APIConnectionError, *NO_COMPLETION)):
        return Fault(passing=_distrust(error) is None)
    if not isinstance(error, APIStatusError):
        return Fault(passing=False)
    refusal = Refusal.of(error)
    lasting = refusal.is_quota or refusal.is_filtered or refusal.is_too_long
    passing = refusal.is_miswritten or _is_passing(refusal.status)
    return Fault(passing=passing and not lasting, wait=asked_wait(error.response.headers))


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
    if distrust := _distrust(error):
        return EndpointError(
            f"The certificate of {where} is not trusted: {distrust.verify_message}.",
            hint="If it is your own, name its authority's file in SSL_CERT_FILE.",
        )
    return EndpointError(
        f"{where} could not be reached, or broke off its answer.",
        hint="Check the address and that the server runs.",
    )


def forget_frames(error: Exception) -> None:
    """Take the frames of the client off an error: their local variables hold headers and address.

    Args:
        error: What the client raised.
    """
    for each in _causes(error):
        each.__traceback__ = None


def unusable_connection(error: Exception) -> SettingsError:
    """Say why no connection can be made at all, whatever the address.

    Args:
        error: What the HTTP client raised when it was made.
    """
    if isinstance(error, ImportError):
        return MissingExtraError(
            "The environment names a SOCKS proxy, which needs the package 'socksio'.",
            hint="Run: pip install socksio, or unset ALL_PROXY.",
        )
    if isinstance(error, OSError):
        return SettingsError(
            "The certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read: "
            f"{(error.strerror or str(error)).lower()}.",
            hint="Correct the path, or unset the variable.",
        )
    return SettingsError(
        f"The proxy that the environment names cannot be used: {short(str(error))}",
        hint="Correct HTTP_PROXY, HTTPS_PROXY or ALL_PROXY.",
    )


def _distrust(error: BaseException) -> ssl.SSLCertVerificationError | None:
    """Return what is wrong with the server's certificate, if that is what failed."""
    causes = _causes(error)
    return next((each for each in causes if isinstance(each, ssl.SSLCertVerificationError)), None)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _is_passing(status: int) -> bool:
    return status in {408, 409, 429} or status >= 500


def _status(error: "APIStatusError", endpoint: "Endpoint") -> ModelError:
    """Return the error for an HTTP status that is not a success."""
    refusal, where = Refusal.of(error), endpoint.base_url
    if refusal.is_too_long:
        return ContextError(
            f"The article does not fit into the context of {endpoint.model!r}.",
            hint="Use a model with a longer context, or shorten the article.",
        )
    if denied := _denied(refusal, where):
        return denied
    if refusal.status == 429:
        return _limited(endpoint, asked_wait(error.response.headers) or 0)
    if _is_passing(refusal.status):
        message = f"{where} failed with status {refusal.status}{_words(refusal)}"
        return EndpointError(message, hint="Try again later.")
    return _wrong_request(error, refusal, endpoint)


def _denied(refusal: Refusal, where: str) -> ModelError | None:
    """Return the error for a request that may not be made: for its key, account or article."""
    if refusal.is_quota:
        message = f"The account at {where} has run out of credit{_words(refusal)}"
        return QuotaError(message, hint="Top it up.")
    if refusal.is_filtered:
        message = f"The provider's content filter refused the request{_words(refusal)}"
        return FilteredError(message, hint="Try a model of another provider.")
    if refusal.status == 401:
        return AuthenticationError(
            f"{where} refused the key.",
            hint="Set SUMMARIZER_API_KEY; OPENAI_API_KEY goes to OpenAI's own address alone.",
        )
    if refusal.status == 403:
        return ForbiddenError(
            f"{where} forbids the request (403){_words(refusal)}",
            hint="The key may lack a right, or a filter of the provider refuses the article.",
        )
    return None


def _words(refusal: Refusal) -> str:
    return f": {refusal.words}" if refusal.words else "."


def _limited(endpoint: "Endpoint", wait: float) -> RateLimitError:
    where, hint = endpoint.base_url, "Wait, or ask less at once."
    if wait > LONGEST_WAIT:
        message = f"{where} limits the rate and asks to wait {wait:,.0f} seconds."
        return RateLimitError(message, hint=hint)
    message = f"{where} still limits the rate after {endpoint.attempts} attempts."
    return RateLimitError(message, hint=hint)


def _wrong_request(error: "APIStatusError", refusal: Refusal, endpoint: "Endpoint") -> ModelError:
    status, where, model = refusal.status, endpoint.base_url, endpoint.model
    if status == 404:
        return UnknownModelError(
            f"{where} does not know the model {model!r}, or is no OpenAI-compatible API"
            f"{_words(refusal)}",
            hint="Check --model and --base-url.",
        )
    if refusal.is_miswritten:
        return EndpointError(
            f"{where} found the answer of {model!r} misshapen, {endpoint.attempts} times.",
            hint="Try again, or use another model.",
        )
    if status < 400:
        return RequestError(
            f"{where} redirects to {short(error.response.headers.get('location', ''))!r}; "
            "the article is not sent there.",
            hint="If that is the place, give it with --base-url.",
        )
    return RequestError(
        f"{where} refused the request ({status}): {refusal.words or 'it does not say why.'}",
        hint="Check the model and its options at the endpoint.",
    )
