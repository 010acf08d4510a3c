"""What two summaries of one article say differently.

Owns the comparison alone: items are paired by where they stand in the article, since ids are
counted anew in every summary. It knows nothing of files, of models, or of how a difference is
shown.
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
    """One thing that two summaries say differently.

    Args:
        facet: The facet that it belongs to.
        item: The item in the article's words: a quote's text, a figure as written, a name.
        kind: ``added``, ``removed``, or the name of the field that changed, such as ``speaker``.
        before: What the first summary says; None if it says nothing.
        after: What the second summary says; None if it says nothing.
    """

    facet: str
    item: str
    kind: str
    before: str | None
    after: str | None


def compare(a: Summary, b: Summary) -> tuple[Difference, ...]:
    """List what two summaries of one article say differently, facet by facet.

    Quotes and figures are paired by their place, actors by name or by a shared mention, stances
    by actor and by target or shared evidence. Where an actor is mentioned and what a run cost are
    no statements and are not compared.

    Args:
        a: The summary to start from.
        b: The summary to compare it with.

    Returns:
        The differences, each facet in the order of the article; empty if both say the same.

    Raises:
        ArticleError: The summaries are of different articles.

    Example:
        >>> from summarizer.article import Article
        >>> from summarizer.schema import ArticleInfo, Provenance, Usage
        >>> info = ArticleInfo.of(Article("Rain fell on Ada Mole."))
        >>> how = Provenance(model="m", strategy="one", facets=("gist",), prompts="p",
        ...                  version="1", usage=Usage(), seconds=0)
        >>> before = Summary(article=info, gist="Rain fell.", provenance=how)
        >>> after = Summary(article=info, gist="Rain fell on Mole.", provenance=how)
        >>> compare(before, after)[0].after
        'Rain fell on Mole.'
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
    """Pair equal keys before shared places, so that no item is taken by its neighbour."""
    pairs: list[Pair] = []
    same: Callable[[Compared, Compared], bool]
    for same in (lambda one, other: one.key == other.key, _meet):
        for before in tuple(old):
            after = next((item for item in new if same(before, item)), None)
            if after is not None:
                pairs.append((before, after))
                old.remove(before)
                new.remove(after)
    pairs += [(item, None) for item in old]
    pairs += [(None, item) for item in new]
    return sorted(pairs, key=_place)


def _meet(one: Compared, other: Compared) -> bool:
    return one.group == other.group and any(
        first.start < second.end and second.start < first.end
        for first in one.spans
        for second in other.spans
    )


def _said(item: Compared) -> str:
    return ", ".join(value for value in item.facts.values() if value)


def _place(pair: Pair) -> tuple[tuple[int, int], ...]:
    return min(tuple((span.start, span.end) for span in item.spans) for item in pair if item)
