"""The facets that settings name: those that there are, and what is said of others."""

from collections.abc import Iterable
from typing import Any, get_args

from summarizer.errors import SettingsError, nearest
from summarizer.schema import FacetKey, FacetName

FACETS: tuple[FacetName, ...] = get_args(FacetName)


def known_facets(facets: Any) -> tuple[FacetName | FacetKey[Any], ...]:
    """Return facets as a tuple, if each is known or a user's own.

    Raises:
        SettingsError: It is no list, a name is not known, or two facets have one name.

    Example:
        >>> known_facets(["gist", "quotes"])
        ('gist', 'quotes')
    """
    if isinstance(facets, str):
        raise SettingsError(
            f"facets is a list, not the text {facets!r}.", hint=f"Say facets=[{facets!r}]."
        )
    if not isinstance(facets, Iterable):
        raise SettingsError(
            f"facets is a list, not {facets!r}.", hint="Put a single facet into a list, too."
        )
    every = tuple(facets)
    if not every:
        raise SettingsError("No facet is asked for.", hint=f"Known are: {', '.join(FACETS)}.")
    names = [each if isinstance(each, str) else getattr(each, "name", each) for each in every]
    for each, name in zip(every, names, strict=True):
        if isinstance(each, str) and each not in FACETS:
            raise unknown_facet(each, FACETS)
        if not isinstance(each, str | FacetKey):
            raise SettingsError(
                f"{each!r} is no facet.", hint="Give a name, or a summarizer.Facet."
            )
        if not isinstance(each, str) and names.count(name) > 1:
            raise SettingsError(
                f"Two facets are called {name!r}.", hint="Give one of them another name."
            )
    return every


def unknown_facet(name: str, known: Iterable[str]) -> SettingsError:
    """Return the error for a facet's name that is not known, with the nearest one that is.

    Example:
        >>> unknown_facet("quots", ["gist", "quotes"]).hint
        "Did you mean 'quotes'? Known are: gist, quotes."
    """
    every = list(known)
    return SettingsError(
        f"No facet is called {name!r}.",
        hint=f"{nearest(name, every)}Known are: {', '.join(every)}.",
    )
