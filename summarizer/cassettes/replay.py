"""A cassette in use: records what goes over the wire, or answers from what was recorded.

vcrpy intercepts the client's transport and asks the two classes here, which stand in for its own
cassette: they match on the meaning of a body, keep no key, and never go to the network in a
replay.
"""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace, TracebackType
from typing import Any
from unittest.mock import patch

from summarizer.cassettes.miss import miss, unplayed
from summarizer.cassettes.recording import (
    Interaction,
    Metadata,
    Recording,
    Request,
    Response,
    complaint,
    read,
    write,
)
from summarizer.errors import CassetteError, MissingExtraError
from summarizer.prompting.templates import Templates
from summarizer.schema import Summary

CREDENTIALS = ("authorization", "api-key", "x-api-key")
"""The headers in which endpoints take a key."""

SHORTEST_KEY = 8
"""Characters. What is shorter ("none", say) is a placeholder, and a word of any article."""


class _Tape:
    """What vcrpy wants to know of a cassette."""

    custom_patches = ()
    skip_patchers: tuple[str, ...] = ()
    write_protected = False  # our own errors say more than vcrpy's


class Player(_Tape):
    """Answers requests from a recording, each as often as it was recorded.

    Args:
        path: The cassette.
        again: How it is recorded anew, for the hints of errors.

    Raises:
        CassetteError: The cassette is missing or broken.
    """

    def __init__(self, path: Path, again: str) -> None:
        self.recording = read(path, again)
        self._path = str(path)
        self._again = again
        self._left = list(self.recording.interactions)
        self._missed: CassetteError | None = None

    def can_play_response_for(self, request: Any) -> bool:
        """Tell vcrpy that there is an answer; where there is none, raise instead."""
        asked = _request(request)
        if self._find(asked) is None:
            self._missed = miss(self.recording, asked, self._path, self._again)
            raise self._missed
        return True

    def play_response(self, request: Any) -> dict[str, Any]:
        """Return the first answer to a request that was not given yet."""
        found = self._find(_request(request))
        if found is None:
            raise AssertionError("vcrpy asks can_play_response_for first")
        self._left.remove(found)
        response = found.response
        return {
            "status": {"code": response.status, "message": None},
            "headers": {name: [value] for name, value in response.headers.items()},
            "body": {"string": response.content},
        }

    def finish(self) -> None:
        """Require that nothing was asked in vain, and nothing recorded in vain."""
        if self._missed:
            raise self._missed
        if self._left:
            raise unplayed([each.request for each in self._left], self._path, self._again)

    def _find(self, asked: Request) -> Interaction | None:
        wanted = asked.canonical
        return next((each for each in self._left if each.request.canonical == wanted), None)


