"""No network while tests run: only this machine, under its loopback addresses, can be reached."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from summarizer.errors import CassetteError


@contextmanager
def no_network() -> Iterator[None]:
    """Refuse every connection and look-up of a name but those of this machine itself.

    Raises:
        CassetteError: Another machine was to be reached; its name is in the message.

    Example:
        >>> with no_network():
        ...     try:
        ...         socket.create_connection(("192.0.2.1", 80))
        ...     except CassetteError as error:
        ...         print(error)
        The network is blocked; '192.0.2.1' was to be reached.
    """
    with ExitStack() as stack:
        for name in ("connect", "connect_ex"):
            guarded = _guarded(getattr(socket.socket, name))
            stack.enter_context(_replaced(socket.socket, name, guarded))
        look_up = _guarded_look_up(socket.getaddrinfo)
        stack.enter_context(_replaced(socket, "getaddrinfo", look_up))
        yield


@contextmanager
def _replaced(owner: Any, name: str, replacement: object) -> Iterator[None]:
    inherited = name not in vars(owner)  # socket.socket has its methods from C
    before = getattr(owner, name)
    setattr(owner, name, replacement)
    try:
        yield
    finally:
        if inherited:
            delattr(owner, name)
        else:
            setattr(owner, name, before)


def _guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            try:
                _require_loopback(address[0])
            except CassetteError:
                self.close()  # callers do so for an OSError only
                raise
        return connect(self, address)

    return guarded


def _guarded_look_up(look_up: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and name.endswith(".invalid"):  # RFC 6761: exists nowhere, no look-up needed
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if name and not _address(name):  # an address needs no look-up
            _require_loopback(name)
        return look_up(host, *args, **kwargs)

    return guarded


def _require_loopback(host: str) -> None:
    address = _address(host)
    if host == "localhost" or (address and address.is_loopback):
        return
    raise CassetteError(
        f"The network is blocked; {host!r} was to be reached.",
        hint="Answer from a cassette, or from a server on this machine.",
    )


def _address(host: str) -> IPv4Address | IPv6Address | None:
    """Read an address, also in the short forms that the system takes, such as 127.1."""
    with suppress(ValueError):
        return ip_address(host)
    with suppress(OSError):
        return IPv4Address(socket.inet_aton(host))
    return None
