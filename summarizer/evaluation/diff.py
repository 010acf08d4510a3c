"""Compare two summaries of one article.

Items are paired by their place in the article, because ids differ between summaries. This module
knows nothing of files, models or output formats.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from summarizer.errors import ArticleError
from summarizer.facets import facets_of
from summarizer.facets.shown import Compared
from summarizer.schema import Summary

Pair = tuple[Compared | None, Compared | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two summaries.

    Args:
        facet: The facet of the item.
        item: The item in the article's words: the text of a quote, a figure as written, a name.
        kind: ``added``, ``removed``, or the name of the field that changed, such as ``speaker``.
        before: The value in the first summary; None if it has none.
        after: The value in the second summary; None if it has none.
    """

    facet: str
    item: str
    kind: str
    before: str | None
    after: str | None


def compare(a: Summary, b: Summary) -> tuple[Difference, ...]:
    """List the differences between two summaries of one article, facet by facet.

    Quotes and figures are paired by place, actors by name or a shared mention, stances by actor
    and by target or shared evidence. Mentions of actors and the cost of a run are not compared.

    Args:
        a: The first summary.
        b: The second summary.

    Returns:
        The differences, by facet and then in the order of the article.

    Raises:
        ArticleError: The summaries are of different articles.

    Example:
        >>> from summarizer import summarize
        >>> before = summarize("The council opened the bridge in Lund.", model="none")
        >>> after = before.model_copy(update={"gist": "A bridge opened in Lund."})
        >>> compare(before, after)[0].after
        'A bridge opened in Lund.'
    """
    if a.article.digest != b.article.digest:
        raise ArticleError(
            f"The summaries are of two articles, {a.article.id!r} and {b.article.id!r}.",
            hint="Compare two summaries of one article.",
        )
    return tuple(
        difference
        for facet in facets_of(a, b)
        for difference in _changes(facet.name, facet.compared(a), facet.compared(b))
    )


def _changes(facet: str, old: Iterable[Compared], new: Iterable[Compared]) -> Iterator[Difference]:
    for before, after in _pairs(list(old), list(new)):
        if before and after:
            for kind in dict.fromkeys((*before.facts, *after.facts)):
                old_fact, new_fact = before.facts.get(kind), after.facts.get(kind)
                if old_fact != new_fact:
                    yield Difference(facet, before.words, kind, old_fact, new_fact)
        elif after:
            yield Difference(facet, after.words, "added", None, _said(after))
        elif before:
            yield Difference(facet, before.words, "removed", _said(before), None)


def _pairs(old: list[Compared], new: list[Compared]) -> list[Pair]:
    """Pair items with equal keys first, then items that overlap."""
    pairs: list[Pair] = []
    same: Callable[[Compared, Compared], bool]
    for same in (lambda one, other: one.key == other.key, _overlap):
        for before in tuple(old):
            after = next((item for item in new if same(before, item)), None)
            if after is not None:
                pairs.append((before, after))
                old.remove(before)
                new.remove(after)
    pairs += [(item, None) for item in old]
    pairs += [(None, item) for item in new]
    return sorted(pairs, key=_place)


def _overlap(one: Compared, other: Compared) -> bool:
    return one.group == other.group and any(
        first.start < second.end and second.start < first.end
        for first in one.spans
        for second in other.spans
    )


def _said(item: Compared) -> str:
    return ", ".join(value for value in item.facts.values() if value)


def _place(pair: Pair) -> tuple[tuple[int, int], ...]:
    return min(tuple((span.start, span.end) for span in item.spans) for item in pair if item)
