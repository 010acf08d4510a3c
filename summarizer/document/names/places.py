"""Where a name is in a text, whatever the typography of the two.

Apostrophes, dashes, spaces, soft hyphens and composed letters may differ; letters, digits and case
may not. Knows nothing of who bears which name.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from summarizer.document.names.words import is_spaced

Place = tuple[int, int]

_APOSTROPHES = "'’ʼ‘`´′＇"
_DASHES = "-‐‑‒–—−"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACES = re.compile(r"\s{2,}|[^\S ]")
"""Spaces that are not one plain space: the others stay as they are."""
_SAME = [*((sign, "'") for sign in _APOSTROPHES[1:]), *((sign, "-") for sign in _DASHES[1:])]
_SAME_ASCII = [pair for pair in _SAME if pair[0].isascii()]
_ALIKE = {
    " ": re.compile(r"\s++"),
    **dict.fromkeys(_APOSTROPHES, re.compile(f"[{_APOSTROPHES}]")),
    **dict.fromkeys(_DASHES, re.compile(f"[{_DASHES}]")),
}
"""What the characters of a name that may differ are equal to."""


class Places:
    """Finds names in a text.

    Args:
        text: The article's text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # Whether it has neither invisible characters nor letters in parts.
        self._plain = unicodedata.is_normalized("NFC", text) and not _INVISIBLE.search(text)

    def first(self, name: str) -> Place | None:
        """Return the first place where a name is, as whole words; see :func:`find_name`."""
        return next(self._every(name), None)

    def mentions(self, names: Iterable[str]) -> tuple[Place, ...]:
        """Return every place of any of the names, the longer name first, none overlapping.

        Args:
            names: Names of one actor.

        Returns:
            The places in the order of the text, as start and end.

        Example:
            >>> Places("Jane Roe came. Roe spoke.").mentions(["Roe", "Jane Roe"])
            ((0, 8), (15, 18))
        """
        by_length = sorted(set(names), key=len, reverse=True)
        places = [place for name in by_length for place in self._every(name)]
        found: list[Place] = []
        for place in sorted(places, key=lambda place: place[0]):
            if not found or place[0] >= found[-1][1]:
                found.append(place)
        return tuple(found)

    def _every(self, name: str) -> Iterator[Place]:
        """Yield every place of a name, overlapping ones as well."""
        name = " ".join(unicodedata.normalize("NFC", name).split())
        if not any(map(str.isalnum, name)):
            return
        opens = is_spaced(name[0])
        closes = is_spaced(name[-1]) and not "\uac00" <= name[-1] <= "\ud7af"  # Hangul
        for start, end in self._alike(name):
            inside = opens and start and is_spaced(self._text[start - 1])
            if not inside and not (closes and _goes_on(self._text[end : end + 1])):
                yield start, end

    def _alike(self, name: str) -> Iterator[Place]:
        """Yield where the characters of a name are, even inside of a word."""
        if not self._plain:
            yield from _disguised(self._text, name)
            return
        sought = _in_one_typography(name)
        at = self._squeezed.find(sought)
        while at >= 0:
            yield self._start(at), self._start(at + len(sought) - 1) + 1
            at = self._squeezed.find(sought, at + 1)

    @cached_property
    def _squeezed(self) -> str:
        """The text with one space for any, and one sign for those that are alike."""
        return _in_one_typography(_SPACES.sub(" ", self._text))

    def _start(self, at: int) -> int:
        """Return where a character of the squeezed text is in the text."""
        behind, left_out = self._gaps
        return at + left_out[bisect_right(behind, at)]

    @cached_property
    def _gaps(self) -> tuple[list[int], list[int]]:
        """Where the squeezed text goes on behind spaces, and how many were left out before it."""
        behind, left_out = list[int](), [0]
        for space in _SPACES.finditer(self._text):
            behind.append(space.start() + 1 - left_out[-1])
            left_out.append(left_out[-1] + space.end() - space.start() - 1)
        return behind, left_out


def _in_one_typography(text: str) -> str:
    for sign, plain in _SAME_ASCII if text.isascii() else _SAME:  # a tenth of str.translate's time
        text = text.replace(sign, plain)
    return text


def find_name(text: str, name: str) -> Place | None:
    """Find the first place where a name is, as whole words.

    In scripts without spaces any place counts.

    Args:
        text: The article's text.
        name: The name.

    Returns:
        Start and end in code points, or None where it does not occur.

    Example:
        >>> find_name("Mr. O’Neill met the Neills.", "O'Neill")
        (4, 11)
        >>> find_name("Mr. O’Neill met the Neills.", "neill") is None
        True
    """
    return Places(text).first(name)


def _goes_on(letter: str) -> bool:
    """Return whether a character behind a letter is of the same word."""
    return is_spaced(letter) or "\u0300" <= letter <= "\u036f"


def _disguised(text: str, name: str) -> Iterator[Place]:
    """Yield where a name is among invisible characters and letters in parts."""
    pattern = re.compile(f"{_INVISIBLE.pattern}*".join(map(_letter, name)))
    match = pattern.search(text)
    while match:
        yield match.span()
        match = pattern.search(text, match.start() + 1)


def _letter(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char].pattern
    apart = unicodedata.normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"
