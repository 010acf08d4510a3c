"""Patterns for one of many words, made so that the regex engine tries each letter once.

Knows nothing of what the words are.
"""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, shared beginnings merged; of two, the longer.

    Args:
        words: The words; one that is empty makes the pattern optional.

    Returns:
        The pattern, which captures nothing, and matches nothing if there are no words.

    Example:
        >>> any_of(["ten", "tens", "two"])
        't(?:en(?:s)?|wo)'
    """
    words = list(words)
    if not words:
        return "(?!)"
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    optional = "?" if branches.pop("", None) is not None else ""
    parts = [re.escape(initial) + any_of(rest) for initial, rest in sorted(branches.items())]
    if len(parts) == 1 and not optional:
        return parts[0]
    return f"(?:{'|'.join(parts)}){optional}" if parts else ""
