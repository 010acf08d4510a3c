"""The connection under the OpenAI client, bounded in seconds and in bytes.

The client of its own counts its seconds from byte to byte, so that an answer which trickles never
times out; it takes an answer of any size into memory; and it follows a redirect, which would send
the article to a place that nobody named.
"""

import asyncio
from functools import cache
from ssl import SSLContext
from typing import Any

from httpx2 import ReadTimeout, Request, Response, create_ssl_context
from openai import DefaultAsyncHttpxClient

from summarizer.errors import AnswerError

LARGEST = 4 * 2**20
"""Bytes of an answer, unpacked. The longest form of a long article takes about one megabyte."""

AS_SENT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that tell of the body as it was sent, packed and in chunks."""


class HttpClient(DefaultAsyncHttpxClient):
    """An HTTP client that waits so long for a whole answer, keeps so much, and follows nothing.

    Args:
        seconds: The longest wait for an answer, from sending the request to its last byte.
        **options: Those of ``httpx2.AsyncClient``.
    """

    def __init__(self, seconds: float, **options: Any) -> None:
        super().__init__(verify=_trusted(), follow_redirects=False, **options)
        self._seconds = seconds

    async def send(self, request: Request, *, stream: bool = False, **options: Any) -> Response:
        """Send a request and read its answer whole.

        Raises:
            ReadTimeout: The answer was not complete in time.
            AnswerError: It is larger than any answer is.
        """
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
