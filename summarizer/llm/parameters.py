"""What an endpoint takes from us, learnt from what it refuses.

No list of models says who takes ``temperature`` or how long an answer may be: endpoints say it
themselves, in the error that refuses a request. What is learnt holds for one model at one address,
as long as the session lasts.
"""

from functools import reduce
from typing import Any

from summarizer.llm.lessons import Body, Change, allowed, context_named, lesson
from summarizer.llm.refusal import Refusal
from summarizer.llm.structured_output import shown

GROWTH = (8_000, 16_000, 32_000)
"""Tokens of room for reasoning, tried in turn where a model spends its limit on reasoning."""

MOST_LESSONS = 16
"""Changes that are learnt of an endpoint, at the most: more than there are things to learn."""


class Parameters:
    """What is known of a model at an endpoint, and a request as it takes it.

    Args:
        room: Tokens for reasoning, over those that the answer may take.
    """

    def __init__(self, room: int = 0) -> None:
        self._changes: list[Change] = []
        self._room = room
        self._context: int | None = None

    def fit(self, request: Body) -> Body:
        """Return a request as the endpoint takes it.

        Example:
            >>> Parameters().fit({"model": "m", "max_tokens": 60, "temperature": 0})
            {'model': 'm', 'max_tokens': 60, 'temperature': 0}
        """
        needed = request["max_tokens"]
        roomy = {**request, "max_tokens": needed + self._room_for(request, needed)}
        return reduce(lambda body, change: change(body), self._changes, roomy)

    def learn(self, refusal: Refusal, request: Body, sent: Body) -> bool:
        """Learn from a refusal what to change.

        Args:
            refusal: What the endpoint said.
            request: The request as it was meant.
            sent: The request as it was sent.

        Returns:
            Whether the next request differs from the one that was refused.
        """
        if self.fit(request) == sent:  # else another request has learnt it meanwhile
            self._learn(refusal, sent)
        return self.fit(request) != sent

    def grow(self, request: Body, limit: int) -> bool:
        """Give a model more room for its reasoning.

        Args:
            request: The request as it was meant.
            limit: The tokens that were not enough.

        Returns:
            Whether the request may take more tokens now.
        """
        if allowed(self.fit(request)) <= limit:
            self._room = next((each for each in GROWTH if each > self._room), self._room)
        return allowed(self.fit(request)) > limit

    def show_schema(self) -> None:
        """Put the schema into the prompt, since the endpoint takes no notice of it."""
        if shown not in self._changes:
            self._changes.append(shown)

    def _learn(self, refusal: Refusal, sent: Body) -> None:
        if refusal.is_too_long:
            self._context = context_named(refusal) or self._context
        elif len(self._changes) < MOST_LESSONS and (change := lesson(refusal, sent)):
            self._changes.append(change)

    def _room_for(self, request: Body, needed: int) -> int:
        """Return the room for reasoning, as far as the context leaves any."""
        if self._context is None:
            return self._room
        return max(0, min(self._room, self._context - needed - _tokens(request["messages"])))


def _tokens(messages: Any) -> int:
    """Return a high guess of the tokens of messages: three bytes each."""
    return sum(len(each["content"].encode(errors="replace")) for each in messages) // 3
