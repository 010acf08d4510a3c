"""Fetch URLs, with limits on address, size and time, and with respect for ``robots.txt``.

The client is httpx2, which openai installs anyway. It can connect to an IP address and still use
the host name for the ``Host`` header and the certificate. So each connection goes to the address
that was checked, without a custom transport. It runs in asyncio, because there one timeout covers
redirects, slow headers and endless bodies together. Proxies and ``.netrc`` are not used: a proxy
would resolve the name again, without our check.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, asynccontextmanager

import httpx2
from protego import Protego

from summarizer import __version__
from summarizer.errors import ArticleError
from summarizer.sources.address import resolve
from summarizer.sources.content import Content, Kind, codec, kind_of, sniff

AGENT = "summarizer"
"""The user agent that a ``robots.txt`` names to address this library."""
MAX_REDIRECTS = 5
MAX_BYTES = 10_000_000
"""Largest response, in bytes after decompression. Pages of big newspapers are under 3 MB."""
MAX_SECONDS = 30.0
"""Limit for ``robots.txt``, redirects and the page together."""
_CONNECT_SECONDS = 8.0
_ROBOTS_BYTES = 512_000
"""RFC 9309, section 2.5: at least 500 KiB must be parsed."""
_DAY = 86_400
"""Seconds for which a ``robots.txt`` may be cached (RFC 9309, section 2.4)."""

_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (reads single articles when asked to)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,"
    "application/atom+xml,application/xml;q=0.9,text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}

_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/jsonl": "jsonl",
    "application/x-jsonlines": "jsonl",
    "application/x-ndjson": "jsonl",
}
_SAVE = "Save the page with a browser and give the file."

_robots: dict[tuple[str, int], Protego] = {}


def fetch(url: str, *, allow_private: bool = False) -> tuple[Kind, Content]:
    """Fetch a URL.

    Args:
        url: An http or https URL without a user name.
        allow_private: Whether it may lead to addresses outside the public network.

    Returns:
        The kind of the content, and the content, at most 10 MB.

    Raises:
        ArticleError: It cannot be fetched, is forbidden, or has a kind that is not supported. It
            is raised after at most 30 seconds, plus the time of a last DNS look-up.
    """
    try:
        # In another thread, because the caller may run an event loop, as a notebook does.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(lambda: asyncio.run(_fetch(url, allow_private))).result()
    except TimeoutError as error:
        raise ArticleError(
            f"{url} took longer than {MAX_SECONDS:.0f} seconds.", hint=_SAVE
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise ArticleError(f"{url} cannot be fetched: {reason}.", hint=_SAVE) from error


async def _fetch(url: str, allow_private: bool) -> tuple[Kind, Content]:
    async with asyncio.timeout(MAX_SECONDS):
        async with _visit(httpx2.URL(url), allow_private, polite=True) as (place, response):
            if not response.is_success:
                raise ArticleError(f"{place} answers {_status(response)}.", hint=_SAVE)
            declared = _declared_kind(place, response)
            data = await _body(place, response)
    content = Content(data, url, url=str(place), charset=codec(response.charset_encoding))
    return _kind(place, declared, data), content


@asynccontextmanager
async def _visit(
    url: httpx2.URL, allow_private: bool, *, polite: bool
) -> AsyncIterator[tuple[httpx2.URL, httpx2.Response]]:
    """Follow redirects, each checked like the first URL; yield the last response."""
    for _ in range(MAX_REDIRECTS + 1):
        _check(url)
        port = url.port or {"http": 80, "https": 443}[url.scheme]
        addresses = await resolve(url.raw_host.decode(), port, allow_private=allow_private)
        if polite:
            await _ask_robots(url, allow_private)
        async with _answer(url, addresses) as response:
            if not response.has_redirect_location:
                yield url, response
                return
            url = url.join(response.headers["location"]).copy_with(fragment=None)
    raise ArticleError(f"More than {MAX_REDIRECTS} redirects, the last to {url}.", hint=_SAVE)


def _check(url: httpx2.URL) -> None:
    if url.scheme not in {"http", "https"} or not url.host:
        raise ArticleError(
            f"{str(url)!r} is not an http or https URL.", hint="Give a path, http:// or https://."
        )
    if url.port is not None and not 0 < url.port < 65_536:
        raise ArticleError(f"{url.port} is not a port.", hint="Check the address.")
    if url.userinfo:
        raise ArticleError(
            f"The URL of {url.host} contains a user name.", hint="Give it without one."
        )


@asynccontextmanager
async def _answer(url: httpx2.URL, addresses: list[str]) -> AsyncIterator[httpx2.Response]:
    """Send the request to the first address that accepts a connection.

    Each response has its own client: a connection kept open for one host name must not be used for
    another one at the same address.
    """
    timeout = httpx2.Timeout(MAX_SECONDS, connect=_CONNECT_SECONDS)
    transport = httpx2.AsyncHTTPTransport()
    async with httpx2.AsyncClient(transport=transport, timeout=timeout, trust_env=False) as client:
        for address in addresses:
            request = client.build_request(
                "GET",
                url.copy_with(host=address),
                headers=_HEADERS | {"Host": url.netloc.decode()},
                extensions={"sni_hostname": url.raw_host.decode()},
            )
            try:
                response = await client.send(request, stream=True)
            except (httpx2.ConnectError, httpx2.ConnectTimeout):
                if address == addresses[-1]:
                    raise
                continue
            async with aclosing(response):
                yield response
            return


async def _body(url: httpx2.URL, response: httpx2.Response) -> bytes:
    data = bytearray()
    async with aclosing(response.aiter_bytes()) as chunks:
        async for chunk in chunks:
            data += chunk
            if len(data) > MAX_BYTES:
                raise ArticleError(f"{url} is longer than {MAX_BYTES / 1e6:.0f} MB.", hint=_SAVE)
    return bytes(data)


async def _ask_robots(url: httpx2.URL, allow_private: bool) -> None:
    """Apply the host's ``robots.txt`` (RFC 9309).

    If there is none (4xx), everything is allowed; if the server fails (5xx), nothing is.
    """
    home = url.join("/robots.txt")
    key = str(home), int(time.time() // _DAY)
    if key not in _robots:
        async with _visit(home, allow_private, polite=False) as (place, response):
            if response.is_server_error:
                raise ArticleError(
                    f"{place} answers {_status(response)}, so reading is not allowed now.",
                    hint="Try again later.",
                )
            data = await _body(place, response) if response.is_success else b""
        _robots[key] = Protego.parse(data[:_ROBOTS_BYTES].decode("utf-8", "replace"))
    if not _robots[key].can_fetch(str(url), AGENT):
        raise ArticleError(f"The robots.txt of {url.host} forbids reading {url}.", hint=_SAVE)


def _status(response: httpx2.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}".strip()


def _declared_kind(url: httpx2.URL, response: httpx2.Response) -> Kind:
    """Return the kind of the response by its content type, before the body is read."""
    declared = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if declared not in _TYPES:
        raise ArticleError(
            f"{url} is of the type {declared or 'unknown'!r}, not a text that can be read.",
            hint="Give the address of a web page, PDF, feed or text.",
        )
    return _TYPES[declared]


def _kind(url: httpx2.URL, declared: Kind, data: bytes) -> Kind:
    """Return the kind of the data; refuse a server that declared something else."""
    seen = sniff(data)
    if (declared == "pdf") != (seen == "pdf") or (declared != "pdf" and b"\0" in data):
        raise ArticleError(f"{url} is not {declared}, though its server says so.", hint=_SAVE)
    if declared in {"html", "feed"} and seen in {"html", "feed"}:
        return seen
    by_name = kind_of(url.path, b"")
    return by_name if declared == "text" and by_name in {"markdown", "jsonl"} else declared
