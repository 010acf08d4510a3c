"""The embedded engine as a model: a slot for each article, taken and given back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from importlib import import_module
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError
from summarizer.llm.base import Choice, LanguageModel, Reply, Request
from summarizer.llm.client import Endpoint, OpenAIModel
from summarizer.llm.profiles import Profile

if TYPE_CHECKING:
    from summarizer.llm.http import Wire
    from summarizer.llm.local.engine import Engine

PATIENCE = 0.05
"""Seconds until a busy engine is looked at again; an article takes it many."""


class EmbeddedModel:
    """A model that runs inside the process, started or enlarged when an article needs it.

    An article stays on its slot for all of its questions, so that it is read once. Of many articles
    no state is kept: that would write much, and few are asked about again.

    Args:
        choice: Which model; the timeout is that of one slot alone, the concurrency the number of
            slots that a new engine gets.
        wire: Comes between the client and its connection.
        keep_states: Whether what the model has read of a single article is kept on disk.
    """

    def __init__(
        self, choice: Choice, *, wire: "Wire | None" = None, keep_states: bool = True
    ) -> None:
        self._choice = choice
        self.profile = choice.profile
        self._wire = wire
        self._keep_states = keep_states
        self._queue = asyncio.Lock()
        self._fault: SummarizerError | None = None

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question on a slot of its own; hold a slot to ask several.

        Raises:
            LocalModelError: The model cannot be fetched or started.
        """
        characters = sum(len(message["content"]) for message in request.messages)
        async with self.reading(characters + request.max_tokens) as slot:
            return await slot.answer(request)

    @asynccontextmanager
    async def reading(self, tokens: int) -> AsyncIterator[LanguageModel]:
        """Hold a slot, for one article alone; start the engine if need be.

        Args:
            tokens: How long a context would hold the article; the slot gets that, up to what the
                model was trained on or the profile allows.

        Yields:
            The slot as a model.

        Raises:
            LocalModelError: The embedded model cannot be fetched or started.
        """
        async with AsyncExitStack() as stack:
            (engine, slot), _ = await asyncio.gather(
                self._in_line(stack, tokens),
                asyncio.to_thread(import_module, "summarizer.llm.http"),  # takes a second
            )
            client = OpenAIModel(
                self._endpoint(engine, slot), self._profile_on(engine), wire=self._wire
            )
            stack.push_async_callback(client.aclose)
            yield _Slot(client, self._around(engine, slot))

    async def aclose(self) -> None:
        """Do nothing: the engine is the process's, and stops when no slot of it is held."""

    async def _in_line(self, stack: AsyncExitStack, tokens: int) -> "tuple[Engine, int]":
        """Wait in line for a slot, so that an article that needs a larger one gets its turn.

        An engine that does not start is not tried again for the articles that were in line.
        """
        known = self._fault
        async with self._queue:
            if self._fault and self._fault is not known:
                raise self._fault
            try:
                engine, slot = await self._taken(tokens)
            except SummarizerError as fault:
                self._fault = fault
                raise
        stack.callback(engine.give_back, slot)
        return engine, slot

    async def _taken(self, tokens: int) -> "tuple[Engine, int]":
        """Wait for an engine that is large enough, and take a slot of it."""
        from summarizer.llm.local.engine import engine_for  # noqa: PLC0415  an extra

        name, slots = self._choice.name, self._choice.concurrency
        tokens = min(tokens, self.profile.context or tokens)
        while True:
            engine = await asyncio.to_thread(engine_for, name, tokens, slots)
            slot = engine.take() if engine else None
            if engine and slot is not None:
                return engine, slot
            del engine  # or it would not stop where another takes its place
            await asyncio.sleep(PATIENCE)

    def _endpoint(self, engine: "Engine", slot: int) -> Endpoint:
        return Endpoint(
            base_url=engine.base_url,
            model=engine.alias,
            key=engine.key,
            timeout=self._choice.timeout * engine.slots,  # an answer waits for all slots' prompts
            attempts=1,
            extra=(("id_slot", slot), ("cache_prompt", True)),
            embedded=True,
        )

    def _profile_on(self, engine: "Engine") -> Profile:
        context = min(engine.context, self.profile.context or engine.context)
        return self.profile.model_copy(update={"context": context, "at_once": 1})

    def _around(self, engine: "Engine", slot: int) -> "Around":
        from summarizer.llm.local.states import States  # noqa: PLC0415  an extra

        kept = self._keep_states and self._choice.concurrency == 1
        return States(engine, slot).reading if kept else nullcontext


Around = Callable[[str], AbstractAsyncContextManager[object]]
"""Given how some questions begin, what surrounds each of them."""


class _Slot:
    """A slot of an engine as a model."""

    def __init__(self, client: OpenAIModel, around: Around) -> None:
        self._client = client
        self._around = around
        self.profile = client.profile

    async def answer(self, request: Request, /) -> Reply:
        async with self._around(request.beginning):
            return await self._client.answer(request)
