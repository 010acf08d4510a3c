"""The way of an article: from its text to its summary.

Read this first. Code reads the article (``Document``); each facet asks its questions; the model
answers; each facet checks the answers against the article; what fails is asked again, alone; what
holds becomes the summary, and what does not is listed with its reason.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, contextmanager, nullcontext
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Self, cast

from summarizer import __version__
from summarizer.article import Article
from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.facets import asked_facets
from summarizer.llm.base import LanguageModel, OpenModel
from summarizer.llm.opening import Bounded, Opener, at_once, opener
from summarizer.llm.profiles import Strategy
from summarizer.llm.tracing import Traits, tracing, usage_traits
from summarizer.prompting.asker import Progress
from summarizer.prompting.chunked import ChunkedReading
from summarizer.prompting.collector import Collector
from summarizer.prompting.pause import uncollected
from summarizer.prompting.templates import Templates
from summarizer.schema import FacetKey, FacetName, Provenance, Summary, Usage
from summarizer.settings import Settings
from summarizer.settings.choice import choice_of, settings_for
from summarizer.settings.hidden import hidden
from summarizer.waiting import wait_for

if TYPE_CHECKING:
    from asyncio import Lock

    from summarizer.storage.cache import ResultCache

log = logging.getLogger("summarizer.session")


def summarize(  # noqa: PLR0913  the few that users set; the rest is in Settings
    article: Article | str,
    *,
    model: LanguageModel | str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    facets: Iterable[FacetName | FacetKey[Any]] | None = None,
    strategy: Strategy | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Summarise an article: its gist, actors, stances, quotes, statements and figures.

    Args:
        article: The article, or its text.
        model: ``local`` (the embedded one, the default), ``local:NAME``, ``gguf:PATH``,
            ``hf:ORG/REPO[:QUANT]``, a model's name at ``base_url``, a model object, or ``none``:
            what code alone finds, at once.
        base_url: An OpenAI-compatible endpoint. The article is sent nowhere else, and nowhere at
            all where the model is embedded.
        api_key: The key of the endpoint.
        facets: What is asked for: names of our own facets, and facets of your own
            (:class:`~summarizer.Facet`); all of ours by default.
        strategy: ``many`` short questions or ``one`` form; that of the model's profile if not
            given.
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
            has what was spent.

    Example:
        >>> summary = summarize("“It rained,” Ada Brandt said.", model="none")
        >>> summary.quotes[0].text, summary.quotes[0].speaker_name
        ('It rained,', 'Ada Brandt')
    """
    api_key = hidden(api_key)
    chosen = settings_for(
        model, settings, base_url=base_url, api_key=api_key, facets=facets, strategy=strategy
    )
    if chosen.resolved_strategy == "none":
        return Session(chosen)._by_code(article)  # noqa: SLF001  of this module
    return wait_for(partial(asummarize, article, model=model, settings=chosen, progress=progress))


