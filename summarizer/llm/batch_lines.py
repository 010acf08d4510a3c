"""The lines of the files of a batch API: requests on the way up, answers on the way down."""

import json
from dataclasses import dataclass
from typing import Final, Self

ROUTE: Final = "/v1/chat/completions"
"""The route of every request in a batch."""

PASSING = (408, 409, 429)
"""Statuses below 500 that are no answer: the request is to be asked again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a batch has brought for a question.

    Args:
        status: The status of HTTP.
        body: The body of the answer.
        request: The body of the request.
    """

    status: int
    body: str
    request: str = ""

    def holds_for(self, request: str) -> bool:
        """Return whether it answers a request: a refusal does not, where the request is another."""
        return self.status < 400 or self.request == request


def request_line(name: str, body: str) -> bytes:
    """Return the line of a request.

    Args:
        name: What identifies it, its ``custom_id``: 64 characters at most.
        body: Its body, JSON on one line; it goes up unchanged.
    """
    head = json.dumps({"custom_id": name, "method": "POST", "url": ROUTE})
    return f'{head[:-1]}, "body": {body}}}\n'.encode()


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What a batch has brought for one request.

    Args:
        name: The ``custom_id`` of the request.
        answer: The answer, also one that refuses the request for good.
        reason: Why there is no answer, such as ``batch_expired``; empty if there is one.
    """

    name: str
    answer: Answer | None = None
    reason: str = ""

    @classmethod
    def read(cls, line: bytes) -> Self | None:
        """Read a line of a file of answers or of errors; None if it is neither.

        Example:
            >>> line = b'{"custom_id": "a", "response": {"status_code": 500, "body": {}}}'
            >>> BatchLine.read(line)
            BatchLine(name='a', answer=None, reason='status 500')
        """
        try:
            data = json.loads(line)
            name = data["custom_id"]
            response = data.get("response") or {}
            status, body = response.get("status_code"), response.get("body")
            code = (data.get("error") or {}).get("code")
        except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
            return None
        if not isinstance(status, int) or not isinstance(body, dict):
            return cls(str(name), reason=str(code or "no answer"))
        if status >= 500 or status in PASSING:
            return cls(str(name), reason=f"status {status}")
        return cls(str(name), Answer(status, json.dumps(body)))
