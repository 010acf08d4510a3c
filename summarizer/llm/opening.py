"""From a model's name to a model: the embedded engine, or the endpoint that was named.

How models are opened can be replaced for the whole process, and so for the calls of other threads
and of code that knows nothing of it: that is how a cassette comes between.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import isawaitable
from typing import TYPE_CHECKING, TypeGuard, get_args

from summarizer.errors import SettingsError
from summarizer.llm.base import Choice, Ended, LanguageModel, OpenModel, Reply, Request
from summarizer.llm.names import parse
from summarizer.llm.profiles import Profile
from summarizer.llm.tracing import Traits, reply_traits, tracing
from summarizer.schema import Usage

if TYPE_CHECKING:
    from summarizer.llm.http import Wire

AT_ONCE = 8
"""Requests at once over all articles, where no other number is given."""

SLOTS = 4
"""Articles that an embedded model is asked about at the same time, at the most."""

Opener = Callable[[Choice], OpenModel]


def at_once(name: str, wanted: int | None) -> int:
    """Return how many requests a model is asked at once, over all articles of a session.

    Args:
        name: The model's name.
        wanted: What the user asks for; an embedded model has no more slots than it has.

    Raises:
        SettingsError: It is less than one.

    Example:
        >>> at_once("some-large-model", 64), at_once("local", 64)
        (64, 4)
    """
    if wanted is not None and wanted < 1:
        raise SettingsError(f"The concurrency cannot be {wanted}.", hint="Give 1 or more.")
    return min(wanted or SLOTS, SLOTS) if parse(name).embedded else wanted or AT_ONCE


def open_model(
    choice: Choice, *, wire: "Wire | None" = None, keep_states: bool = True
) -> OpenModel:
    """Open a model. Nothing is started or sent before the first question.

    Args:
        choice: Which model.
        wire: Comes between the client and its connection; see :mod:`summarizer.llm.http`.
        keep_states: Whether an embedded model may keep on disk what it has read of an article.

    Returns:
        The model. Close it at the end.
    """
    if parse(choice.name).embedded:
        from summarizer.llm.local.model import EmbeddedModel  # noqa: PLC0415  an extra

        return EmbeddedModel(choice, wire=wire, keep_states=keep_states)
    from summarizer.llm.client import Endpoint, OpenAIModel  # noqa: PLC0415  loads the retry policy

    return OpenAIModel(Endpoint.of(choice), choice.profile, most=choice.concurrency, wire=wire)


class Bounded:
    """A model of the user's, asked as a session wants it.

    Args:
        model: The model.
        profile: What it is good at, by the settings.
        most: Requests at once, at the most, over all articles.
    """

    def __init__(self, model: LanguageModel, profile: Profile, most: int) -> None:
        import asyncio  # noqa: PLC0415  code alone does without it

        self.model = model
        self.profile = profile
        self._gate = asyncio.Semaphore(most)
        self._name = type(model).__name__

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question, when its turn has come.

        Raises:
            SettingsError: The model gives something else than a reply.
        """
        async with self._gate:
            with tracing(f"chat {self._name}", self._traits(request), client=True) as note:
                answered: object = self.model.answer(request)
                reply = await answered if isawaitable(answered) else None
                if _is_reply(reply):
                    note(reply_traits(reply))
        if _is_reply(reply):
            return reply
        raise SettingsError(
            f"The method 'answer' of {type(self.model).__name__} gives no summarizer.Reply.",
            hint="Declare it as 'async def answer' and return Reply(text), the text being JSON.",
        )

    def _traits(self, request: Request) -> Traits:
        return {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": self._name,
            "gen_ai.request.model": self._name,
            "gen_ai.request.max_tokens": request.max_tokens,
            "gen_ai.output.type": "json",
        }


def _is_reply(given: object) -> TypeGuard[Reply]:
    """Return whether a model of the user's gave a reply, its fields included."""
    fields = {"text": str, "usage": Usage, "model": str | None, "limit": int | None}
    return (
        isinstance(given, Reply)
        and all(isinstance(getattr(given, name), kind) for name, kind in fields.items())
        and given.ended in get_args(Ended)
    )


_openers: list[Opener] = [open_model]


def opener() -> Opener:
    """Return how models are opened now."""
    return _openers[-1]


@contextmanager
def opening_by(replacement: Opener) -> Iterator[None]:
    """Let models be opened in another way, in all threads, until the block ends.

    Args:
        replacement: Opens them; it may call :func:`open_model`.
    """
    _openers.append(replacement)
    try:
        yield
    finally:
        _openers.remove(replacement)
