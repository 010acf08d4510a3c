"""The connection under the OpenAI client, bounded in seconds and in bytes.

The client of its own counts its seconds from byte to byte, so that an answer which trickles never
times out; it takes an answer of any size into memory; and it follows a redirect, which would send
the article to an address that the user did not give.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import cache, partial
from ssl import SSLContext
from typing import Any
from urllib.parse import urlencode

from httpx2 import ReadTimeout, Request, Response, create_ssl_context
from openai import DefaultAsyncHttpxClient, Omit

from summarizer.errors import AnswerError

LARGEST = 4 * 2**20
"""Bytes of an answer, unpacked. The longest form of a long article takes about one megabyte."""

AS_SENT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that tell of the body as it was sent, packed and in chunks."""


SHORTEST_SECRET = 8
"""Characters. What is shorter is no key, and may be a word of any answer."""

HIDDEN = "..."
"""What an error shows in the place of a key."""

SIGNED = "Authorization"
"""The header of the key, spelt as the client spells it: it takes another spelling for another."""

Wire = Callable[[Request, Callable[[], Awaitable[Response]]], Awaitable[Response]]
"""Given a request and what sends it, returns the answer: that of the endpoint, or another one."""


class HttpClient(DefaultAsyncHttpxClient):
    """An HTTP client that waits so long for a whole answer, keeps so much, and follows nothing.

    Args:
        seconds: The longest wait for an answer, from sending the request to its last byte.
        wire: Comes between this client and its connection, as a cassette does.
        key: The key of the endpoint; without one, no ``Authorization`` is sent.
        headers: Headers of every request. These and the key are taken out of errors that repeat
            them.
        query: What comes behind the path of every request. It may hold a key: so it is added here,
            and not in the address that logs, errors and cassettes see.
        **options: Those of ``httpx2.AsyncClient``, such as ``verify``, the certificates.
    """

    def __init__(
        self,
        seconds: float,
        *,
        wire: Wire | None = None,
        key: str = "",
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(follow_redirects=False, **options)
        self._seconds = seconds
        self._wire = wire
        self._query = urlencode(query or {}).encode()
        self._signed = bool(key) or SIGNED.lower() in map(str.lower, headers or {})
        given = " ".join((key, *(headers or {}).values(), *(query or {}).values()))
        self._secrets = [word for word in given.split() if len(word) >= SHORTEST_SECRET]

    async def send(self, request: Request, *, stream: bool = False, **options: Any) -> Response:
        """Send a request, unless the wire does not, and read its answer whole.

        A file, for which the client asks as a stream, is read by its taker, piece by piece.

        Raises:
            ReadTimeout: The answer was not complete in time.
            AnswerError: It is larger than any answer is.
        """
        if not self._signed:
            request.headers.pop(SIGNED, None)  # the client cannot do without
        if self._query:
            path = request.url.raw_path
            target = path + (b"&" if b"?" in path else b"?") + self._query
            request.extensions = {**request.extensions, "target": target}
        send = partial(self._sent, request, stream=stream, **options)
        return await (self._wire(request, send) if self._wire else send())

    async def _sent(self, request: Request, *, stream: bool, **options: Any) -> Response:
        try:
            async with asyncio.timeout(self._seconds):
                response = await super().send(request, stream=True, **options)
                return response if stream else await _whole(response, self._secrets)
        except TimeoutError as error:
            raise ReadTimeout("The answer was not complete in time.", request=request) from error


@cache
def trusted() -> SSLContext:
    """Read the certificates of this machine once: it takes longer than a short answer."""
    return create_ssl_context()


def headers_of(given: Mapping[str, str], key: str) -> dict[str, Any]:
    """Return the headers of every request: those that are given and the key, and no others.

    The OpenAI client would send what ``OPENAI_*`` variables hold to any address.

    Args:
        given: Headers, which win over the key.
        key: The key.

    Example:
        >>> headers_of({"X-Title": "news"}, "s3cret")["Authorization"]
        'Bearer s3cret'
    """
    lines = os.environ.get("OPENAI_CUSTOM_HEADERS", "").split("\n")
    unasked = ["OpenAI-Organization", "OpenAI-Project", *(line.split(":")[0] for line in lines)]
    signed = {SIGNED: f"Bearer {key}"}
    own = {SIGNED if name.lower() == SIGNED.lower() else name: given[name] for name in given}
    return {name.strip(): Omit() for name in unasked} | signed | own


async def _whole(response: Response, secrets: Iterable[str]) -> Response:
    body = bytearray()
    try:
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > LARGEST:
                raise AnswerError(
                    f"The endpoint sent more than {LARGEST >> 20} MB as an answer.",
                    hint="Check that --base-url leads to an OpenAI-compatible API.",
                )
    finally:
        await response.aclose()
    headers = [each for each in response.headers.multi_items() if each[0] not in AS_SENT]
    content = bytes(body)
    for secret in () if response.is_success else secrets:
        headers = [(name, value.replace(secret, HIDDEN)) for name, value in headers]
        content = content.replace(secret.encode(), HIDDEN.encode())
    return Response(
        response.status_code, headers=headers, content=content, request=response.request
    )
