"""The gist that code copies: the sentences that say what an article is about, shortened."""

from summarizer.document.gist.choice import Chosen, choose, headline_of
from summarizer.document.gist.cuts import kept_text

__all__ = ["Chosen", "choose", "headline_of", "kept_text"]
