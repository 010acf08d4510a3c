"""A running model: llama.cpp's server in a process of its own, on the loopback address.

Owns the process, its random key, and which engine this process shares. Sends no prompts. The
engine is a child process because llama.cpp takes its whole process down when memory runs out, and
hangs when it is stopped during a request (docs/local-model.md).
"""

import http.client
import importlib.util
import json
import os
import secrets
import subprocess
import sys
import tempfile
import threading
import weakref
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from summarizer.errors import LocalModelError, MissingExtraError, SettingsError
from summarizer.local import catalogue
from summarizer.local.download import fetch

CONTEXT = 8192
"""Smallest context of a shared engine, in tokens: an article of 30 000 characters fits."""

_SERVER = Path(__file__).with_name("server.py")


class Engine:
    """A model that is loaded and answers at ``base_url`` until it is closed.

    It also stops when nobody holds it any more, and when this process ends in whatever way.

    Args:
        path: The weights, a GGUF file.
        context: Context of one slot, in tokens.
        alias: The model's name in requests and answers; the file's stem, if not given.
        slots: How many requests are answered at once.
        port: Port on 127.0.0.1; any free one, if not given.

    Attributes:
        base_url: The OpenAI-compatible endpoint.
        key: What the endpoint wants as its API key; made for this engine alone.
        context: Context of one slot, in tokens, as the server reports it.
        trained_context: The longest context that the model was trained on, in tokens.

    Raises:
        LocalModelError: The file is missing, no model, or too large for the memory.
        MissingExtraError: The engine itself is not installed.

    Example:
        >>> with Engine("model.gguf", alias="mine") as engine:  # doctest: +SKIP
        ...     client = OpenAI(base_url=engine.base_url, api_key=engine.key)
    """

    def __init__(
        self,
        path: str | Path,
        *,
        context: int = CONTEXT,
        alias: str = "",
        slots: int = 1,
        port: int = 0,
    ) -> None:
        _check_installed()
        self.path = _gguf(Path(path))
        self.alias = alias or self.path.stem
        self.key = secrets.token_urlsafe(32)
        self._process, address = _start(
            path=str(self.path),
            alias=self.alias,
            key=self.key,
            context=context,
            slots=slots,
            port=port,
            threads=_threads(),
        )
        self._stop = weakref.finalize(self, _stop, self._process)
        self.base_url = f"{address}/v1"
        self.context, self.trained_context = _contexts(address, self.key)

    def __repr__(self) -> str:
        return f"<Engine {self.alias} at {self.base_url}, {self.context} tokens>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether the server is there to answer."""
        return self._process.poll() is None

    def wait(self) -> None:
        """Wait until the server ends."""
        self._process.wait()

    def close(self) -> None:
        """Stop the server and free its memory; a request under way breaks off. Once is enough."""
        self._stop()


_lock = threading.Lock()
_shared: dict[Path, Engine] = {}


def engine_for(model: str, tokens: int) -> Engine:
    """Return the engine that this process shares for a model, started or enlarged as needed.

    The first use of a model by its name downloads it. An engine whose context is too small is
    replaced by one with the next power of two, or with all that the model was trained on; the old
    one goes on for those who still hold it, so hold the engine, and not just its address, while
    requests are under way.

    Args:
        model: ``local``, ``local:NAME`` or ``gguf:PATH``.
        tokens: The longest prompt to come, its answer included.

    Raises:
        LocalModelError: The model cannot be fetched or started.
        SettingsError: The model's name is not one of these.

    Example:
        >>> engine = engine_for("local", tokens=3000)  # doctest: +SKIP
    """
    with _lock:
        path, alias = locate(model)
        engine = _shared.get(path)
        if engine is None or not engine.running:
            engine = _share(path, alias, CONTEXT)
        if engine.context < min(tokens, engine.trained_context):
            larger = min(1 << (tokens - 1).bit_length(), engine.trained_context)
            del engine
            engine = _share(path, alias, larger)
        return engine