class Recorder(_Tape):
    """Lets requests through and keeps them with their answers.

    Args:
        path: The cassette that is written at the end, if all went well.

    Attributes:
        summary: What came out, if it shall be kept for the report on a later recording.
        weights: Digest of the model's weights, where it is known.
    """

    def __init__(self, path: Path) -> None:
        self.summary: Summary | None = None
        self.weights: str | None = None
        self._path = path
        self._began = time.perf_counter()
        self._sent: list[Any] = []
        self._answers: dict[int, Response] = {}

    def can_play_response_for(self, request: Any) -> bool:
        """Take note of the request, in the order of asking, and let it through."""
        self._sent.append(request)
        return False

    def append(self, request: Any, response: dict[str, Any]) -> None:
        """Keep the answer to a request."""
        from vcr.filters import decode_response  # type: ignore[import-untyped]  # noqa: PLC0415

        plain = decode_response(response)
        headers = {name: values[0] for name, values in plain["headers"].items()}
        self._answers[id(request)] = Response.of(
            plain["status"]["code"], headers, plain["body"]["string"]
        )

    def finish(self) -> None:
        """Write the cassette."""
        interactions = tuple(
            Interaction(request=_request(sent), response=self._answers[id(sent)])
            for sent in self._sent
            if id(sent) in self._answers
        )
        if not interactions:
            raise complaint(
                f"Nothing was recorded for {str(self._path)!r}: no request was answered.",
                "Ask a model while the cassette records.",
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
        record: Whether to send the requests to the model and record them anew.
        again: How the cassette is recorded anew, in words for the user, such as a command.

    Returns:
        A context manager. What it raises it raises when it is entered, used, or left.

    Raises:
        CassetteError: The cassette is missing or broken; a request has no answer on it, or an
            answer was not asked for; the key would stand in the file.
        MissingExtraError: vcrpy is not installed.

    Example:
        >>> from summarizer import summarize
        >>> with use("cassettes/harbour.many.yaml"):  # doctest: +SKIP
        ...     summary = summarize(article)
    """
    return recording(Path(path)) if record else replaying(Path(path), again)


@contextmanager
def recording(path: Path) -> Iterator[Recorder]:
    """Record a cassette; see :func:`use`.

    An embedded model reads all anew, or the recording would depend on what it was asked before.
    """
    tape = Recorder(path)
    with _intercepting(tape), patch("summarizer.llm.local.states.States.reading", nullcontext):
        yield tape
    tape.finish()


@contextmanager
def replaying(path: Path, again: str | None = None) -> Iterator[Player]:
    """Answer every request from a cassette; see :func:`use`."""
    tape = Player(path, again or _again(path))
    with _intercepting(tape), patch("summarizer.llm.local.engine.engine_for", _no_engine):
        try:
            yield tape
        except CassetteError as error:
            _shorten(error.__traceback__)
            raise
    tape.finish()


@contextmanager
def _intercepting(tape: Player | Recorder) -> Iterator[None]:
    try:
        from vcr.patch import (  # type: ignore[import-untyped]  # noqa: PLC0415  loads all clients
            PATCHER_NAMES,
            CassettePatcherBuilder,
        )
    except ImportError as error:
        raise MissingExtraError(
            "Cassettes need vcrpy, which is not installed.",
            hint="Run: pip install 'summarizer[cassettes]'",
        ) from error
    # Every client is left alone but the one that the OpenAI client rides on.
    tape.skip_patchers = tuple(name for name in PATCHER_NAMES if name != "httpx2")
    with ExitStack() as stack:
        for patcher in CassettePatcherBuilder(tape).build():
            stack.enter_context(patcher)
        yield


def _shorten(place: TracebackType | None) -> None:
    """Cut off a traceback where the caller's code ends: forty frames of clients say nothing."""
    while place and place.tb_next:
        if _is_ours(place.tb_next.tb_frame.f_globals.get("__name__", "")):
            place.tb_next = None
        place = place.tb_next


def _is_ours(module: str) -> bool:
    return module.startswith("summarizer.") and not module.startswith("summarizer.cassettes.")


def _no_engine(model: str, tokens: int, slots: int) -> SimpleNamespace:
    """Stand in for the embedded engine, which a replay has no need to fetch or start.

    It has all the context and slots that it is asked for: what its model was trained on is not
    recorded.
    """
    from summarizer.llm.local import catalogue  # noqa: PLC0415  with the engine only

    kind, _, rest = model.partition(":")
    alias = Path(rest).stem if kind == "gguf" else rest or catalogue.DEFAULT
    return SimpleNamespace(
        base_url="http://cassette.invalid/v1",
        alias=alias,
        key="",
        context=tokens,
        slots=slots,
        take=lambda: 0,
        give_back=lambda _: None,
        states=None,
    )


def _again(path: Path) -> str:
    """How a cassette is recorded anew, by its name: NAME.STRATEGY.yaml is a seed's."""
    if path.parent.name == "failures":
        return "summarizer record failures"
    name, _, strategy = path.stem.rpartition(".")
    if name and strategy in {"one", "many"}:
        return f"summarizer record {name}"
    return f"run the same within summarizer.cassettes.use({str(path)!r}, record=True)"


def _request(request: Any) -> Request:
    return Request.of(request.method, request.path, request.headers, request.body or b"")


def _secrets(sent: list[Any]) -> set[str]:
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
