"""Quotation marks: where they are, and which of them belong together.

Knows the marks of every typography, and nothing of what a quotation means.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from summarizer.document.paragraphs import Extent
from summarizer.languages.table import DEFAULT, language

_FAMILIES = {
    **dict.fromkeys('"“”„‟＂〝〞〟', "double"),
    **dict.fromkeys("'‘’‚‛`", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "single guillemet"),
    **dict.fromkeys("「」｢｣", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_ONE_WAY = "「」『』｢｣〝〞〟"
"""Marks whose side is certain, whatever is beside them."""
_OPENERS = frozenset("“„‟〝‘‚‛`「『｢«‹")
_CLOSERS = frozenset("”〞〟’」』｣»›")

_ALL = "".join(_FAMILIES)
# A crowd of marks is none. A run of one mark is one mark, as in ``...''. An apostrophe inside a
# word is none.
_MARK = re.compile(
    rf"([{_ALL}])(?:[{_ALL}]{{4,}}+"
    rf"|(?:(?<=[{_ONE_WAY}])|\1{{0,2}})(?:(?<!['’])|(?<!\w['’])|(?!\w)))"
)
# Words that begin with an apostrophe: "the '90s", "rock 'n' roll", "'em".
_ELISION = r".(?:\d0s\b|(?:{words})\b)"
# Spaces, but for those that French puts inside its marks.
_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
)
_LEADING = frozenset(_SPACES + "([{<>-–—―=/*_|~¿¡…")
_TRAILING = frozenset(_SPACES + ")]}<>-–—―/*_|~.,;:!?…。，、；：！？؟،।")
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_BESIDE = frozenset([*_FAMILIES, *_INVISIBLE])
"""What is looked through for the neighbour of a mark."""
_LONGEST_RUN = 3
_DEEPEST = 16


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    weak: bool = False
    """It may as well be something else: dogs', 6'2"."""


class Pair(NamedTuple):
    """Two marks that belong together.

    Args:
        start: Offset of the opening mark.
        inner: Offset after the opening mark.
        close: Offset of the closing mark; the end of the paragraph if there is none.
        end: Offset after the closing mark.
        continues: Whether it takes up again what the paragraph before left open.
    """

    start: int
    inner: int
    close: int
    end: int
    continues: bool = False


@dataclass(slots=True)
class _Scan:
    """The marks of one paragraph, paired."""

    extent: Extent
    pairs: list[Pair]
    reopens: bool = False
    left: _Mark | None = None
    """The opening mark that no closing one answers."""
    orphan: _Mark | None = None
    """A closing mark before any opening one."""


def find_pairs(text: str, paragraphs: Iterable[Extent]) -> list[Pair]:
    """Pair the quotation marks of a text.

    Args:
        text: Any text.
        paragraphs: The extents of its paragraphs.

    Returns:
        The outermost pairs in order; none goes beyond its paragraph.

    Example:
        >>> text = "He said: „da“"
        >>> [text[pair.inner : pair.close] for pair in find_pairs(text, [(0, len(text))])]
        ['da']
    """
    found: list[Pair] = []
    marks = [mark for match in _MARK.finditer(text) if (mark := _read(text, match))]
    before, at = _Scan((0, 0), []), 0
    for extent in paragraphs:
        first = at
        while at < len(marks) and marks[at].start < extent[1]:
            at += 1
        if first < at or before.left:
            scan = _scan(extent, marks[first:at], before.left)
            found += _settled(text, before, scan)
            before = scan
        elif before.pairs:
            found += _outermost(before.pairs)
            before = _Scan(extent, [])
    return found + _settled(text, before, None)


def _read(text: str, match: "re.Match[str]") -> _Mark | None:
    """Return what a mark can be, as its neighbours show."""
    start, end = match.span()
    char = match[1]
    if end - start > _LONGEST_RUN:
        return None
    family = _FAMILIES[char]
    if char in _ONE_WAY:
        return _Mark(start, end, family, char in _OPENERS, char in _CLOSERS)
    if family == "single" and end - start > 1:
        family = "double"
    previous = text[start - 1] if start else " "
    lead = previous in _LEADING or (previous in _BESIDE and _leads(text, start, family))
    following = text[end] if end < len(text) else " "
    trail = following in _TRAILING or (following in _BESIDE and _trails(text, end))
    opens, closes = _sides(char, lead, trail)
    weak = previous.isdecimal() or (family == "single" and previous in "sS")
    if (
        previous.isdecimal()
        or following == ">"
        or (family == "single" and _elision().match(text, start))
    ):
        opens = False
    return _Mark(start, end, family, opens, closes, weak)


