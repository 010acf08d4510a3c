"""Asks a model about an article: in one chunk where it fits the context, else in several."""

from typing import NamedTuple

from summarizer.errors import ContextError, DeferredError, ModelError
from summarizer.llm.answers import Meter
from summarizer.llm.base import LanguageModel
from summarizer.prompting.asker import Asker, Progress, QuestionResult, Tally
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.collector import Collector
from summarizer.prompting.form import Asked
from summarizer.prompting.prompt import Prompt
from summarizer.prompting.templates import Templates
from summarizer.schema import Coverage
from summarizer.settings import Settings


class _AskedChunk(NamedTuple):
    """The questions about a chunk, and their prompt."""

    chunk: Chunk
    questions: list[Asked]
    prompt: Prompt

    @property
    def tokens(self) -> int:
        return self.prompt.tokens(self.questions)


class ChunkedReading:
    """All questions about one article.

    A chunk that is too long is read in halves, whether the context is known beforehand or the
    endpoint refuses the request. Chunks are read one after the other, so that a server with a
    prefix cache reads each of them once.

    Args:
        collector: Has the questions, and takes the replies.
        templates: The templates of the questions.
        settings: Strategy and number of repairs.
        progress: Called at every answer.
    """

    def __init__(
        self,
        collector: Collector,
        templates: Templates,
        settings: Settings,
        progress: Progress | None,
    ) -> None:
        self.meter = Meter()
        self._collector = collector
        self._templates = templates
        self._settings = settings
        self._tally = Tally(progress)
        self._whole = self._asked(Chunk(collector.document))
        self._read: list[tuple[Chunk, bool]] = []
        self._deferred: DeferredError | None = None

    @property
    def questions(self) -> list[Asked]:
        """What is asked if the article fits in one chunk; empty if there is no question."""
        return self._whole.questions

    @property
    def asked(self) -> tuple[str, ...]:
        """The facets that it is asked about, in the order of the settings."""
        about = {facet for each in self.questions for facet, _ in each.about}
        return tuple(name for name in self._collector.facets if name in about)

    @property
    def tokens(self) -> int:
        """How many tokens the model needs to read the article in one chunk: a high guess."""
        return self._whole.tokens

    @property
    def coverage(self) -> Coverage:
        """How much of the article the model read."""
        answered = [chunk for chunk, was_answered in self._read if was_answered]
        return Coverage(
            sentences=len(self._collector.document.outline.sentences),
            shown=len({index for chunk in answered for index in chunk.shown}),
            parts=len(self._read),
            failed=len(self._read) - len(answered),
        )

    async def run(self, model: LanguageModel) -> None:
        """Ask everything once, then what failed again, as often as the settings allow.

        Raises:
            ModelError: The endpoint failed, or no answer could be used; it has the usage.
            DeferredError: An answer comes later.
        """
        asked = self._fitting(self._whole, model.profile.context)
        self._tally.asked = _questions(asked)
        try:
            while asked:
                asked[:1] = await self._halved_or_read(asked[0], model)
            if self._deferred:
                raise self._deferred
            self._collector.require_an_answer()
        except ModelError as error:
            error.usage = self.meter.usage
            raise

    def _asked(self, chunk: Chunk) -> _AskedChunk:
        questions = self._collector.questions(chunk)
        return _AskedChunk(chunk, questions, Prompt(chunk, self._templates))

    def _fitting(self, each: _AskedChunk, context: int | None) -> list[_AskedChunk]:
        """Halve what the context cannot hold; about the smallest chunks the endpoint decides."""
        if context is None or each.tokens <= context:
            return [each]
        halves = self._halves(each)
        return [fit for half in halves for fit in self._fitting(half, context)] or [each]

    def _halves(self, each: _AskedChunk) -> list[_AskedChunk]:
        """Return the halves that have questions."""
        halves = map(self._asked, each.chunk.halves())
        return [half for half in halves if half.questions]

    async def _halved_or_read(self, each: _AskedChunk, model: LanguageModel) -> list[_AskedChunk]:
        """Ask about a chunk; if the endpoint finds it too long, return its halves instead."""
        before = self._tally.answered
        asker = Asker(each.prompt, model, self.meter, self._tally)
        replies = await asker.ask(each.questions)
        halves = self._halves(each) if _is_too_long(replies) else []
        if halves:
            self._tally.answered = before
            self._tally.asked += _questions(halves) - len(each.questions)
        else:
            await self._settle(each.chunk, asker, replies)
            if _is_too_long(replies) and each.chunk.is_small:
                self._collector.require_an_answer()  # the others would fail as well
        return halves

    async def _settle(self, chunk: Chunk, asker: Asker, replies: list[QuestionResult]) -> None:
        """Take the replies, and ask again what failed; stop where an answer comes later."""
        answered = False
        for left in range(self._settings.repairs, -1, -1):
            if self._is_deferred(replies):
                return
            answered = answered or any(reply.answer for reply in replies)
            again = self._collector.take(chunk, replies, final=left == 0)
            self._tally.asked += len(again)
            replies = await asker.ask(again)
        self._read.append((chunk, answered))

    def _is_deferred(self, replies: list[QuestionResult]) -> bool:
        """Return whether an answer comes later, and remember it."""
        later = next((reply.later for reply in replies if reply.later), None)
        self._deferred = self._deferred or later
        return later is not None


def _questions(asked: list[_AskedChunk]) -> int:
    return sum(len(each.questions) for each in asked)


def _is_too_long(replies: list[QuestionResult]) -> bool:
    return any(isinstance(reply.error, ContextError) for reply in replies)
