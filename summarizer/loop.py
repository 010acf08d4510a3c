"""The event loop that plain code borrows: for one coroutine, or for as long as it likes."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, contextmanager
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, also where an event loop runs already, as in a notebook.

    Args:
        work: The coroutine.

    Returns:
        What it returned.

    Example:
        >>> run(asyncio.sleep(0, "done"))
        'done'
    """
    if not _in_a_loop():
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@contextmanager
def beside(context: AbstractAsyncContextManager[object]) -> Iterator[asyncio.AbstractEventLoop]:
    """Keep an event loop running in a thread beside this one, with a context open in it.

    Leaving it cancels what still runs in the loop, waits for that, and then leaves the context.
    The thread never keeps the process from ending.

    Args:
        context: What is entered first and left last; entering it must not fail.

    Yields:
        The loop, for ``asyncio.run_coroutine_threadsafe``.
    """
    ready: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def stay() -> None:
        async with context:
            leave = asyncio.Event()
            ready.set_result((asyncio.get_running_loop(), leave))
            await leave.wait()
            await _cancel_the_others()

    thread = Thread(target=lambda: asyncio.run(stay()), name="summarizer", daemon=True)
    thread.start()
    loop, leave = ready.result()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(leave.set)
        thread.join()


async def _cancel_the_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _in_a_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
