"""Network addresses: which of them a stranger's page may lead this machine to.

A name is resolved once, every address that it has is checked, and the caller connects to one of
the checked addresses: a name that answers differently the second time has nobody to answer to.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from summarizer.errors import ArticleError

_UNICAST = ip_network("2000::/3")
"""The only IPv6 addresses given out for the public network (IANA)."""
_NAT64 = ip_network("64:ff9b::/96")
"""An IPv4 address in its last 32 bits (RFC 6052)."""


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public network, whatever it is wrapped in.

    Private, loopback, link-local, multicast, reserved and unspecified addresses do not, nor do
    the tunnels 6to4 and Teredo, which lead to an address of their own.

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
    """Return the addresses of a host, in the order in which the system wants them tried.

    However a host writes an address (``2130706433``, ``0177.1``), the system's resolver says
    which one it means, and that one is checked.

    Args:
        host: A name or an IP address.
        port: The port to connect to.
        allow_private: Whether addresses outside the public network may be visited.

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