async def asummarize(  # noqa: PLR0913  those of summarize
    article: Article | str,
    *,
    model: LanguageModel | str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    facets: Iterable[FacetName | FacetKey[Any]] | None = None,
    strategy: Strategy | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Summarise an article from within an event loop; see :func:`summarize`.

    For more than one article keep a :class:`Session`.

    Example:
        >>> import asyncio
        >>> asyncio.run(asummarize("It took 40 days.", model="none")).figures[0].unit
        'days'
    """
    api_key = hidden(api_key)
    chosen = settings_for(
        model, settings, base_url=base_url, api_key=api_key, facets=facets, strategy=strategy
    )
    alone = isinstance(model, str | None) and chosen.embedded
    async with Session(chosen, model=model, concurrency=1 if alone else None) as session:
        return await session.summarize(article, progress)


class Session:
    """Summarises one article after the other, or several at once, with the same settings.

    Templates, connections and the pace at which the endpoint is asked are shared by all of them.
    Use it as an asynchronous context manager, within one event loop: leaving it closes the
    connections.

    Args:
        settings: How articles are asked about; the environment's by default.
        model: A model object, or a model's name in the place of that of the settings.
        concurrency: Requests at once, at the most, over all articles; 8 if not given, and 4 at the
            most where the model is embedded.

    Raises:
        SettingsError: A setting cannot work.

    Example:
        >>> async with Session() as session:  # doctest: +SKIP
        ...     summary = await session.summarize("It rained in Oslo.")
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        model: LanguageModel | str | None = None,
        concurrency: int | None = None,
    ) -> None:
        self.settings = settings_for(model, settings)
        own = None if isinstance(model, str | None) else model
        self.concurrency = at_once("" if own is not None else self.settings.model, concurrency)
        self.room = self.concurrency
        profile = self.settings.resolved_profile
        self._own = None if own is None else Bounded(own, profile, self.concurrency)
        self._opened: dict[Opener, OpenModel] = {}
        self._templates = Templates(self.settings.prompts)
        self._cache = self._opened_cache()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        async with AsyncExitStack() as closing:  # closes the rest where one fails
            if self._cache:
                closing.callback(self._cache.close)
            for model in self._opened.values():
                closing.push_async_callback(model.aclose)

    async def summarize(self, article: Article | str, progress: Progress | None = None) -> Summary:
        """Summarise an article; see :func:`summarize` for what it returns and raises.

        Args:
            article: The article, or its text.
            progress: Called with the number of questions answered and asked so far.
        """
        given = Article.of(article)
        with self._traced(given) as finish:
            return finish(await self._whole(given, progress))

    def read_alone(self, article: Article) -> Summary | None:
        """Summarise an article by code alone; None where a model has to be asked."""
        with uncollected():
            began = time.perf_counter()
            collector = Collector(Document.read(article), self.settings)
            return None if self._asks(collector) else collector.summary(self._provenance(began))

    def _asks(self, collector: Collector) -> bool:
        if self.settings.resolved_strategy == "none":
            return False
        return bool(ChunkedReading(collector, self._templates, self.settings, None).questions)

    def _by_code(self, article: Article | str) -> Summary:
        """Summarise an article without a model, and so without an event loop."""
        given = Article.of(article)
        with self._traced(given) as finish:
            return finish(cast("Summary", self.read_alone(given)))  # nothing is asked

    @contextmanager
    def _traced(self, article: Article) -> Iterator[Callable[[Summary], Summary]]:
        """Log and trace an article; yield the function that finishes its summary."""
        log.info("%s: %d characters, model %s.", article.id, len(article.text), self._named)
        with tracing("invoke_workflow summarize", self._traits(article)) as note:
            yield partial(self._finished, note)

    def _finished(self, note: Callable[[Traits], None], summary: Summary) -> Summary:
        least = self.settings.min_certainty
        summary = summary.at_least(least) if least else summary
        made = summary.provenance
        note({"summarizer.cached": made.cached, **usage_traits(made.usage)})
        log.info(
            "%s: %d requests, %d tokens read, %d written, %d items left out, %.1f s.",
            *(summary.article.id, made.usage.requests, made.usage.prompt_tokens),
            *(made.usage.completion_tokens, len(summary.rejected), made.seconds),
        )
        return summary

    @cached_property
    def _turn(self) -> "Lock":
        """Held while code reads an article: one at a time."""
        from asyncio import Lock  # noqa: PLC0415  code alone does without it

        return Lock()

    async def _whole(self, article: Article, progress: Progress | None) -> Summary:
        from asyncio import sleep  # noqa: PLC0415

        async with self._turn:
            began = time.perf_counter()
            with uncollected():
                collector = Collector(Document.read(article), self.settings)
                reading = ChunkedReading(collector, self._templates, self.settings, progress)
            await sleep(0)  # what others send and get goes on before the next is read
        if not reading.questions:  # no model is opened, fetched or waited for
            return collector.summary(self._provenance(began))
        if self._cache and (known := self._cache.find(article, reading.questions)):
            return collector.relabelled(known)
        async with self._model(reading.tokens) as model:
            await reading.run(model)
        summary = collector.summary(self._provenance(began, reading))
        if self._cache:
            self._cache.keep(summary, reading.questions)
        return summary

    def _model(self, tokens: int) -> AbstractAsyncContextManager[LanguageModel]:
        """Hold the model for an article; open it again if a cassette has been put in between."""
        if self._own:
            return nullcontext(self._own)
        how = opener()
        if how not in self._opened:
            self._opened[how] = how(choice_of(self.settings, self.concurrency))
        return self._opened[how].reading(tokens)

    @property
    def _named(self) -> str:
        return type(self._own.model).__name__ if self._own else self.settings.model

    def _traits(self, article: Article) -> Traits:
        """Return what the span of an article says of it."""
        return {
            "gen_ai.operation.name": "invoke_workflow",
            "gen_ai.workflow.name": "summarize",
            "gen_ai.request.model": self._named,
            "summarizer.article.id": article.id,
            "summarizer.strategy": self.settings.resolved_strategy,
        }

    def _opened_cache(self) -> "ResultCache | None":
        if not self.settings.cache or self.settings.resolved_strategy == "none":
            return None
        if self._own:
            raise SettingsError(
                "A model object has no name by which the cache could know its summaries.",
                hint="Leave the cache out, or name the model.",
            )
        from summarizer.storage.cache import ResultCache  # noqa: PLC0415  loads SQLite

        return ResultCache.of(self.settings, self._templates.digest)

    def _provenance(self, began: float, reading: ChunkedReading | None = None) -> Provenance:
        """Say how a summary was made; without a reading, by code alone."""
        return Provenance(
            model=(reading.meter.model or self._named) if reading else "none",
            strategy=self.settings.resolved_strategy if reading else "none",
            asked=reading.asked if reading else (),
            facets=tuple(facet.name for facet in asked_facets(self.settings.facets)),
            prompts=self._templates.digest if reading else "none",
            version=__version__,
            usage=reading.meter.usage if reading else Usage(),
            seconds=round(time.perf_counter() - began, 3),
            coverage=reading.coverage if reading else None,
        )
