"""The layout of a printed page: put positioned pieces of text in reading order.

This module handles columns, lines, paragraphs, hyphens at line ends and running heads. It takes
pieces and returns a headline and paragraphs; it knows nothing of PDF. Lengths are in points, and y
grows upwards.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from summarizer.languages.table import DEFAULT, language
from summarizer.sources.markup import RAISED_DIGITS

_DASHED = re.compile(r"\b\w+(?:[-\u2010]\w+)+")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"\w[-\u2010]$|\d–$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")

_LONGEST_NOTE = 3
_WORD = 100
"""Characters of a paragraph that are searched for a word broken at the end of a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text at a position: one drawing operation, or a whole line.

    Args:
        text: The text.
        x: Its left edge, in points from the left.
        y: Its baseline, in points from the bottom.
        size: The font size, in points.
    """

    text: str
    x: float
    y: float
    size: float


def arrange(pages: Sequence[Sequence[Piece]]) -> tuple[str | None, list[str]]:
    """Find the headline and the paragraphs of a printed article.

    The order of drawing is kept, because it is the order of reading in most files. Only rows that
    were drawn across columns are sorted column by column. A hyphen at the end of a line is removed,
    unless the word has it elsewhere too, continues with a capital or opens as "well-known" does.
    Running heads and page numbers are dropped.

    Args:
        pages: The pieces of each page, in the order of drawing.

    Returns:
        The headline (None if no larger type is on the first page), and the paragraphs.

    Example:
        >>> arrange([[Piece("It was a sum-", 72, 700, 10), Piece("mer lost.", 72, 688, 10)]])
        (None, ['It was a summer lost.'])
    """
    lined = _without_running_heads([_lines(_ordered(_lowered(page))) for page in pages])
    lines = [line for page in lined for line in page]
    if not lines:
        return None, []
    dashed = {word.lower() for line in lines for word in _DASHED.findall(line.text)}
    head = _headline(lined[0], _body_size(lines))
    taken = {id(line) for line in head}
    rest = [line for line in lines if id(line) not in taken]
    title = _join([line.text for line in head], dashed) if head else None
    return title, [_join(paragraph, dashed) for paragraph in _paragraphs(rest)]


def _lowered(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Put small raised digits on their line, as the characters for raised digits: 7³, 10⁶."""
    found = list(pieces[:1])
    for piece in pieces[1:]:
        raised = piece.text.strip().isdecimal() and _is_raised(found[-1], piece)
        text = piece.text.translate(RAISED_DIGITS)
        found.append(replace(piece, text=text, y=found[-1].y) if raised else piece)
    return found


def _is_raised(left: Piece, right: Piece) -> bool:
    small = right.size < 0.8 * left.size and len(right.text) <= _LONGEST_NOTE
    return small and right.x > left.x and 0.1 * left.size < right.y - left.y < left.size


def _same_row(left: Piece, right: Piece) -> bool:
    return abs(left.y - right.y) < 0.5 * min(left.size, right.size) and right.x > left.x


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Group pieces drawn one after the other on one baseline, from left to right."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and _same_row(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _ordered(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Sort by columns if rows run across them; otherwise keep the order of drawing."""
    lefts = _columns(_rows(pieces))
    if not lefts:
        return pieces

    def place(piece: Piece) -> tuple[int, float, float]:
        return bisect_right(lefts, piece.x + 1), -piece.y, piece.x

    return sorted(pieces, key=place)


def _columns(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Return the left edges of the second and later columns, if rows run across columns.

    In running text a piece may begin anywhere, for example at a bold word. A column begins at an x
    where pieces begin in at least half of the rows, and in at least three.
    """
    split = [row for row in rows if len(row) > 1]
    starts = Counter(round(piece.x) for row in split for piece in row[1:])
    return sorted(x for x, count in starts.items() if count >= max(3, len(split) / 2))


def _lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Join the pieces of each line."""
    joined = (replace(row[0], text="".join(piece.text for piece in row)) for row in _rows(pieces))
    return [replace(line, text=" ".join(line.text.split())) for line in joined if line.text.strip()]


def _without_running_heads(pages: list[list[Piece]]) -> list[list[Piece]]:
    """Drop a first or last line that is a number, or that another page has with other digits."""

    def mask(line: Piece) -> str:
        return re.sub(r"\d+", "#", line.text)

    edges = [{id(line): line for line in (_top(page), _bottom(page)) if line} for page in pages]
    seen = Counter(mask(line) for page in edges for line in page.values())
    drop = {
        key
        for page in edges
        for key, line in page.items()
        if seen[mask(line)] > 1 or mask(line).strip("-–— ") == "#"
    }
    return [[line for line in page if id(line) not in drop] for page in pages]


def _top(page: Sequence[Piece]) -> Piece | None:
    return max(page, key=lambda line: line.y, default=None)


def _bottom(page: Sequence[Piece]) -> Piece | None:
    return min(page, key=lambda line: line.y, default=None)


def _body_size(lines: Sequence[Piece]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _headline(page: Sequence[Piece], body: float) -> list[Piece]:
    """Return the lines in the largest type of the first page, if larger than the body's type."""
    largest = max((line.size for line in page), default=0.0)
    if largest < 1.2 * body:
        return []
    runs = groupby(page, key=lambda line: line.size > 0.97 * largest)
    return next(list(run) for large, run in runs if large)


def _paragraphs(lines: Sequence[Piece]) -> list[list[str]]:
    """Group lines into paragraphs."""
    gaps = [upper.y - lower.y for upper, lower in pairwise(lines) if upper.y > lower.y]
    leading = median(gaps) if gaps else 0.0
    width = median(len(line.text) for line in lines) if lines else 0.0
    paragraphs: list[list[str]] = []
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if before and not _begins(before, line, after, leading=leading, width=width):
            paragraphs[-1].append(line.text)
        else:
            paragraphs.append([line.text])
    return paragraphs


def _begins(
    before: Piece, line: Piece, after: Piece | None, *, leading: float, width: float
) -> bool:
    """Return whether a line begins a paragraph, by font size, space, indent and the line before.

    The space is no evidence at the top of a column or page.
    """
    if abs(line.size - before.size) > 0.1 * before.size:
        return True
    if before.y - line.y > 1.4 * leading:
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    indented = any(
        0.7 * line.size < line.x - near.x < 4 * line.size for near in (before, after) if near
    )
    return ended and (indented or len(before.text) < 0.8 * width)


def _join(lines: Sequence[str], dashed: set[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text = _join_two(text, line, dashed)
    return text


def _join_two(text: str, line: str, dashed: set[str]) -> str:
    """Join a line to the text before it; keep or remove a hyphen between them."""
    if text.endswith("\u00ad"):
        return text[:-1] + line
    tail = text[-_WORD:]
    broken, first = _BROKEN.search(tail), _FIRST_WORD.match(line)
    if broken and first:
        word = f"{broken[1]}-{first[0]}".lower()
        english = language(DEFAULT)
        opening, ending = word.split("-")
        counts = opening in english.pairs("numbers.small")  # "four-day", but "ten-ants"
        counts = counts and ending in english.words("sentences.counted")
        opens = counts or opening in english.words("sentences.hyphened")
        kept = opens or word in dashed or first[0][0].isupper()
        return (text if kept else text[:-1]) + line
    return text + line if _HYPHENATED.search(tail) else f"{text} {line}"
