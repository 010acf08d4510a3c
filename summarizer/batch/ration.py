"""What a run may spend, request by request: its limits hold within an article, too."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from summarizer.batch.tally import Limits
from summarizer.errors import BudgetError, ModelError
from summarizer.llm.base import Choice, LanguageModel, OpenModel, Reply, Request
from summarizer.llm.opening import Opener
from summarizer.llm.prices import Price
from summarizer.llm.profiles import Profile
from summarizer.schema import Usage


class Ration:
    """Counts what the requests of a run have cost.

    Args:
        limits: How much the run may do.
        price: The price of the model's tokens; None if it is unknown.
    """

    def __init__(self, limits: Limits, price: Price | None) -> None:
        self._limits = limits
        self._price = price
        self._spent = Usage()

    def opener(self, opens: Opener) -> Opener:
        """Return how models are opened that keep to the ration.

        Args:
            opens: Opens the model itself.
        """

        def opened(choice: Choice) -> OpenModel:
            return RationedModel(opens(choice), self)

        return opened

    def spend(self, usage: Usage | None) -> None:
        """Count what a request has cost."""
        self._spent += usage or Usage()

    def require_any(self) -> None:
        """Require that there is something left.

        Raises:
            BudgetError: There is nothing left.
        """
        tokens = self._spent.prompt_tokens + self._spent.completion_tokens
        cost = self._price.of(self._spent) if self._price else 0
        most, dearest = self._limits.tokens, self._limits.cost
        if (most is not None and tokens >= most) or (dearest is not None and cost >= dearest):
            raise BudgetError(
                "The run has spent what it may.", hint="Go on with --resume and a new limit."
            )


class Rationed:
    """A model that is asked only as long as there is something left to spend.

    Args:
        model: The model.
        ration: What may be spent.
    """

    def __init__(self, model: LanguageModel, ration: Ration) -> None:
        self._model = model
        self._ration = ration

    @property
    def profile(self) -> Profile:
        """What the model is good at."""
        return self._model.profile

    async def answer(self, request: Request, /) -> Reply:
        """Answer one question.

        Raises:
            BudgetError: There is nothing left to spend.
        """
        self._ration.require_any()
        try:
            reply = await self._model.answer(request)
        except ModelError as error:
            self._ration.spend(error.usage)
            raise
        self._ration.spend(reply.usage)
        return reply


class RationedModel(Rationed):
    """A model that a session has opened, rationed.

    Args:
        model: The model.
        ration: What may be spent.
    """

    def __init__(self, model: OpenModel, ration: Ration) -> None:
        super().__init__(model, ration)
        self._opened = model

    @asynccontextmanager
    async def reading(self, tokens: int) -> AsyncIterator[Rationed]:
        """Hold the model for the questions about one article."""
        async with self._opened.reading(tokens) as held:
            yield Rationed(held, self._ration)

    async def aclose(self) -> None:
        """Close the connections of the model."""
        await self._opened.aclose()
