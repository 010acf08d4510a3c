"""One article to be scored: what is right about it, whatever format its gold came in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from summarizer.article import Article
from summarizer.document.figures import Figure as FoundFigure
from summarizer.evaluation.gold import GoldFigure, GoldStance
from summarizer.evaluation.matching import Stretch
from summarizer.schema import Figure, QuoteKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the gold: one stretch of the article.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        words: How many words it has.
        speakers: Who said it; several where annotators differ, None for nobody.
        kind: A statement of its own, or part of the reporter's sentence.
        optional: Whether finding or missing it counts neither way.
        named: Whether its speaker is a name; None where that has to be read off the words.
    """

    start: int
    end: int
    words: int
    speakers: tuple[str | None, ...]
    kind: QuoteKind = "direct"
    optional: bool = False
    named: bool | None = None

    @property
    def place(self) -> Stretch:
        """Start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, of the gold or predicted.

    Args:
        values: Its value, or both ends of a range, the lower first.
        units: Ways of writing its unit or what it counts; one may be empty, for none.
        currency: ISO 4217 code, where it is known.
        percent: Whether the value is in percent.
        place: Where it stands; None if the gold does not tell.
        optional: Whether finding or missing it counts neither way.
        measures: What a right caption mentions, alternatives parted by ``|``.
        caption: What it is said to measure; None where nobody was asked.
    """

    values: tuple[Decimal, ...]
    units: tuple[str, ...] = ()
    currency: str | None = None
    percent: bool = False
    place: Stretch | None = None
    optional: bool = False
    measures: tuple[str, ...] = ()
    caption: str | None = None

    @classmethod
    def of(cls, figure: Figure | FoundFigure | GoldFigure) -> Self:
        """Take what is compared out of a figure of the gold, of a summary, or of an outline."""
        place = figure if isinstance(figure, FoundFigure) else figure.span
        ends = (figure.value, figure.low, figure.high)
        return cls(
            tuple(sorted(end for end in ends if end is not None)),
            (figure.unit,) if figure.unit else (),
            figure.currency,
            figure.percent,
            (place.start, place.end),
            optional=isinstance(figure, GoldFigure) and figure.optional,
            measures=figure.measures if isinstance(figure, GoldFigure) else (),
            caption=figure.measures or "" if isinstance(figure, Figure) else None,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its gold; a part that its gold does not speak of is None.

    Args:
        article: The article.
        quotations: The quotations, by place.
        quoted: Every stretch between quotation marks, statements or not.
        sources: Mentions of those who speak in it, quoted or not.
        figures: The figures.
        stances: The stances.
    """

    article: Article
    quotations: tuple[Quotation, ...] | None = None
    quoted: tuple[Stretch, ...] = ()
    sources: tuple[str, ...] = ()
    figures: tuple[Amount, ...] | None = None
    stances: tuple[GoldStance, ...] | None = None


def merge(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Make one of the quotations that stand at one place, with all their speakers.

    Example:
        >>> both = merge([Quotation(3, 9, 2, ("Reed",)), Quotation(3, 9, 2, ("a spokesman",))])
        >>> [quotation.speakers for quotation in both]
        [('Reed', 'a spokesman')]
    """
    found: dict[Stretch, Quotation] = {}
    for new in quotations:
        old = found.get(new.place)
        found[new.place] = new if old is None else _both(old, new)
    return tuple(found[place] for place in sorted(found))


def _both(old: Quotation, new: Quotation) -> Quotation:
    return replace(
        old,
        speakers=old.speakers + new.speakers,
        kind="direct" if "direct" in {old.kind, new.kind} else "mixed",
        optional=old.optional or new.optional,
    )
