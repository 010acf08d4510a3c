"""A caption, put together of words of the article."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.document.captions.words import Place

GAP = "…"
"""Where the figure was: "Brandywater offered … for the workshop"."""

_LOOSE = frozenset(",;:")


@dataclass(frozen=True, slots=True)
class Caption:
    """What a figure measures.

    Args:
        text: The caption.
        rule: The name of the rule that found it.
        pieces: The places of the words that it is copied from, in its order.
        certainty: Inferred where the name is that of a pronoun.
        before: The place of the sentence before, where words point back to it.
    """

    text: str
    rule: str
    pieces: tuple[Place, ...]
    certainty: Literal["explicit", "inferred"] = "explicit"
    before: Place | None = None


def put_together(
    text: str, rule: str, pieces: Iterable[Place], *, joint: str = " ", lead: str = ""
) -> Caption:
    """Make a caption of pieces of a text, without a gap for the figure.

    Args:
        text: The text.
        rule: The name of the rule.
        pieces: Their places.
        joint: What is between them.
        lead: What is before the first.

    Example:
        >>> put_together("Jo Roe, 62, left.", "age", [(0, 6)], lead="age of ").text
        'age of Jo Roe'
    """
    copied = (*pieces,)
    return Caption(lead + joint.join(_copies(text, copied)), rule, copied)


def _copies(text: str, places: Iterable[Place]) -> Iterator[str]:
    return (" ".join(text[slice(*place)].split()) for place in places)


def with_gap(text: str, rule: str, before: Sequence[Place], behind: Sequence[Place]) -> Caption:
    """Make a caption with a gap for the figure, which is between the last and the first place.

    Example:
        >>> with_gap("She lost 40, old keys.", "clause", [(0, 9)], [(11, 21)]).text
        'She lost …, old keys'
    """
    sides = [
        _joined(text, filter(None, (_bare(text, each) for each in before))),
        _joined(text, filter(None, (_bare(text, each, _LOOSE) for each in behind))),
    ]
    front, back = (" ".join(_copies(text, side)) for side in sides)
    start, end = before[-1][1], behind[0][0]
    first = next(iter(sides[1]), behind[0])[0]
    said = (
        front + _space(text[start - 1 : start], front) + GAP + _space(text[end:first], back) + back
    )
    return Caption(said, rule, (*sides[0], *sides[1]))


def renamed(text: str, made: Caption, words: Place, name: Place) -> Caption:
    """Return a caption with a name in place of some of its words, where it has those in a row.

    Example:
        >>> made = with_gap("Nordal is ill. The firm lost 40.", "", [(15, 29)], [(31, 32)])
        >>> renamed("Nordal is ill. The firm lost 40.", made, (15, 23), (0, 6)).text
        'Nordal lost …'
    """
    said, full = _copies(text, (words, name))
    pieces: list[Place] = []
    for start, end in made.pieces:
        inside = start <= words[0] and words[1] <= end
        split = [(start, words[0]), name, (words[1], end)] if inside else [(start, end)]
        pieces += filter(None, (_bare(text, each) for each in split))
    renamed = made.text.replace(said, full, 1)
    return replace(made, text=renamed, pieces=(*pieces,), certainty="inferred")


def _space(between: str, copied: str) -> str:
    """Return what is between a gap and what is copied beside it: nothing in "a …-way race"."""
    return " " if copied and any(map(str.isspace, between)) else ""


def _bare(text: str, place: Place, marks: Collection[str] = ()) -> Place | None:
    """Return a place without the spaces at its ends and the marks at its end."""
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None


def _joined(text: str, pieces: Iterable[Place]) -> list[Place]:
    """Return pieces, with those that only a space parts as one."""
    joined: list[Place] = []
    for start, end in pieces:
        if joined and joined[-1][1] <= start and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
