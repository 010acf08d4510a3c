"""The ways in which an endpoint misbehaves, by name; docs/faults.md tells what comes of each.

``PASSING`` faults may be gone at the next attempt, ``LASTING`` ones will not, ``UNUSABLE`` are
answers that came and cannot be used, ``ITEMS`` have one wrong thing in a right answer about the
bridge, and ``HARMLESS`` is what only looks like a fault.
"""

import gzip
import json
import socket
import struct
import time
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler

from bridge import ANSWERS
from endpoint import Response, completion, failure

HUGE = 64
"""Megabytes of a gigantic answer."""

HANGING = ("silence", "trickle")
"""What lasts as long as the client's patience."""


class Silence(Response):
    """Nothing at all, until the client hangs up."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.connection.recv(1)


class Trickle(Response):
    """A body that never ends, a byte at a time, until the client hangs up."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        self.open(handler, {"Content-Length": "1000000"})
        while True:
            handler.wfile.write(b" ")
            time.sleep(0.05)


class Reset(Response):
    """A connection that is reset in the middle of the body."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        self.open(handler, {"Content-Length": "1000"})
        handler.wfile.write(self.body)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.shutdown(socket.SHUT_RD)


class Foreign(Response):
    """Bytes that are no HTTP."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n")


class Endless(Response):
    """A body whose end is the end of the connection, as HTTP/1.0 has it."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        handler.protocol_version = "HTTP/1.0"
        self.open(handler, {})
        handler.wfile.write(self.body)


@dataclass
class Gigantic(Response):
    """A completion with megabytes of white space, made while it is sent."""

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        head, _, tail = completion("~").body.partition(b"~")
        self.open(handler, {"Content-Length": str(len(head) + HUGE * 2**20 + len(tail))})
        for part in (head, *[b" " * 2**20] * HUGE, tail):
            handler.wfile.write(part)


def _limited(retry_after: str | None = None, status: int = 429) -> Response:
    """A limit of the rate, or another failure that says when to come back."""
    return failure(status, headers=None if retry_after is None else {"Retry-After": retry_after})


def _page(status: int) -> Response:
    page = b"<html><head><title>Bad Gateway</title></head><body>nginx</body></html>"
    return Response(page, status, {"Content-Type": "text/html"})


def _as_json(value: object, encoding: str = "utf-8") -> Response:
    return Response(json.dumps(value, ensure_ascii=False).encode(encoding))


def _error(status: int, error: object) -> Response:
    return Response(json.dumps({"error": error}).encode(), status)


def _zipped(body: bytes) -> Response:
    return Response(body, headers={"Content-Type": "application/json", "Content-Encoding": "gzip"})


@cache
def _bomb() -> bytes:
    return gzip.compress(b" " * HUGE * 2**20, 1)


def _answer(content: object) -> Response:
    """A completion whose content is JSON, whatever its shape."""
    return completion(json.dumps(content))


def _odd(**message: object) -> Response:
    """A completion with an odd message."""
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": "stop"}
    return completion("", choices=[choice])


def _elsewhere(status: int) -> Response:
    headers = {"Location": "http://127.0.0.1:9/v1/chat/completions"}
    return Response(b"", status, headers)


PASSING = {
    "429": _limited,
    "429-seconds": lambda: _limited("0"),
    "429-date-past": lambda: _limited("Sun, 06 Nov 1994 08:49:37 GMT"),
    "429-negative": lambda: _limited("-5"),
    "429-nan": lambda: _limited("nan"),
    "429-garbage": lambda: _limited("soon, or at 25:61"),
    "408": lambda: failure(408),
    "409": lambda: failure(409),
    "500": lambda: failure(500),
    "502-html": lambda: _page(502),
    "503": lambda: _limited("0", status=503),
    "529": lambda: failure(529, "overloaded_error"),
    "silence": Silence,
    "trickle": Trickle,
    "cut": lambda: Response(b'{"id": "chat', cut=True),
    "reset": lambda: Reset(b'{"id": "chat'),
    "no-http": Foreign,
    "gzip-garbage": lambda: _zipped(b"\x1f\x8bno gzip at all"),
    "empty-body": Response,
    "html": lambda: _page(200),
    "event-stream": lambda: Response(
        b"data: [DONE]\n", headers={"Content-Type": "text/event-stream"}
    ),
    "broken-json": lambda: Response(b'{"object": "chat.completion", "choices": [{"ind'),
    "nested-json": lambda: Response(b"[" * 200_000),
    "latin-1": lambda: _as_json({"choices": [], "note": "café"}, "latin-1"),
    "json-null": lambda: _as_json(None),
    "json-list": lambda: _as_json([1, 2]),
    "json-text": lambda: _as_json("hello"),
    "other-object": lambda: _as_json({"object": "list", "data": []}),
    "error-as-200": lambda: _as_json({"error": {"message": "Overloaded.", "code": 502}}),
    "choices-null": lambda: completion("", choices=None),
    "choices-text": lambda: completion("", choices="none"),
}

LASTING = {
    "429-hours": lambda: _limited("86400"),
    "429-billion": lambda: _limited("1e9"),
    "429-year-9999": lambda: _limited("Fri, 31 Dec 9999 23:59:59 GMT"),
    "503-hours": lambda: _limited("86400", status=503),
    "429-quota": lambda: failure(429, "insufficient_quota"),
    "402": lambda: failure(402),
    "401": lambda: failure(401, "invalid_api_key"),
    "403": lambda: failure(403),
    "404-model": lambda: failure(404, "model_not_found"),
    "400": lambda: failure(400, "invalid_request_error"),
    "400-context": lambda: failure(400, "context_length_exceeded"),
    "400-context-llama": lambda: failure(400, "exceed_context_size_error"),
    "400-context-vllm": lambda: _error(400, {"message": "The maximum context length is 9."}),
    "413": lambda: failure(413),
    "422": lambda: failure(422),
    "400-odd-error": lambda: _error(400, {"code": ["a"], "type": {}, "message": [1]}),
    "400-text-error": lambda: _error(400, "This does not work."),
    "400-no-schema": lambda: _error(400, {"message": "response_format json_schema: unknown"}),
    "400-echo": lambda: _error(400, {"message": "Bad \x1b[2J\n token Bearer made-up-key"}),
    "redirect-302": lambda: _elsewhere(302),
    "redirect-307": lambda: _elsewhere(307),
}

UNUSABLE = {
    "no-choices": lambda: completion("", choices=[]),
    "null-content": lambda: completion(None),
    "empty-content": lambda: completion(""),
    "no-message": lambda: completion("", choices=[{"index": 0, "finish_reason": "stop"}]),
    "message-text": lambda: completion("", choices=[{"index": 0, "message": "hello"}]),
    "content-parts": lambda: _odd(content=[{"type": "text", "text": "{}"}]),
    "content-number": lambda: _odd(content=7),
    "refusal": lambda: completion(None, refusal="I will not."),
    "length": lambda: completion('{"gist": "The may', finish="length"),
    "content-filter": lambda: completion(None, finish="content_filter"),
    "no-json": lambda: completion("I would say that it was the mayor."),
    "cut-json": lambda: completion('{"gist": "The may'),
    "other-shape": lambda: _answer({"verdict": "fine"}),
    "wrong-types": lambda: _answer({"gist": 7, "speaker": ["a"]}),
    "nested-answer": lambda: completion("[" * 200_000),
    "over-limit": lambda: _answer({"gist": "bridge " * 40_000, "speaker": "Lenn " * 40_000}),
    "half-pair": lambda: completion('{"gist": "\ud800", "speaker": "\ud800"}'),
    "gigantic": Gigantic,
    "gzip-bomb": lambda: _zipped(_bomb()),
}

HARMLESS = {
    "json-as-text": lambda right: Response(right.body, headers={"Content-Type": "text/plain"}),
    "utf-16": lambda right: Response(right.body.decode().encode("utf-16")),
    "byte-order-mark": lambda right: Response(b"\xef\xbb\xbf" + right.body),
    "gzip": lambda right: _zipped(gzip.compress(right.body)),
    "no-length": lambda right: Endless(right.body),
    "no-usage": lambda right: _changed(right, usage=None),
    "odd-usage": lambda right: _changed(right, usage={"prompt_tokens": "many"}),
    "usage-text": lambda right: _changed(right, usage="little"),
    "no-model": lambda right: _changed(right, model=None),
}


def _changed(right: Response, **changes: object) -> Response:
    return _as_json(json.loads(right.body) | changes)


ITEMS = {
    "name-missing": {"KindsAnswer": {"Ada Brandt": "person"}},
    "name-beyond": {"KindsAnswer": ANSWERS["KindsAnswer"] | {"Zelda Quark": "person"}},
    "caption-missing": {"CaptionsAnswer": {}},
    "caption-beyond": {
        "CaptionsAnswer": {
            "12,400 crowns": ANSWERS["CaptionsAnswer"],
            "13,400 crowns": "Cost of the cake",
        }
    },
    "part-missing": {"Form": {"quotes": None}},
    "part-misshapen": {"Form": {"quotes": [{"id": "Q1", "said": "yes", "speaker": 7}]}},
    "part-beyond": {"Form": {"weather": [{"id": "Q1"}]}},
}
