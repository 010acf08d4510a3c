"""The connection under the OpenAI client, bounded in seconds and in bytes.

The client of its own counts its seconds from byte to byte, so that an answer which trickles never
times out; it takes an answer of any size into memory; and it follows a redirect, which would send
the article to an address that the user did not give.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache, partial
from ssl import SSLContext
from typing import Any

from httpx2 import ReadTimeout, Request, Response, create_ssl_context
from openai import DefaultAsyncHttpxClient

from summarizer.errors import AnswerError

LARGEST = 4 * 2**20
"""Bytes of an answer, unpacked. The longest form of a long article takes about one megabyte."""

AS_SENT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that tell of the body as it was sent, packed and in chunks."""


Wire = Callable[[Request, Callable[[], Awaitable[Response]]], Awaitable[Response]]
"""Given a request and what sends it, returns the answer: that of the endpoint, or another one."""


class HttpClient(DefaultAsyncHttpxClient):
    """An HTTP client that waits so long for a whole answer, keeps so much, and follows nothing.

    Args:
        seconds: The longest wait for an answer, from sending the request to its last byte.
        wire: Comes between this client and its connection, as a cassette does.
        outside: Whether it goes to the network: by certificates, and proxies of the environment.
    """

    def __init__(self, seconds: float, *, wire: Wire | None = None, outside: bool = True) -> None:
        trusted = _trusted() if outside else False
        super().__init__(verify=trusted, trust_env=outside, follow_redirects=False)
        self._seconds = seconds
        self._wire = wire

    async def send(self, request: Request, *, stream: bool = False, **options: Any) -> Response:
        """Send a request, unless the wire does not, and read its answer whole.

        Raises:
            ReadTimeout: The answer was not complete in time.
            AnswerError: It is larger than any answer is.
        """
        send = partial(self._sent, request, **options)
        return await (self._wire(request, send) if self._wire else send())

    async def _sent(self, request: Request, **options: Any) -> Response:
        try:
            async with asyncio.timeout(self._seconds):
                return await _whole(await super().send(request, stream=True, **options))
        except TimeoutError as error:
            raise ReadTimeout("The answer was not complete in time.", request=request) from error


@cache
def _trusted() -> SSLContext:
    """Read the certificates of this machine once: it takes longer than a short answer."""
    return create_ssl_context()


async def _whole(response: Response) -> Response:
    body = bytearray()
    try:
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > LARGEST:
                raise AnswerError(f"The endpoint sent more than {LARGEST >> 20} MB as an answer.")
    finally:
        await response.aclose()
    return Response(
        response.status_code,
        headers=[each for each in response.headers.multi_items() if each[0] not in AS_SENT],
        content=bytes(body),
        request=response.request,
    )
