"""A batch that goes through the batch API of an endpoint, in runs that may lie a day apart.

One run submits: questions are put aside, written into files and sent. Another one collects: the
answers are taken, and each article goes its usual way with them. What has no answer is submitted
again by the next run that submits. Each step is kept before the next one begins, in the journal and
in the requests beside it.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.batch.concurrent import Outcome
from summarizer.batch.journal import Journal
from summarizer.batch.records import key_of
from summarizer.batch.requests import File, Requests
from summarizer.batch.resumable import Batch
from summarizer.batch.tally import Tally
from summarizer.errors import DeferredError, SummarizerError
from summarizer.llm.base import Choice
from summarizer.llm.batch_lines import Answer
from summarizer.llm.deferred import DeferredModel, Sends
from summarizer.llm.opening import opening_by
from summarizer.schema import Usage
from summarizer.settings import Settings
from summarizer.settings.choice import choice_of

if TYPE_CHECKING:
    from summarizer.llm.batch_api import BatchAPI, BatchState


class RemoteBatch(Batch):
    """One run of a batch whose answers come from the batch API.

    Args:
        journal: The file of records.
        requests: The requests that wait, and the answers that have come.
        submits: Whether this run puts questions aside; else it takes answers.
        batches_only: Whether nothing is asked at once.
        **options: Those of :class:`~summarizer.batch.resumable.Batch`.
    """

    def __init__(
        self,
        journal: Journal,
        requests: Requests,
        *,
        submits: bool,
        batches_only: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(journal, **options)
        self._requests = requests
        self._submits = submits
        sends: Sends = "first" if submits else "follow-ups"
        self._sends: Sends = "nothing" if batches_only else sends
        self._aside: dict[str, str] = {}
        requests.settle_all(journal.has)

    def run(
        self,
        articles: Iterable[Article | SummarizerError],
        settings: Settings,
        *,
        concurrency: int | None = None,
    ) -> Tally:
        """Put aside what is asked about the articles, or summarise those that have answers.

        Args:
            articles: The articles, and an error for each that cannot be read; consumed lazily.
            settings: The settings of the session.
            concurrency: Requests at once. Default: as ``summarize_many`` chooses.

        Returns:
            The counts.

        Raises:
            SummarizerError: A fatal error, such as a refused key.
        """
        # one article at a time, so that it is known to which one a question belongs
        at_once = 1 if self._submits else concurrency
        with opening_by(self._open):
            return super().run(articles, settings, concurrency=at_once)

    def find(self, digest: str) -> Answer | None:
        """Return the answer to a question; None if there is none."""
        return self._requests.find(digest)

    def put_aside(self, digest: str, body: str) -> None:
        """Keep a question for the next batch."""
        if self._submits:
            self._aside[digest] = body

    def spend(self, usage: Usage) -> None:
        """Count what the answers from batches to an article that is done have cost."""
        self.tally.batched += usage

    def _open(self, choice: Choice) -> DeferredModel:
        return DeferredModel(choice, self, sends=self._sends)

    def _wants(self, article: Article) -> bool:
        """Return whether this run has something to do for an article."""
        key = key_of(article)
        waits = self._requests.waits(key)
        self.tally.waiting += waits
        if self._submits:
            return not waits
        ready = self._requests.is_ready(key)
        self.tally.unasked += not (waits or ready)
        return ready

    def _keep(self, outcome: Outcome) -> None:
        key = key_of(outcome.article) if outcome.article else b""
        if isinstance(outcome.error, DeferredError):
            self._requests.note(key, self._aside)
            self.tally.waiting += self._submits
            self.tally.unasked += not self._submits
        else:
            super()._keep(outcome)
            if not (outcome.error and outcome.error.fatal):
                self._requests.settle(key)
        self._aside.clear()


Report = Callable[[str], None]
"""Takes a sentence about each batch."""

Act = Callable[[Requests, "BatchAPI", File], Awaitable[None]]
"""What is done for each file."""


def send(requests: Requests, settings: Settings, report: Report) -> None:
    """Send the requests that are put aside, as files, and start a batch of each.

    Args:
        requests: The requests.
        settings: The settings of the session.
        report: Takes a sentence about each batch.

    Raises:
        ModelError: The endpoint failed, or has no batches.
    """
    requests.split()
    asyncio.run(_for_each(requests, settings, partial(_start, report=report)))


def receive(requests: Requests, settings: Settings, report: Report) -> None:
    """Take the answers of the batches that have ended.

    Args:
        requests: The requests.
        settings: The settings of the session.
        report: Takes a sentence about each batch.

    Raises:
        ModelError: The endpoint failed, or does not know a batch.
    """
    asyncio.run(_for_each(requests, settings, partial(_take, report=report)))


async def _for_each(requests: Requests, settings: Settings, act: "Act") -> None:
    from summarizer.llm.batch_api import BatchAPI  # noqa: PLC0415  loads the client

    async with BatchAPI.open(choice_of(settings, 1)) as api:
        for file in requests.files():
            await act(requests, api, file)


async def _start(requests: Requests, api: "BatchAPI", file: File, report: Report) -> None:
    """Send a file and start its batch, as far as that is still to be done."""
    if file.batch:
        return
    upload = file.upload
    if upload is None:
        with tempfile.TemporaryFile() as lines:
            lines.writelines(requests.lines(file))
            upload = await api.upload(lines)
        requests.uploaded(file, upload)
    batch = await api.start(upload, again=file.upload is not None)
    requests.started(file, batch)
    report(f"{batch}: started.")


async def _take(requests: Requests, api: "BatchAPI", file: File, report: Report) -> None:
    """Take the answers of a batch, if it has ended."""
    if file.batch:
        state = await api.state(file.batch)
        left = await _ended(requests, api, file, state) if state.ended else Counter()
        report(_sentence(state, left))


async def _ended(
    requests: Requests, api: "BatchAPI", file: File, state: "BatchState"
) -> Counter[str]:
    with tempfile.TemporaryFile() as lines:
        for name in state.files:
            await api.download(name, lines)
        lines.seek(0)
        return requests.end(file, lines)


def _sentence(state: "BatchState", left: Counter[str]) -> str:
    words = f"{state.name}: {state.status}, {state.done:,} of {state.total:,} requests done"
    if left:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in left.most_common())
        words += f", without an answer: {reasons}"
    return f"{words}. {state.fault}".strip()
