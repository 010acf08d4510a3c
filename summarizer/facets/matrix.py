"""The table of actors against targets: who is for and against what, in one article or in several.

Its columns are targets on which two actors take a position, or one does in two articles. All other
positions are in the list of a facet alone.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.facets.identity import known_as
from summarizer.facets.shown import Taken
from summarizer.facets.stored import StoredFacet
from summarizer.facets.targets import Target
from summarizer.facets.wording import Wording, wording
from summarizer.schema import Summary

Cell = list[tuple[int, Taken]]
"""The positions of one actor on one target, each with the index of its article."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors against targets.

    Args:
        targets: The headings of the columns: the targets that most actors speak of come first. Each
            has the index of its article where the same words are over another column as well.
        rows: The actors with their cells, those with most positions first.
    """

    targets: tuple[tuple[str, int | None], ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def matrix(facet: StoredFacet[Any], summaries: Iterable[Summary], words: Wording) -> Matrix | None:
    """Return the table of the positions that a facet has; None where no two meet.

    Args:
        facet: The facet.
        summaries: The summaries of the articles.
        words: The words of the positions.

    Example:
        >>> from summarizer import summarize
        >>> from summarizer.facets import STANCES
        >>> text = "Ada Roe praised the bridge. Tim Poe criticised the bridge in Lund."
        >>> found = matrix(STANCES, [summarize(text, model="none")], Wording("en"))
        >>> found.targets, [actor for actor, _ in found.rows]
        ((('the bridge in Lund', None),), ['Ada Roe', 'Tim Poe'])
    """
    columns = _columns(facet, summaries, words)
    shared = [column for column in columns if column.is_shared]
    shared.sort(key=lambda column: -len(column.actors))
    actors: dict[Hashable, str] = {}
    for column in shared:
        for index, each in column.cell:
            actors.setdefault(known_as(each.actor, index, each.kind), each.actor)
    rows = [(name, tuple(each.of(actor) for each in shared)) for actor, name in actors.items()]
    rows.sort(key=lambda row: -sum(bool(cell) for cell in row[1]))
    often = Counter(each.heading for each in shared)
    heads = tuple(
        (each.target.words, each.cell[0][0] if often[each.heading] > 1 else None) for each in shared
    )
    return Matrix(heads, tuple(rows)) if shared else None


def by_actor(
    facet: StoredFacet[Any], summaries: Iterable[Summary], words: Wording
) -> list[tuple[str, list[tuple[int, list[Taken]]]]]:
    """Return all positions that a facet has by actor, those with most first.

    Returns:
        The names, each with the indices of the articles and the positions there.
    """
    actors: dict[Hashable, dict[int, list[Taken]]] = {}
    for index, summary in enumerate(summaries):
        for each in facet.taken(summary, words):
            of_actor = actors.setdefault(known_as(each.actor, index, each.kind), {})
            of_actor.setdefault(index, []).append(each)
    found = [(next(iter(held.values()))[0].actor, [*held.items()]) for held in actors.values()]
    return sorted(found, key=lambda group: -sum(len(each) for _, each in group[1]))


class _Column:
    """A target, and all positions on it."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.cell: Cell = []

    @property
    def actors(self) -> set[Hashable]:
        return {known_as(each.actor, index, each.kind) for index, each in self.cell}

    @property
    def heading(self) -> str:
        return self.target.words.casefold()

    @property
    def is_shared(self) -> bool:
        return len({(index, each.actor) for index, each in self.cell}) > 1

    def of(self, actor: Hashable) -> Cell:
        return [
            (index, each)
            for index, each in self.cell
            if known_as(each.actor, index, each.kind) == actor
        ]


def _columns(
    facet: StoredFacet[Any], summaries: Iterable[Summary], words: Wording
) -> Sequence[_Column]:
    found: dict[Hashable, _Column] = {}
    for index, summary in enumerate(summaries):
        taken = list(facet.taken(summary, words))
        targets = Target.of_article([each.target for each in taken], wording(summary).code, index)
        for each, target in zip(taken, targets, strict=True):
            found.setdefault(target.key, _Column(target)).cell.append((index, each))
    return list(found.values())
