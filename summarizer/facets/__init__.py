"""The facets of a summary: each owns one side of it, from the question to the page.

This registry is the one list of them. Whoever needs all facets loops over it; whoever needs one
takes it from here. Each is imported when it is first needed: a run often asks for one alone.
"""

from collections import UserDict
from collections.abc import Iterable
from importlib import import_module
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from summarizer.document.attribution.confidence.levels import LEVELS
from summarizer.errors import SettingsError, nearest
from summarizer.facets.base import BaseFacet
from summarizer.facets.stored import StoredFacet
from summarizer.facets.threshold import held_to
from summarizer.facets.voices import SpokenFacet, Voices
from summarizer.schema import Certainty, FacetKey, FacetName, Review, Summary

if TYPE_CHECKING:
    from summarizer.facets.actors import Actors
    from summarizer.facets.custom.asking import AskedSection
    from summarizer.facets.figures import Figures
    from summarizer.facets.gist import Gist
    from summarizer.facets.quotes import Quotes
    from summarizer.facets.stances import Stances
    from summarizer.facets.statements import Statements

    GIST: Gist
    ACTORS: Actors
    STANCES: Stances
    QUOTES: Quotes
    STATEMENTS: Statements
    FIGURES: Figures

Output = Literal["page", "legend", "columns", "standoff"]

ALWAYS = frozenset({"actors"})
"""What a summary has even where it is not asked for: other facets refer to its items."""


class Registry(UserDict[str, BaseFacet[Any, Any, Any]]):
    """The facets by name, in the order in which they are asked."""

    def __getitem__(self, name: str) -> BaseFacet[Any, Any, Any]:
        if name in self.data and self.data[name] is None:  # not imported yet
            module = import_module(f"{__name__}.{name}")
            self.data[name] = getattr(module, name.capitalize())()
        return self.data[name]


FACETS = Registry(dict.fromkeys(get_args(FacetName)))


def __getattr__(name: str) -> BaseFacet[Any, Any, Any]:
    """Return a facet by its name in capitals, such as ``QUOTES``."""
    if name != name.upper() or name.lower() not in FACETS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return FACETS[name.lower()]


def asked_facets(asked: Iterable[str | FacetKey[Any]]) -> list[BaseFacet[Any, Any, Any]]:
    """Return the facets that are asked for: our own in their order, then those of users.

    Args:
        asked: Names of our own facets, and users' facets themselves.

    Example:
        >>> [facet.name for facet in asked_facets(["quotes", "gist"])]
        ['gist', 'quotes']
    """
    every = list(asked)
    ours = [FACETS[name] for name in FACETS if name in every]
    users = [cast("AskedSection", facet) for facet in every if not isinstance(facet, str)]
    return [*ours, *users]


def facets_of(*summaries: Summary) -> list[StoredFacet[Any]]:
    """Return our own facets, and those of users that the summaries have.

    Example:
        >>> [facet.name for facet in facets_of()]
        ['gist', 'actors', 'stances', 'quotes', 'statements', 'figures']
    """
    if not any(summary.more for summary in summaries):
        return [*FACETS.values()]
    from summarizer.facets.custom.stored import sections_of  # noqa: PLC0415  takes a while

    return [*FACETS.values(), *sections_of(summaries)]


def needs_review(summary: Summary) -> tuple[Review, ...]:
    """Return the items that a reader should check, in the order of the article."""
    found = (each for facet in facets_of(summary) for each in facet.reviews(summary))
    return tuple(review for _, review in sorted(found, key=itemgetter(0)))


def at_least(summary: Summary, least: Certainty) -> Summary:
    """Return a summary without the items of our own that are less sure than this.

    Args:
        summary: The summary.
        least: The least certainty that is kept.

    Raises:
        SettingsError: There is no such certainty.
    """
    if least not in LEVELS:
        raise SettingsError(
            f"There is no certainty {least!r}.",
            hint=f"{nearest(least, LEVELS)}Known are: {', '.join(LEVELS)}.",
        )
    for name in sorted(FACETS, key=ALWAYS.__contains__):  # what others need comes last
        summary = held_to(summary, FACETS[name], least)
    return settled(summary)


def settled(summary: Summary) -> Summary:
    """Return a summary in which nothing refers to an item that was left out."""
    if not summary.statements:
        return summary
    from summarizer.facets.statements import Statements  # noqa: PLC0415  see above

    return Statements().unlinked(summary)


def ranked(output: Output, *summaries: Summary) -> list[StoredFacet[Any]]:
    """Return the facets in the order in which an output has them; users' come last.

    Example:
        >>> [facet.name for facet in ranked("page")]
        ['quotes', 'statements', 'stances', 'figures', 'actors', 'gist']
    """
    return sorted(facets_of(*summaries), key=attrgetter(f"ranks.{output}"))


def sections(*summaries: Summary) -> list[StoredFacet[Any] | Voices]:
    """Return what is shown under one heading each, in its order: what is said comes together.

    Example:
        >>> [section.label for section in sections()]
        ['Who said what', 'Where they stand', 'Figures', 'Actors', 'Gist']
    """
    facets = ranked("page", *summaries)
    spoken = [facet for facet in facets if isinstance(facet, SpokenFacet)]
    others = [facet for facet in facets if facet not in spoken]
    return [Voices(spoken), *others]
