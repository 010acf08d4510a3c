"""Summaries as rows of one table, the shape that CSV, Parquet and data frames share.

Owns the columns. One row is one item: the gist, an actor, a stance, a quote or a figure.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Any

from summarizer.errors import MissingExtraError
from summarizer.export.offsets import Offsets
from summarizer.schema import Facet, Span, Summary

Cell = str | int | bool | Decimal | None
Row = dict[str, Cell]

_PLACE = {
    "start": int,
    "end": int,
    "start_utf16": int,
    "end_utf16": int,
    "start_utf8": int,
    "end_utf8": int,
    "spans": str,
}
_FIGURE = {
    "value": Decimal,
    "low": Decimal,
    "high": Decimal,
    "unit": str,
    "currency": str,
    "percent": bool,
    "approximate": bool,
    "ordinal": bool,
    "measures": str,
}
FACETS: dict[Facet, dict[str, type]] = {
    "gist": {"text": str},
    "actors": {"id": str, "actor": str, "kind": str, "role": str, **_PLACE},
    "stances": {"actor": str, "position": str, "target": str, "text": str, **_PLACE},
    "quotes": {"id": str, "text": str, "actor": str, "kind": str, **_PLACE},
    "figures": {"id": str, "text": str, **_FIGURE, **_PLACE},
}
"""The columns of each facet, with the type of their cells."""

_ARTICLE = ("article", "title", "url", "date", "publisher", "author", "digest", "model")

COLUMNS: dict[str, type] = {
    "facet": str,
    **FACETS["quotes"],
    **FACETS["actors"],
    **FACETS["stances"],
    **FACETS["figures"],
    **dict.fromkeys(_ARTICLE, str),
}
"""The columns of the table of all facets."""


def rows(summary: Summary, facet: Facet | None = None) -> Iterator[Row]:
    """Yield a row for each item of a summary.

    ``start`` and ``end`` reach from the first character of a quote, figure or piece of evidence
    to the last; those of an actor are its first mention. ``spans`` lists every span as
    ``start-end`` in code points.

    Args:
        summary: The summary.
        facet: The facet whose rows are wanted; all facets, if not given.

    Yields:
        Cells by name of column; what does not apply is left out.

    Example:
        >>> from summarizer.article import Article
        >>> from summarizer.schema import ArticleInfo, Provenance, Usage
        >>> how = Provenance(model="m", strategy="one", facets=("gist",), prompts="p",
        ...                  version="1", usage=Usage(), seconds=0)
        >>> info = ArticleInfo.of(Article("Rain fell."))
        >>> [row["text"] for row in rows(Summary(article=info, gist="Rain.", provenance=how))]
        ['Rain.']
    """
    info = summary.article
    common: Row = {"article": info.id, "title": info.title, "url": info.url, "date": info.date}
    common |= {"publisher": info.publisher, "author": info.author}
    common |= {"digest": info.digest, "model": summary.provenance.model}
    for name, find in _ROWS.items():
        if facet in {None, name}:
            for row in find(summary):
                yield {"facet": name, **row, **common}


def frame(summary: Summary, facet: Facet) -> Any:
    """Return the rows of a facet as a pandas data frame, numbers exact.

    Raises:
        MissingExtraError: pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as error:
        raise MissingExtraError(
            "A data frame needs pandas.", hint="Install it: pip install pandas"
        ) from error
    return pandas.DataFrame(rows(summary, facet), columns=list(FACETS[facet]))


def _gist(summary: Summary) -> Iterator[Row]:
    if summary.gist:
        yield {"text": summary.gist}


def _actors(summary: Summary) -> Iterator[Row]:
    place = _placer(summary)
    for actor in summary.actors:
        yield {
            "id": actor.id,
            "actor": actor.name,
            "kind": actor.kind,
            "role": actor.role,
            **place(actor.mentions[:1]),
            "spans": _list(actor.mentions),
        }


def _stances(summary: Summary) -> Iterator[Row]:
    place = _placer(summary)
    for stance in summary.stances:
        yield {
            "actor": summary.actor(stance.actor).name,
            "position": stance.position,
            "target": stance.target,
            "text": "\n".join(span.text for span in stance.evidence),
            **place(stance.evidence),
        }


def _quotes(summary: Summary) -> Iterator[Row]:
    place = _placer(summary)
    for quote in summary.quotes:
        yield {
            "id": quote.id,
            "text": quote.text,
            "actor": quote.speaker_name,
            "kind": quote.kind,
            **place(quote.spans),
        }


def _figures(summary: Summary) -> Iterator[Row]:
    place = _placer(summary)
    for figure in summary.figures:
        facts = {name: getattr(figure, name) for name in _FIGURE}
        yield {"id": figure.id, "text": figure.span.text, **facts, **place((figure.span,))}


_ROWS: dict[Facet, Callable[[Summary], Iterator[Row]]] = {
    "gist": _gist,
    "actors": _actors,
    "stances": _stances,
    "quotes": _quotes,
    "figures": _figures,
}


def _placer(summary: Summary) -> Callable[[Sequence[Span]], Row]:
    """Return the function that describes spans; the text is walked through once."""
    text = summary.article.text
    offsets = None if text is None else Offsets(text)

    def place(spans: Sequence[Span]) -> Row:
        ends = {"start": min(s.start for s in spans), "end": max(s.end for s in spans)}
        row: Row = {**ends, "spans": _list(spans)}
        if offsets:
            row |= {f"{name}_utf16": offsets.utf16(at) for name, at in ends.items()}
            row |= {f"{name}_utf8": offsets.utf8(at) for name, at in ends.items()}
        return row

    return place


def _list(spans: Sequence[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)