@cache
def _elision() -> re.Pattern[str]:
    words = "|".join(language(DEFAULT).words("sentences.abbreviations.elision"))
    return re.compile(_ELISION.format(words=words), re.IGNORECASE)


def _sides(char: str, lead: bool, trail: bool) -> tuple[bool, bool]:
    """Return whether a mark can open and whether it can close.

    Where its neighbours leave it open, its shape decides, and for straight marks what is open.
    """
    if lead != trail:
        return lead and char != "’", trail
    if char in _OPENERS:
        return True, trail and char in "“‘"
    if char in _CLOSERS:
        return False, True
    return char == '"' or lead, True


def _leads(text: str, start: int, family: str) -> bool:
    """Return whether what is before a mark lets it open."""
    at = start - 1
    if family == "guillemet" and text[at : at + 1] in {"'", "’"}:
        return True  # l'« ami »
    while at >= max(0, start - 4) and text[at] in _BESIDE:
        at -= 1
    return at < 0 or text[at] in _LEADING


def _trails(text: str, end: int) -> bool:
    """Return whether what is behind a mark lets it close."""
    at = end
    while at < min(end + 4, len(text)) and text[at] in _BESIDE:
        at += 1
    return at >= len(text) or text[at] in _TRAILING


def _scan(extent: Extent, marks: list[_Mark], pending: _Mark | None) -> _Scan:
    """Pair the marks of a paragraph, given what the one before it left open."""
    scan = _Scan(extent, [])
    stack: list[_Mark] = []
    if pending and marks and marks[0].start == extent[0] and marks[0].family == pending.family:
        scan.reopens = True
        stack.append(marks.pop(0))
    for index, mark in enumerate(marks):
        at = _answered(stack, mark) if mark.closes else -1
        if at >= 0 and not (mark.weak and _closer_follows(marks, index)):
            opener = stack[at]
            del stack[at:]
            taken_up = scan.reopens and opener.start == extent[0]
            scan.pairs.append(Pair(opener.start, opener.end, mark.start, mark.end, taken_up))
        elif mark.opens:
            stack.append(mark)
            del stack[:-_DEEPEST]
        elif not stack and not scan.pairs and not mark.weak:
            scan.orphan = scan.orphan or mark
    if stack and (stack[-1].start == extent[0] or not stack[-1].closes):
        scan.left = stack[-1]
    return scan


def _answered(stack: list[_Mark], mark: _Mark) -> int:
    """Return the place of the opening mark that a closing mark answers, or -1.

    A single mark may be an apostrophe, so it does not reach out of a double one.
    """
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].family == mark.family:
            return at
        if mark.family == "single":
            return -1
    return -1


def _closer_follows(marks: list[_Mark], index: int) -> bool:
    """Return whether a later mark closes what this one may close."""
    family = marks[index].family
    for mark in marks[index + 1 : index + 4]:
        if mark.family == family:
            return mark.closes and not mark.opens
    return False


def _settled(text: str, scan: _Scan, after: _Scan | None) -> list[Pair]:
    """Return the outermost pairs of a paragraph, with the one that it leaves open."""
    left = scan.left
    if left is None or any(
        pair.start > left.start and text[pair.start] == text[left.start] for pair in scan.pairs
    ):
        return _outermost(scan.pairs)
    goes_on = after is not None and after.reopens
    if after is not None and after.orphan is not None and after.orphan.family == left.family:
        goes_on = True
        begin, _ = after.extent
        after.pairs.append(Pair(begin, begin, after.orphan.start, after.orphan.end, True))
    if goes_on or _lacks_closer(text, scan.extent, left):
        end = scan.extent[1]
        taken_up = scan.reopens and left.start == scan.extent[0]
        scan.pairs.append(Pair(left.start, left.end, end, end, taken_up))
    return _outermost(scan.pairs)


def _lacks_closer(text: str, extent: Extent, left: _Mark) -> bool:
    """Return whether a mark opens a statement that fills the rest of its paragraph."""
    before = text[extent[0] : left.start].rstrip()[-1:]
    ended = text[extent[1] - 1] in ".!?…。！？"
    return left.family != "single" and ended and (not before or before in ".!?:,;")


def _outermost(pairs: list[Pair]) -> list[Pair]:
    if len(pairs) < 2:
        return pairs
    outer: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair.start):
        if not outer or pair.start >= outer[-1].end:
            outer.append(pair)
    return outer
