"""The figures: the numbers of an article, and what they measure."""

from summarizer.facets.figures.asking import Figures

__all__ = ["Figures"]
