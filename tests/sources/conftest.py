"""A small web site on the loopback interface that answers as each test tells it to."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarizer.sources import web

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What the site answers, by path, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def puts(
        self,
        path: str,
        body: bytes | str = b"",
        told: str = "text/html; charset=utf-8",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Answer a path with a body told to be of a type, and return its address."""
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            if told:
                handler.send_header("Content-Type", told)
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("Content-Length", str(len(data)))
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer
        return self.url(path)

    def redirects(self, path: str, target: str) -> str:
        return self.puts(path, status=302, Location=target)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append(self.path)
            here.hosts.append(self.headers["Host"])
            here.agents.append(self.headers["User-Agent"])
            # A client that has seen enough hangs up: that is what is tested.
            with suppress(OSError):
                here.answers.get(self.path, missing)(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    def missing(handler: BaseHTTPRequestHandler) -> None:
        handler.send_error(404)

    monkeypatch.setattr(web, "_robots", {})
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        here = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield here
        here.closing.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Names that the resolver knows: each with the answers that it gives, one after the other."""
    known: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def lookup(host: str, *args: object, **kwargs: object) -> list[tuple[object, ...]]:
        if host not in known:
            return real(host, *args, **kwargs)
        return real(known[host].pop(0), *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return known
