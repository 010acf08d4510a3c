"""Handle Ctrl-C in two steps: the first one asks to stop, the second one stops. So SIGTERM."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread

NOTICE = b"\nFinishing the requests in flight; Ctrl-C again stops at once.\n"

SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and what a system sends to end a service or a job."""


@contextmanager
def termination_as_interrupt() -> Iterator[None]:
    """Within the block, SIGTERM raises ``KeyboardInterrupt``, as Ctrl-C does: all closes."""
    if current_thread() is not main_thread():  # only the main thread may say how signals are met
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def graceful_interrupt() -> Iterator[Callable[[], bool]]:
    """Within the block, only note the first Ctrl-C; the second raises ``KeyboardInterrupt``.

    Yields:
        A function that returns whether there was a Ctrl-C, or a SIGTERM.
    """
    asked = Event()

    def note(*_: object) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.default_int_handler)
        asked.set()
        if sys.stderr:
            os.write(sys.stderr.fileno(), NOTICE)  # print is not reentrant

    before = {each: signal.signal(each, note) for each in SIGNALS}
    try:
        yield asked.is_set
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
