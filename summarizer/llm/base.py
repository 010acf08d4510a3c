"""The seam between the library and language models: what is asked, and what comes back.

A model is anything with a ``profile`` and one method, ``answer``. Ours are the OpenAI-compatible
client, the embedded engine, the replay of a cassette, and a fake for tests. What an answer is read
as, and which of them cannot be used, is decided above the seam (``answers.py``), for all of them.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, runtime_checkable

from summarizer.llm.profiles import Profile
from summarizer.schema import Usage

Message = dict[str, str]
Schema = Mapping[str, Any]
Ended = Literal["stop", "length", "refused", "filtered"]


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model.

    Args:
        messages: The chat, system message first; each has a ``role`` and its ``content``.
        name: What the answer is called, such as ``GistAnswer``.
        schema: JSON Schema of the answer.
        max_tokens: The longest answer, in tokens.
        beginning: What the prompts about this article begin with. An engine that caches prompts
            reads it once; others need not look at it.

    Example:
        >>> from summarizer import FakeModel, summarize
        >>> model = FakeModel([{"gist": "It rained in Oslo."}])
        >>> gist = summarize("It rained in Oslo.", model=model, facets=["gist"]).gist
        >>> request = model.requests[0]
        >>> request.name, list(request.schema["properties"]), request.messages[0]["role"]
        ('GistAnswer', ['gist'], 'system')
    """

    messages: Sequence[Message]
    name: str
    schema: Schema
    max_tokens: int
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said.

    Args:
        text: The answer: JSON, as it came. Nothing checks it before the library does.
        ended: How it ended: by itself (``stop``), at the token limit (``length``), or because the
            model declined (``refused``) or a filter stopped it (``filtered``).
        usage: What it cost, this request included.
        model: The name by which the model calls itself.
        limit: The longest answer that was allowed, in tokens, where it is not that of the request.

    Example:
        >>> Reply('{"gist": "It rained."}').usage.requests
        1
    """

    text: str
    ended: Ended = "stop"
    usage: Usage = field(default_factory=lambda: Usage(requests=1))
    model: str | None = None
    limit: int | None = None


@runtime_checkable
class LanguageModel(Protocol):
    """A model that answers questions in JSON.

    Give an object of your own to :func:`summarizer.summarize` or :class:`summarizer.Session`.

    Example:
        >>> from summarizer import summarize
        >>> class Weather:
        ...     profile = Profile()
        ...     async def answer(self, request, /):
        ...         return Reply('{"gist": "It rained in Oslo."}', model="weather-1")
        >>> summarize("It rained in Oslo.", model=Weather(), facets=["gist"]).provenance.model
        'weather-1'
    """

    @property
    def profile(self) -> Profile:
        """What the model is good at."""

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question. Several may be under way at once.

        Raises:
            ModelError: No answer came. An :class:`~summarizer.errors.AnswerError` counts as an
                answer that cannot be used: the question is asked again. Any other error ends the
                article.
        """


class OpenModel(LanguageModel, Protocol):
    """A model that a session has opened by its name, and closes."""

    def reading(self, tokens: int) -> AbstractAsyncContextManager[LanguageModel]:
        """Hold the model for the questions about one article.

        Args:
            tokens: How long a context would hold the article, its questions and answers.
        """

    async def aclose(self) -> None:
        """Close its connections."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which model is wanted, and how it is reached.

    Args:
        name: ``local``, ``local:NAME``, ``gguf:PATH``, ``hf:ORG/REPO``, or a model's name at
            ``base_url``.
        base_url: An OpenAI-compatible endpoint, up to and without ``/chat/completions``.
        key: Its key; shown nowhere.
        headers: Headers of every request; shown nowhere.
        query: What comes behind the path of every request; shown nowhere.
        body: Fields of every request, over ours.
        timeout: Seconds to wait for an answer.
        attempts: Requests in all before a passing fault is an error.
        concurrency: Requests at once, over all articles.
        profile: What the model is good at.
        reasoning_effort: How hard a reasoning model is to think; None if that is its own choice.
    """

    name: str
    base_url: str = ""
    key: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: Mapping[str, Any] = field(default_factory=dict, repr=False)
    timeout: float = 300
    attempts: int = 5
    concurrency: int = 8
    profile: Profile = field(default_factory=Profile)
    reasoning_effort: str | None = None
