"""A cassette in use: records what goes over the wire, or answers from what was recorded.

Both open models for the whole process while they are used (``llm/opening.py``), so that also
``summarize()`` in another thread meets them. The model is the client of any endpoint; what comes
between it and its connection matches on the meaning of a body, keeps no key, and never goes to the
network in a replay.
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from summarizer.cassettes.miss import miss, unplayed
from summarizer.cassettes.recording import (
    Interaction,
    Metadata,
    Recording,
    Request,
    Response,
    read,
    write,
)
from summarizer.errors import CassetteError
from summarizer.llm.base import Choice, OpenModel
from summarizer.llm.names import parse
from summarizer.llm.opening import open_model, opening_by
from summarizer.prompting.templates import Templates
from summarizer.schema import Summary

if TYPE_CHECKING:
    import httpx2

CREDENTIALS = ("authorization", "api-key", "x-api-key")
"""The headers in which endpoints take a key."""

NOWHERE = "http://cassette.invalid/v1"
"""Where an embedded model is asked in a replay; nothing is sent there."""

SHORTEST_KEY = 8
"""Characters. What is shorter ("none", say) is a placeholder, and a word of any article."""


class Player:
    """Answers requests from a recording, each as often as it was recorded.

    Args:
        path: The cassette.
        again: How to record it again, for the hints of errors.

    Raises:
        CassetteError: The cassette is missing or broken.
    """

    def __init__(self, path: Path, again: str) -> None:
        self.recording = read(path, again)
        self._path = str(path)
        self._again = again
        self._left = list(self.recording.interactions)
        self._missed: CassetteError | None = None

    def open(self, choice: Choice) -> OpenModel:
        """Open a model that answers from the recording; an engine is neither fetched nor started.

        It has all the context that is asked for: what its model was trained on is not recorded.
        """
        from summarizer.llm.client import Endpoint, OpenAIModel  # noqa: PLC0415  loads the client

        name = parse(choice.name)
        if not name.embedded:
            return open_model(choice, wire=self.play)
        endpoint = Endpoint(NOWHERE, name.alias, "", attempts=1, embedded=True)
        profile = choice.profile.model_copy(update={"at_once": 1})
        return OpenAIModel(endpoint, profile, most=choice.concurrency, wire=self.play)

    async def play(
        self, request: "httpx2.Request", _: "Callable[[], Awaitable[httpx2.Response]]"
    ) -> "httpx2.Response":
        """Return the first answer to a request that was not given yet.

        Raises:
            CassetteError: There is none.
        """
        import httpx2  # noqa: PLC0415  loads the client

        asked = _request(request)
        found = self._find(asked)
        if found is None:
            self._missed = miss(self.recording, asked, self._path, self._again)
            raise self._missed
        self._left.remove(found)
        made = found.response
        return httpx2.Response(
            made.status, headers=made.headers, content=made.content, request=request
        )

    def finish(self) -> None:
        """Require that nothing was asked in vain, and nothing recorded in vain."""
        if self._missed:
            raise self._missed
        if self._left:
            raise unplayed([each.request for each in self._left], self._path, self._again)

    def _find(self, asked: Request) -> Interaction | None:
        wanted = asked.canonical
        return next((each for each in self._left if each.request.canonical == wanted), None)


class Recorder:
    """Lets requests through and keeps them with their answers.

    Args:
        path: The cassette that is written at the end, if all went well.

    Attributes:
        summary: What came out, if it is to be kept for the report on a later recording.
        weights: Digest of the model's weights, where it is known.
    """

    def __init__(self, path: Path) -> None:
        self.summary: Summary | None = None
        self.weights: str | None = None
        self._path = path
        self._began = time.perf_counter()
        self._sent: list[httpx2.Request] = []
        self._answers: dict[int, Response] = {}

    def open(self, choice: Choice) -> OpenModel:
        """Open a model whose requests are recorded.

        An embedded one reads everything, or the recording would depend on earlier questions.
        """
        return open_model(choice, wire=self.record, keep_states=False)

    async def record(
        self, request: "httpx2.Request", send: "Callable[[], Awaitable[httpx2.Response]]"
    ) -> "httpx2.Response":
        """Take note of a request, in the order of asking, and keep its answer."""
        self._sent.append(request)
        answer = await send()
        self._answers[id(request)] = Response.of(answer.status_code, answer.headers, answer.content)
        return answer

    def finish(self) -> None:
        """Write the cassette."""
        interactions = tuple(
            Interaction(request=_request(sent), response=self._answers[id(sent)])
            for sent in self._sent
            if id(sent) in self._answers
        )
        if not interactions:
            raise CassetteError(
                f"Nothing was recorded for {str(self._path)!r}: no request was answered.",
                hint="Ask a model while it records; where nothing is asked, no cassette is needed.",
            )
        write(self._recording(interactions), self._path, _secrets(self._sent))

    def _recording(self, interactions: tuple[Interaction, ...]) -> Recording:
        made = self.summary
        return Recording(
            metadata=Metadata(
                model=_model(interactions),
                weights=self.weights,
                prompts=made.provenance.prompts if made else Templates().digest,
                seconds=round(time.perf_counter() - self._began),
            ),
            summary=_kept(made) if made else None,
            interactions=interactions,
        )


def use(
    path: str | Path, *, record: bool = False, again: str | None = None
) -> AbstractContextManager[Player | Recorder]:
    """Answer every request from a cassette, or record one.

    A replay needs no model, no key and no network: requests are matched by method, path and the
    meaning of their JSON body, so that neither the host nor ``local`` as the model makes a
    difference. A recording is written at the end, whole, and only if nothing was raised.

    Args:
        path: The cassette, a YAML file.
        record: Whether to send the requests to the model and record them.
        again: How to record it again, for the user: a command, or a few words.

    Returns:
        A context manager. What it raises it raises when it is entered, used, or left.

    Raises:
        CassetteError: The cassette is missing or broken; a request has no answer on it, or an
            answer was not asked for; the key would be in the file.

    Example:
        >>> from summarizer import summarize
        >>> with use("cassettes/harbour.many.yaml"):  # doctest: +SKIP
        ...     summary = summarize(article)
    """
    return recording(Path(path)) if record else replaying(Path(path), again)


@contextmanager
def recording(path: Path) -> Iterator[Recorder]:
    """Record a cassette; see :func:`use`."""
    tape = Recorder(path)
    with opening_by(tape.open):
        yield tape
    tape.finish()


@contextmanager
def replaying(path: Path, again: str | None = None) -> Iterator[Player]:
    """Answer every request from a cassette; see :func:`use`."""
    tape = Player(path, again or _again(path))
    with opening_by(tape.open):
        try:
            yield tape
        except CassetteError as error:
            _shorten(error.__traceback__)
            raise
    tape.finish()


def _shorten(place: TracebackType | None) -> None:
    """Cut off a traceback where the caller's code ends: forty frames of clients say nothing."""
    while place and place.tb_next:
        if _is_ours(place.tb_next.tb_frame.f_globals.get("__name__", "")):
            place.tb_next = None
        place = place.tb_next


