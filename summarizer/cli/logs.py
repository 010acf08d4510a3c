"""The log on standard error: what the library does, for those who ask for it."""

import argparse
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

LEVELS = {1: logging.INFO, 2: logging.DEBUG}
"""The lowest level that is shown, by the number of times that ``-v`` is given."""


def add_verbose(parser: argparse.ArgumentParser, also: str = "") -> None:
    """Add ``-v``.

    Args:
        parser: The parser of a command.
        also: What it means beside the log.
    """
    parser.add_argument(
        "-v",
        "--verbose",
        action="count",
        default=0,
        help=f"{also}log each step on standard error; -vv: with prompts and answers",
    )


@contextmanager
def logging_on_stderr(verbose: int) -> Iterator[None]:
    """Show what the library logs while the block runs.

    Args:
        verbose: How often ``-v`` was given.
    """
    if not verbose:
        yield
        return
    log = logging.getLogger("summarizer")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Plain("%(name)s: %(message)s"))
    before = log.level
    log.addHandler(handler)
    log.setLevel(LEVELS[min(verbose, max(LEVELS))])
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(before)


class _Plain(logging.Formatter):
    """Writes an article's lines as they are, without the control characters that it may have."""

    def format(self, record: logging.LogRecord) -> str:
        lines = super().format(record).split("\n")
        return "\n".join("".join(c if c.isprintable() else " " for c in line) for line in lines)
