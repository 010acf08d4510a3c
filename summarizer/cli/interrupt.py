"""Ctrl-C, in two steps: the first asks to stop, the second does."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

SAID = b"\nFinishing what is in flight; Ctrl-C again stops at once.\n"


@contextmanager
def patient() -> Iterator[Callable[[], bool]]:
    """Let the first Ctrl-C only be noted, within a block.

    Yields:
        What tells whether there was one. The next raises ``KeyboardInterrupt``, as always.
    """
    asked = Event()

    def note(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        asked.set()
        if sys.stderr:
            os.write(sys.stderr.fileno(), SAID)  # print may be at work where the signal came

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
