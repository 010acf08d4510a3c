"""The actors: who acts or speaks in an article."""

from summarizer.facets.actors.asking import Actors

__all__ = ["Actors"]
