"""The one policy for faults of transport: what is tried again, when, and how often."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    wait_random_exponential,
)
from tenacity.wait import wait_base

T = TypeVar("T")

LONGEST_WAIT = 60.0
"""Seconds. A server that asks for more is not waited for: its error is raised at once."""

BACKOFF: wait_base = wait_random_exponential(multiplier=0.5, max=8)
"""The wait where the server names none: at most half a second, then twice that, up to eight."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a failed request says about trying again.

    Args:
        passing: Whether another attempt may succeed.
        wait: Seconds that the server asked to wait; None if it did not say.
    """

    passing: bool
    wait: float | None = None


async def retrying(
    send: Callable[[], Awaitable[T]], *, attempts: int, fault: Callable[[BaseException], Fault]
) -> T:
    """Call until it succeeds, its fault is not a passing one, or the attempts are used up.

    Args:
        send: Makes one attempt.
        attempts: Attempts in all, the first included.
        fault: Reads from an error whether another attempt may help.

    Returns:
        What ``send`` returned.

    Raises:
        Exception: The last attempt's own error.
    """

    def again(error: BaseException) -> bool:
        found = fault(error)
        return found.passing and (found.wait or 0) <= LONGEST_WAIT

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = fault(error).wait if error else None
        return BACKOFF(state) if asked is None else asked

    policy = AsyncRetrying(
        stop=stop_after_attempt(attempts),
        retry=retry_if_exception(again),
        wait=wait,
        reraise=True,
    )
    return await policy(send)


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an answer asks to wait; None where it says nothing.

    ``retry-after-ms``, which OpenAI and Azure send beside it, is the more exact one.

    Example:
        >>> asked_wait({"retry-after-ms": "250", "retry-after": "1"}), asked_wait({})
        (0.25, None)
    """
    exact = headers.get("retry-after-ms", "")
    if exact.isdecimal():
        return int(exact[:12]) / 1000
    return retry_after(headers.get("retry-after"))


def retry_after(value: str | None) -> float | None:
    """Read a ``Retry-After`` header (RFC 9110, 10.2.3): seconds, or an HTTP date.

    Args:
        value: The header's value.

    Returns:
        Seconds to wait, none where the date has passed; None where the header is absent or makes
        no sense, as a negative number.

    Example:
        >>> retry_after("2.5"), retry_after("soon"), retry_after("-1")
        (2.5, None, None)
    """
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        return _until(value)
    return seconds if seconds >= 0 else None  # nan is not either


def _until(value: str) -> float | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    until = moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)
    return max(0.0, until.total_seconds())
