"""The way of an article: from its text to its summary.

Read this first. Code reads the article (``Document``); each facet asks its questions; the model
answers; each facet checks the answers against the article; what fails is asked again, alone; what
stands becomes the summary, and what does not is listed with its reason.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Self

from summarizer import __version__
from summarizer.article import Article
from summarizer.document.document import Document
from summarizer.errors import SummarizerError
from summarizer.facets import FACETS
from summarizer.llm.client import Endpoint, Model
from summarizer.llm.endpoints import at_once, endpoint_for, slot_for
from summarizer.llm.rate_limit import RateLimit
from summarizer.loop import run
from summarizer.prompting.asker import Progress
from summarizer.prompting.chunked import ChunkedReading
from summarizer.prompting.collector import Collector
from summarizer.prompting.templates import Templates
from summarizer.schema import FacetName, Provenance, Summary
from summarizer.settings import Settings, Strategy

if TYPE_CHECKING:
    from summarizer.storage.cache import ResultCache


def summarize(  # noqa: PLR0913  the few that users set; the rest is in Settings
    article: Article | str,
    *,
    model: str | None = None,
    base_url: str | None = None,
    facets: Iterable[FacetName] | None = None,
    strategy: Strategy | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Summarise an article: its gist, actors, stances, quotes and figures.

    Args:
        article: The article, or its text.
        model: ``local`` (the embedded one, the default), ``local:NAME``, ``gguf:PATH``, or a
            model's name at ``base_url``.
        base_url: An OpenAI-compatible endpoint. The article is sent nowhere else, and nowhere at
            all where the model is embedded.
        facets: What is asked for; everything by default.
        strategy: ``many`` short questions or ``one`` form; chosen by the model if not given.
        settings: Everything else; the environment's by default. The arguments above win.
        progress: Called with the number of questions answered and asked so far.

    Returns:
        The summary. Every quotation and figure in it is a copy of the article; what could not be
        confirmed is in ``rejected``.

    Raises:
        ArticleError: The text is empty.
        SettingsError: A setting cannot work.
        LocalModelError: The embedded model cannot be fetched or started.
        ModelError: The endpoint failed, or nothing that it answered could be used; ``usage``
            tells what was spent.

    Example:
        >>> summary = summarize(Article.read("seeds/putin-thanks-kim.txt"))  # doctest: +SKIP
        >>> summary.quotes[0].speaker_name  # doctest: +SKIP
        'Vladimir Putin'
    """
    return run(
        asummarize(
            article,
            model=model,
            base_url=base_url,
            facets=facets,
            strategy=strategy,
            settings=settings,
            progress=progress,
        )
    )


async def asummarize(  # noqa: PLR0913  those of summarize
    article: Article | str,
    *,
    model: str | None = None,
    base_url: str | None = None,
    facets: Iterable[FacetName] | None = None,
    strategy: Strategy | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Summarise an article from within an event loop; see :func:`summarize`.

    For more than one article keep a :class:`Session`.

    Example:
        >>> summary = await asummarize("It rained in Oslo.")  # doctest: +SKIP
    """
    chosen = Settings.over(
        settings, model=model, base_url=base_url, facets=facets, strategy=strategy
    )
    async with Session(chosen, concurrency=1 if chosen.embedded else None) as session:
        return await session.summarize(article, progress)


class Session:
    """Summarises one article after the other, or several at once, with the same settings.

    Templates, connections and the pace at which the endpoint is asked are shared by all of them.
    Use it as an asynchronous context manager, within one event loop: leaving it closes the
    connections.

    Args:
        settings: How articles are asked about; the environment's by default.
        concurrency: Requests at once, at the most, over all articles; 8 if not given, and 4 at the
            most where the model is embedded.

    Raises:
        SettingsError: A setting cannot work.

    Example:
        >>> async with Session() as session:  # doctest: +SKIP
        ...     summary = await session.summarize("It rained in Oslo.")
    """

    def __init__(self, settings: Settings | None = None, *, concurrency: int | None = None) -> None:
        self.settings = settings or Settings.of()
        self.concurrency = at_once(self.settings, concurrency)
        self._templates = Templates(self.settings.prompts)
        self._pace = RateLimit(self.concurrency)
        self._remote: Model | None = None
        self._queue = asyncio.Lock()
        self._fault: SummarizerError | None = None
        self._cache = self._opened_cache()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._remote:
            await self._remote.__aexit__(None, None, None)
        if self._cache:
            self._cache.close()

    async def summarize(self, article: Article | str, progress: Progress | None = None) -> Summary:
        """Summarise an article; see :func:`summarize` for what it returns and raises.

        Args:
            article: The article, or its text.
            progress: Called with the number of questions answered and asked so far.
        """
        began = time.perf_counter()
        document = Document(article if isinstance(article, Article) else Article(article))
        draft = Collector(document, self.settings)
        reading = ChunkedReading(draft, self._templates, self.settings, progress)
        if self._cache and (known := self._cache.find(document.article, reading.questions)):
            return known
        if reading.questions:
            async with self._model(reading) as model:
                await reading.run(model)
        summary = draft.summary(self._provenance(reading, began))
        if self._cache:
            self._cache.keep(summary, reading.questions)
        return summary

    def _opened_cache(self) -> "ResultCache | None":
        if not self.settings.cache:
            return None
        from summarizer.storage.cache import ResultCache  # noqa: PLC0415  loads SQLite

        return ResultCache.of(self.settings, self._templates.digest)

    def _provenance(self, reading: ChunkedReading, began: float) -> Provenance:
        return Provenance(
            model=reading.meter.model or self.settings.model,
            strategy=self.settings.way,
            facets=tuple(name for name in FACETS if name in self.settings.facets),
            prompts=self._templates.digest,
            version=__version__,
            usage=reading.meter.usage,
            seconds=round(time.perf_counter() - began, 3),
            coverage=reading.coverage,
        )

    @asynccontextmanager
    async def _model(self, reading: ChunkedReading) -> AsyncIterator[Model]:
        """Open the model for an article, which has a slot of an embedded one to itself."""
        if not self.settings.embedded:
            self._remote = self._remote or Model(endpoint_for(self.settings), self._pace)
            yield self._remote
            return
        async with AsyncExitStack() as stack:
            endpoint, _ = await asyncio.gather(
                self._slot(stack, reading.tokens),
                asyncio.to_thread(import_module, "summarizer.llm.http"),  # takes a second
            )
            yield await stack.enter_async_context(Model(endpoint, self._pace))

    async def _slot(self, stack: AsyncExitStack, tokens: int) -> Endpoint:
        """Wait in line for a slot, so that an article that needs a larger one gets its turn.

        An engine that does not start is not tried again for those who stood in line meanwhile.
        """
        known = self._fault
        async with self._queue:
            if self._fault and self._fault is not known:
                raise self._fault
            try:
                slot = slot_for(self.settings, tokens, self.concurrency)
                return await stack.enter_async_context(slot)
            except SummarizerError as fault:
                self._fault = fault
                raise
