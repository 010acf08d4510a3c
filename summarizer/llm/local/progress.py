"""How a download is shown: a bar on a terminal, plain lines elsewhere, always on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[int, int], None]
"""Takes the bytes and the parts that are there."""


@contextmanager
def shown(title: str, size: int, parts: int) -> Iterator[Report]:
    """Show a download while the block runs.

    Args:
        title: What is downloaded.
        size: Bytes in total.
        parts: Parts in total.

    Yields:
        The function to call with what is there so far.

    Example:
        >>> with shown("a model", 2_000_000, 1) as report:
        ...     report(2_000_000, 1)
    """
    show = _bar if sys.stderr.isatty() else _lines
    with show(title, size, parts) as report:
        yield lambda held, finished: report(min(held, size), finished)


@contextmanager
def _lines(title: str, size: int, parts: int) -> Iterator[Report]:
    sys.stderr.write(f"Downloading {title}: {size / 1e6:.0f} MB in {parts} parts\n")
    tenths = 0

    def report(held: int, finished: int) -> None:
        nonlocal tenths
        if held * 10 // size > tenths:
            tenths = held * 10 // size
            line = f"  {held / 1e6:.0f} of {size / 1e6:.0f} MB, {finished} of {parts} parts"
            sys.stderr.write(f"{line}\n")

    yield report


@contextmanager
def _bar(title: str, size: int, parts: int) -> Iterator[Report]:
    from rich import progress  # noqa: PLC0415  only where there is something to show
    from rich.console import Console  # noqa: PLC0415

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.DownloadColumn(),
        progress.TextColumn("part {task.fields[finished]}/" + str(parts)),
        progress.TransferSpeedColumn(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(f"Downloading {title}", total=size, finished=0)

        def report(held: int, finished: int) -> None:
            bar.update(task, completed=held, finished=finished)

        yield report
