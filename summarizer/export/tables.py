"""Summaries as rows of one table, for CSV, Parquet and data frames.

One row is one item: the gist, an actor, a stance, a quote, a statement or a figure.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, islice
from typing import Any

from summarizer.errors import MissingExtraError
from summarizer.export.offsets import Offsets
from summarizer.facets import facets_of, ranked
from summarizer.facets.decisions import DECIDED
from summarizer.facets.shown import LAST, Cell
from summarizer.facets.stored import StoredFacet
from summarizer.schema import Span, Summary
from summarizer.settings import unknown_facet

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
_DECIDED = dict.fromkeys(DECIDED, str)
_ARTICLE = ("article", "title", "url", "date", "publisher", "author", "digest", "model")


def columns(facet: StoredFacet[Any]) -> dict[str, type]:
    """Return the columns of a facet's table, with the types of their cells.

    Example:
        >>> from summarizer.facets import GIST
        >>> columns(GIST)
        {'text': <class 'str'>}
    """
    decided = _DECIDED if facet.decided else {}
    return {**_own_columns(facet), **decided, **facet.later_columns}


def _own_columns(facet: StoredFacet[Any]) -> dict[str, type]:
    return {**facet.columns, **(_PLACE if facet.placed else {})}


def all_columns(*summaries: Summary) -> dict[str, type]:
    """Return the columns of the table of all facets.

    Args:
        *summaries: Those whose users' facets have columns of their own, behind all others.
    """
    every: dict[str, type] = {"facet": str}
    for one in ranked("columns"):
        every |= _own_columns(one) if one.ranks.columns < LAST else {}
    every |= dict.fromkeys(_ARTICLE, str) | _DECIDED  # behind the columns of version 0.1.0
    for one in ranked("columns", *summaries):
        every |= columns(one)
    return every


def with_columns(summaries: Iterable[Summary]) -> tuple[dict[str, type], Iterator[Summary]]:
    """Return the columns of the table of all facets, and the summaries.

    The users' facets are those of the first summary: all of a batch have the same.
    """
    rest = iter(summaries)
    first = list(islice(rest, 1))
    return all_columns(*first), chain(first, rest)


def rows(summary: Summary, facet: str | None = None) -> Iterator[Row]:
    """Yield a row for each item of a summary.

    ``start`` and ``end`` cover a quote, a figure or the evidence of a stance from its first to its
    last character; for an actor, its first mention. ``spans`` lists every span as ``start-end`` in
    code points.

    Args:
        summary: The summary.
        facet: The facet whose rows are wanted. Default: all facets.

    Yields:
        Cells by column; columns that do not apply are left out.

    Example:
        >>> from summarizer import summarize
        >>> summary = summarize("“It rained,” Ada Brandt said.", model="none")
        >>> [(row["actor"], row["text"]) for row in rows(summary, "quotes")]
        [('Ada Brandt', 'It rained,')]
    """
    info = summary.article
    common: Row = {"article": info.id, "title": info.title, "url": info.url, "date": info.date}
    common |= {"publisher": info.publisher, "author": info.author}
    common |= {"digest": info.digest, "model": summary.provenance.model}
    place = _placer(summary)
    for one in facets_of(summary):
        if facet in {None, one.name}:
            for row in one.rows(summary):
                yield {"facet": one.name, **row.cells, **place(one, row.spans), **common}


def frame(summary: Summary, facet: str) -> Any:
    """Return the rows of a facet as a pandas data frame; numbers are exact decimals.

    Raises:
        SettingsError: The summary has no such facet.
        MissingExtraError: pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as error:
        raise MissingExtraError(
            "A data frame needs pandas.", hint="Install it: pip install pandas"
        ) from error
    known = {one.name: one for one in facets_of(summary)}
    if facet not in known:
        raise unknown_facet(facet, known)
    return pandas.DataFrame(rows(summary, facet), columns=list(columns(known[facet])))


def _placer(summary: Summary) -> Callable[[StoredFacet[Any], Sequence[Span]], Row]:
    """Return a function that converts spans to cells; the text is scanned only once."""
    text = summary.article.text
    offsets = None if text is None else Offsets(text)

    def place(facet: StoredFacet[Any], spans: Sequence[Span]) -> Row:
        if not spans:
            return {}
        whole = spans[:1] if facet.occurrences else spans
        ends = {"start": min(s.start for s in whole), "end": max(s.end for s in whole)}
        row: Row = {**ends, "spans": " ".join(f"{span.start}-{span.end}" for span in spans)}
        if offsets:
            row |= {f"{name}_utf16": offsets.utf16(at) for name, at in ends.items()}
            row |= {f"{name}_utf8": offsets.utf8(at) for name, at in ends.items()}
        return row

    return place