def _is_ours(module: str) -> bool:
    return module.startswith("summarizer.") and not module.startswith("summarizer.cassettes.")


def _again(path: Path) -> str:
    """Return how to record a cassette again, by its name: NAME.STRATEGY.yaml is a seed's."""
    if path.parent.name == "failures":
        return "summarizer record failures"
    name, _, strategy = path.stem.rpartition(".")
    if name and strategy in {"one", "many"}:
        return f"summarizer record {name}"
    return f"run the same within summarizer.cassettes.use({str(path)!r}, record=True)"


def _request(request: "httpx2.Request") -> Request:
    path = request.url.raw_path.partition(b"?")[0].decode()
    return Request.of(request.method, path, request.headers, request.content)


def _secrets(sent: "list[httpx2.Request]") -> set[str]:
    """The keys in the headers of requests; 'Bearer KEY' has the key at its end."""
    held = (request.headers.get(name, "") for request in sent for name in CREDENTIALS)
    return {key for value in held for key in value.split()[-1:] if len(key) >= SHORTEST_KEY}


def _model(interactions: tuple[Interaction, ...]) -> str | None:
    """The model that answered last, as it names itself."""
    bodies = (each.response.body for each in reversed(interactions))
    names = (body.get("model") for body in bodies if isinstance(body, dict))
    return next((name for name in names if isinstance(name, str)), None)


def _kept(summary: Summary) -> dict[str, Any]:
    """A summary without what the requests hold, the folder it came from, and the time it took."""
    leaving_out = {"article": {"text", "source"}, "provenance": {"seconds"}}
    return summary.model_dump(mode="json", exclude=leaving_out)
