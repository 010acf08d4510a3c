"""Handle Ctrl-C in two steps: the first one asks to stop, the second one stops. So SIGTERM."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Timer, current_thread, main_thread

INTERRUPTED = 130
"""The exit code: 128 + SIGINT, as in a shell."""

PATIENCE = 1.0
"""Seconds that closing may take after the second Ctrl-C."""

NOTICE = b"\nFinishing the requests in flight; Ctrl-C again stops at once.\n"

CURSOR = b"\x1b[?25h"
"""Shows the cursor of a terminal, which a bar has hidden."""

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

    If the block has not ended soon after that, the process ends: its thread may wait for one in
    which code is reading, and nothing can stop that.

    Yields:
        A function that returns whether there was a Ctrl-C, or a SIGTERM.
    """
    asked, ending = Event(), Timer(PATIENCE, _end)
    ending.daemon = True

    def stop(*_: object) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.default_int_handler)
        ending.start()
        raise KeyboardInterrupt

    def note(*_: object) -> None:
        for each in SIGNALS:
            signal.signal(each, stop)
        asked.set()
        if sys.stderr:
            os.write(sys.stderr.fileno(), NOTICE)  # print is not reentrant

    before = {each: signal.signal(each, note) for each in SIGNALS}
    try:
        yield asked.is_set
    finally:
        ending.cancel()
        for each, handler in before.items():
            signal.signal(each, handler)


def _end() -> None:
    if sys.stderr:
        shown = CURSOR if sys.stderr.isatty() else b""
        os.write(sys.stderr.fileno(), shown + b"summarizer: interrupted.\n")
    os._exit(INTERRUPTED)
