"""More than one machine: what Ray Data runs in each of its workers; see docs/many.md.

Needs the extra ``ray``.
"""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import pyarrow as pa

from summarizer.article import Article
from summarizer.batch.concurrent import Outcome, outcome_of
from summarizer.errors import ArticleError, SettingsError, SummarizerError
from summarizer.schema import Summary
from summarizer.session import Session
from summarizer.settings import Settings
from summarizer.storage.failure import Failure

KNOWN = ("id", "title", "url", "date", "publisher", "author")
"""Columns that describe an article, beside ``text``."""

ADDED = ("record", "error")
"""Columns of what came of it."""


class Summarizer:
    """Summarises the articles of rows. Give this class to ``map_batches``: Ray makes the workers.

    A row has ``text`` and, where known, ``id``, ``title``, ``url``, ``date``, ``publisher`` and
    ``author``. It comes out as it was, with two columns more: ``record``, the JSON that a batch
    writes of an article, and ``error``, a sentence; null where there is a summary.

    Whatever fails is such a row and stops nothing. After a fault that every article would meet,
    such as a refused key, a worker asks no more: that fault is the error of its other rows.

    Args:
        settings: How articles are asked about, or what returns that: it is called in each worker,
            which may so have an endpoint of its own. If not given, the environment's there.
        concurrency: Requests at once, at the most, of one worker; 8 if not given.

    Raises:
        SettingsError: A setting cannot work.

    Example:
        >>> worker = Summarizer(Settings(model="m", base_url="http://127.0.0.1:9/v1"))
        >>> asyncio.run(worker({"text": [" "]})).to_pylist()[0]["error"]
        'The article holds no text.'
    """

    def __init__(
        self,
        settings: Settings | Callable[[], Settings] | None = None,
        *,
        concurrency: int | None = None,
    ) -> None:
        given = settings() if callable(settings) else settings
        self._session = Session(given, concurrency=concurrency)
        self._room = asyncio.Semaphore(self._session.concurrency)
        self._fault: SummarizerError | None = None

    async def __call__(self, batch: object) -> pa.Table:
        """Summarise the articles of a batch, of whatever format.

        Raises:
            SettingsError: The rows have no ``text``.
        """
        table = pa.table(batch)
        records = await asyncio.gather(*map(self._record, table.to_pylist()))
        written = [each.model_dump_json() for each in records]
        errors = [each.error.message if isinstance(each, Failure) else None for each in records]
        kept = table.select([name for name in table.column_names if name not in ADDED])
        for name, column in zip(ADDED, (written, errors), strict=True):
            kept = kept.append_column(name, pa.array(column, pa.string()))
        return kept

    async def _record(self, row: Mapping[str, Any]) -> Summary | Failure:
        try:
            article = _article(row)
        except ArticleError as error:
            return Failure.of(error)
        async with self._room:
            outcome = await self._outcome(article)
        return outcome.record

    async def _outcome(self, article: Article) -> Outcome:
        if self._fault:
            return Outcome(0, article, error=self._fault)
        outcome = await outcome_of(self._session, 0, article)
        if outcome.error and outcome.error.fatal:
            self._fault = outcome.error
        return outcome


def _article(row: Mapping[str, Any]) -> Article:
    if "text" not in row:
        raise SettingsError(
            f"The rows have no column 'text', only {', '.join(map(repr, row))}.",
            hint="Rename the one that holds the article: dataset.rename_columns({…: 'text'}).",
        )
    known = {name: str(row[name]) for name in KNOWN if row.get(name) is not None}
    return Article(row["text"], **known)
