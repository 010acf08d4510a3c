"""Quotations: what stands between quotation marks, and what it is.

Finds them in every typography. Who said them is not decided here.
"""

import re
from dataclasses import dataclass
from typing import Literal

from summarizer.scan.marks import Pair, find_pairs

Kind = Literal["direct", "mixed"]
Role = Literal["speech", "title", "term"]

_INNER = re.compile(r"\S(?:.*\S)?", re.S)
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks.

    Args:
        start: Offset of its first character, behind the opening mark.
        end: Offset after its last character, before the closing mark.
        text: The words, as they stand in the text.
        kind: ``"direct"`` for a statement of its own, ``"mixed"`` for a part of a sentence.
        role: ``"speech"`` for what somebody said or wrote, ``"title"`` for the name of a work,
            ``"term"`` for a word that the writer keeps at a distance.
        continues: Whether it takes up the quotation before it, in a new paragraph.
        outer_start: Offset of the opening mark.
        outer_end: Offset after the closing mark.
    """

    start: int
    end: int
    text: str
    kind: Kind
    role: Role
    continues: bool
    outer_start: int
    outer_end: int


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a text.

    Args:
        text: Any text in any script.

    Returns:
        The quotations in order; of nested ones the outermost.

    Example:
        >>> [found.text for found in find_quotations("« Oui », dit-il.")]
        ['Oui']
    """
    return tuple(found for pair in find_pairs(text) if (found := _quotation(text, pair)))


def _quotation(text: str, pair: Pair) -> Quotation | None:
    match = _INNER.match(text, pair.inner + _blank(text, pair), pair.close)
    if match is None or not _WORD.search(match.group()):
        return None
    return Quotation(
        match.start(), match.end(), match.group(), "direct", "speech", pair.continues,
        pair.start, pair.end,
    )


def _blank(text: str, pair: Pair) -> int:
    inner = text[pair.inner : pair.close]
    return len(inner) - len(inner.lstrip())
