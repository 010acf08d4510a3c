"""What a run of a batch has done and spent, and when that is enough."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from summarizer.llm.prices import Price
from summarizer.schema import Usage
from summarizer.storage.failure import Cause

Reason = Literal["interrupted", "limit", "budget"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one run may do.

    Args:
        articles: How many articles it may ask about.
        tokens: How many tokens it may spend, read and written together.
        cost: How many US dollars it may spend.
    """

    articles: int | None = None
    tokens: int | None = None
    cost: float | None = None


@dataclass(slots=True)
class Tally:
    """The counts of one run.

    Args:
        price: What the model's tokens cost; None if that is unknown.
        started: Articles that were given to be asked about.
        done: Those with a summary.
        cached: Those of them whose summary came out of the result cache.
        failed: Those without one.
        unreadable: Inputs that are no articles.
        skipped: Articles that earlier runs have left a record of.
        repeated: Articles that the input holds more than once, each time after the first.
        reasons: Why there are no summaries, by the codes of the failures.
        examples: The first message of each reason.
        usage: What was spent.
        stopped: Why the run ended before its input did.
        began: When it began, on the clock of ``time.monotonic``.
    """

    price: Price | None = None
    started: int = 0
    done: int = 0
    cached: int = 0
    failed: int = 0
    unreadable: int = 0
    skipped: int = 0
    repeated: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    stopped: Reason | None = None
    began: float = field(default_factory=time.monotonic)

    @property
    def finished(self) -> int:
        """Articles that were asked about and have their record."""
        return self.done + self.failed

    @property
    def seen(self) -> int:
        """Everything that the input held so far and that needs nothing more."""
        return self.finished + self.unreadable + self.skipped + self.repeated

    @property
    def tokens(self) -> int:
        """Tokens spent, read and written together."""
        return self.usage.prompt_tokens + self.usage.completion_tokens

    @property
    def cost(self) -> float | None:
        """US dollars spent; None if the price is unknown."""
        return self.price.of(self.usage) if self.price else None

    @property
    def a_minute(self) -> float:
        """Articles finished a minute."""
        return 60 * self.finished / max(time.monotonic() - self.began, 1e-9)

    def note(self, cause: Cause) -> None:
        """Count why there is no summary of an article."""
        self.reasons[cause.reason] += 1
        self.examples.setdefault(cause.reason, cause.message)

    def enough(self, limits: Limits) -> Reason | None:
        """Say why no further article is to be begun; None if one is.

        It and those in flight are taken to spend the mean of those that are finished.
        """
        if limits.articles is not None and self.started >= limits.articles:
            return "limit"
        over = self._passes(self.tokens, limits.tokens) or self._passes(self.cost, limits.cost)
        return "budget" if over else None

    def _passes(self, spent: float | None, most: float | None) -> bool:
        if spent is None or most is None or not self.finished:
            return False
        return spent * (self.started + 1) / self.finished > most
