"""The progress of a batch on standard error: a bar on a terminal, otherwise a line now and then."""

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
"""Seconds between two lines without a terminal."""


class ProgressLine:
    """Shows the counts of a batch; a context manager.

    On exit it prints the final counts and the failures.

    Args:
        total: Number of articles in the input; None if unknown.
    """

    def __init__(self, total: int | None = None) -> None:
        self._tally: Tally | None = None
        self._total = total
        self._printed = time.monotonic()
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
        elif sys.stderr and time.monotonic() - self._printed >= EVERY:
            self._printed = time.monotonic()
            print(self._part(tally) + line(tally), file=sys.stderr)

    def _part(self, tally: "Tally") -> str:
        return "" if self._total is None else f"{tally.seen:,} of {self._total:,}: "


def line(tally: "Tally") -> str:
    """Return the counts in words; zeros are left out, except for ``done``.

    Example:
        >>> from summarizer.batch.tally import Tally
        >>> line(Tally(done=2, failed=1, skipped=40)).split("; ")[0]
        '2 done, 1 failed, 40 done before'
    """
    if not (tally.seen or tally.started or tally.stopped):
        return "No article found: give files, folders that hold some, or patterns."
    counts = (
        (tally.done, "done"),
        (tally.cached, "of them from the cache"),
        (tally.failed, "failed"),
        (tally.unreadable, "unreadable"),
        (tally.skipped, "done before"),
        (tally.repeated, "repeated in the input"),
        (tally.waiting, "waiting for a batch"),
        (tally.unasked, "to be submitted"),
    )
    parts = [f"{count:,} {what}" for count, what in counts if count or what == "done"]
    cost = _cost(tally)
    cost += ", batches at half price" if tally.batched.requests and tally.price else ""
    rate = f"{tally.per_minute:,.1f} a minute"
    stopped = {"limit": "; stopped at --limit", "budget": "; stopped at the budget"}
    return f"{', '.join(parts)}; {rate}; {tally.tokens:,} tokens, {cost}" + stopped.get(
        tally.stopped or "", ""
    )


def _cost(tally: "Tally") -> str:
    from summarizer.llm.prices import FREE

    if tally.price == FREE:
        return "no cost: no endpoint was asked"
    return "cost unknown" if tally.cost is None else f"${tally.cost:,.4f}"


def failures(tally: "Tally") -> Iterator[str]:
    """Yield one line for each reason of failure, the most frequent first.

    Example:
        >>> from summarizer.batch.tally import Tally
        >>> list(failures(Tally()))
        []
    """
    for reason, count in tally.reasons.most_common():
        yield f"  {count:,} {reason}, such as: {plain(tally.examples[reason])}"
    if tally.reasons:
        yield "  --retry-failed tries them again."
