"""A running model: llama.cpp's server in a process of its own, on the loopback address.

Owns the process, its random key, and which engine this process shares. Sends no prompts. The
engine is a child process because llama.cpp takes its whole process down when memory runs out, and
hangs when it is stopped during a request (docs/local-model.md).
"""

import http.client
import importlib.util
import json
import secrets
import threading
import weakref
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from summarizer.errors import MissingExtraError, SettingsError
from summarizer.llm.local import catalogue, hub, process, states
from summarizer.llm.local.cores import threads
from summarizer.llm.local.download import fetch
from summarizer.llm.names import parse

CONTEXT = 8192
"""Smallest context of a slot of a shared engine, in tokens: an article of 30 000 characters
fits."""

ROOM = 32_768
"""Tokens that the slots of a shared engine hold together, at the most (0.9 GB with the default
model), unless one slot alone needs more."""

_SERVER = Path(__file__).with_name("server.py")


class Engine:
    """A model that is loaded and answers at ``base_url`` until it is closed.

    It also stops when no reference to it is left, and when this process ends in whatever way.

    Args:
        path: The weights, a GGUF file.
        context: Context of one slot, in tokens.
        alias: The model's name in requests and answers; the file's stem, if not given.
        slots: How many requests are answered at once; each slot has a context of its own.
        port: Port on 127.0.0.1; any free one, if not given.
        states: Folder for the states of slots; they are not kept, if not given.

    Attributes:
        base_url: The OpenAI-compatible endpoint.
        file: What the system said of the weights when they were loaded.
        key: What the endpoint wants as its API key; made for this engine alone.
        context: Context of one slot, in tokens, as the server reports it.
        slots: How many slots there are, numbered from 0.
        trained_context: The longest context that the model was trained on, in tokens.

    Raises:
        LocalModelError: The model is too large for the memory, or cannot be started.
        SettingsError: The file is missing, or no model.
        MissingExtraError: The engine itself is not installed.

    Example:
        >>> with Engine("model.gguf", alias="mine") as engine:  # doctest: +SKIP
        ...     client = OpenAI(base_url=engine.base_url, api_key=engine.key)
    """

    def __init__(  # noqa: PLR0913  the path, and what has a default
        self,
        path: str | Path,
        *,
        context: int = CONTEXT,
        alias: str = "",
        slots: int = 1,
        port: int = 0,
        states: Path | None = None,
    ) -> None:
        _check_installed()
        self.path = _gguf(Path(path))
        self.file = self.path.stat()
        self.alias = alias or self.path.stem
        self.key = secrets.token_urlsafe(32)
        self.slots = slots
        self.states = states
        self._free = list(range(slots))
        settings: dict[str, str | int] = {
            "path": str(self.path),
            "alias": self.alias,
            "key": self.key,
            "context": context,
            "slots": slots,
            "port": port,
            "threads": threads(),
            "states": str(states or ""),
        }
        self._process, address = process.start(_SERVER, settings)
        self._stop = weakref.finalize(self, process.stop, self._process)
        self.base_url = f"{address}/v1"
        meta = self.call("/v1/models")["data"][0]["meta"]
        self.context, self.trained_context = meta["n_ctx"], meta["n_ctx_train"]

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

    @property
    def busy(self) -> bool:
        """Whether a slot is taken."""
        return len(self._free) < self.slots

    def take(self) -> int | None:
        """Take a free slot until it is given back; return None if there is none.

        The server does not guard slots: whoever takes one asks there alone.
        """
        try:
            return self._free.pop(0)
        except IndexError:
            return None

    def give_back(self, slot: int) -> None:
        """Let others have a slot that was taken."""
        self._free.append(slot)

    def call(self, path: str, body: object = None) -> dict[str, Any]:
        """Ask the server for something else than a completion, and not through any proxy.

        Args:
            path: What is asked for.
            body: What is sent, as JSON; nothing, if not given.

        Returns:
            The answer, whatever its status.

        Raises:
            OSError: The server does not answer.
            http.client.HTTPException: It breaks off.
        """
        address = self.base_url.split("/")[2]
        with closing(http.client.HTTPConnection(address, timeout=60)) as connection:
            connection.request(
                "POST" if body else "GET",
                path,
                json.dumps(body) if body else None,
                {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"},
            )
            answer: dict[str, Any] = json.load(connection.getresponse())
        return answer

    def wait(self) -> None:
        """Wait until the server ends."""
        self._process.wait()

    def close(self) -> None:
        """Stop the server and free its memory; a request under way breaks off. Once is enough."""
        self._stop()


_lock = threading.Lock()
_shared: dict[Path, Engine] = {}


def engine_for(model: str, tokens: int, slots: int = 1) -> Engine | None:
    """Return the engine that this process shares for a model, started or enlarged as needed.

    The first use of a model by its name downloads it. An engine whose slots are too few or too
    small is replaced by one that has as many and as large ones as needed, up to what the model was
    trained on and the memory allows; but not while one of its slots is taken. It goes on for those
    who still hold it, so hold the engine, and not just its address, while requests are under way.

    Args:
        model: ``local``, ``local:NAME``, ``gguf:PATH`` or ``hf:ORG/REPO[:QUANT]``.
        tokens: The longest prompt to come, its answer included.
        slots: How many articles are read at the same time; fewer where they are long.

    Returns:
        The engine; None if it must be replaced and is busy.

    Raises:
        LocalModelError: The model cannot be fetched or started.
        SettingsError: The model's name is not one of these, or its file is missing or no model.

    Example:
        >>> engine = engine_for("local", tokens=3000)  # doctest: +SKIP
    """
    with _lock:
        path, alias = locate(model)
        engine = _shared.get(path)
        if engine is None or not engine.running:
            engine = _share(path, alias, CONTEXT, min(slots, ROOM // CONTEXT))
        context = _context(tokens, engine.trained_context)
        slots = max(1, min(slots, ROOM // context))
        if engine.context >= min(tokens, context) and engine.slots >= slots:
            return engine
        if engine.busy:
            return None
        del engine
        return _share(path, alias, context, slots)


def locate(model: str) -> tuple[Path, str]:
    """Return the weights of an embedded model, downloaded if they are not there, and its name.

    Raises:
        LocalModelError: The weights cannot be fetched.
        MissingExtraError: The engine is not installed, so that weights would be of no use.
        SettingsError: This is no embedded model.
    """
    name = parse(model)
    if name.kind == "hf":
        hub.named(name.rest)  # an error whether or not the engine is installed
    _check_installed()
    if name.kind == "local":
        weights = catalogue.find(name.alias)
        return fetch(weights), weights.name
    if name.kind == "gguf" and name.rest:
        path = Path(name.rest).expanduser().resolve()
        return path, path.stem
    if name.kind == "hf":
        return hub.fetch(name.rest), name.alias
    raise SettingsError(
        f"{model!r} does not name an embedded model.",
        hint="Use local, local:NAME, gguf:PATH or hf:ORG/REPO.",
    )


def _context(tokens: int, trained: int) -> int:
    """Return the context of a slot for a prompt: the next power of two, or all that there is."""
    return min(max(CONTEXT, 1 << (tokens - 1).bit_length()), trained)


def _share(path: Path, alias: str, context: int, slots: int) -> Engine:
    """Start the one shared engine; forget the others first, so that their memory comes free."""
    _shared.clear()
    _shared[path] = Engine(path, context=context, alias=alias, slots=slots, states=states.folder())
    return _shared[path]


def _check_installed() -> None:
    if importlib.util.find_spec("xllamacpp") is None:
        raise MissingExtraError(
            "The embedded model needs xllamacpp, which is not installed.",
            hint="In a checkout, run pip install -e '.[local]', or name a model at an endpoint.",
        )


def _gguf(path: Path) -> Path:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise SettingsError(
            f"Cannot read the model {str(path)!r}: {(error.strerror or str(error)).lower()}.",
            hint="Give the path of a GGUF file, or use the model 'local'.",
        ) from error
    if magic != b"GGUF":
        raise SettingsError(
            f"{str(path)!r} is not a GGUF file.",
            hint="Models in other formats can be converted with llama.cpp's tools.",
        )
    return path
