"""Waiting for what runs in an event loop, from code that has none."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def wait_for(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run to the end in this thread; in another where an event loop runs here, as in a notebook."""
    import asyncio  # noqa: PLC0415  code alone does without it

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work())
    from anyio.from_thread import start_blocking_portal  # noqa: PLC0415  seldom needed

    with start_blocking_portal() as portal:
        done: T = portal.call(work)
    return done
