"""What the model has read of an article, kept on disk, so that it is read once.

A state holds the article: its tokens as they are, and what the model made of them. The folder is
the user's alone. A state is named after what it belongs to and after its own digest, and one that
is not what its name says is thrown away; the engine compares what is left with the prompt, token
by token. So a wrong state costs time, and changes no answer.
"""

import asyncio
import hashlib
import http.client
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.llm.local import catalogue

if TYPE_CHECKING:
    from summarizer.llm.local.engine import Engine

LIMIT = 512 << 20
"""Bytes of all states; what was not used for longest goes first. A token takes 28 KB with the
default model, an article about 20 MB."""


_FAILURES = (OSError, http.client.HTTPException, ValueError)
"""What an engine that is away, or answers with no JSON, raises; then the article is read again."""


def folder() -> Path | None:
    """Return the folder of the states, with no rights for others; None if there cannot be one."""
    path = catalogue.folder().with_name("states")
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
    except OSError:
        return None
    return path


class States:
    """The states of one slot of an engine.

    Args:
        engine: The engine; it was started with the folder.
        slot: The slot, which is held for one article.
    """

    def __init__(self, engine: "Engine", slot: int) -> None:
        self._engine = engine
        self._slot = slot
        self._read = ""

    @asynccontextmanager
    async def reading(self, beginning: str) -> AsyncIterator[None]:
        """Surround the first question with a beginning that others have as well.

        Restores the state if it is known, and otherwise keeps it when the question was answered.

        Args:
            beginning: What these questions share.
        """
        if self._engine.states is None or beginning == self._read:
            yield
            return
        self._read = beginning
        name = self._name(beginning)
        known = await asyncio.to_thread(self._restore, self._engine.states, name)
        yield
        if not known:
            await asyncio.to_thread(self._keep, self._engine.states, name)

    def _name(self, beginning: str) -> str:
        engine, file = self._engine, self._engine.file
        weights = (engine.path, file.st_size, file.st_mtime_ns)
        runs = (engine.slots, version("xllamacpp"))  # another number of slots lays it out otherwise
        whole = "\0".join(map(str, [beginning, *weights, *runs]))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()

    def _restore(self, states: Path, name: str) -> bool:
        """Bring a state back if it is there and whole.

        It is gone until that worked: no state can bring the engine down a second time.
        """
        with suppress(*_FAILURES):
            for path in states.glob(f"{name}.*"):
                new = path.rename(_unnamed(states))
                if path.name == _named(name, new) and self._move("restore", new):
                    new.touch()
                    new.replace(path)
                    return True
                new.unlink()
        return False

    def _keep(self, states: Path, name: str) -> None:
        """Save the state; a disk that is full costs no more than the state."""
        new = _unnamed(states)
        with suppress(*_FAILURES):
            if self._move("save", new):
                new.replace(states / _named(name, new))
            _shorten(states)
        with suppress(OSError):
            new.unlink()

    def _move(self, action: str, path: Path) -> bool:
        """Let the engine save or restore a file; return whether it took all of it."""
        reply = self._engine.call(f"/slots/{self._slot}?action={action}", {"filename": path.name})
        size = reply.get("n_written", reply.get("n_read"))
        return size == path.stat().st_size


def _unnamed(states: Path) -> Path:
    return states / f"{secrets.token_hex(8)}.new"


def _named(name: str, path: Path) -> str:
    """Return the name of a state with this content."""
    with path.open("rb") as file:
        return f"{name}.{hashlib.file_digest(file, 'sha256').hexdigest()}"


def _shorten(states: Path) -> None:
    """Throw away what was not used for longest, until the rest keeps to the limit."""
    left = LIMIT
    files = [(path.stat(), path) for path in states.iterdir()]
    for about, path in sorted(files, key=lambda file: file[0].st_mtime_ns, reverse=True):
        left -= about.st_size
        if left < 0:
            path.unlink()
