"""A recording: the exchanges with a model as a cassette keeps them, and its file.

Owns what is kept of an exchange and what is not, reading, checking and writing. It opens no
connection.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, JsonValue, ValidationError

from summarizer import __version__
from summarizer.cassettes.yaml_text import END, dumps, loads
from summarizer.errors import CassetteError
from summarizer.schema import FrozenModel
from summarizer.schema.invalid import invalid
from summarizer.storage.atomic_write import whole

VERSION: Literal[1] = 1

SUFFIX = ".yaml"

HEADERS = frozenset({"content-type", "retry-after"})
"""The headers that are kept, of requests and answers: no other one has a meaning in a replay."""

WITHOUT_MEANING = frozenset({"id", "created", "system_fingerprint", "timings"})
"""Fields of an answer that differ from run to run and say nothing about it."""

PLACEMENT = frozenset({"id_slot", "cache_prompt"})
"""Fields of a request that tell llama.cpp where to work, not what; other servers lack them."""

_HEAD = "# A recorded exchange with a model. Do not edit it: record it anew.\n"


class Request(FrozenModel):
    """A request: what is matched in a replay, host, port and query left out."""

    method: str
    path: str
    headers: dict[str, str]
    body: JsonValue

    @classmethod
    def of(cls, method: str, path: str, headers: Mapping[str, str], content: bytes) -> Self:
        """Keep what has a meaning of a request."""
        body = _parsed(content)
        if isinstance(body, dict):
            body = {name: value for name, value in body.items() if name not in PLACEMENT}
        return cls(method=method, path=path, headers=_kept(headers), body=body)

    @property
    def canonical(self) -> str:
        """The same for two requests that ask the same, whatever the order of their keys."""
        return json.dumps([self.method, self.path, self.body], sort_keys=True)

    def __str__(self) -> str:
        return f"{self.method} {self.path}\n" + dumps(self.body).removesuffix(END)


class Response(FrozenModel):
    """An answer, whole but for what changes from run to run."""

    status: int
    headers: dict[str, str]
    body: JsonValue

    @classmethod
    def of(cls, status: int, headers: Mapping[str, str], content: bytes) -> Self:
        """Keep what has a meaning of an answer."""
        body = _parsed(content)
        if isinstance(body, dict):
            body = {name: value for name, value in body.items() if name not in WITHOUT_MEANING}
        return cls(status=status, headers=_kept(headers), body=body)

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        if isinstance(self.body, dict | list):
            return json.dumps(self.body, ensure_ascii=False).encode()
        return str(self.body or "").encode()


class Interaction(FrozenModel):
    """A request and its answer."""

    request: Request
    response: Response


class Metadata(FrozenModel):
    """Where a recording comes from."""

    model: str | None = Field(description="The model that answered, as it names itself.")
    weights: str | None = Field(default=None, description="Digest of its weights, where known.")
    prompts: str = Field(description="Digest of the prompt templates.")
    library: str = Field(default=__version__, description="Version of this library.")
    recorded: date = Field(default_factory=lambda: datetime.now(UTC).date())
    seconds: int = Field(ge=0, description="How long it took.")


class Recording(FrozenModel):
    """All that a cassette holds, the exchanges in the order in which they were asked."""

    version: Literal[1] = VERSION
    metadata: Metadata
    summary: dict[str, JsonValue] | None = Field(
        default=None, description="What came out of it, for the report on a later recording."
    )
    interactions: tuple[Interaction, ...] = Field(min_length=1)

    def says_as_much_as(self, other: "Recording") -> bool:
        """Return whether two recordings differ in the day and the time that they took at most."""
        same = {"recorded": self.metadata.recorded, "seconds": self.metadata.seconds}
        return other.model_copy(update={"metadata": other.metadata.model_copy(update=same)}) == self


def read(path: Path, again: str) -> Recording:
    """Read a cassette.

    Args:
        path: The file.
        again: How to record it again, for the hint of an error.

    Returns:
        The recording.

    Raises:
        CassetteError: The file is missing, cut off, no YAML, holds an object, or is of another
            version of the format.
    """
    try:
        return Recording.model_validate(_data(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise CassetteError(
            f"There is no cassette {str(path)!r}.", hint=f"Record it: {again}"
        ) from error
    except (OSError, ValueError) as error:
        raise CassetteError(
            f"The cassette {str(path)!r} cannot be used: {_reason(error)}.",
            hint=f"Restore the file, or record it anew: {again}",
        ) from error


def write(recording: Recording, path: Path, secrets: Iterable[str]) -> None:
    """Write a cassette, whole or not at all; one that says as much stays as it is.

    Args:
        recording: What it is to hold.
        path: The file; folders are made.
        secrets: What must not be in it.

    Raises:
        CassetteError: A secret is in it; nothing was written.
        SettingsError: The file cannot be written.
    """
    text = _HEAD + dumps(recording.model_dump())
    if any(secret in text for secret in secrets):
        raise CassetteError(
            f"The cassette {str(path)!r} was not written: the key stands in a body.",
            hint="Find out why the request or its answer holds the key.",
        )
    if not _there_already(recording, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as part:
            part.write_text(text, encoding="utf-8", newline="\n")


def _there_already(recording: Recording, path: Path) -> bool:
    try:
        return read(path, "").says_as_much_as(recording)
    except CassetteError:
        return False


def _data(text: str) -> object:
    if not text.endswith(END):
        raise ValueError("it is cut off")
    data = loads(text)
    version = data.get("version") if isinstance(data, dict) else None
    if version != VERSION:
        raise ValueError(f"its version is {version!r}, not {VERSION}")
    return data


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return invalid(error)
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return str(error)


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    lower = {name.lower(): value for name, value in headers.items()}
    return {name: lower[name] for name in sorted(HEADERS & lower.keys())}


def _parsed(content: bytes) -> JsonValue:
    """Return JSON as data, other text as text, and None for nothing."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise CassetteError(
            "What came over the wire is no text in UTF-8.",
            hint="Cassettes hold text alone: let the server send it plain, or as gzip.",
        ) from error
    try:
        body: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        return text or None
    return body if isinstance(body, dict | list) else text
