"""The record of an article that could not be summarised.

A batch writes it in place of the summary.
"""

from typing import Literal, Self

from pydantic import Field

from summarizer.article import Article
from summarizer.errors import ArticleError, ModelError, SummarizerError
from summarizer.schema import SCHEMA_VERSION, ArticleInfo, FrozenModel, Usage


class Cause(FrozenModel):
    """Why there is no summary."""

    reason: str = Field(
        description="A code: that of the model's error, such as 'rate_limit'; 'unreadable' for an "
        "input; 'internal' for a bug in the library."
    )
    message: str = Field(description="What failed, in one sentence.")
    hint: str = Field(default="", description="What to do next.")


class Failure(FrozenModel):
    """An article without a summary, and why.

    Example:
        >>> from summarizer.errors import ArticleError
        >>> Failure.of(ArticleError("news.jsonl, line 7 holds no article.")).error.reason
        'unreadable'
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    article: ArticleInfo | None = Field(
        default=None, description="The article without its text; null if it was unreadable."
    )
    error: Cause
    usage: Usage = Field(default=Usage(), description="What was spent on it.")

    @classmethod
    def of(
        cls, error: SummarizerError, article: Article | None = None, usage: Usage | None = None
    ) -> Self:
        """Record an error.

        Args:
            error: The error.
            article: The article; None if it could not be read.
            usage: What was spent on it.

        Returns:
            The record.
        """
        info = ArticleInfo.of(article).model_copy(update={"text": None}) if article else None
        cause = Cause(reason=_reason(error), message=_text(str(error)), hint=_text(error.hint))
        return cls(article=info, error=cause, usage=usage or Usage())


def _text(message: str) -> str:
    """Escape the bytes of a file name that are not UTF-8, which JSON cannot hold."""
    return message.encode("utf-8", "backslashreplace").decode()


def _reason(error: SummarizerError) -> str:
    if isinstance(error, ModelError):
        return error.reason
    return "unreadable" if isinstance(error, ArticleError) else "internal"


def is_failure(data: object) -> bool:
    """Return whether parsed JSON is the record of a failure, not a summary."""
    return isinstance(data, dict) and "error" in data
