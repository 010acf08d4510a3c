"""Paragraphs: which lines of a text belong together.

News text usually has one paragraph a line, and then a line is a paragraph. Text from mail or wire
services is often wrapped at a fixed width, and text from the web is broken anywhere; their lines
are joined. Knows nothing of sentences.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

Extent = tuple[int, int]
Joint = tuple[Extent, Extent]
"""A line and the next one."""

_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
"""Characters that break a line, as "\\n" does."""

_LINE = re.compile(r"\S.*")
_WORD = re.compile(r"[\S\xa0\u202f]{1,40}")
_INNER_STOP = re.compile(r"[.!?…][\"'”’»]?\s")
_SENTENCE_END = tuple(".!?…:;\"'”’»。！？」)")

_NARROW, _WIDE = 24, 120
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
    lines = tuple(_lines(text))
    joints = [joint for joint in pairwise(lines) if _is_near(text, *joint)]
    if not joints:
        return lines
    return _joined(lines, _wrapped(text, joints) or _broken(text, joints))


def unwrapped(text: str, paragraphs: Sequence[Extent]) -> str:
    r"""Return a text with spaces for the line breaks inside of its paragraphs.

    Every offset stays: each character of a break gives one space.

    Args:
        text: Any text.
        paragraphs: The extents of its paragraphs.

    Example:
        >>> unwrapped("We met Ann\nRoe.\n\nIt rained.", [(0, 15), (17, 27)])
        'We met Ann Roe.\n\nIt rained.'
    """
    even, parts, at = _even(text), [], 0
    for start, end in paragraphs:
        if even.find("\n", start, end) >= 0:
            parts += [text[at:start], even[start:end].replace("\n", " ")]
            at = end
    return "".join((*parts, text[at:])) if parts else text


def _even(text: str) -> str:
    """Return a text with one sign for all line breaks."""
    for each in _BREAKS:
        if each in text:
            text = text.replace(each, "\n")
    return text


def _lines(text: str) -> Iterator[Extent]:
    """Yield the extents of the lines with more than white space, without that around them."""
    for line in _LINE.finditer(_even(text)):
        yield line.start(), line.start() + len(line[0].rstrip())


def _is_near(text: str, line: Extent, after: Extent) -> bool:
    """Return whether neither a blank line nor an indent is between two lines."""
    between = text[line[1] : after[0]]
    return between != "\n\n" and (len(between) == 1 or len(between.splitlines()) == 1)


def _wrapped(text: str, joints: Sequence[Joint]) -> set[Joint]:
    """Return the joints within paragraphs of a text that is wrapped at a width, if it is.

    Lines that are short by nature also fall below the width; a wrapped text breaks most of its
    lines where the next word did not fit, and its sentences with them.
    """
    lines = [line for line, _ in joints]
    spaced = [line for line in lines if " " in text[slice(*line)]]  # a long address is not
    width = max(end - start for start, end in spaced or lines)
    if not _NARROW <= width <= _WIDE or _may_be_lines(text, joints):
        return set()
    full = {joint for joint in joints if _is_full(text, *joint, width)}
    cut = _cut(text, joints, width * 2 // 3)
    most = len(full) * 3 >= len(joints) * 2
    half = len(full) * 2 >= len(joints) and _end_sentences(text, full)
    return full | cut | _flowing(text, joints) if cut and (most or half) else set()


def _may_be_lines(text: str, joints: Sequence[Joint]) -> bool:
    """Return whether a line alone may be a title, and many the lines of verse, with capitals."""
    if len(joints) == 1:
        return not _INNER_STOP.search(text, *joints[0][0])
    capitals = sum(text[after].isupper() for _, (after, _) in joints)
    return capitals * 4 > len(joints) * 3


def _is_full(text: str, line: Extent, after: Extent, width: int) -> bool:
    """Return whether the next word did not fit in a line."""
    word = _WORD.match(text, *after)
    return word is not None and line[1] - line[0] + 1 + len(word.group()) > width


def _broken(text: str, joints: Sequence[Joint]) -> set[Joint]:
    """Return the joints within paragraphs of a text that is broken anywhere, if it is.

    Most lines without a stop go on in lower case there, and a sentence ends with the last of
    them; no sentence ends with the last one of a list.
    """
    flowing = _flowing(text, joints)
    inner = flowing | _cut(text, joints)
    most = len(flowing) * 2 >= len(inner)
    return inner if most and _end_sentences(text, inner) else set()


def _end_sentences(text: str, inner: set[Joint]) -> bool:
    """Return whether a sentence ends with the last line of a paragraph that is joined."""
    last = {after for _, after in inner} - {line for line, _ in inner}
    return any(not _is_cut(text, end) for _, end in last)


def _flowing(text: str, joints: Sequence[Joint]) -> set[Joint]:
    """Return the joints behind which a line begins with a small letter."""
    return {joint for joint in joints if text[joint[1][0]].islower()}


def _cut(text: str, joints: Sequence[Joint], least: int = 0) -> set[Joint]:
    """Return the joints before which a line ends within a sentence."""
    return {
        (line, after)
        for line, after in joints
        if line[1] - line[0] >= least and _is_cut(text, line[1])
    }


def _is_cut(text: str, end: int) -> bool:
    return not text.startswith(_SENTENCE_END, end - 1)


def _joined(lines: tuple[Extent, ...], inner: set[Joint]) -> tuple[Extent, ...]:
    paragraphs = [lines[0]]
    for line, after in pairwise(lines):
        if (line, after) in inner:
            paragraphs[-1] = (paragraphs[-1][0], after[1])
        else:
            paragraphs.append(after)
    return tuple(paragraphs)
