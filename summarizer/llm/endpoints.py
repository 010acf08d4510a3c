"""Where the model of the settings answers: the embedded engine, or the endpoint that was named."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError
from summarizer.llm.client import Endpoint
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.llm.local.engine import Engine

AT_ONCE = 8
"""Questions about one article that a remote endpoint is asked at the same time; and requests over
all articles, where no other number is given."""

SLOTS = 4
"""Articles that an embedded model is asked about at the same time, at the most."""

PATIENCE = 0.05
"""Seconds until a busy engine is looked at again; an article takes it many."""


def at_once(settings: Settings, wanted: int | None) -> int:
    """Return how many requests the model is asked at once, over all articles of a session.

    Args:
        settings: They name the model.
        wanted: What the user asks for; an embedded model has no more slots than it has.

    Raises:
        SettingsError: It is less than one.

    Example:
        >>> at_once(Settings(model="m", base_url="http://localhost/v1"), 64)
        64
        >>> at_once(Settings(model="local"), 64)
        4
    """
    if wanted is not None and wanted < 1:
        raise SettingsError(f"The concurrency cannot be {wanted}.", hint="Give 1 or more.")
    return min(wanted or SLOTS, SLOTS) if settings.embedded else wanted or AT_ONCE


def endpoint_for(settings: Settings) -> Endpoint:
    """Return the remote endpoint that the settings name."""
    return Endpoint(
        base_url=settings.base_url or "",
        model=settings.model,
        key=settings.api_key.get_secret_value() if settings.api_key else "",
        timeout=settings.timeout,
        attempts=settings.attempts,
        concurrency=AT_ONCE,
        context=settings.context,
    )


@asynccontextmanager
async def slot_for(settings: Settings, tokens: int, slots: int = 1) -> AsyncIterator[Endpoint]:
    """Hold a slot of the embedded engine, for one article alone; start the engine if need be.

    An article stays on its slot for all of its questions, so that it is read once. Of many articles
    no state is kept: that would write much, and few are asked about again.

    Args:
        settings: They name the model.
        tokens: How long a context would hold the article; the slot gets that, up to what the model
            was trained on or the settings allow.
        slots: How many slots a new engine gets.

    Yields:
        The slot as an endpoint.

    Raises:
        LocalModelError: The embedded model cannot be fetched or started.
    """
    from summarizer.llm.local.states import States  # noqa: PLC0415  an extra

    engine, slot = await _taken(settings.model, min(tokens, settings.context or tokens), slots)
    try:
        yield Endpoint(
            base_url=engine.base_url,
            model=engine.alias,
            key=engine.key,
            timeout=settings.timeout * engine.slots,  # an answer waits for all slots' prompts
            attempts=1,
            context=min(engine.context, settings.context or engine.context),
            extra=(("id_slot", slot), ("cache_prompt", True)),
            engine=engine,
            reading=States(engine, slot).reading if slots == 1 else nullcontext,
        )
    finally:
        engine.give_back(slot)


async def _taken(model: str, tokens: int, slots: int) -> "tuple[Engine, int]":
    """Wait for an engine that is large enough, and take a slot of it."""
    from summarizer.llm.local.engine import engine_for  # noqa: PLC0415  an extra

    while True:
        engine = await asyncio.to_thread(engine_for, model, tokens, slots)
        slot = engine.take() if engine else None
        if engine and slot is not None:
            return engine, slot
        del engine  # or it would not stop where another takes its place
        await asyncio.sleep(PATIENCE)