def locate(model: str) -> tuple[Path, str]:
    """Return the weights of an embedded model, downloaded if they are not there, and its name.

    Raises:
        LocalModelError: The weights cannot be fetched.
        MissingExtraError: The engine is not installed, so that weights would be of no use.
        SettingsError: This is no embedded model.
    """
    _check_installed()
    kind, _, rest = model.partition(":")
    if kind == "local":
        weights = catalogue.find(rest or catalogue.DEFAULT)
        return fetch(weights), weights.name
    if kind == "gguf" and rest:
        path = Path(rest).expanduser().resolve()
        return path, path.stem
    raise SettingsError(
        f"{model!r} does not name an embedded model.", hint="Use local, local:NAME or gguf:PATH."
    )


def _share(path: Path, alias: str, context: int) -> Engine:
    """Start the one shared engine; forget the others first, so that their memory comes free."""
    _shared.clear()
    _shared[path] = Engine(path, context=context, alias=alias)
    return _shared[path]


def _check_installed() -> None:
    if importlib.util.find_spec("xllamacpp") is None:
        raise MissingExtraError(
            "The embedded model needs xllamacpp, which is not installed.",
            hint="Run: pip install 'summarizer[local]'",
        )


def _gguf(path: Path) -> Path:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise LocalModelError(
            f"Cannot read the model {str(path)!r}: {(error.strerror or str(error)).lower()}.",
            hint="Give the path of a GGUF file, or use the model 'local'.",
        ) from error
    if magic != b"GGUF":
        raise LocalModelError(
            f"{str(path)!r} is not a GGUF file.",
            hint="Models in other formats can be converted with llama.cpp's tools.",
        )
    return path


def _threads() -> int:
    """Return the threads to use: what this process may, or -1 for llama.cpp's own count of cores.

    Left to itself llama.cpp takes the physical cores, and does not see that a container or
    taskset allows fewer.
    """
    if not hasattr(os, "sched_getaffinity"):
        return -1
    allowed = len(os.sched_getaffinity(0))
    return allowed if allowed < (os.cpu_count() or 1) else -1


def _start(**settings: str | int) -> tuple[subprocess.Popen[str], str]:
    """Start the server; return it with its address once the model is loaded."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        process = subprocess.Popen(  # noqa: S603  runs our own script
            [sys.executable, "-P", str(_SERVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            address = _address(process, settings)
        except BaseException:
            _stop(process)
            raise
        if not address:
            _stop(process)
            log.seek(0)
            raise LocalModelError(
                f"The model {settings['alias']} does not start: {_cause(log)}.",
                hint="Check the file, free some memory, or use a smaller model; "
                "'summarizer models' lists them.",
            )
        return process, address


def _address(process: subprocess.Popen[str], settings: dict[str, str | int]) -> str:
    """Send the settings; return the answer, or nothing if the server has ended."""
    stdin, stdout = _pipes(process)
    stdin.write(json.dumps(settings) + "\n")
    stdin.flush()
    return stdout.readline().strip()


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if process.stdin is None or process.stdout is None:
        raise AssertionError("the server is started with pipes")
    return process.stdin, process.stdout


def _stop(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    for pipe in _pipes(process):
        pipe.close()


def _cause(log: IO[str]) -> str:
    """Return the first error that llama.cpp logged (``0.00.003 E function: what happened``)."""
    lines = log.read().splitlines()
    errors = [line.partition(" E ")[2] for line in lines if " E " in line]
    return (errors or lines or ["it was ended from outside"])[0].rpartition(": ")[2].rstrip(".")


def _contexts(address: str, key: str) -> tuple[int, int]:
    """Return the context of a slot and the one trained on; not through any proxy."""
    connection = http.client.HTTPConnection(address.partition("//")[2], timeout=60)
    try:
        connection.request("GET", "/v1/models", headers={"Authorization": f"Bearer {key}"})
        meta: dict[str, Any] = json.load(connection.getresponse())["data"][0]["meta"]
    finally:
        connection.close()
    return meta["n_ctx"], meta["n_ctx_train"]
