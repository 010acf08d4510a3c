"""Quotation marks: where they stand, and which of them belong together.

Knows the marks of every typography, and nothing of what a quotation means.
"""

import re
from dataclasses import dataclass

from summarizer.scan.paragraphs import Extent, find_paragraphs

_FAMILIES = {
    **dict.fromkeys('"“”„‟＂〝〞〟', "double"),
    **dict.fromkeys("'‘’‚‛`", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "single guillemet"),
    **dict.fromkeys("「」｢｣", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_ONE_WAY = "「」『』｢｣〝〞〟"
"""Marks whose side is certain, whatever stands beside them."""
_OPENERS = frozenset("“„‟〝‘‚‛`「『｢«‹")
_CLOSERS = frozenset("”〞〟’」』｣»›")

_ALL = "".join(_FAMILIES)
# A run of one mark is one mark, as in ``...''. An apostrophe inside a word is none.
_MARK = re.compile(rf"([{_ALL}])(?:(?<=[{_ONE_WAY}])|\1*)(?:(?<!['’])|(?<!\w['’])|(?!\w))")
# Words that begin with an apostrophe: "the '90s", "rock 'n' roll", "'em".
_ELISION = re.compile(r".(?:\d0s\b|(?:n|em|til|tis|twas|cause|bout|round|s|d|ll)\b)", re.I)
_LEADING = frozenset("([{<>-–—―=/*_|~¿¡…")
_TRAILING = frozenset(")]}<>-–—―/*_|~.,;:!?…。，、；：！？؟،।")
_GLUE = "\xa0\u202f"
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


@dataclass(frozen=True, slots=True)
class Pair:
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
    left: _Mark | None
    """The opening mark that no closing one answers."""
    orphan: _Mark | None
    """The closing mark before any opening one."""


def find_pairs(text: str) -> list[Pair]:
    """Pair the quotation marks of a text, outermost pairs only.

    Args:
        text: Any text.

    Returns:
        The pairs in order; no two overlap, and none goes beyond its paragraph.

    Example:
        >>> [text[pair.inner:pair.close] for text in ["He's „da“"] for pair in find_pairs(text)]
        ['da']
    """
    found: list[Pair] = []
    before: _Scan | None = None
    for extent in find_paragraphs(text):
        marks = [
            mark for match in _MARK.finditer(text, *extent) if (mark := _read(text, match))
        ]
        scan = _scan(extent, marks, before and before.left)
        if before is not None:
            found += _settled(text, before, scan)
        before = scan
    if before is not None:
        found += _settled(text, before, None)
    return found


def _read(text: str, match: "re.Match[str]") -> _Mark | None:
    """Tell from its neighbours what a mark can be."""
    start, end = match.span()
    char = match[1]
    if end - start > _LONGEST_RUN:
        return None
    family = _FAMILIES[char]
    if family == "single" and end - start > 1:
        family = "double"
    if char in _ONE_WAY:
        return _Mark(start, end, family, char in _OPENERS, char in _CLOSERS)
    lead, trail = _leads(text, start, family), _trails(text, end)
    opens, closes = _sides(char, family, lead, trail)
    previous = text[start - 1 : start]
    weak = (family == "single" and previous in {"s", "S"}) or previous.isdecimal()
    if opens and (previous.isdecimal() or (family == "single" and _ELISION.match(text, start))):
        opens = False
    return _Mark(start, end, family, opens, closes, weak)


def _sides(char: str, family: str, lead: bool, trail: bool) -> tuple[bool, bool]:
    """Tell whether a mark can open and whether it can close."""
    if char in "’":
        return False, True
    if lead != trail:
        return (lead or char == "„", trail or char == "”")
    if char in _OPENERS:
        return True, False
    if char in _CLOSERS:
        return False, True
    # Inside a word it is an apostrophe; a straight double mark there lacks its space.
    return (lead or family == "double", True)


def _leads(text: str, start: int, family: str) -> bool:
    """Tell whether what stands before a mark lets it open."""
    at = start - 1
    if family == "guillemet" and at >= 0 and text[at] in "'’":
        return True
    while at > start - 4 and at >= 0 and text[at] in _FAMILIES:
        at -= 1
    return at < 0 or (text[at].isspace() and text[at] not in _GLUE) or text[at] in _LEADING


def _trails(text: str, end: int) -> bool:
    """Tell whether what stands behind a mark lets it close."""
    at = end
    while at < end + 3 and at < len(text) and text[at] in _FAMILIES:
        at += 1
    if at >= len(text):
        return True
    return (text[at].isspace() and text[at] not in _GLUE) or text[at] in _TRAILING


def _scan(extent: Extent, marks: list[_Mark], pending: _Mark | None) -> _Scan:
    scan = _Scan(extent, [], None, None)
    stack: list[_Mark] = []
    reopens = bool(
        pending and marks and marks[0].start == extent[0] and marks[0].family == pending.family
    )
    if reopens:
        stack.append(marks.pop(0))
    for index, mark in enumerate(marks):
        at = _answered(stack, mark) if mark.closes else -1
        if at >= 0 and not (mark.weak and _closer_follows(marks, index)):
            opener = stack[at]
            del stack[at:]
            continues = reopens and opener.start == extent[0]
            scan.pairs.append(Pair(opener.start, opener.end, mark.start, mark.end, continues))
        elif mark.opens:
            if len(stack) < _DEEPEST:
                stack.append(mark)
        elif not stack and not scan.pairs and not mark.weak:
            scan.orphan = scan.orphan or mark
    scan.left = stack[-1] if stack else None
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
    """Tell whether a later mark closes what this one may close."""
    family = marks[index].family
    for mark in marks[index + 1 : index + 4]:
        if mark.family == family:
            return mark.closes and not mark.opens
    return False


def _settled(text: str, scan: _Scan, after: _Scan | None) -> list[Pair]:
    """Return the outermost pairs of a paragraph, with what it left open."""
    pairs = scan.pairs
    left = scan.left
    if left is not None and left.family != "single":
        pass
    pairs = sorted(pairs, key=lambda pair: pair.start)
    outer: list[Pair] = []
    for pair in pairs:
        if not outer or pair.start >= outer[-1].end:
            outer.append(pair)
    return outer
