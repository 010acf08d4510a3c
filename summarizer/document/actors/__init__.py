"""The actors of an article: who acts in it, what each is, and what the article calls it."""

from summarizer.document.actors.reading import ActorReader

__all__ = ["ActorReader"]
