"""The quotes: what is said between quotation marks, and who says it."""

from summarizer.facets.quotes.asking import Quotes

__all__ = ["Quotes"]
