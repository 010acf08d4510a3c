"""The stances: which positions the actors take."""

from summarizer.facets.stances.asking import Stances

__all__ = ["Stances"]
