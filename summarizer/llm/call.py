"""The call of an endpoint: by ``create()`` of the OpenAI client where that is watched."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from httpx2 import Response
    from openai import AsyncOpenAI

CREATE = "openai.resources.chat.completions"
"""The module of ``create()``. To load it takes half a second, and each call by it twice the time.
Who watches it, as OpenTelemetry's instrumentors do, has loaded it."""

SEEN = ("model", "messages", "max_tokens", "max_completion_tokens", "temperature")
"""The fields that are arguments of ``create()``, for those who watch; it would go through every key
of a schema, and so the rest is its ``extra_body``."""


async def call(client: "AsyncOpenAI", body: dict[str, Any]) -> "Response":
    """Send a request to ``/chat/completions``, and return the answer as it came.

    Args:
        client: The client of the endpoint.
        body: What is sent; it is the same in both ways.

    Raises:
        OpenAIError: The endpoint failed.
    """
    if CREATE in sys.modules:
        return await _created(client, body)
    from httpx2 import Response  # noqa: PLC0415  loads the client

    return await client.post(
        "/chat/completions",
        cast_to=Response,
        body=body,
        options={"security": {"bearer_auth": True}},
    )


async def _created(client: "AsyncOpenAI", body: dict[str, Any]) -> "Response":
    seen = {name: body[name] for name in SEEN if name in body}
    rest = {name: value for name, value in body.items() if name not in SEEN}
    create: Any = client.chat.completions.with_raw_response.create
    answer: Response = (await create(**seen, extra_body=rest)).http_response
    return answer
