"""A quotation that someone said, with what the rules say of its speaker."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.quotations import Quotation
from summarizer.schema import Certainty, Polarity, QuoteKind


class AttributedQuote(NamedTuple):
    """A quotation that someone said, its paragraphs together, and what the rules say of it.

    Args:
        key: Q1, Q2, … in the order of the article.
        places: Start and end of what is between the marks, one pair a paragraph.
        text: The words of the first paragraph.
        kind: A statement of its own, or part of a mixed sentence.
        attribution: What the rules say of its speaker; None where no rule applies.
        polarity: Whether it is said, denied, taken back, or not said at all.
    """

    key: str
    places: tuple[tuple[int, int], ...]
    text: str
    kind: QuoteKind
    attribution: Attribution | None = None
    polarity: Polarity = "said"

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0][0]

    @property
    def name(self) -> str | None:
        """The speaker's full name, where a rule reads one."""
        return self.attribution.name if self.attribution else None

    @property
    def source(self) -> str | None:
        """The article's words for a source without a name, where a rule reads one."""
        if self.attribution is None or self.attribution.name:
            return None
        return self.attribution.speaker

    @property
    def rule(self) -> str | None:
        """The name of the rule that decided."""
        return self.attribution.rule if self.attribution else None

    @property
    def certainty(self) -> Certainty | None:
        """How sure the rule is; None where no rule applies."""
        return self.attribution.certainty if self.attribution else None

    @property
    def certain(self) -> bool:
        """Whether the article is explicit, so that no second opinion is needed."""
        return self.certainty == "explicit"

    def with_paragraph(self, place: tuple[int, int]) -> Self:
        """Return it with one more paragraph."""
        return self._replace(places=(*self.places, place))


def attributed(
    quotations: Iterable[Quotation],
    speakers: Iterable[Attribution | None],
    polarities: Iterable[Polarity],
) -> tuple[AttributedQuote, ...]:
    """Join the quotations that someone said with their speakers.

    Args:
        quotations: The quotations of an article.
        speakers: What the rules say of the speaker of each.
        polarities: Whether each is said.

    Returns:
        The quotations that are speech; one that goes on in a new paragraph is one quotation.
    """
    found: list[AttributedQuote] = []
    for quotation, speaker, polarity in zip(quotations, speakers, polarities, strict=True):
        if quotation.role != "speech":
            continue
        place = (quotation.start, quotation.end)
        if quotation.continues and found:
            found[-1] = found[-1].with_paragraph(place)
            continue
        key = f"Q{len(found) + 1}"
        words = AttributedQuote(key, (place,), quotation.text, quotation.kind, speaker, polarity)
        found.append(words)
    return tuple(found)
