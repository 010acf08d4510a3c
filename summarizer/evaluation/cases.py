"""One article to score, with its gold, in one form for all gold formats."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from summarizer.article import Article
from summarizer.document.figures import Figure as FoundFigure
from summarizer.evaluation.gold import GoldFigure, GoldStance
from summarizer.evaluation.matching import Stretch
from summarizer.evaluation.opinions import GoldOpinion
from summarizer.schema import Figure, QuoteKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of the gold: one passage of the article.

    Args:
        start: Offset of its first character, in code points.
        end: Offset after its last character, in code points.
        words: Number of words.
        speakers: Its speakers; several if annotators differ, None for no speaker.
        kind: A full statement, or part of the reporter's sentence.
        optional: Whether it is left out of the scores.
        named: Whether its speaker is a name; None if the gold does not say.
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
        """Its start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, of the gold or predicted.

    Args:
        values: Its value, or both ends of a range, the lower first.
        units: Notations of its unit or of what it counts; an empty string means no unit.
        currency: ISO 4217 code, if known.
        percent: Whether the value is in percent.
        place: Its start and end; None if the gold does not give them.
        optional: Whether it is left out of the scores.
        measures: Words that a right caption mentions; ``|`` separates alternatives.
        caption: The caption, as it was predicted or as a careful reader wrote it for the gold; None
            if no caption was requested.
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
        """Convert a figure of the gold, of a summary, or of an outline."""
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
            caption=_caption(figure),
        )


def _caption(figure: Figure | FoundFigure | GoldFigure) -> str | None:
    if isinstance(figure, GoldFigure):
        return figure.caption
    return figure.measures or "" if isinstance(figure, Figure) else None


@dataclass(frozen=True, slots=True)
class Attributed:
    """A statement of the gold: words that a source is reported to have said.

    Args:
        start: Offset of its first character, in code points.
        end: Offset after its last character, in code points.
        speaker: The source's mention; None for no source.
        optional: Whether finding it is right and missing it is not wrong: some of it is between
            quotation marks.
    """

    start: int
    end: int
    speaker: str | None
    optional: bool = False

    @property
    def place(self) -> Stretch:
        """Its start and end."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its gold; a facet without gold is None.

    Args:
        article: The article.
        quotations: The quotations, in the order of the text.
        quoted: All passages between quotation marks, quotations or not.
        sources: Mentions of its sources, quoted or not.
        figures: The figures.
        stances: The stances.
        statements: What sources are reported to have said without quotation marks.
        opinions: The opinions, where the gold marks these in sentences.
    """

    article: Article
    quotations: tuple[Quotation, ...] | None = None
    quoted: tuple[Stretch, ...] = ()
    sources: tuple[str, ...] = ()
    figures: tuple[Amount, ...] | None = None
    stances: tuple[GoldStance, ...] | None = None
    opinions: tuple[GoldOpinion, ...] | None = None
    statements: tuple[Attributed, ...] | None = None

    @property
    def is_bare(self) -> bool:
        """Whether there is no gold, only the article."""
        return self == Case(self.article)

    @property
    def has_figures_alone(self) -> bool:
        """Whether the gold is of nothing that needs a summary."""
        return self.quotations is None and self.stances is None and self.opinions is None


def merge(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Merge quotations at the same place, with all their speakers.

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
