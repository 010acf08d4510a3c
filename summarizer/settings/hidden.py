"""A key that no traceback shows."""


class HiddenKey(str):
    """A key as it is sent; its ``repr``, as in a traceback with local variables, shows none of it.

    Example:
        >>> key = HiddenKey("s3cret")
        >>> key, f"Bearer {key}"
        ('**********', 'Bearer s3cret')
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "'**********'"


def hidden(key: str | None) -> str | None:
    """Return a key as one that no traceback shows.

    Example:
        >>> hidden("s3cret"), hidden(None)
        ('**********', None)
    """
    return HiddenKey(key) if isinstance(key, str) else key
