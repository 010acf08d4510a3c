"""Summarise many articles into one file that a later run can continue.

Each article is claimed in the journal, so that none is summarised twice. New articles go through
``summarize_many``, and each outcome is written to the journal at once. The journal is the only
state between two runs.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext

from summarizer.article import Article
from summarizer.batch.concurrent import Outcome, summarize_many
from summarizer.batch.journal import Journal
from summarizer.batch.ration import Ration
from summarizer.batch.tally import Limits, Tally
from summarizer.errors import BudgetError, SummarizerError
from summarizer.llm.opening import opener, opening_by
from summarizer.llm.prices import Price
from summarizer.schema import Summary
from summarizer.settings import Settings
from summarizer.storage.failure import Failure

__all__ = ["Batch"]

log = logging.getLogger("summarizer.batch")


class Batch:
    """One run that adds records to a journal.

    Args:
        journal: The file of records.
        limits: How much the run may do. Default: no limit.
        price: The price of the model's tokens; None if it is unknown.
        stop: Called before each article; if it returns true, no further article is started.
        report: Called with the counts whenever they change.
        processes: Processes that read articles, where no endpoint is asked. Default: this one.
    """

    def __init__(  # noqa: PLR0913  each stands for itself
        self,
        journal: Journal,
        *,
        limits: Limits | None = None,
        price: Price | None = None,
        stop: Callable[[], bool] = lambda: False,
        report: Callable[[Tally], None] = lambda _: None,
        processes: int | None = None,
    ) -> None:
        self.tally = Tally(price)
        self._journal = journal
        self._limits = limits or Limits()
        self._stop = stop
        self._report = report
        self._processes = processes

    def run(
        self,
        articles: Iterable[Article | SummarizerError],
        settings: Settings,
        *,
        concurrency: int | None = None,
    ) -> Tally:
        """Summarise each article that has no record yet, and write its record.

        When ``stop`` returns true or a limit is reached, requests in flight are finished. Where
        tokens or cost run out within an article, it has no record, and a resumed batch asks again.

        Args:
            articles: The articles, and an error for each that cannot be read; consumed lazily.
            settings: The settings of the session.
            concurrency: Requests at once. Default: as ``summarize_many`` chooses.

        Returns:
            The counts.

        Raises:
            SummarizerError: A fatal error, such as a refused key. Earlier outcomes are recorded;
                the articles that failed with it are not, so that a resumed batch retries them.
        """
        new = self._new(articles)
        try:
            with self._rationed():
                for outcome in summarize_many(
                    new, settings=settings, concurrency=concurrency, processes=self._processes
                ):
                    self._keep(outcome)
                    self._report(self.tally)
        except BudgetError:
            self.tally.stopped = "budget"
        self._report(self.tally)
        return self.tally

    def _rationed(self) -> AbstractContextManager[None]:
        """Let no more be spent than the run may, also within an article."""
        if self._limits.tokens is None and self._limits.cost is None:
            return nullcontext()
        return opening_by(Ration(self._limits, self.tally.price).opener(opener()))

    def _new(self, articles: Iterable[Article | SummarizerError]) -> Iterator[Article]:
        """Yield the articles without a record, until there is a reason to stop."""
        for each in articles:
            if self._stop():
                self.tally.stopped = "interrupted"
                return
            if isinstance(each, SummarizerError):
                if each.fatal:  # such as an extra that is not installed
                    raise each
                self._unreadable(Failure.of(each))
            elif self._is_new(each) and self._wants(each):
                self.tally.stopped = self.tally.stop_reason(self._limits)
                if self.tally.stopped:
                    return
                self.tally.started += 1
                yield each
            self._report(self.tally)

    def _is_new(self, subject: Article | Failure) -> bool:
        claim = self._journal.claim(subject)
        self.tally.skipped += claim == "done"
        self.tally.repeated += claim == "repeated"
        return claim == "new"

    def _wants(self, article: Article) -> bool:
        """Return whether this run has something to do for a new article."""
        return True

    def _unreadable(self, failure: Failure) -> None:
        if self._is_new(failure):
            self._add(failure)
            self.tally.unreadable += 1

    def _keep(self, outcome: Outcome) -> None:
        self.tally.usage += outcome.usage
        if outcome.error:
            log.info("Article %d failed: %s", outcome.index, outcome.error)
        if outcome.error and outcome.error.fatal:
            return
        self._add(outcome.record)
        self.tally.done += outcome.summary is not None
        self.tally.failed += outcome.summary is None
        self.tally.cached += bool(outcome.summary and outcome.summary.provenance.cached)

    def _add(self, record: Summary | Failure) -> None:
        self._journal.add(record)
        if isinstance(record, Failure):
            self.tally.note(record.error)
