"""The direction of texts on a page: what one text turns, it turns back before the next begins."""

import re

_ISOLATE_ENDS = "\u2069"
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_OPENING |= dict.fromkeys("\u2066\u2067\u2068", _ISOLATE_ENDS)
"""The signs that turn the direction of text, each with the one that ends it."""

_ANY = re.compile("[\u202a-\u202e\u2066-\u2069]")


def closed(value: object) -> object:
    r"""Return a text with an end for each embedding, override and isolate that it leaves open.

    Args:
        value: What a template prints; what is no plain text is returned as it is.

    Example:
        >>> closed("Roe \u202eleft \u2067now")
        'Roe \u202eleft \u2067now\u2069\u202c'
    """
    if type(value) is not str or value.isascii():
        return value
    due: list[str] = []
    for sign in _ANY.findall(value):
        if sign in _OPENING:
            due.append(_OPENING[sign])
        elif sign in due and (sign == _ISOLATE_ENDS or due[-1] == sign):
            del due[len(due) - 1 - due[::-1].index(sign) :]
    return value + "".join(reversed(due))
