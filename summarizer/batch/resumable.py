"""Many articles into one file: fast, resumable, nothing lost.

The way of a batch: its inputs name sources; the articles of these are claimed in the journal, so
that none is asked about twice; what is new goes through ``summarize_many``; and each outcome
becomes a record in the journal as soon as it comes. Nothing but the journal is remembered between
two runs.
"""

from collections.abc import Callable, Iterable, Iterator

from summarizer.article import Article
from summarizer.batch.concurrent import Outcome, summarize_many
from summarizer.batch.journal import Journal
from summarizer.batch.tally import Limits, Tally
from summarizer.errors import SummarizerError
from summarizer.llm.prices import Price
from summarizer.schema import Summary
from summarizer.settings import Settings
from summarizer.storage.failure import Failure

__all__ = ["Batch"]


class Batch:
    """One run that adds records to a journal.

    Args:
        journal: Where the records go.
        limits: How much the run may do; all, if None.
        price: What the model's tokens cost; None if that is unknown.
        stop: Asked before each article whether to begin no more.
        report: Told the counts whenever they have changed.
    """

    def __init__(
        self,
        journal: Journal,
        *,
        limits: Limits | None = None,
        price: Price | None = None,
        stop: Callable[[], bool] = lambda: False,
        report: Callable[[Tally], None] = lambda _: None,
    ) -> None:
        self.tally = Tally(price)
        self._journal = journal
        self._limits = limits or Limits()
        self._stop = stop
        self._report = report

    def run(
        self,
        articles: Iterable[Article | SummarizerError],
        settings: Settings,
        *,
        concurrency: int | None = None,
    ) -> Tally:
        """Ask about each article that has no record yet, and record what comes.

        When it is told to stop or has reached a limit, it finishes what is in flight.

        Args:
            articles: The articles, and an error for each that cannot be read; read as needed.
            settings: How they are asked about.
            concurrency: How many are asked about at once; as ``summarize_many`` chooses, if None.

        Returns:
            The counts.

        Raises:
            SummarizerError: A fault that every article would meet, such as a refused key. What
                came before it is recorded; the articles that met it are not, and are asked about
                when the batch goes on.
        """
        new = self._new(articles)
        for outcome in summarize_many(new, settings=settings, concurrency=concurrency):
            self._keep(outcome)
            self._report(self.tally)
        self._report(self.tally)
        return self.tally

    def _new(self, articles: Iterable[Article | SummarizerError]) -> Iterator[Article]:
        """Yield the articles to ask about, until there is a reason to stop."""
        for each in articles:
            if self._stop():
                self.tally.stopped = "interrupted"
                return
            if isinstance(each, SummarizerError):
                if each.fatal:  # such as an extra that every input of this kind needs
                    raise each
                self._unreadable(Failure.of(each))
            elif self._is_new(each):
                self.tally.stopped = self.tally.enough(self._limits)
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

    def _unreadable(self, failure: Failure) -> None:
        if self._is_new(failure):
            self._add(failure)
            self.tally.unreadable += 1

    def _keep(self, outcome: Outcome) -> None:
        self.tally.usage += outcome.usage
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
