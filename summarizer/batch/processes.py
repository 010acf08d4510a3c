"""Several processes that read articles by code: for a batch that asks no model."""

import signal
import sys
from typing import Any, Self

from anyio import BrokenWorkerProcess, CapacityLimiter
from anyio.to_process import run_sync

from summarizer.article import Article
from summarizer.errors import InternalError, SettingsError, SummarizerError
from summarizer.prompting.asker import Progress
from summarizer.schema import Summary
from summarizer.session import Session
from summarizer.settings import Settings


class SpreadSession(Session):
    """A session whose articles are read in processes of their own.

    What has to be asked about is read again in this process, and asked from here. A process that is
    killed fails the article that it reads; the next one gets a new process.

    Args:
        settings: How articles are read. With an endpoint each would be read twice.
        processes: How many processes, at the most. They start with the first articles.
        **options: Those of :class:`~summarizer.session.Session`.

    Raises:
        SettingsError: There is an endpoint, or less than one process, or this is the import of a
            script by a process that it started.
    """

    def __init__(self, settings: Settings, *, processes: int, **options: Any) -> None:
        require_no_endpoint(settings)
        _require_start(processes)
        super().__init__(settings, **options)
        self.room = max(self.concurrency, 2 * processes)  # the next article waits at each
        self._free = CapacityLimiter(processes)

    async def __aenter__(self) -> Self:
        if sys.platform != "win32":  # what this thread starts inherits that Ctrl-C is not for it
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        return await super().__aenter__()

    async def _whole(self, article: Article, progress: Progress | None) -> Summary:
        try:
            read = await run_sync(
                _read, article, self.settings, cancellable=True, limiter=self._free
            )
        except BrokenWorkerProcess as error:
            raise _why(error) from error
        return read or await super()._whole(article, progress)


def require_no_endpoint(settings: Settings) -> None:
    """Raise an error where an endpoint is asked: reading is the smaller part of the work then.

    Raises:
        SettingsError: There is an endpoint.
    """
    if settings.base_url is not None:
        raise SettingsError(
            "Several processes read articles only where no endpoint is asked.",
            hint="Leave them out, or run a batch for each part of the articles.",
        )


def _require_start(processes: int) -> None:
    if processes < 1:
        raise SettingsError(f"There cannot be {processes} processes.", hint="Give 1 or more.")
    if "__main__" not in sys.modules:  # so it is while a new process runs the script once more
        raise SettingsError(
            "The script starts its processes again in each of them.",
            hint="Put what it does under: if __name__ == '__main__':",
        )


def _why(error: BrokenWorkerProcess) -> SummarizerError:
    cause = error.__cause__
    if isinstance(cause, SummarizerError):  # of a script that starts itself again
        return cause
    return InternalError(
        "The process that read the article ended before it was done.",
        hint="Try the article again, with fewer processes if memory is short.",
    )


def _read(article: Article, settings: Settings) -> Summary | None:
    """Read an article, in another process; None where a model has to be asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return Session(settings).read_alone(article)
