"""The errors of the library: one tree; each has a sentence and a hint.

::

    SummarizerError
    ├── ArticleError          the input cannot be read as an article
    ├── SettingsError         a setting, model name or template is wrong
    │   └── MissingExtraError an optional part is not installed
    ├── LocalModelError       the embedded model cannot be fetched or started
    ├── CassetteError         a recording is missing, broken or does not match
    ├── InternalError         a bug in the library
    ├── DeferredError         the answer comes later, in a batch of the endpoint
    └── ModelError            a request to the model failed; carries ``usage``
        ├── EndpointError         unreachable, timed out, cut off, or answered 5xx
        ├── AuthenticationError   the key was refused
        │   └── ForbiddenError        the key is valid but has no permission
        ├── QuotaError            the account has no credit left
        ├── BudgetError           the run has spent what it may
        ├── RateLimitError        still limited after the last attempt
        ├── RequestError          the endpoint says that the request is wrong
        │   ├── UnknownModelError     the endpoint does not know the model
        │   ├── ContextError          the article does not fit the model's context
        │   └── ArticleCutError       the server read only part of the article
        └── AnswerError           an answer came but cannot be used
            ├── TruncatedError        it hit the token limit
            ├── RefusedError          the model declined
            └── FilteredError         the provider's content filter stopped it

``str(error)`` is one sentence; ``error.hint``, if not empty, says what to do next. ``error.fatal``
is true if every other article would fail in the same way.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from summarizer.schema import Usage


class SummarizerError(Exception):
    """Root of every error that the library raises on purpose.

    Args:
        message: One sentence that says what failed.
        hint: What to do next; shown after the message.

    Attributes:
        fatal: Whether every other article would fail in the same way, so that a batch stops.

    Example:
        >>> error = ArticleError("'a.txt' holds no text.", hint="Give a file with an article.")
        >>> str(error), error.hint, error.fatal
        ("'a.txt' holds no text.", 'Give a file with an article.', False)
    """

    fatal: ClassVar[bool] = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        if hint:
            self.add_note(hint)  # a traceback shows it below the message


class ArticleError(SummarizerError):
    """The input cannot be read as an article."""


class SettingsError(SummarizerError):
    """A setting, a model's name or a template is wrong."""

    fatal = True


class MissingExtraError(SettingsError):
    """An optional part of the library is not installed."""


class LocalModelError(SummarizerError):
    """The embedded model cannot be fetched, verified or started."""

    fatal = True


class CassetteError(SummarizerError):
    """A recording is missing, broken, or holds no answer to this request."""


class InternalError(SummarizerError):
    """A bug in the library; ``__cause__`` is the original exception."""


class DeferredError(SummarizerError):
    """The answer comes later, in a batch of the endpoint: there is no summary yet.

    A model raises it for each question that it puts aside. The other questions about the article
    are asked before the article ends with it.
    """


class ModelError(SummarizerError):
    """A request to the model failed.

    Attributes:
        reason: The code under which failures and rejected items report it.
        usage: What was spent on the article until then; None if the error does not belong to an
            article.

    Example:
        >>> from summarizer import FakeModel, Reply, summarize
        >>> try:
        ...     summarize("It rained.", model=FakeModel([Reply("", ended="refused")] * 5))
        ... except ModelError as error:
        ...     print(error, error.reason, error.usage.requests)
        The model declined to answer. refused 1
    """

    reason: ClassVar[str] = "model_error"
    usage: "Usage | None" = None


class EndpointError(ModelError):
    """The endpoint is unreachable, timed out, closed the connection, or answered 5xx."""

    reason = "endpoint_error"


class AuthenticationError(ModelError):
    """The endpoint refused the key."""

    reason = "authentication"
    fatal = True


class ForbiddenError(AuthenticationError):
    """The key is valid, but has no permission for this request."""

    reason = "forbidden"
    fatal = False


class QuotaError(ModelError):
    """The account has no credit left."""

    reason = "quota"
    fatal = True


class BudgetError(ModelError):
    """The run has spent what it may; see ``--max-tokens`` and ``--max-cost``."""

    reason = "budget"
    fatal = True


class RateLimitError(ModelError):
    """The rate limit still applied after the last attempt."""

    reason = "rate_limit"


class RequestError(ModelError):
    """The endpoint says that the request itself is wrong."""

    reason = "bad_request"


class UnknownModelError(RequestError):
    """The endpoint does not know the model, or does not speak the OpenAI API."""

    reason = "unknown_model"
    fatal = True


class ContextError(RequestError):
    """The article does not fit into the model's context."""

    reason = "context_length"


class ArticleCutError(RequestError):
    """The server cut the article without saying so, and answered about what was left."""

    reason = "article_cut"


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


def require_many(given: object, what: str) -> None:
    """Refuse one thing, such as a text, where a list of things is due.

    Args:
        given: What was given.
        what: What is due: "articles", "summaries".

    Raises:
        SettingsError: It is one, or nothing that can be iterated over.

    Example:
        >>> try:
        ...     require_many("It rained.", "articles")
        ... except SettingsError as error:
        ...     print(error, error.hint)
        The articles are a list, not one str. Put it into a list, also where it is the only one.
    """
    is_one = isinstance(given, str | bytes | PurePath | Mapping) or not isinstance(given, Iterable)
    if is_one or hasattr(type(given), "model_fields"):  # such as a summary: pydantic iterates it
        raise SettingsError(
            f"The {what} are a list, not one {type(given).__name__}.",
            hint="Put it into a list, also where it is the only one.",
        )


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the part of a hint that names what a mistyped name may mean; empty if nothing is near.

    Example:
        >>> nearest("quots", ["gist", "quotes"]), nearest("weather", ["gist", "quotes"])
        ("Did you mean 'quotes'? ", '')
    """
    from difflib import get_close_matches  # noqa: PLC0415  seldom needed

    bare = {each.lstrip("-"): each for each in known}  # all options are alike in their dashes
    near = get_close_matches(name.lstrip("-"), bare, n=1)
    return f"Did you mean {bare[near[0]]!r}? " if near else ""
