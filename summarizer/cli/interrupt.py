"""Handle Ctrl-C in two steps: the first one asks to stop, the second one stops."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

NOTICE = b"\nFinishing the requests in flight; Ctrl-C again stops at once.\n"


@contextmanager
def graceful_interrupt() -> Iterator[Callable[[], bool]]:
    """Within the block, only note the first Ctrl-C; the second raises ``KeyboardInterrupt``.

    Yields:
        A function that returns whether there was a Ctrl-C.
    """
    asked = Event()

    def note(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        asked.set()
        if sys.stderr:
            os.write(sys.stderr.fileno(), NOTICE)  # print is not reentrant

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
