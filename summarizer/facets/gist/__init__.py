"""The gist: what the article is about, in a sentence or two."""

from summarizer.facets.gist.asking import Gist

__all__ = ["Gist"]
