"""A real HTTP server on the loopback address that speaks the OpenAI API as a test tells it to."""

import contextlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from forms import form

MODEL = "made-up-model"
FORMS = ("Form", "Again")
LISTS = ("gist", "actors", "stances", "quotes", "statements", "figures")


@dataclass
class Response:
    """What the server sends, and how: a status, headers and a body, or part of it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    cut: bool = False

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        """Send it."""
        extra = 100 if self.cut else 0
        self.open(handler, {"Content-Length": str(len(self.body) + extra)})
        handler.wfile.write(self.body)

    def open(self, handler: BaseHTTPRequestHandler, more: dict[str, str]) -> None:
        """Send the status and the headers."""
        handler.send_response(self.status)
        for name, value in (self.headers | more).items():
            handler.send_header(name, value)
        handler.end_headers()


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
            "prompt_tokens": 10_000,
            "completion_tokens": 10,
            "total_tokens": 10_010,
            "prompt_tokens_details": {"cached_tokens": 40},
        },
    }
    return Response(json.dumps(body | changes).encode())


def failure(status: int, code: str = "", headers: dict[str, str] | None = None) -> Response:
    """An error as the OpenAI API words it."""
    body = {"error": {"message": "It failed.", "type": code or "server_error", "code": code}}
    sent = {"Content-Type": "application/json"} | (headers or {})
    return Response(json.dumps(body).encode(), status, sent)


class _Server(ThreadingHTTPServer):
    request_queue_size = 128  # with five, many clients at once wait for the kernel to try again


class Endpoint:
    """The server. ``answer`` gets each request's body and returns the response.

    Use it as a context manager; ``requests`` holds the bodies in the order of arrival.
    """

    def __init__(self, answer: Callable[[dict[str, Any]], Response], port: int = 0) -> None:
        self.answer = answer
        self.requests: list[dict[str, Any]] = []
        self.keys: set[str] = set()
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                request = json.loads(self.rfile.read(length))
                endpoint.requests.append(request)
                endpoint.keys.add(self.headers.get("Authorization", ""))
                endpoint.paths.append(self.path)
                endpoint.headers.append({k.lower(): v for k, v in self.headers.items()})
                with contextlib.suppress(OSError):  # the client need not wait for the end
                    endpoint.answer(request).send(self)
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        self._server = _Server(("127.0.0.1", port), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.005}, daemon=True
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
    form = request.get("response_format", {}).get("json_schema", {})
    schema = schema_of(request)
    return str(form.get("name") or schema.get("title") or _by_its_keys(schema["properties"]))


def _by_its_keys(properties: dict[str, Any]) -> str:
    """The name of a schema without a title: its keys are those of the article."""
    if properties.keys() <= set(LISTS):
        return "Form"
    any_key = next(iter(properties.values()))
    return "KindsAnswer" if "enum" in any_key else "CaptionsAnswer"


def schema_of(request: dict[str, Any]) -> dict[str, Any]:
    """The schema of the answer, which is in the prompt where the endpoint does not take it."""
    form = request.get("response_format", {}).get("json_schema", {})
    written = request["messages"][-1]["content"].rpartition("\n")[2]
    schema: dict[str, Any] = form.get("schema") or json.loads(written)
    return schema


def filled(request: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """An answer of those, made to the request's schema.

    A text answers each key of a keyed question. A form is filled from all of them
    (forms.py); the changes of ``answers["Form"]`` are only in the first.
    """
    properties = schema_of(request)["properties"]
    if name_of(request) not in FORMS:
        return _fitted(answers[name_of(request)], properties)
    changes = answers if name_of(request) == "Form" else {**answers, "Form": {}}
    filled = form(request["messages"][-1]["content"], changes)
    return {key: part for key, part in filled.items() if key in properties or key not in LISTS}


def _fitted(answer: Any, properties: dict[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(properties, answer) if isinstance(answer, str) else answer
