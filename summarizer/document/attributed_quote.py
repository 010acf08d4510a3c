"""A statement: a quotation that somebody said, with what the rules say of its speaker."""

from dataclasses import dataclass, replace
from typing import Self

from summarizer.schema import QuoteKind


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation that somebody said, its paragraphs together, and what the rules say of it.

    Args:
        key: Q1, Q2, … in the order of the article.
        places: Start and end of what stands between the marks, one pair a paragraph.
        text: The words of the first paragraph.
        kind: A statement of its own, or part of a mixed sentence.
        name: The speaker's full name, where a rule reads one.
        source: The article's words for a source without a name, where a rule reads one.
        certain: Whether the rule needs no second opinion.
    """

    key: str
    places: tuple[tuple[int, int], ...]
    text: str
    kind: QuoteKind
    name: str | None = None
    source: str | None = None
    certain: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0][0]

    def with_paragraph(self, place: tuple[int, int]) -> Self:
        """Return it with one more paragraph."""
        return replace(self, places=(*self.places, place))
