"""A caption, put together of words of the article."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from summarizer.document.captions.words import Place

LONGEST = 18
"""Words."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a figure measures.

    Args:
        text: The caption.
        rule: The name of the rule that found it.
        pieces: The places of the words that it is copied from, in its order.
        certainty: Inferred where the name is that of a pronoun.
    """

    text: str
    rule: str
    pieces: tuple[Place, ...]
    certainty: Literal["explicit", "inferred"] = "explicit"


def put_together(
    text: str, rule: str, pieces: Iterable[Place], *, joint: str = " ", lead: str = ""
) -> Caption | None:
    """Make a caption of pieces of a text.

    Args:
        text: The text.
        rule: The name of the rule.
        pieces: Their places.
        joint: What is between the first piece and the others.
        lead: What is before the first.

    Returns:
        The caption; None where it is too long.

    Example:
        >>> text = "She lost 40 old keys."
        >>> put_together(text, "counts", [(12, 20), (0, 8)], joint=": ").text
        'old keys: She lost'
    """
    joined = _joined(text, pieces)
    copies = [" ".join(text[slice(*piece)].split()) for piece in joined]
    said = lead + joint.join(filter(None, (copies[0], " ".join(copies[1:]))))
    return Caption(said, rule, tuple(joined)) if len(said.split()) <= LONGEST else None


def _joined(text: str, pieces: Iterable[Place]) -> list[Place]:
    """Return pieces, with those that only a space parts as one."""
    joined: list[Place] = []
    for start, end in pieces:
        if joined and joined[-1][1] <= start and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
