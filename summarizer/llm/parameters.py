"""Which parameters a model takes, learnt from what it refuses.

The reasoning models of OpenAI take ``max_completion_tokens`` where every other endpoint takes
``max_tokens``, and no ``temperature``. No list of names says which: the endpoint does, in the 400
that names the parameter. Until it does, a request goes out as it is.
"""

from functools import cache
from typing import Any

UNSUPPORTED = ("unsupported_parameter", "unsupported_value")
"""The codes of such a 400."""

DISPENSABLE = ("max_tokens", "temperature")
"""The parameters that an answer can do without, or with under another name."""

THOUGHT = 25_000
"""Tokens. What ``max_completion_tokens`` limits is the answer and the unseen reasoning before it;
OpenAI's guide on reasoning models says to reserve at least so many for it."""


class Parameters:
    """What a model refused so far, and a request without it."""

    def __init__(self) -> None:
        self._refused: set[str] = set()

    def learn(self, error: Exception) -> None:
        """Remember the parameter that an error of the endpoint names as not supported."""
        name = refused(error)
        if name:
            self._refused.add(name)

    def fit(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return a request without what the model refuses.

        Example:
            >>> Parameters().fit({"model": "m", "max_tokens": 60, "temperature": 0})
            {'model': 'm', 'max_tokens': 60, 'temperature': 0}
        """
        taken = {name: each for name, each in request.items() if name not in self._refused}
        if "max_tokens" in self._refused:
            taken["max_completion_tokens"] = self.room(request["max_tokens"])
        return taken

    def room(self, max_tokens: int) -> int:
        """Return how many tokens an answer of so many may take, reasoning included."""
        return max_tokens + THOUGHT if "max_tokens" in self._refused else max_tokens


@cache
def parameters_of(base_url: str, model: str) -> Parameters:  # noqa: ARG001  the cache's key
    """Return what is known of a model at an address, for as long as the process lives."""
    return Parameters()


def refused(error: BaseException) -> str | None:
    """Return the parameter that an error names as not supported, if requests can do without."""
    name = getattr(error, "param", None)
    known = getattr(error, "code", None) in UNSUPPORTED and name in DISPENSABLE
    return str(name) if known else None
