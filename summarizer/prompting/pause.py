"""A pause of garbage collection while code works on an article."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python not look for garbage until the block ends.

    What code reads of an article makes none, but is so much that Python would look through all
    objects of the process for it: at 64 KB that takes a quarter of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
