"""The gist that code copies: the sentences that say what an article is about, shortened."""

from summarizer.document.gist.choice import Copied, choose, headline_of
from summarizer.document.gist.cuts import kept_text

__all__ = ["Copied", "choose", "headline_of", "kept_text"]
