"""The address of an endpoint, and which of the keys around belong to it.

A query in the address is kept apart from it: it may hold a key, and an address is shown in errors,
logs and manifests.
"""

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Self
from urllib.parse import parse_qsl, urlsplit

OPENAI = "api.openai.com"
"""OpenAI's own host; the hosts of its regions are below it."""

PASTED = "/chat/completions"
"""The end of an address that was copied from an example; the client adds it again."""


@dataclass(frozen=True, slots=True)
class Address:
    """An endpoint's address, taken apart.

    Args:
        base: What is in front of ``/chat/completions``.
        query: What comes behind the path of every request; shown nowhere.
    """

    base: str
    query: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """Take an address apart.

        Raises:
            ValueError: It is no address.

        Example:
            >>> Address.of("https://example.org/v1/chat/completions?api-version=1").base
            'https://example.org/v1'
        """
        parts = urlsplit(text.strip())
        path = parts.path.rstrip("/").removesuffix(PASTED).rstrip("/")
        base = parts._replace(path=path, query="", fragment="").geturl()
        return cls(base, dict(parse_qsl(parts.query, keep_blank_values=True)))


def is_web(base_url: str) -> bool:
    """Return whether an address is one of http or https, with a host.

    Example:
        >>> is_web("https://example.org/v1"), is_web("example.org/v1"), is_web("http://a:b")
        (True, False, False)
    """
    scheme, host, _ = origin(base_url)
    return scheme in {"http", "https"} and bool(host)


def is_openai(base_url: str) -> bool:
    """Return whether an address is OpenAI's own, so that OpenAI's keys may go there.

    Example:
        >>> is_openai("https://eu.api.openai.com/v1"), is_openai("https://api.openai.com.evil.org")
        (True, False)
    """
    scheme, host, port = origin(base_url)
    return scheme == "https" and port == 443 and (host == OPENAI or host.endswith(f".{OPENAI}"))


def is_loopback(base_url: str) -> bool:
    """Return whether an address is this machine, which no proxy can reach.

    Example:
        >>> is_loopback("http://127.0.0.1:8000/v1"), is_loopback("http://example.org/v1")
        (True, False)
    """
    host = origin(base_url)[1]
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def origin(base_url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address: where a key that was given with it belongs.

    Example:
        >>> origin("https://Example.org/v1"), origin("http://[")
        (('https', 'example.org', 443), ('', '', 0))
    """
    try:
        parts = urlsplit(base_url.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return "", "", 0
    return parts.scheme, (parts.hostname or "").rstrip("."), port
