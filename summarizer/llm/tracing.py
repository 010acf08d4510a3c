"""OpenTelemetry spans by its conventions for generative AI, where the program uses its API.

A span for an article, and one for each request to a model. Prompts, answers and keys are in none.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summarizer import __version__
from summarizer.errors import SummarizerError
from summarizer.llm.address import origin
from summarizer.llm.base import Reply
from summarizer.llm.sanitising import sanitised
from summarizer.schema import Usage

if TYPE_CHECKING:
    from opentelemetry.trace import Span

Traits = Mapping[str, Any]
"""Attributes by their names; those that are None are left out."""


COUNTS = {
    "gen_ai.usage.input_tokens": "prompt_tokens",
    "gen_ai.usage.output_tokens": "completion_tokens",
}
"""Attributes, and the fields of a usage that they are taken from."""

LARGEST = 2**63
"""No attribute is an integer of so much."""

LONGEST = 200
"""Characters of what an endpoint calls its model, or the end of an answer."""


@contextmanager
def tracing(
    name: str, traits: Traits, *, client: bool = False
) -> Iterator[Callable[[Traits], None]]:
    """Open a span until the block ends; do nothing where the program has not imported the API.

    Who wants spans has set a provider, and imported it for that. The import takes a while.

    Args:
        name: The name of the span.
        traits: What is known beforehand.
        client: Whether another process is asked.

    Yields:
        What takes the attributes that are known later.
    """
    if "opentelemetry.trace" not in sys.modules:
        yield lambda _: None
        return
    from opentelemetry.trace import SpanKind, get_tracer  # noqa: PLC0415  optional

    kind = SpanKind.CLIENT if client else SpanKind.INTERNAL
    opened = get_tracer("summarizer", __version__).start_as_current_span(
        name, kind=kind, record_exception=False, set_status_on_exception=False
    )
    with opened as span:
        span.set_attributes(_known(traits))
        try:
            yield lambda more: span.set_attributes(_known(more))
        except BaseException as error:
            _fail(span, error)
            raise


def request_traits(body: Mapping[str, Any], base_url: str) -> Traits:
    """Return what a span says of a request: its parameters, and where it goes.

    Args:
        body: What is sent.
        base_url: The endpoint.
    """
    _, host, port = origin(base_url)
    return {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",  # the API that is spoken, whoever answers
        "gen_ai.request.model": body.get("model"),
        "gen_ai.request.max_tokens": body.get("max_tokens", body.get("max_completion_tokens")),
        "gen_ai.request.temperature": body.get("temperature"),
        "gen_ai.output.type": "json",
        "server.address": host,
        "server.port": port,
    }


def answer_traits(told: object) -> Traits:
    """Return what a span says of an answer, whose shape nobody has checked.

    Args:
        told: The body of the answer.

    Example:
        >>> answer_traits({"model": "m", "choices": [{"finish_reason": "stop"}]})
        {'gen_ai.response.model': 'm', 'gen_ai.response.finish_reasons': ['stop']}
    """
    choices, usage = _part(told, "choices"), _part(told, "usage")
    each = choices if isinstance(choices, list) else []
    reasons = [_word(str(reason)) for choice in each if (reason := _part(choice, "finish_reason"))]
    counts = {name: _count(_part(usage, field)) for name, field in COUNTS.items()}
    model = _part(told, "model")
    return _known(
        {
            "gen_ai.response.model": _word(model) if isinstance(model, str) else None,
            "gen_ai.response.finish_reasons": reasons,
            **counts,
        }
    )


def reply_traits(reply: Reply) -> Traits:
    """Return what a span says of the reply of a user's model."""
    return {
        "gen_ai.response.model": reply.model and _word(reply.model),
        "gen_ai.response.finish_reasons": [reply.ended],
        **usage_traits(reply.usage),
    }


def usage_traits(usage: Usage) -> Traits:
    """Return the attributes that say what was spent.

    Example:
        >>> usage_traits(Usage(prompt_tokens=9))["gen_ai.usage.input_tokens"]
        9
    """
    return {name: getattr(usage, field) for name, field in COUNTS.items()}


def _part(whole: object, name: str) -> Any:
    return whole.get(name) if isinstance(whole, dict) else None


def _word(said: str) -> str:
    """Return what an endpoint calls something, so that any exporter can write it."""
    return str(sanitised(said[:LONGEST]))


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and 0 <= value < LARGEST else None


def _fail(span: "Span", error: BaseException) -> None:
    """Say how the block failed, in our words alone: others' may repeat the article."""
    from opentelemetry.trace import StatusCode  # noqa: PLC0415  optional

    spent = getattr(error, "usage", None)
    if isinstance(spent, Usage):
        span.set_attributes(_known(usage_traits(spent)))
    kind = getattr(error, "reason", None) or getattr(error, "status_code", None)
    span.set_attribute("error.type", str(kind or type(error).__name__))
    span.set_status(StatusCode.ERROR, str(error) if isinstance(error, SummarizerError) else None)


def _known(traits: Traits) -> dict[str, Any]:
    return {name: value for name, value in traits.items() if value is not None}
