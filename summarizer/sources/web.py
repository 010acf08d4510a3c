"""Web addresses: fetched within bounds of place, size, time and courtesy.

httpx2 is the client: it comes with openai, so the base install has it, and it lets a request go to
an IP address while the ``Host`` header and the certificate stay those of the name. That pins each
connection to the address that was checked without a transport of our own. It runs in asyncio,
since there one timeout bounds everything: redirects, slow headers and endless bodies together.
Proxies and ``.netrc`` are not used: a proxy would resolve the name again, unseen.
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
"""The name under which ``robots.txt`` speaks to this library."""
MAX_REDIRECTS = 5
MAX_BYTES = 10_000_000
"""Largest answer after decompression; the pages of big newspapers are under 3 MB."""
MAX_SECONDS = 30.0
"""For everything together: ``robots.txt``, redirects and the page."""
_CONNECT_SECONDS = 8.0
_ROBOTS_BYTES = 512_000
"""RFC 9309, 2.5 asks to parse at least 500 KiB."""
_DAY = 86_400
"""Seconds for which a ``robots.txt`` may be remembered (RFC 9309, 2.4)."""

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
    """Fetch an address.

    Args:
        url: An http or https address without a user name in it.
        allow_private: Whether addresses outside the public network may be visited.

    Returns:
        What kind of text it is, and its content, at most 10 MB.

    Raises:
        ArticleError: It cannot be fetched, may not be, or is of no kind that is read; after 30
            seconds at most, but for what the system's resolver takes over its last look-up.
    """
    try:
        # A thread of its own, as the caller's may run an event loop already (a notebook's does).
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
            told = _told(place, response)
            data = await _body(place, response)
    content = Content(data, url, url=str(place), charset=codec(response.charset_encoding))
    return _kind(place, told, data), content


@asynccontextmanager
async def _visit(
    url: httpx2.URL, allow_private: bool, *, polite: bool
) -> AsyncIterator[tuple[httpx2.URL, httpx2.Response]]:
    """Follow redirects, each checked like the first address; yield where they end."""
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
            f"{str(url)!r} is no http or https address.", hint="Give a path, http:// or https://."
        )
    if url.port is not None and not 0 < url.port < 65_536:
        raise ArticleError(f"{url.port} is no port.", hint="Check the address.")
    if url.userinfo:
        raise ArticleError(
            f"The address at {url.host} holds a user name.", hint="Give it without one."
        )


@asynccontextmanager
async def _answer(url: httpx2.URL, addresses: list[str]) -> AsyncIterator[httpx2.Response]:
    """Ask the first of the addresses that accepts a connection.

    Each answer has a client of its own: a connection kept for one name must not serve another
    that happens to live at the same address.
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
    """Read the host's ``robots.txt`` as RFC 9309 says and refuse what it forbids.

    Without one (4xx) everything is allowed; while it cannot be had (5xx), nothing is.
    """
    home = url.join("/robots.txt")
    key = str(home), int(time.time() // _DAY)
    if key not in _robots:
        async with _visit(home, allow_private, polite=False) as (place, response):
            if response.is_server_error:
                raise ArticleError(
                    f"{place} answers {_status(response)}, so nothing may be read there now.",
                    hint="Try again later.",
                )
            data = await _body(place, response) if response.is_success else b""
        _robots[key] = Protego.parse(data[:_ROBOTS_BYTES].decode("utf-8", "replace"))
    if not _robots[key].can_fetch(str(url), AGENT):
        raise ArticleError(f"The robots.txt of {url.host} forbids reading {url}.", hint=_SAVE)


def _status(response: httpx2.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}".strip()


def _told(url: httpx2.URL, response: httpx2.Response) -> Kind:
    """Return the kind that the server tells, before anything of it is read."""
    told = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if told not in _TYPES:
        raise ArticleError(
            f"{url} is of the type {told or 'unknown'!r}, not a text that can be read.",
            hint="Give the address of a web page, PDF, feed or text.",
        )
    return _TYPES[told]


def _kind(url: httpx2.URL, told: Kind, data: bytes) -> Kind:
    """Return the kind that the data are; a server that told something else is not believed."""
    seen = sniff(data)
    if (told == "pdf") != (seen == "pdf") or (told != "pdf" and b"\0" in data):
        raise ArticleError(f"{url} is not {told}, though its server says so.", hint=_SAVE)
    if told in {"html", "feed"} and seen in {"html", "feed"}:
        return seen
    by_name = kind_of(url.path, b"")
    return by_name if told == "text" and by_name in {"markdown", "jsonl"} else told
