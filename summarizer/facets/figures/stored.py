"""The figures of a stored summary: how they are verified, compared and exported."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from summarizer.document.document import Document
from summarizer.facets.decisions import DECIDED, fields_of
from summarizer.facets.faults import Data, Fault
from summarizer.facets.figures.shown import ShownFigures
from summarizer.facets.figures.verification import FLAGS, NUMBERS, UNITS, figure_faults
from summarizer.facets.shown import (
    Compared,
    Entity,
    Entry,
    Highlight,
    Ranks,
    Record,
    Row,
    Standoff,
    Table,
    View,
)
from summarizer.schema import Figure, Summary

COPIED = ("context", "measures_evidence", "sentence_before")
"""Fields that copy words of the article."""

WORDS = ("change", *UNITS)

TABLE = Table(
    "figures",
    """code TEXT NOT NULL, text TEXT NOT NULL, measures TEXT,
    value NUMERIC, low NUMERIC, high NUMERIC, change TEXT, unit TEXT, currency TEXT,
    percent INTEGER NOT NULL, approximate INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    context TEXT, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    decided_by TEXT, certainty TEXT, rule TEXT, doubt TEXT, sentence_before TEXT""",
    search=("text", "measures", "context"),
)


class StoredFigures(ShownFigures):
    """The figures with what they measure."""

    name = "figures"
    label = "Figures"
    ranks = Ranks(page=4, legend=3, columns=4, standoff=4)
    columns: Mapping[str, type] = {
        **dict.fromkeys(("id", "text"), str),
        **dict.fromkeys(NUMBERS, Decimal),
        **dict.fromkeys(WORDS, str),
        **dict.fromkeys(FLAGS, bool),
        "measures": str,
        "context": str,
    }
    later_columns: Mapping[str, type] = {"sentence_before": str}
    table = TABLE
    highlight = Highlight("figure", "figure")
    panel = "figures.html.j2"
    view = View("figures", "Figures", "figures_across.html.j2")
    tally = "figure"
    decided = True

    @property
    def lost(self) -> str:
        """A figure stays where its caption is left out."""
        return "caption"

    @property
    def entity(self) -> Entity:
        """What brat calls a figure, with its flags."""
        return Entity("Figure", attributes={flag.title(): () for flag in FLAGS})

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the figures by what they measure."""
        for figure in summary.figures:
            facts = figure.model_dump(mode="json", exclude={"span", *COPIED, *DECIDED})
            yield Entry(figure.id, figure.measures or figure.text, (figure.span,), facts)

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find captions of foreign words, and figures that the article does not give so."""
        return figure_faults(data, document)

    def undecided(self, item: Figure) -> Figure:
        """Return a figure without its caption: its value is certain."""
        nothing = {**dict.fromkeys((*DECIDED, "measures")), "decided_by": "none"}
        nothing["measures_evidence"] = ()
        return item.model_copy(update=nothing)

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each figure."""
        fields = (*NUMBERS, *WORDS, *FLAGS, "measures")
        for figure in summary.figures:
            facts = {name: getattr(figure, name) for name in fields}
            facts |= _texts(figure)
            cells = {"id": figure.id, "text": figure.text, **facts, **fields_of(figure)}
            yield Row(cells, (figure.span,))

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the figures, the same by their place."""
        for figure in summary.figures:
            span = figure.span
            yield Compared(span.text, (span.start, span.end), (span,), _facts(figure))

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the figures with their places."""
        for figure in summary.figures:
            span = figure.span
            row = figure.model_dump(mode="json", exclude={"id", "span", *COPIED})
            row |= _texts(figure)
            row |= {"start_char": span.start, "end_char": span.end, "text": span.text}
            yield Record({"code": figure.id, **row})

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the figures with their flags."""
        noted = {*NUMBERS, *WORDS, "measures"}
        for figure in summary.figures:
            flags = {flag.title(): True for flag in FLAGS if getattr(figure, flag)}
            yield Standoff((figure.span,), figure.model_dump(mode="json", include=noted), flags)

    def linked(self, summary: Summary) -> Mapping[str, Any]:
        """Return the figures as what the article mentions."""
        return {"mentions": [_linked(figure) for figure in summary.figures]}


def _texts(figure: Figure) -> dict[str, str | None]:
    """Return what is shown beside a caption, as plain words."""
    spans = {"context": figure.context, "sentence_before": figure.sentence_before}
    return {name: span.text if span else None for name, span in spans.items()}


def _facts(figure: Figure) -> dict[str, str | None]:
    return {
        "text": figure.text,
        **{name: _plain(getattr(figure, name)) for name in NUMBERS},
        **{name: getattr(figure, name) for name in WORDS},
        **{name: name if getattr(figure, name) else None for name in FLAGS},
        "measures": figure.measures,
    }


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    # A stored exponent may ask for more zeros than memory holds.
    return f"{value.normalize():f}" if abs(value.adjusted()) < 30 else str(value.normalize())


def _linked(figure: Figure) -> dict[str, object]:
    return {
        "@type": "MonetaryAmount" if figure.currency else "QuantitativeValue",
        "name": figure.measures,
        "description": figure.text,
        "value": _number(figure.value),
        "minValue": _number(figure.low),
        "maxValue": _number(figure.high),
        "currency": figure.currency,
        "unitCode": "P1" if figure.percent else None,
        "unitText": None if figure.currency else figure.unit,
    }


def _number(value: Decimal | None) -> int | float | str | None:
    if value is None or abs(value.adjusted()) > 15:
        return None if value is None else str(value)  # JSON's readers round longer numbers
    return int(value) if value == value.to_integral_value() else float(value)
