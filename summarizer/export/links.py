"""Which URLs may become links."""

import re
from urllib.parse import quote


def web_address(url: str | None) -> str | None:
    """Return the URL if it is http or https, quoted for use in any markup; otherwise None.

    Example:
        >>> web_address("https://alder.example/a b")
        'https://alder.example/a%20b'
        >>> web_address("javascript:alert(1)")
    """
    address = (url or "").strip()
    if not re.match(r"https?://[^\s/?#]", address, re.IGNORECASE):
        return None
    return quote(address, safe="%/:?#[]@!$&()*+,;=~")
