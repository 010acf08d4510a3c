"""A small HTTP server that answers every chat completion after a delay, to measure clients.

It runs in its own process and does as little as possible: just enough HTTP/1.1 for the OpenAI
client, and answers made from the schema of the request.
"""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PASSAGE = re.compile(r"^(?:\S.*: )?In the passage: (.*)$", re.MULTILINE)
SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
FORMS = ("Form", "Again")
"""The names of the first and the second form."""
OPEN = re.compile(r"^(Q\d+) \[\d+\] (?!.*, said by )", re.MULTILINE)
FIGURES = re.compile(r"^(\d+): (F\d+ .*)$", re.MULTILINE)
FIGURE = re.compile(r"(F\d+) (.*?)(?=; F\d|$)")
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Speaker(asyncio.Protocol):
    """One connection: reads requests, and answers each after the delay."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._received = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport for the answer."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer when a request is complete; the client sends the next one only after that."""
        self._received += data
        head, found, rest = bytes(self._received).partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if found and length and len(rest) >= int(length[1]):
            self._received.clear()
            asyncio.get_running_loop().call_later(self._delay, self._write, response(rest))

    def _write(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


def response(request: bytes) -> bytes:
    """Return the HTTP response to the body of a request."""
    content = json.dumps(answer(json.loads(request)))
    message = {"role": "assistant", "content": content}
    read = len(request)  # a token for each byte: all of the article
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "made-up-model",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": read, "completion_tokens": 50, "total_tokens": read + 50},
    }
    sent = json.dumps(body).encode()
    head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(sent)}\r\n\r\n".encode() + sent


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Answer a question so that every check passes and no repair follows."""
    prompt = request["messages"][-1]["content"]
    wanted = request["response_format"]["json_schema"]
    properties = wanted["schema"]["properties"]
    if wanted["name"] in FORMS:
        filled = _form(prompt)
        return {name: filled[name] for name in properties}
    passages = PASSAGE.findall(prompt.rpartition("QUESTION")[2])
    return {name: _answer(name, part, passages) for name, part in properties.items()}


def _answer(name: str, schema: dict[str, Any], passages: list[str]) -> Any:
    """Answer by the schema: a kind, a known field, or a figure's caption."""
    if "enum" in schema:
        return schema["enum"][-1]
    known = {"gist": "It was said.", "speaker": "unknown", "target": ""}
    return known.get(name) if name in known else _word(passages[0], name)


def _form(prompt: str) -> dict[str, Any]:
    """Fill the form: no speaker is known, and each figure has a word of its sentence."""
    sentences = dict(SENTENCE.findall(prompt))
    return {
        "gist": {"text": "It was said.", "sentences": [1]},
        "actors": [],
        "stances": [],
        "statements": [],
        "quotes": [{"id": key, "said": "yes", "speaker": None} for key in OPEN.findall(prompt)],
        "figures": [
            {"id": key, "measures": _word(sentences[number], figure)}
            for number, figures in FIGURES.findall(prompt)
            for key, figure in FIGURE.findall(figures)
        ],
    }


def _word(passage: str, figure: str) -> str:
    """Return the longest small word of a passage beside its figure: no check refuses it."""
    words = re.findall(r"\b[a-z]+\b", passage)
    return max((word for word in words if word not in figure), key=len, default="it")


async def serve(delay: float) -> None:
    """Serve until standard input ends, that is, until the parent process ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Speaker(delay), "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


@contextmanager
def running(delay: float) -> Iterator[str]:
    """Run the server in its own process.

    Args:
        delay: Seconds until an answer.

    Yields:
        Its base URL.
    """
    command = [sys.executable, str(Path(__file__)), str(delay)]
    with subprocess.Popen(  # noqa: S603  this very file
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        process.stdin.close()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
