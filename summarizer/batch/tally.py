"""What a run of a batch has done and spent, and when it has to stop."""

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
        articles: Articles to start, at most.
        tokens: Tokens to spend, at most: read and written together.
        cost: US dollars to spend, at most.
    """

    articles: int | None = None
    tokens: int | None = None
    cost: float | None = None


@dataclass(slots=True)
class Tally:
    """The counts of one run.

    Args:
        price: The price of the model's tokens; None if it is unknown.
        started: Articles that were started.
        done: Articles with a summary.
        cached: Of these, summaries from the result cache.
        failed: Articles without a summary.
        unreadable: Inputs that could not be read.
        skipped: Articles that an earlier run has recorded.
        repeated: Repetitions of an article in the input.
        waiting: Articles that wait for the answers of a batch.
        unasked: Articles that are in no batch, or got no answer there.
        reasons: Number of failures by reason code.
        examples: The first message of each reason.
        usage: Requests and tokens spent.
        batched: Of these, what the batch API took, at half the price.
        stopped: Why the run stopped before the end of its input.
        began: Start of the run, by ``time.monotonic``, in seconds.
    """

    price: Price | None = None
    started: int = 0
    done: int = 0
    cached: int = 0
    failed: int = 0
    unreadable: int = 0
    skipped: int = 0
    repeated: int = 0
    waiting: int = 0
    unasked: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    batched: Usage = field(default_factory=Usage)
    stopped: Reason | None = None
    began: float = field(default_factory=time.monotonic)

    @property
    def finished(self) -> int:
        """Articles of this run that have a record."""
        return self.done + self.failed

    @property
    def seen(self) -> int:
        """Inputs so far that need no more work in this run."""
        left = self.waiting + self.unasked
        return self.finished + self.unreadable + self.skipped + self.repeated + left

    @property
    def tokens(self) -> int:
        """Tokens spent: read and written together."""
        return self.usage.prompt_tokens + self.usage.completion_tokens

    @property
    def cost(self) -> float | None:
        """US dollars spent; None if the price is unknown."""
        if self.price is None:
            return None
        return self.price.of(self.usage) - self.price.of(self.batched) / 2

    @property
    def per_minute(self) -> float:
        """Articles finished per minute."""
        return 60 * self.finished / max(time.monotonic() - self.began, 1e-9)

    def note(self, cause: Cause) -> None:
        """Count a failure by its reason."""
        self.reasons[cause.reason] += 1
        self.examples.setdefault(cause.reason, cause.message)

    def stop_reason(self, limits: Limits) -> Reason | None:
        """Return why no further article may be started; None if one may.

        The articles in flight, and the next one, are expected to spend the mean of the finished.
        """
        if limits.articles is not None and self.started >= limits.articles:
            return "limit"
        over = self._exceeds(self.tokens, limits.tokens) or self._exceeds(self.cost, limits.cost)
        return "budget" if over else None

    def _exceeds(self, spent: float | None, most: float | None) -> bool:
        if spent is None or most is None or not self.finished:
            return False
        return spent * (self.started + 1) / self.finished > most
