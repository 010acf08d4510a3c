"""Approximation: the words and signs that make a number about, at least or at most.

This module owns those words. It knows nothing of numbers or units.
"""

import re

_WORDS = frozenset(
    """
    about around roughly some nearly almost approximately approx approx. circa c. ca. ca over
    under above below estimated barely
    rund etwa ungefähr fast knapp über gut mindestens höchstens
    environ quelque près presque plus
    unos unas casi alrededor aproximadamente más
    लगभग करीब حوالي نحو
    """.split()
)
_PAIRS = frozenset(
    (
        "more than|less than|fewer than|at least|at most|up to|as many|as much|as few|many as"
        "|much as|few as|close to|excess of|upwards of|north of|greater than|not quite|no fewer"
        "|mehr als|weniger als|bis zu|plus de|moins de|près de|más de|menos de|cerca de"
    ).split("|")
)
_SIGNS = frozenset("~≈≃∼±<>≤≥約约")
_AFTER = re.compile(r"\+|-plus\b|-odd\b| or (?:so|more|less)\b")
_MORE = frozenset(" +-")
_FARTHEST = 28


def is_approximate(text: str, start: int, *ends: int) -> bool:
    """Whether the text around a number calls it approximate, or only bounds it.

    Args:
        text: Any text.
        start: Offset of the number, its sign and currency included.
        ends: Offsets after it, without and with its unit.

    Returns:
        True for ``about``, ``~``, ``more than`` and the like before it, ``+`` or ``or so`` after.

    Example:
        >>> is_approximate("more than 300", 10, 13), is_approximate("just 300", 5, 8)
        (True, False)
    """
    for end in ends:
        if text[end : end + 1] in _MORE and _AFTER.match(text, end):
            return True
    before = text[start - 1] if start else ""
    if before in {" ", "\u00a0", "\n"}:
        words = text[max(0, start - _FARTHEST) : start].lower().rsplit(None, 2)[-2:]
        return bool(words) and (words[-1].lstrip('("“—') in _WORDS or " ".join(words) in _PAIRS)
    return before in _SIGNS or text[max(0, start - 4) : start].lower() == "sub-"


def more_end(text: str, end: int) -> int:
    """Return where a ``+`` or ``-plus`` glued to the end of a number ends, or the number's end."""
    match = _AFTER.match(text, end) if text[end : end + 1] in {"+", "-"} else None
    return match.end() if match else end
