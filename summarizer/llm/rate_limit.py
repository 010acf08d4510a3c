"""How fast an endpoint is asked: no more at once than it bears, and no sooner than it allows.

The number of requests under way follows additive increase, multiplicative decrease (Chiu and
Jain, 1989), as in TCP: a 429 halves it, every answer lets it grow again. Of the libraries for this,
aiolimiter and aiometer keep to a fixed rate, and those that adapt (adaptio, aioadaptive,
aimd-limiter) hear neither ``Retry-After`` nor rate-limit headers; the gate itself is anyio's.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import cached_property

from anyio import CapacityLimiter

from summarizer.llm.retry import LONGEST_WAIT, asked_wait

SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}

Heard = Callable[[int, Mapping[str, str], int], None]
"""Takes the status of an answer, its headers, and the tokens that it cost."""


class RateLimit:
    """Holds back what is sent to one endpoint, over all articles of a session.

    Args:
        most: Requests at once, at the most; where it begins, and what it climbs to again.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._bears = float(most)  # requests at once, by what was heard
        self._tokens = 1
        self._between = 0.0  # seconds from the start of one request to that of the next
        self._last = self._halved = self._opens = float("-inf")
        self._door = asyncio.Lock()

    @property
    def now(self) -> int:
        """Requests that may be under way at this moment."""
        return max(1, int(self._bears))

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Heard]:
        """Wait until a request may be sent, and hold its place until it is answered.

        Yields:
            What to call with the status, the headers and the tokens of the answer.
        """
        async with self._gate:
            began = await self._begin()

            def heard(status: int, headers: Mapping[str, str], tokens: int) -> None:
                self._heed(began, status, headers, tokens)

            yield heard

    @cached_property
    def _gate(self) -> CapacityLimiter:
        return CapacityLimiter(self.now)

    async def _begin(self) -> float:
        """Pass the door, one request after the other, when it is time."""
        async with self._door:
            while (wait := self._wait()) > 0:  # noqa: ASYNC110  it may be put off meanwhile
                await asyncio.sleep(wait)
            self._last = time.monotonic()
        return self._last

    def _wait(self) -> float:
        return max(self._opens, self._last + self._between) - time.monotonic()

    def _heed(self, began: float, status: int, headers: Mapping[str, str], tokens: int) -> None:
        self._tokens = tokens or self._tokens
        self._between = spacing(headers, self._tokens)
        wait = asked_wait(headers) if status in {429, 503} else None
        if wait is not None and wait <= LONGEST_WAIT:
            self._opens = max(self._opens, time.monotonic() + wait)
        if status == 429:
            self._halve(began)
        elif status < 400:
            self._bears = min(float(self.most), self._bears + 1 / self._bears)
        self._gate.total_tokens = self.now

    def _halve(self, began: float) -> None:
        """Bear half as many; of all requests that were under way then, only the first counts."""
        if began > self._halved:
            self._bears = max(1.0, self._bears / 2)
            self._halved = time.monotonic()


def spacing(headers: Mapping[str, str], tokens: int) -> float:
    """Return the seconds between requests with which what is left lasts until it is whole again.

    Reads the headers that OpenAI sends and others have taken over (``x-ratelimit-remaining-*`` and
    ``x-ratelimit-reset-*``, of requests and of tokens). At this spacing a bucket that fills
    steadily is kept half full. A limit that is reset later than in a minute is a day's, and is not
    spread.

    Args:
        headers: Those of an answer.
        tokens: What a request costs.

    Returns:
        Seconds; 0 where nothing is said.

    Example:
        >>> left = {"x-ratelimit-remaining-requests": "250", "x-ratelimit-reset-requests": "30s"}
        >>> spacing(left, tokens=1000)
        0.12
    """
    return max(_spread(headers, "requests", 1), _spread(headers, "tokens", tokens))


def _spread(headers: Mapping[str, str], kind: str, cost: int) -> float:
    left = headers.get(f"x-ratelimit-remaining-{kind}", "")
    reset = seconds(headers.get(f"x-ratelimit-reset-{kind}", ""))
    if not left.isdecimal() or reset is None or reset > LONGEST_WAIT:
        return 0.0
    return reset / max(1.0, int(left) / cost)


def seconds(written: str) -> float | None:
    """Read a span of time as rate-limit headers write it.

    Args:
        written: Such as ``6m0s``, ``20ms`` or ``1.5`` (seconds).

    Returns:
        Seconds; None where it makes no sense.

    Example:
        >>> seconds("6m0.5s"), seconds("20ms"), seconds("1.5"), seconds("soon")
        (360.5, 0.02, 1.5, None)
    """
    parts = re.findall(r"(\d+(?:\.\d+)?)(ms|[smhd]|$)", written)
    if not parts or "".join(map("".join, parts)) != written:
        return None
    return sum(float(number) * SECONDS[unit or "s"] for number, unit in parts)
