"""A real HTTP server on the loopback address that speaks the OpenAI API as a test tells it to."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

MODEL = "made-up-model"


@dataclass
class Response:
    """What the server sends: a status, a body, headers, or nothing but a closed connection."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    cut: bool = False


def completion(content: str | None, **given: Any) -> Response:
    """A chat completion with this content, as an endpoint would send it."""
    changes = dict(given)
    message = {"role": "assistant", "content": content, "refusal": changes.pop("refusal", None)}
    choice = {"index": 0, "message": message, "finish_reason": changes.pop("finish", "stop")}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": MODEL,
        "choices": [choice],
        "usage": {
            "prompt_tokens": 100,
            "completion_tokens": 10,
            "total_tokens": 110,
            "prompt_tokens_details": {"cached_tokens": 40},
        },
    }
    return Response(json.dumps(body | changes).encode())


def failure(status: int, code: str = "", headers: dict[str, str] | None = None) -> Response:
    """An error as the OpenAI API words it."""
    body = {"error": {"message": "It failed.", "type": code or "server_error", "code": code}}
    sent = {"Content-Type": "application/json"} | (headers or {})
    return Response(json.dumps(body).encode(), status, sent)


class Endpoint:
    """The server. ``answer`` gets each request's body and returns the response.

    Use it as a context manager; ``requests`` holds the bodies in the order of arrival.
    """

    def __init__(self, answer: Callable[[dict[str, Any]], Response]) -> None:
        self.answer = answer
        self.requests: list[dict[str, Any]] = []
        self.keys: set[str] = set()
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                request = json.loads(self.rfile.read(length))
                endpoint.requests.append(request)
                endpoint.keys.add(self.headers.get("Authorization", ""))
                self.reply(endpoint.answer(request))

            def reply(self, response: Response) -> None:
                self.send_response(response.status)
                for name, value in response.headers.items():
                    self.send_header(name, value)
                extra = 100 if response.cut else 0
                self.send_header("Content-Length", str(len(response.body) + extra))
                self.end_headers()
                self.wfile.write(response.body)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def name_of(request: dict[str, Any]) -> str:
    """The name of the answer's schema: which question was asked."""
    return request["response_format"]["json_schema"]["name"]
