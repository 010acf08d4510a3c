"""Convert offsets to the units of other programs."""

from bisect import bisect_left


class Offsets:
    """Converts offsets in code points to UTF-16 units (JavaScript, Java) or UTF-8 bytes.

    A lone surrogate counts as one unit or three bytes, as ``surrogatepass`` encodes it.

    Args:
        text: The text of the offsets.

    Example:
        >>> offsets = Offsets("Ça va 👍 oui")
        >>> offsets.utf16(8), offsets.utf8(8)
        (9, 12)
    """

    def __init__(self, text: str) -> None:
        # ASCII, the common case, needs no scan.
        wide = [] if text.isascii() else [(at, ord(c)) for at, c in enumerate(text) if c > "\x7f"]
        self._two_bytes = [at for at, _ in wide]
        self._three_bytes = [at for at, code in wide if code > 0x7FF]
        self._four_bytes = [at for at, code in wide if code > 0xFFFF]

    def utf16(self, offset: int) -> int:
        """Return the offset in UTF-16 code units."""
        return offset + bisect_left(self._four_bytes, offset)

    def utf8(self, offset: int) -> int:
        """Return the offset in UTF-8 bytes."""
        return (
            self.utf16(offset)
            + bisect_left(self._three_bytes, offset)
            + bisect_left(self._two_bytes, offset)
        )
