"""The errors of the library: one tree, each a sentence and a hint.

::

    SummarizerError
    ├── ArticleError          the input cannot be read as an article
    ├── SettingsError         a setting, model name or template that cannot work
    │   └── MissingExtraError an optional part is not installed
    ├── LocalModelError       the embedded model cannot be fetched or started
    ├── CassetteError         a recording is missing, broken or does not match
    ├── InternalError         a fault of the library's own
    └── ModelError            a request to the model failed; carries ``usage``
        ├── EndpointError         unreachable, timed out, cut off, or answered 5xx
        ├── AuthenticationError   the key was refused
        │   └── ForbiddenError        the key is known and this is not allowed to it
        ├── QuotaError            the account has run out
        ├── RateLimitError        still limited after the last attempt
        ├── RequestError          the endpoint says that the request is wrong
        │   ├── UnknownModelError     the endpoint does not know the model
        │   └── ContextError          the article does not fit the model's context
        └── AnswerError           an answer came and cannot be used
            ├── TruncatedError        it hit the token limit
            ├── RefusedError          the model declined
            └── FilteredError         the provider's content filter stopped it

``str(error)`` is one sentence; ``error.hint``, where there is one, says what to do next.
``error.fatal`` tells a fault that every other article would meet as well.
"""

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from summarizer.schema import Usage


class SummarizerError(Exception):
    """Root of every error that the library raises on purpose.

    Args:
        message: One sentence that names what failed.
        hint: What to do next; shown after the message.

    Attributes:
        fatal: Whether the next article would fail in the same way, so that it is no use to go on.
    """

    fatal: ClassVar[bool] = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ArticleError(SummarizerError):
    """The input cannot be read as an article."""


class SettingsError(SummarizerError):
    """A setting, a model's name or a template cannot work."""

    fatal = True


class MissingExtraError(SettingsError):
    """An optional part of the library is not installed."""


class LocalModelError(SummarizerError):
    """The embedded model cannot be fetched, verified or started."""

    fatal = True


class CassetteError(SummarizerError):
    """A recording is missing, broken, or holds no answer to this request."""


class InternalError(SummarizerError):
    """The library failed in a way that it does not foresee; ``__cause__`` says how."""


class ModelError(SummarizerError):
    """A request to the model failed.

    ``usage`` holds what had been spent on the article when the error was raised (``None`` where
    the error was raised outside of an article).
    """

    reason: ClassVar[str] = "model_error"
    usage: "Usage | None" = None


class EndpointError(ModelError):
    """The endpoint is unreachable, timed out, broke off, or answered with a server error."""

    reason = "endpoint_error"


class AuthenticationError(ModelError):
    """The endpoint refused the key."""

    reason = "authentication"
    fatal = True


class ForbiddenError(AuthenticationError):
    """The endpoint forbids this request; another one it may allow."""

    reason = "forbidden"
    fatal = False


class QuotaError(ModelError):
    """The account behind the key has run out of credit."""

    reason = "quota"
    fatal = True


class RateLimitError(ModelError):
    """The endpoint still limited the rate after the last attempt."""

    reason = "rate_limit"


class RequestError(ModelError):
    """The endpoint says that the request itself is wrong."""

    reason = "bad_request"


class UnknownModelError(RequestError):
    """The endpoint does not know the model, or is none."""

    reason = "unknown_model"
    fatal = True


class ContextError(RequestError):
    """The article does not fit into the model's context."""

    reason = "context_length"


class AnswerError(ModelError):
    """An answer came, but it cannot be used."""

    reason = "invalid_answer"


class TruncatedError(AnswerError):
    """The answer was cut off at the token limit."""

    reason = "truncated"


class RefusedError(AnswerError):
    """The model declined to answer."""

    reason = "refused"


class FilteredError(AnswerError):
    """The provider's content filter stopped the answer."""

    reason = "filtered"
