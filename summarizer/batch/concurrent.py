"""Many articles, as many at once as the endpoint bears: a result for each, as it comes."""

from asyncio import CancelledError
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from traceback import clear_frames
from typing import Any, cast

from anyio import TASK_STATUS_IGNORED, Event, create_task_group
from anyio.abc import TaskGroup, TaskStatus
from anyio.from_thread import start_blocking_portal

from summarizer.article import Article
from summarizer.errors import InternalError, SummarizerError, require_many
from summarizer.llm.base import LanguageModel
from summarizer.llm.profiles import Strategy
from summarizer.schema import FacetKey, FacetName, Summary, Usage
from summarizer.session import Session
from summarizer.settings import Settings
from summarizer.settings.choice import settings_for
from summarizer.settings.hidden import hidden
from summarizer.storage.failure import Failure


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: a summary, or the error that prevented it.

    Args:
        index: The article's place in the input, from 0.
        article: The article; None where the input was none, such as an empty text.
        summary: Its summary.
        error: Why there is no summary.
        usage: What was spent on it, with or without success.
    """

    index: int
    article: Article | None
    summary: Summary | None = None
    error: SummarizerError | None = None
    usage: Usage = field(default_factory=Usage)

    @property
    def record(self) -> Summary | Failure:
        """What a batch writes of it."""
        if self.summary:
            return self.summary
        # one of the two is always there
        return Failure.of(cast("SummarizerError", self.error), self.article, self.usage)


def summarize_many(  # noqa: PLR0913  those of summarize
    articles: Iterable[Article | str],
    *,
    concurrency: int | None = None,
    model: LanguageModel | str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    facets: Iterable[FacetName | FacetKey[Any]] | None = None,
    strategy: Strategy | None = None,
    settings: Settings | None = None,
    processes: int | None = None,
) -> Iterator[Outcome]:
    """Summarise many articles, and yield what became of each in the order of completion.

    Articles are read one by one, in the caller's thread, and only while fewer than ``concurrency``
    (or two for each process) wait for their outcome to be taken; so memory stays flat, and nothing
    is asked in vain. Every article that was read has exactly one outcome, unless the iterator is
    closed before its end: then what is under way is cancelled.

    Two things end it early, once the outcome of each article under way has been yielded: a fault
    that the next article would meet as well (``error.fatal``: a refused key, no credit, an unknown
    model, an embedded model that does not start), and an exception of ``articles`` itself. It is
    then raised.

    Args:
        articles: The articles, or their texts.
        concurrency: Requests at once, at the most, over all articles; 8 if not given. It is less
            while the endpoint limits the rate. An embedded model reads 4 articles at once, at the
            most.
        model: As in :func:`summarizer.summarize`.
        base_url: As there.
        api_key: As there.
        facets: As there.
        strategy: As there.
        settings: As there.
        processes: How many processes read articles at the same time, where no endpoint is asked;
            this one alone if not given. A script that starts them needs
            ``if __name__ == "__main__":``.

    Returns:
        An iterator of outcomes.

    Raises:
        SettingsError: A setting cannot work.
        SummarizerError: While it is iterated: a fault that every article would meet.

    Example:
        >>> for outcome in summarize_many(["It rained.", "It snowed."]):  # doctest: +SKIP
        ...     print(outcome.index, outcome.error or outcome.summary.gist)
    """
    require_many(articles, "articles")
    api_key = hidden(api_key)
    chosen = settings_for(
        model, settings, base_url=base_url, api_key=api_key, facets=facets, strategy=strategy
    )
    if processes is None:
        return _outcomes(articles, Session(chosen, model=model, concurrency=concurrency))
    from summarizer.batch.processes import SpreadSession  # noqa: PLC0415  seldom needed

    spread = SpreadSession(chosen, processes=processes, model=model, concurrency=concurrency)
    return _outcomes(articles, spread)


def _outcomes(articles: Iterable[Article | str], session: Session) -> Iterator[Outcome]:
    with _working(session) as start:
        yield from _Flow(articles, session, start)


Start = Callable[..., object]
"""Takes a coroutine function and its arguments, and lets it run beside this thread."""


@contextmanager
def _working(session: Session) -> Iterator[Start]:
    """Run an event loop in a thread beside this one, with the session open in it.

    Leaving cancels what is under way and waits for it; then the session closes. The thread is a
    daemon: it never keeps the process from ending.
    """
    with start_blocking_portal(name="summarizer") as portal:
        closed, (group, leave) = portal.start_task(_stay, session)

        def start(work: Callable[..., Awaitable[None]], *given: object) -> None:
            group.start_soon(work, *given)  # returns what the portal would wait for

        try:
            yield partial(portal.call, start)
        finally:
            portal.call(leave.set)
            closed.result()


async def _stay(
    session: Session, *, task_status: TaskStatus[tuple[TaskGroup, Event]] = TASK_STATUS_IGNORED
) -> None:
    async with session, create_task_group() as group:
        leave = Event()
        task_status.started((group, leave))
        await leave.wait()
        group.cancel_scope.cancel()


class _Flow:
    """The articles on their way through a session: taken in while there is room, given out done."""

    def __init__(self, articles: Iterable[Article | str], session: Session, start: Start) -> None:
        self._articles = enumerate(articles)
        self._session = session
        self._start = start
        self._under_way = 0
        self._done: SimpleQueue[Outcome | BaseException] = SimpleQueue()
        self._ended = False
        self._fault: Exception | None = None

    def __iter__(self) -> Iterator[Outcome]:
        while True:
            while self._has_room():
                self._take_one()
            if not self._under_way:
                break
            yield self._next()
        if self._fault:
            raise self._fault

    def _has_room(self) -> bool:
        """Return whether to read on: not while there is an outcome to give out."""
        room = self._under_way < self._session.room
        return room and not self._ended and self._done.empty()

    def _take_one(self) -> None:
        try:
            index, article = next(self._articles)
        except StopIteration:
            self._ended = True
        except Exception as error:  # noqa: BLE001  whatever it is, it is raised at the end
            self._end(error)
        else:
            self._start(self._settle, index, article)
            self._under_way += 1

    async def _settle(self, index: int, article: Article | str) -> None:
        try:
            self._done.put(await outcome_of(self._session, index, article))
        except CancelledError:
            raise
        except BaseException as error:  # noqa: BLE001  such as a test's, from a model of its own
            self._done.put(error)

    def _next(self) -> Outcome:
        outcome = self._done.get()
        if isinstance(outcome, BaseException):
            raise outcome
        self._under_way -= 1
        if outcome.error and outcome.error.fatal:
            self._end(outcome.error)
        return outcome

    def _end(self, fault: Exception) -> None:
        """Read no more; of several faults, the first is the one that is raised."""
        self._ended = True
        self._fault = self._fault or fault


async def outcome_of(session: Session, index: int, given: Article | str) -> Outcome:
    """Summarise an article; whatever fails is a value.

    Args:
        session: Asks about it.
        index: The article's place in the input.
        given: The article, or its text.
    """
    article = None
    try:
        article = Article.of(given)
        summary = await session.summarize(article)
    except SummarizerError as error:
        spent = getattr(error, "usage", None) or Usage()
        return Outcome(index, article, error=_light(error), usage=spent)
    except Exception as error:  # noqa: BLE001  one article never stops the others
        return Outcome(index, article, error=_light(_unforeseen(error)))
    return Outcome(index, article, summary, usage=summary.provenance.usage)


def _light(error: SummarizerError) -> SummarizerError:
    """Let go of what the frames of its tracebacks hold: an error may be kept for long."""
    each: BaseException | None = error
    seen: set[BaseException] = set()
    while each and each not in seen:  # an error raised again may be the cause of its own context
        seen.add(each)
        clear_frames(each.__traceback__)
        each = each.__cause__ or each.__context__
    return error


def _unforeseen(cause: Exception) -> InternalError:
    error = InternalError(
        f"The article cannot be summarised: {type(cause).__name__}: {cause}",
        hint="If no model or facet of your own raised it, please report it with the article.",
    )
    error.__cause__ = cause
    return error
