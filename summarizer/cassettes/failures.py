"""The failures that a llama.cpp server really produces, provoked one by one to be recorded."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.cassettes.recording import SUFFIX
from summarizer.cassettes.replay import recording
from summarizer.errors import ModelError
from summarizer.facets.question import Answer
from summarizer.llm.answers import Meter, ask
from summarizer.llm.base import Choice, Request
from summarizer.llm.opening import opener

CONTEXT = 512
"""Tokens of the server's context: small, so that little overflows it."""


class Said(Answer):
    """An answer like any other."""

    said: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that fails.

    Args:
        text: What is asked.
        answer: The answer's shape.
        max_tokens: The longest answer, in tokens.
        choice: What is wrong with the endpoint, given a right one.
    """

    text: str = "Say hello to the harbour."
    answer: type[Answer] = Said
    max_tokens: int = 40
    choice: Callable[[Choice], Choice] = lambda right: right

    def provoke(self, right: Choice) -> Answer:
        """Send the request.

        Args:
            right: An endpoint that answers other requests.

        Returns:
            The answer, if there is one after all.

        Raises:
            ModelError: The failure.
        """
        return asyncio.run(self._ask(self.choice(right)))

    async def _ask(self, choice: Choice) -> Answer:
        request = Request(
            [{"role": "user", "content": self.text}],
            self.answer.__name__,
            self.answer.model_json_schema(),
            self.max_tokens,
        )
        model = opener()(choice)
        async with aclosing(model):
            return await ask(model, request, self.answer, Meter())


FAILURES = {
    "context-overflow": Failure(text="The tide came in, and the tide went out. " * 60),
    "length-stop": Failure(max_tokens=3),
    "unknown-model": Failure(choice=lambda right: replace(right, name="no-such-model")),
    "wrong-key": Failure(choice=lambda right: replace(right, key="a-key-of-another-house")),
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
        right = Choice(alias, engine.base_url, engine.key, attempts=1)
        for name, failure in FAILURES.items():
            with recording(folder / f"{name}{SUFFIX}"), suppress(ModelError):
                failure.provoke(right)
