"""The way of an article: from its text to its summary.

Read this first. Code reads the article (``Document``); each facet asks its questions; the model
answers; each facet checks the answers against the article; what fails is asked again, alone; what
stands becomes the summary, and what does not is listed with its reason.
"""

import asyncio
import time
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from summarizer import __version__
from summarizer.article import Article
from summarizer.document import Document
from summarizer.draft import Draft
from summarizer.endpoints import endpoint_for
from summarizer.errors import ModelError
from summarizer.facets import FACETS
from summarizer.interview import Interview, Progress
from summarizer.model import Meter, Model
from summarizer.schema import Facet as FacetName
from summarizer.schema import Provenance, Summary
from summarizer.settings import Settings, Strategy
from summarizer.templates import Templates

T = TypeVar("T")


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
    chosen = (settings or Settings.of()).changed(
        model=model,
        base_url=base_url,
        facets=None if facets is None else tuple(facets),
        strategy=strategy,
    )
    text = article if isinstance(article, Article) else Article(article)
    return _run(_summarize(text, chosen, progress))


async def _summarize(article: Article, settings: Settings, progress: Progress | None) -> Summary:
    began = time.perf_counter()
    document = Document(article)
    draft = Draft(document, [FACETS[name] for name in FACETS if name in settings.facets])
    templates = Templates(settings.prompts)
    meter = Meter()
    if draft.questions(settings.way):
        async with Model(await asyncio.to_thread(endpoint_for, settings, article)) as model:
            interview = Interview(document, model, templates, meter, progress)
            await _fill(draft, interview, settings)
    return draft.summary(
        Provenance(
            model=meter.model or settings.model,
            strategy=settings.way,
            facets=tuple(draft.facets),
            prompts=templates.digest,
            version=__version__,
            usage=meter.usage,
            seconds=round(time.perf_counter() - began, 3),
        )
    )


async def _fill(draft: Draft, interview: Interview, settings: Settings) -> None:
    """Ask everything once, then what failed again, as often as the settings allow."""
    questions = draft.questions(settings.way)
    try:
        for left in range(settings.repairs, -1, -1):
            replies = await interview.ask(questions)
            questions = [again for reply in replies for again in draft.take(reply, final=left == 0)]
        draft.require_an_answer()
    except ModelError as error:
        error.usage = interview.meter.usage
        raise


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, also where an event loop runs already, as in a notebook."""
    if not _in_a_loop():
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _in_a_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
