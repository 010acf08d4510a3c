"""A server on the loopback address with the batch API of OpenAI, and chats beside it."""

import contextlib
import json
import os
import signal
import threading
from collections.abc import Callable
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler
from typing import Any, Self

from endpoint import Response, _Server

Answer = Callable[[dict[str, Any]], Response]


class BatchEndpoint:
    """The server. ``answer`` gets the body of each request, in a batch or alone.

    A batch ends when it is looked at, unless ``held`` is true. Requests for whose ``custom_id``
    ``expiring`` is true expire.

    Attributes:
        live: The bodies that were asked alone.
        asked: The ``custom_id`` of all that was asked in batches, in order.
        calls: Method and path of each request.
        kill: The process to kill, at which call, and whether before or after its work.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.held = False
        self.expiring: Callable[[str], bool] = lambda name: False
        self.live: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.calls: list[str] = []
        self.kill: tuple[int, int, str] | None = None
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self._server = _Server(("127.0.0.1", 0), _handler(self))
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

    def respond(self, call: str, body: bytes, headers: Any) -> Response:  # noqa: PLR0911  a route each
        """Do what a request asks for."""
        match call.split("/v1/")[1].split("/"), call.split(maxsplit=1)[0]:
            case ["chat", "completions"], "POST":
                self.live.append(json.loads(body))
                return self.answer(self.live[-1])
            case ["files"], "POST":
                return self._json({"id": self._keep(_uploaded(body, headers)), "object": "file"})
            case ["files", name, "content"], "GET":
                return Response(self.files[name])
            case ["batches"], "POST":
                return self._json(self._start(**json.loads(body)))
            case ["batches"], "GET":
                newest = list(self.batches.values())[::-1]
                return self._json({"object": "list", "data": newest, "has_more": False})
            case ["batches", name], "GET":
                self._end(self.batches[name])
                return self._json(self.batches[name])
        return Response(b'{"error": {"message": "No such route."}}', 404)

    def _json(self, data: object) -> Response:
        return Response(json.dumps(data).encode())

    def _keep(self, content: bytes) -> str:
        name = f"file-{len(self.files)}"
        self.files[name] = content
        return name

    def _start(self, input_file_id: str, endpoint: str, completion_window: str) -> dict[str, Any]:
        assert (endpoint, completion_window) == ("/v1/chat/completions", "24h")
        lines = self.files[input_file_id].splitlines()
        self.asked += [json.loads(line)["custom_id"] for line in lines]
        batch = {
            "id": f"batch_{len(self.batches)}",
            "object": "batch",
            "input_file_id": input_file_id,
            "status": "in_progress",
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
        }
        self.batches[batch["id"]] = batch
        return batch

    def _end(self, batch: dict[str, Any]) -> None:
        if self.held or batch["status"] != "in_progress":
            return
        results = [self._result(line) for line in self.files[batch["input_file_id"]].splitlines()]
        good = [each for each in results if each["error"] is None]
        bad = [each for each in results if each["error"]]
        good.reverse()  # the order of the answers is not that of the requests
        batch["output_file_id"] = self._keep(_lines(good)) if good else None
        batch["error_file_id"] = self._keep(_lines(bad)) if bad else None
        batch["status"] = "expired" if bad else "completed"
        batch["request_counts"] |= {"completed": len(good), "failed": len(bad)}

    def _result(self, line: bytes) -> dict[str, Any]:
        request = json.loads(line)
        assert (request["method"], request["url"]) == ("POST", "/v1/chat/completions")
        name = request["custom_id"]
        if self.expiring(name):
            error = {"code": "batch_expired", "message": "It was not done in time."}
            return {"custom_id": name, "response": None, "error": error}
        answer = self.answer(request["body"])
        response = {"status_code": answer.status, "body": json.loads(answer.body)}
        return {"custom_id": name, "response": response, "error": None}


def _handler(endpoint: BatchEndpoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self._serve(self.rfile.read(int(self.headers["Content-Length"])))

        def do_GET(self) -> None:
            self._serve(b"")

        def _serve(self, body: bytes) -> None:
            call = f"{self.command} {self.path.partition('?')[0]}"
            endpoint.calls.append(call)
            self._kill("before")
            response = endpoint.respond(call, body, self.headers)
            self._kill("after")
            with contextlib.suppress(OSError):  # the client may have been killed
                response.send(self)
            self.close_connection = True

        def _kill(self, when: str) -> None:
            if endpoint.kill and endpoint.kill[1:] == (len(endpoint.calls), when):
                os.kill(endpoint.kill[0], signal.SIGKILL)
                if when == "before":
                    raise ConnectionAbortedError

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _uploaded(body: bytes, headers: Any) -> bytes:
    """The file in a multipart body."""
    form = message_from_bytes(b"Content-Type: %s\r\n\r\n" % headers["Content-Type"].encode() + body)
    parts = {part.get_param("name", header="content-disposition"): part for part in form.walk()}
    assert parts["purpose"].get_payload() == "batch"
    content = parts["file"].get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def _lines(results: list[dict[str, Any]]) -> bytes:
    return "\n".join(map(json.dumps, results)).encode()
