"""Recorded exchanges with a model, and their replay in tests: no model, no key, no network.

Owns the format of a cassette, its recording and its replay, the pytest plugin, and the report on
what a new recording changes. Knows nothing of the command line.

Example::

    from summarizer.cassettes import use

    with use("cassettes/harbour.many.yaml"):  # record=True records it
        summary = summarize(article)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.cassettes.network import no_network
    from summarizer.cassettes.replay import use

__all__ = ["no_network", "use"]

_HOMES = {"no_network": "summarizer.cassettes.network", "use": "summarizer.cassettes.replay"}


def __getattr__(name: str) -> object:
    """Import a name when it is first used: pytest loads the plugin beside this in every run."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
