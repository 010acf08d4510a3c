"""The batch API of an endpoint: files of requests go up, and answers come down within a day."""

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar

from openai import APIConnectionError, OpenAIError

from summarizer.errors import EndpointError, ModelError, RequestError, UnknownModelError
from summarizer.llm.base import Choice
from summarizer.llm.batch_lines import ROUTE
from summarizer.llm.client import Endpoint, OpenAIModel
from summarizer.llm.error_mapping import fault, translated
from summarizer.llm.retry import retrying

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from openai import AsyncOpenAI
    from openai.types import Batch

T = TypeVar("T")

LONGEST = 3600.0
"""Seconds to wait for a file of 200 MB to go up."""

ENDED = ("completed", "failed", "expired", "cancelled")


@dataclass(frozen=True, slots=True)
class BatchState:
    """How far a batch is.

    Args:
        name: Its id.
        status: Its status, in the endpoint's word.
        done: Requests that have an answer or an error.
        total: Requests in all.
        files: The files of answers and of errors.
        fault: Why it failed as a whole, in the endpoint's words.
    """

    name: str
    status: str
    done: int
    total: int
    files: tuple[str, ...]
    fault: str

    @property
    def ended(self) -> bool:
        """Whether no more answers come."""
        return self.status in ENDED

    @classmethod
    def of(cls, batch: "Batch") -> Self:
        """Read what an endpoint says of a batch; the client has not checked its shape."""
        counts: Any = getattr(batch, "request_counts", None)
        files = (getattr(batch, name, None) for name in ("output_file_id", "error_file_id"))
        return cls(
            name=_id_of(batch),
            status=str(getattr(batch, "status", "")).lower(),
            done=(getattr(counts, "completed", 0) or 0) + (getattr(counts, "failed", 0) or 0),
            total=getattr(counts, "total", 0) or 0,
            files=tuple(each for each in files if each),
            fault=_fault_of(batch),
        )


class BatchAPI:
    """The routes ``/files`` and ``/batches`` of an endpoint.

    Args:
        client: The client of the endpoint.
        endpoint: The endpoint.
    """

    def __init__(self, client: "AsyncOpenAI", endpoint: Endpoint) -> None:
        self._client = client
        self._endpoint = endpoint

    @classmethod
    @asynccontextmanager
    async def open(cls, choice: Choice) -> "AsyncIterator[Self]":
        """Open the batch API of a model's endpoint.

        Args:
            choice: The model.

        Yields:
            The batch API.
        """
        endpoint = replace(Endpoint.of(choice), timeout=max(LONGEST, choice.timeout))
        model = OpenAIModel(endpoint)
        try:
            yield cls(model.client, endpoint)
        finally:
            await model.aclose()

    async def upload(self, file: IO[bytes]) -> str:
        """Send a file of requests, one JSON object a line, and return its id.

        Raises:
            ModelError: The endpoint failed, or has no batches.
        """

        async def send() -> str:
            file.seek(0)
            named = ("requests.jsonl", file, "application/jsonl")
            return _id_of(await self._client.files.create(file=named, purpose="batch"))

        return await self._ask(send)

    async def start(self, file: str, *, again: bool) -> str:
        """Start a batch of an uploaded file, and return its id.

        Args:
            file: The id of the file.
            again: Whether an earlier attempt may have started it: then it is not started twice.

        Raises:
            ModelError: The endpoint failed, or has no batches.
        """
        tried = again

        async def send() -> str:
            nonlocal tried
            known = await self._started(file) if tried else None
            tried = True
            return known or _id_of(
                await self._client.batches.create(
                    input_file_id=file, endpoint=ROUTE, completion_window="24h"
                )
            )

        return await self._ask(send)

    async def state(self, batch: str) -> BatchState:
        """Return how far a batch is.

        Raises:
            ModelError: The endpoint failed, or does not know the batch.
        """

        async def send() -> BatchState:
            return BatchState.of(await self._client.batches.retrieve(batch))

        return await self._ask(send)

    async def download(self, file: str, into: IO[bytes]) -> None:
        """Add a file of answers to the end of another file.

        Raises:
            ModelError: The endpoint failed, or does not know the file.
        """
        from httpx2 import HTTPError, Request  # noqa: PLC0415

        end = into.tell()

        async def send() -> None:
            into.seek(end)
            into.truncate()
            try:
                async with self._client.files.with_streaming_response.content(file) as response:
                    async for block in response.iter_bytes():
                        into.write(block)
            except HTTPError as error:  # it was broken off
                nowhere = Request("GET", self._endpoint.base_url)
                raise APIConnectionError(request=nowhere) from error

        await self._ask(send)
        into.write(b"\n")  # the last line may have none

    async def _started(self, file: str) -> str | None:
        async for batch in self._client.batches.list(limit=100):
            if getattr(batch, "input_file_id", None) == file:
                return _id_of(batch)
        return None

    async def _ask(self, send: Callable[[], Awaitable[T]]) -> T:
        try:
            return await retrying(send, attempts=self._endpoint.attempts, fault=fault)
        except OpenAIError as error:
            raise self._explained(translated(error, self._endpoint)) from error
        except ValueError as error:  # no JSON
            raise _odd() from error

    def _explained(self, error: ModelError) -> ModelError:
        """Say what it means that a route is not known: it is not the model that is missing."""
        if not isinstance(error, UnknownModelError):
            return error
        return RequestError(
            f"{self._endpoint.base_url} has no batch API, or does not know this batch or file.",
            hint="A batch belongs to its endpoint and its key. Without a batch API, leave out "
            "--submit.",
        )


def _id_of(given: object) -> str:
    """Return the id of a file or a batch."""
    name = getattr(given, "id", None)
    if isinstance(name, str) and name:
        return name
    raise _odd()


def _odd() -> EndpointError:
    return EndpointError(
        "The endpoint sent something that is no file and no batch.",
        hint="Check that it has a batch API.",
    )


def _fault_of(batch: "Batch") -> str:
    errors = getattr(getattr(batch, "errors", None), "data", None) or ()
    return " ".join(str(getattr(each, "message", "")) for each in errors).strip()
