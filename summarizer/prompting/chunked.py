"""Takes an article past a model: in one part where it fits, in several where it does not."""

from dataclasses import dataclass

from summarizer.errors import ContextError, ModelError
from summarizer.facets.base import Question
from summarizer.llm.answers import Meter
from summarizer.llm.base import LanguageModel
from summarizer.prompting.asker import Asker, Progress, QuestionResult, Tally
from summarizer.prompting.chunks import Chunk
from summarizer.prompting.collector import Collector
from summarizer.prompting.prompt import Prompt
from summarizer.prompting.templates import Templates
from summarizer.schema import Coverage
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The questions about a part, and how they are put."""

    part: Chunk
    questions: list[Question]
    wording: Prompt

    @property
    def tokens(self) -> int:
        return self.wording.tokens(self.questions)


class ChunkedReading:
    """One article's way past a model.

    A part that is too long is read in halves, whether its length is known or the
    endpoint says so. Parts are read one after the other, so that a server with a prefix cache reads
    each of them once.

    Args:
        draft: Has the questions, and takes the replies.
        templates: The templates of the questions.
        settings: Strategy and number of repairs.
        progress: Called at every answer.
    """

    def __init__(
        self, draft: Collector, templates: Templates, settings: Settings, progress: Progress | None
    ) -> None:
        self.meter = Meter()
        self._draft = draft
        self._templates = templates
        self._settings = settings
        self._tally = Tally(progress)
        self._whole = self._sheet(Chunk(draft.document))
        self._read: list[tuple[Chunk, bool]] = []

    @property
    def questions(self) -> list[Question]:
        """What is asked where the article fits in one part; nothing where there is no question."""
        return self._whole.questions

    @property
    def tokens(self) -> int:
        """How many tokens the model needs to read the article in one part: a high guess."""
        return self._whole.tokens

    @property
    def coverage(self) -> Coverage:
        """How much of the article the model was shown."""
        answered = [part for part, was_answered in self._read if was_answered]
        return Coverage(
            sentences=len(self._draft.document.outline.sentences),
            shown=len({index for part in answered for index in part.shown}),
            parts=len(self._read),
            failed=len(self._read) - len(answered),
        )

    async def run(self, model: LanguageModel) -> None:
        """Ask everything once, then what failed again, as often as the settings allow.

        Raises:
            ModelError: The endpoint failed, or no answer could be used; it has the usage.
        """
        sheets = self._fitting(self._whole, model.profile.context)
        self._tally.asked = _questions(sheets)
        try:
            while sheets:
                sheets[:1] = await self._halved_or_read(sheets[0], model)
            self._draft.require_an_answer()
        except ModelError as error:
            error.usage = self.meter.usage
            raise

    def _sheet(self, part: Chunk) -> _Sheet:
        questions = self._draft.questions(part)
        return _Sheet(part, questions, Prompt(part, self._templates))

    def _fitting(self, sheet: _Sheet, context: int | None) -> list[_Sheet]:
        """Halve what the context cannot hold; what small parts still need, the endpoint decides."""
        if context is None or sheet.tokens <= context:
            return [sheet]
        halves = self._halves(sheet)
        return [fit for half in halves for fit in self._fitting(half, context)] or [sheet]

    def _halves(self, sheet: _Sheet) -> list[_Sheet]:
        """Return the halves that there are questions about."""
        halves = map(self._sheet, sheet.part.halves())
        return [half for half in halves if half.questions]

    async def _halved_or_read(self, sheet: _Sheet, model: LanguageModel) -> list[_Sheet]:
        """Read a part; where the endpoint finds it too long, return its halves instead."""
        before = self._tally.answered
        interview = Asker(sheet.wording, model, self.meter, self._tally)
        replies = await interview.ask(sheet.questions)
        halves = self._halves(sheet) if _is_too_long(replies) else []
        if halves:
            self._tally.answered = before
            self._tally.asked += _questions(halves) - len(sheet.questions)
        else:
            await self._settle(sheet.part, interview, replies)
            if _is_too_long(replies) and sheet.part.is_small:
                self._draft.require_an_answer()  # the others would fail as well
        return halves

    async def _settle(self, part: Chunk, interview: Asker, replies: list[QuestionResult]) -> None:
        """Take the replies, and ask again what failed."""
        answered = False
        for left in range(self._settings.repairs, -1, -1):
            answered = answered or any(reply.answer for reply in replies)
            again = self._draft.take(part, replies, final=left == 0)
            self._tally.asked += len(again)
            replies = await interview.ask(again)
        self._read.append((part, answered))


def _questions(sheets: list[_Sheet]) -> int:
    return sum(len(sheet.questions) for sheet in sheets)


def _is_too_long(replies: list[QuestionResult]) -> bool:
    return any(isinstance(reply.error, ContextError) for reply in replies)
