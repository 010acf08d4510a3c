"""Where words are copied from, to the letter, whatever the typography of the two.

Quotation marks, apostrophes, dashes, spaces, the width of characters, soft hyphens and composed
letters may differ. Letters, digits and case may not: nothing here is fuzzy.
"""

import re
import unicodedata
from collections.abc import Iterator

from summarizer.document.names.words import is_spaced

Place = tuple[int, int]

_WIDE = {
    code: narrow
    for code in range(0xFF01, 0xFFE7)
    if len(narrow := unicodedata.normalize("NFKC", chr(code))) == 1
}
_ALIKE = (
    _WIDE
    | dict.fromkeys(map(ord, "“”„‟«»″"), '"')
    | dict.fromkeys(map(ord, "‘’‚‛`´′ʼ"), "'")
    | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    | {ord("〜"): "~"}
)
"""Characters that may differ, one for one."""

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_CLUSTER = re.compile(rf"\s+|[{_INVISIBLE}]+|.[\u0300-\u036f]*", re.DOTALL)
_IRREGULAR = re.compile(rf"\s\s|[{_INVISIBLE}\t\n\r\u00a0\u2000-\u200a\u202f\u3000\u0300-\u036f]")
_DIGITS_BEFORE = re.compile(r"\d[.,'’]$|\d$")
_DIGITS_AFTER = re.compile(r"[.,'’]?\d|[ \u00a0\u202f]\d{3}(?!\d)")
_OPENS_WITH_GROUP = re.compile(r"\d{3}(?!\d)")
_DENSE = "[\u3005-\u3007\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"


class Copies:
    """Finds what is copied from a text.

    Args:
        text: The article's text.

    Example:
        >>> Copies("The “North  Quay” closes. ").find('"North Quay"')
        ((4, 17),)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded, self._places = _fold(text)

    def find(self, words: str) -> tuple[Place, ...]:
        """Return every place that the words are a copy of: whole words, and whole numbers."""
        return tuple(self._found(words))

    def goes_on(self, place: Place) -> bool:
        """Return whether Han or katakana go on beside a place: 京都 is a copy out of 東京都."""
        return any(re.match(_DENSE * 2, self._text[max(0, at - 1) : at + 1]) for at in place)

    def _found(self, words: str) -> Iterator[Place]:
        wanted = _fold(words)[0].strip()
        if not any(map(str.isalnum, wanted)):
            return
        at = self._folded.find(wanted)
        while at >= 0:
            place = self._places[at][0], self._places[at + len(wanted) - 1][1]
            if not (_cuts_word(self._text, *place) or _cuts_number(self._text, *place)):
                yield place
            at = self._folded.find(wanted, at + 1)


def _fold(text: str) -> tuple[str, list[Place]]:
    """Return a text in one typography, and the place of each of its characters."""
    alike = text.translate(_ALIKE)
    if not _IRREGULAR.search(alike):
        return alike, [(at, at + 1) for at in range(len(alike))]
    folded: list[str] = []
    places: list[Place] = []
    for match in _CLUSTER.finditer(alike):
        letters = _letters(match[0])
        folded.append(letters)
        places += [match.span()] * len(letters)
    return "".join(folded), places


def _letters(cluster: str) -> str:
    """Return what a cluster counts as: a space, nothing, or a letter with its accents."""
    if cluster.isspace():
        return " "
    if re.match(f"[{_INVISIBLE}]", cluster):
        return ""
    return unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Return whether a place begins or ends inside of a word, in a script that parts its words."""
    opens = start and is_spaced(text[start]) and is_spaced(text[start - 1])
    closes = is_spaced(text[end - 1]) and not "\uac00" <= text[end - 1] <= "\ud7af"  # Hangul
    return bool(opens or (closes and is_spaced(text[end : end + 1])))


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Return whether a place begins or ends inside of a number: "15" in "15,000"."""
    before = text[max(0, start - 2) : start]
    opens = text[start].isdigit() and (
        _DIGITS_BEFORE.search(before)
        or (re.search(r"\d[ \u00a0\u202f]$", before) and _OPENS_WITH_GROUP.match(text, start))
    )
    return bool(opens or (text[end - 1].isdigit() and _DIGITS_AFTER.match(text, end)))
