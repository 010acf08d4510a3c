"""A proxy in front of an OpenAI-compatible endpoint that counts requests and tokens.

Every system sends its requests through the proxy, so that tokens are counted in the same way for
all. It uses the standard library only, because each system may run in its own environment.
"""

import contextlib
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import urlsplit

TIMEOUT = 1800
"""Seconds; the clients' own timeouts are shorter."""

HOP = frozenset({"host", "connection", "content-length", "accept-encoding", "transfer-encoding"})
"""Headers of one connection; ``accept-encoding`` too, so that answers are not compressed."""


@dataclass
class Tally:
    """The counts of the proxy.

    Args:
        replies: Responses of the endpoint, errors included.
        prompt_tokens: Tokens read, cached ones included.
        cached_tokens: Of these, from the prompt cache.
        completion_tokens: Tokens written.
        read_seconds: Time that llama.cpp spent on reading; 0 if the endpoint does not report it.
        write_seconds: Time that it spent on writing.
        answers: The texts of the answers, in order.
    """

    replies: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    read_seconds: float = 0
    write_seconds: float = 0
    answers: list[str] = field(default_factory=list)

    def count(self, body: Mapping[str, Any]) -> None:
        """Add a chat completion."""
        usage = body.get("usage") or {}
        timings = body.get("timings") or {}
        details = usage.get("prompt_tokens_details") or {}
        self.prompt_tokens += usage.get("prompt_tokens") or 0
        self.cached_tokens += details.get("cached_tokens") or 0
        self.completion_tokens += usage.get("completion_tokens") or 0
        self.read_seconds += timings.get("prompt_ms", 0) / 1000
        self.write_seconds += timings.get("predicted_ms", 0) / 1000
        for choice in body.get("choices") or ():
            self.answers.append((choice.get("message") or {}).get("content") or "")


class Meter:
    """The proxy; a context manager.

    Args:
        upstream: The base URL of the endpoint, without ``/chat/completions``.

    Attributes:
        base_url: The base URL of the proxy.
    """

    def __init__(self, upstream: str) -> None:
        address = urlsplit(upstream.rstrip("/"))
        self._upstream = f"{address.scheme}://{address.netloc}"
        self._tally = Tally()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self.base_url = f"http://127.0.0.1:{self._server.server_address[1]}{address.path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def take(self) -> Tally:
        """Return the counts since the last call, and reset them."""
        with self._lock:
            taken, self._tally = self._tally, Tally()
        return taken

    def _pass_on(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        kept = {name: value for name, value in headers.items() if name.lower() not in HOP}
        request = urllib.request.Request(self._upstream + path, body, kept)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as reply:  # noqa: S310
                return self._replied(reply.status, reply.read())
        except urllib.error.HTTPError as error:
            return self._replied(error.code, error.read())
        except OSError as error:
            return 502, json.dumps({"error": {"message": f"no endpoint: {error}"}}).encode()

    def _replied(self, status: int, body: bytes) -> tuple[int, bytes]:
        with self._lock:
            self._tally.replies += 1
            if status == 200:
                self._tally.count(json.loads(body))
        return status, body

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        pass_on = self._pass_on

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"]))
                status, body = pass_on(self.path, sent, dict(self.headers))
                with contextlib.suppress(ConnectionError):  # the system has given up waiting
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
