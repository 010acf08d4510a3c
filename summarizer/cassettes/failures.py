"""The failures that a llama.cpp server really produces, provoked one by one to be recorded."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import Field

from summarizer.cassettes.recording import SUFFIX
from summarizer.cassettes.replay import recording
from summarizer.errors import ModelError
from summarizer.facets.base import Answer
from summarizer.llm.client import Endpoint, Message, Meter, Model

CONTEXT = 512
"""Tokens of the server's context: small, so that little overflows it."""


class Said(Answer):
    """An answer like any other."""

    said: str


class Unspeakable(Answer):
    """An answer that llama.cpp cannot make a grammar of: there is no such type."""

    said: str = Field(json_schema_extra={"type": "harbour"})


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that fails.

    Args:
        text: What is asked.
        answer: The answer's shape.
        max_tokens: The longest answer, in tokens.
        endpoint: What is wrong with the endpoint, given a right one.
    """

    text: str = "Say hello to the harbour."
    answer: type[Answer] = Said
    max_tokens: int = 40
    endpoint: Callable[[Endpoint], Endpoint] = lambda right: right

    def provoke(self, right: Endpoint) -> Answer:
        """Send the request.

        Args:
            right: An endpoint that answers other requests.

        Returns:
            The answer, if there is one after all.

        Raises:
            ModelError: The failure.
        """
        return asyncio.run(self._ask(self.endpoint(right)))

    async def _ask(self, endpoint: Endpoint) -> Answer:
        messages: list[Message] = [{"role": "user", "content": self.text}]
        async with Model(endpoint) as model:
            return await model.ask(
                messages,
                self.answer,
                self.answer.model_json_schema(),
                max_tokens=self.max_tokens,
                meter=Meter(),
            )


FAILURES = {
    "bad-grammar": Failure(answer=Unspeakable),
    "context-overflow": Failure(text="The tide came in, and the tide went out. " * 60),
    "length-stop": Failure(max_tokens=3),
    "unknown-model": Failure(endpoint=lambda right: replace(right, model="no-such-model")),
    "wrong-key": Failure(endpoint=lambda right: replace(right, key="a-key-of-another-house")),
}
"""The failures by the names of their cassettes."""


def record_failures(folder: Path, model: str) -> None:
    """Provoke every failure of an embedded model's server and record it.

    Args:
        folder: Where the cassettes lie.
        model: The embedded model.

    Raises:
        CassetteError: A cassette could not be written.
        LocalModelError: The model cannot be fetched or started.
    """
    from summarizer.llm.local.engine import Engine, locate  # noqa: PLC0415  an extra

    path, alias = locate(model)
    with Engine(path, context=CONTEXT, alias=alias) as engine:
        right = Endpoint(engine.base_url, alias, engine.key, attempts=1)
        for name, failure in FAILURES.items():
            with recording(folder / f"{name}{SUFFIX}"), suppress(ModelError):
                failure.provoke(right)
