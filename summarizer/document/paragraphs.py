"""Paragraphs: which lines of a text belong together.

News text usually has one paragraph a line, and then a line is a paragraph. Text from mail or wire
services is often wrapped at a fixed width; its lines are joined. Knows nothing of sentences.
"""

import re
from itertools import pairwise

Extent = tuple[int, int]

_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(rf"\S(?:[^{_BREAKS}]*\S)?")
_WORD = re.compile(r"\S{1,40}")
_SENTENCE_END = tuple(".!?…:;\"'”’»。！？」)")

_NARROW, _WIDE = 40, 100
"""Widths, in characters, between which text is wrapped by people and programs (72 in mail)."""


def find_paragraphs(text: str) -> tuple[Extent, ...]:
    r"""Return the extents of the paragraphs that hold more than white space.

    Args:
        text: Any text.

    Returns:
        ``(start, end)`` of each paragraph, without the white space around it.

    Example:
        >>> find_paragraphs("Rain stops play\n\nThe umpires left.")
        ((0, 15), (17, 34))
    """
    lines = tuple(match.span() for match in _LINE.finditer(text))
    width = max((end - start for start, end in lines), default=0)
    if len(lines) < 3 or not _NARROW <= width <= _WIDE:
        return lines
    joints = [_joint(text, *pair, width) for pair in pairwise(lines)]
    near = [joint for joint in joints if joint is not None]
    # Lines that are short by nature also fall below the width; a wrapped text breaks its
    # sentences at most of its line ends.
    if sum(near) * 3 < len(near) * 2 or not any(_cut(text, end) for _, end in lines):
        return lines
    return _joined(lines, joints)


def _joint(text: str, line: Extent, after: Extent, width: int) -> bool | None:
    """Return whether a line goes on in the next one; ``None`` if a blank or an indent is between.

    A wrapped line ends where the next word did not fit.
    """
    if len(text[line[1] : after[0]].splitlines()) > 1:
        return None
    word = _WORD.match(text, *after)
    return word is not None and line[1] - line[0] + 1 + len(word.group()) > width


def _cut(text: str, end: int) -> bool:
    return not text.startswith(_SENTENCE_END, end - 1)


def _joined(lines: tuple[Extent, ...], joints: list[bool | None]) -> tuple[Extent, ...]:
    paragraphs = [lines[0]]
    for line, joint in zip(lines[1:], joints, strict=True):
        if joint:
            paragraphs[-1] = (paragraphs[-1][0], line[1])
        else:
            paragraphs.append(line)
    return tuple(paragraphs)
