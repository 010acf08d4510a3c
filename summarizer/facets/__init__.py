"""The facets of a summary: each owns one side of it, from the question to the page.

This registry is the one list of them. Whoever needs all facets loops over it; whoever needs one
takes it from here.
"""

from operator import attrgetter
from typing import Any, Literal

from summarizer.facets.actors import Actors
from summarizer.facets.base import BaseFacet
from summarizer.facets.figures import Figures
from summarizer.facets.gist import Gist
from summarizer.facets.quotes import Quotes
from summarizer.facets.stances import Stances
from summarizer.schema import FacetName

Output = Literal["text", "page", "legend", "columns", "standoff"]

GIST = Gist()
ACTORS = Actors()
STANCES = Stances()
QUOTES = Quotes()
FIGURES = Figures()

FACETS: dict[FacetName, BaseFacet[Any, Any, Any]] = {
    facet.name: facet for facet in (GIST, ACTORS, STANCES, QUOTES, FIGURES)
}
"""The facets by name, in the order in which they are asked."""


def ranked(
    output: Literal["text", "page", "legend", "columns", "standoff"],
) -> list[BaseFacet[Any, Any, Any]]:
    """Return the facets in the order in which an output has them.

    Example:
        >>> [facet.name for facet in ranked("text")]
        ['quotes', 'stances', 'figures', 'actors', 'gist']
    """
    return sorted(FACETS.values(), key=attrgetter(f"ranks.{output}"))


def facet_named(name: str) -> BaseFacet[Any, Any, Any]:
    """Return the facet of a name."""
    return FACETS[name]  # type: ignore[index]
