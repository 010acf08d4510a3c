"""How far a batch is, on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from summarizer.cli.terminal import plain

if TYPE_CHECKING:
    from summarizer.batch.tally import Tally

EVERY = 30.0
"""Seconds between two lines where there is no terminal."""


class ProgressLine:
    """Shows the counts of a batch; use it as a context manager.

    In the end it tells what the run came to, on a terminal as well, and what failed.

    Args:
        total: How many articles the input holds, if that is known.
    """

    def __init__(self, total: int | None = None) -> None:
        self._tally: Tally | None = None
        self._told = time.monotonic()
        console = Console(stderr=True)
        columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._bar = Progress(
            *columns, console=console, transient=True, disable=not console.is_terminal
        )
        self._task = self._bar.add_task("starting", total=total)
        self._is_bar = console.is_terminal

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()
        if self._tally and sys.stderr:
            print(line(self._tally), *failures(self._tally), sep="\n", file=sys.stderr)

    def show(self, tally: "Tally") -> None:
        """Show these counts."""
        self._tally = tally
        if self._is_bar:
            self._bar.update(self._task, completed=tally.seen, description=line(tally))
        elif sys.stderr and time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            print(line(tally), file=sys.stderr)


def line(tally: "Tally") -> str:
    """Return the counts in words; what is nought and no news is left out.

    Example:
        >>> from summarizer.batch.tally import Tally
        >>> line(Tally(done=2, failed=1, skipped=40)).split("; ")[0]
        '2 done, 1 failed, 40 done before'
    """
    if not (tally.seen or tally.started or tally.stopped):
        return "no article found"
    counts = (
        (tally.done, "done"),
        (tally.cached, "of them from the cache"),
        (tally.failed, "failed"),
        (tally.unreadable, "unreadable"),
        (tally.skipped, "done before"),
        (tally.repeated, "repeated in the input"),
    )
    told = [f"{count:,} {what}" for count, what in counts if count or what == "done"]
    cost = "cost unknown" if tally.cost is None else f"${tally.cost:,.4f}"
    rate = f"{tally.per_minute:,.1f} a minute"
    stopped = {"limit": "; stopped at --limit", "budget": "; stopped at the budget"}
    return f"{', '.join(told)}; {rate}; {tally.tokens:,} tokens, {cost}" + stopped.get(
        tally.stopped or "", ""
    )


def failures(tally: "Tally") -> Iterator[str]:
    """Yield a line for each reason why there is no summary, the most frequent first.

    Example:
        >>> from summarizer.batch.tally import Tally
        >>> list(failures(Tally()))
        []
    """
    for reason, count in tally.reasons.most_common():
        yield f"  {count:,} {reason}, such as: {plain(tally.examples[reason])}"
    if tally.reasons:
        yield "  --retry-failed asks about them again."
