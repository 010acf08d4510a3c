"""Ranges and scores: two numbers with something between them that joins them into one figure.

This module owns the words and dashes that join, and knows nothing of what the numbers measure.
"""

import re
from typing import Literal

_JOINT = re.compile(
    r"(?P<dash>[ \u00a0]?[-–—~～][ \u00a0]?)"
    r"|(?P<to> (?:to|till|bis|à|hasta|up to) |-to-|から|至|到)"
    r"|(?P<and> (?:and|und|et|y) )|(?P<or> (?:or|oder|ou|o) )"
)
_BETWEEN = re.compile(
    r"\b(?:between|zwischen|entre) (?:about |around |roughly |some |just )?$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|between)(?: [\w ]{0,9})?\W{0,2}$")
_LEAD = re.compile(r"(?:about |around |up to |nearly |almost )?(?:[A-Z]{0,3}[$£€¥₹]|[A-Z]{2,3} ?)?")
_CHANGE = re.compile(
    r"\b(?:up|down|rose|rise|rises|rising|risen|fell|fall|falls|falling|gained|gain|gains|climbed"
    r"|climbs|dropped|drop|drops|lost|jumped|jumps|added|adds|slipped|slid|dipped|surged|advanced"
    r"|declined|increased|decreased|grew|by|another|advance|plunged|tumbled|soared)"
    r"(?: (?:about|around|nearly|almost|some|roughly|over|more than))? $",
    re.IGNORECASE,
)
_SCORE_BEFORE = re.compile(
    r"\b(?:won|lost|beat|win|wins|defeat|drew|draw|lead|led|leads|victory|loss|record|score|vote"
    r"|trailed|trailing|leading|beating|tied)(?: [\w.'’-]+){0,3} $"
)
_SCORE_AFTER = re.compile(
    r" (?:[\w-]+ )?(?:win|wins|victory|defeat|loss|lead|draw|record|score|scoreline|vote|down|up"
    r"|aggregate|thrashing|rout|triumph|decision|ruling)\b"
)

Joint = Literal["dash", "to", "and", "or"]


def read_joint(text: str, start: int, end: int) -> tuple[Joint, int] | None:
    """Read what may join the number at ``start`` to the one after it.

    Args:
        text: Any text.
        start: Offset of the first number.
        end: Offset after it.

    Returns:
        The kind of joint and where it ends; None if nothing joins, or the first number says by how
        much something changed (``rose 5 per cent to 20``).

    Example:
        >>> read_joint("5 to 7", 0, 1), read_joint("up 5 to 7", 3, 4)
        (('to', 5), None)
    """
    match = _JOINT.match(text, end)
    if match is None:
        return None
    before = text[max(0, start - 28) : start]
    if match["and"]:
        return ("and", match.end()) if _BETWEEN.search(before) else None
    if match["or"]:
        return "or", match.end()
    if match["to"]:
        return None if _CHANGE.search(before) else ("to", match.end())
    spaced = match[0] != match[0].strip()
    return None if spaced and len(match[0]) < 3 else ("dash", match.end())


def number_after(text: str, at: int) -> int:
    """Return where the second number may start: after ``about`` and its currency."""
    lead = _LEAD.match(text, at)
    return lead.end() if lead else at


def follows_from(text: str, at: int) -> bool:
    """Whether ``from`` stands before an offset, so that a range may also run downwards."""
    return bool(_FROM.search(text[max(0, at - 24) : at]))


def is_score(text: str, start: int, end: int) -> bool:
    """Whether the words around two numbers with a dash say that they are a score or a vote."""
    before = text[max(0, start - 36) : start]
    return bool(_SCORE_BEFORE.search(before) or _SCORE_AFTER.match(text, end))
