"""Protection against server-side request forgery: which network addresses may be fetched.

A host name is resolved once, all its addresses are checked, and the caller connects to a checked
address. So a name that resolves differently the second time (DNS rebinding) has no effect.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from summarizer.errors import ArticleError

_UNICAST = ip_network("2000::/3")
"""Global unicast: the IPv6 addresses of the public network (IANA)."""
_NAT64 = ip_network("64:ff9b::/96")
"""NAT64: the last 32 bits are an IPv4 address (RFC 6052)."""


def is_public(address: str) -> bool:
    """Return whether an IP address belongs to the public network.

    Private, loopback, link-local, multicast, reserved and unspecified addresses do not. Neither do
    the tunnels 6to4 and Teredo, which contain another address. IPv4 in IPv6 is unwrapped first.

    Example:
        >>> is_public("192.0.43.8"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
        (True, False, False)
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        wrapped = IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.ipv4_mapped
        if wrapped is None and (ip not in _UNICAST or ip.sixtofour or ip.teredo):
            return False
        ip = wrapped or ip
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


async def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """Return the addresses of a host, in the order of the system's resolver.

    The resolver also decodes unusual notations of an IP address (``2130706433``, ``0177.1``), so
    the decoded address is checked.

    Args:
        host: A host name or an IP address.
        port: The port to connect to.
        allow_private: Whether addresses outside the public network are allowed.

    Returns:
        The IP addresses.

    Raises:
        ArticleError: The host is unknown, or one of its addresses is not public.
    """
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ArticleError(
            f"The host {host!r} is unknown.", hint="Check the address, and the network."
        ) from error
    addresses = [str(socket_address[0]) for *_, socket_address in found]
    inner = [address for address in addresses if not is_public(address)]
    if inner and not allow_private:
        raise ArticleError(
            f"{host!r} leads to {inner[0]}, an address that is not on the public network.",
            hint="Pass --allow-private if you trust this address.",
        )
    return addresses
