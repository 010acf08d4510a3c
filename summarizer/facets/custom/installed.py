"""Users' facets by their names: entry points of installed packages, or ``module:attribute``.

Only what is named is loaded: an entry point is found by its name in the metadata of a package.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from summarizer.errors import SettingsError, SummarizerError
from summarizer.facets.custom.facet import Facet
from summarizer.settings import FACETS, unknown_facet

GROUP = "summarizer.facets"
"""The group of the entry points: ``locations = "my_package:locations"``."""


def resolved(names: Iterable[str]) -> tuple[str | Facet[Any], ...]:
    """Return what the names on a command line mean.

    Args:
        names: Names of our own facets, names of entry points, or ``module:attribute``.

    Returns:
        The names of our own facets as they are, and users' facets themselves.

    Raises:
        SettingsError: A name is not known, is that of two packages, or what it names is no facet.

    Example:
        >>> resolved(["quotes"])
        ('quotes',)
    """
    return tuple(name if name in FACETS else _facet(name) for name in names)


def _facet(name: str) -> Facet[Any]:
    if ":" in name:
        with _working_folder():
            return _loaded(EntryPoint(name, name, GROUP), "the command line")
    return _loaded(*_found(name))


def _found(name: str) -> tuple[EntryPoint, str]:
    """Return the one entry point of this name, and who brings it."""
    every = entry_points(group=GROUP)
    points = {_owner(point): point for point in every if point.name == name}
    if not points:
        raise unknown_facet(name, (*FACETS, *sorted({point.name for point in every})))
    if len(points) > 1:
        raise SettingsError(
            f"{' and '.join(sorted(points))} both have a facet {name!r}.",
            hint="Name the one that you mean as module:attribute, or uninstall the other.",
        )
    [(owner, point)] = points.items()
    return point, owner


def _owner(point: EntryPoint) -> str:
    return point.dist.name if point.dist else "a package without a name"


def _loaded(point: EntryPoint, owner: str) -> Facet[Any]:
    module, _, attribute = point.value.partition(":")
    first = attribute.strip().partition(".")[0]
    try:
        found: object = import_module(module)
        for part in attribute.strip().split("."):
            found = getattr(found, part)
    except SummarizerError:
        raise
    except (Exception, SystemExit) as error:  # a module is code of the user's: it may do anything
        raise SettingsError(
            f"The facet {point.value!r} of {owner} cannot be loaded: {error!r}.",
            hint=f"Try it in Python: from {module} import {first or '…'}",
        ) from error
    if not isinstance(found, Facet):
        raise SettingsError(
            f"{point.value!r} of {owner} is no facet, but of {type(found).__name__}.",
            hint="Name a summarizer.Facet.",
        )
    return found


@contextmanager
def _working_folder() -> Iterator[None]:
    """Let modules be found in the current folder, as ``python -m`` does."""
    folder = str(Path.cwd())
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
