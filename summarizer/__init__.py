"""Who said what, where they stand, and which figures were given in a news article.

The model points, code copies: code finds and numbers every quotation and figure, a language model
answers questions about them, and code copies the text from the article and checks every name and
number that the model wrote.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.2.0"

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.batch.concurrent import Outcome, summarize_many
    from summarizer.document.outline import Outline, outline
    from summarizer.errors import ModelError, SummarizerError
    from summarizer.facets.custom.facet import Facet
    from summarizer.facets.custom.item import Item
    from summarizer.facets.explanation import explain
    from summarizer.llm.base import LanguageModel, Reply, Request
    from summarizer.llm.fake import FakeModel
    from summarizer.llm.profiles import Profile
    from summarizer.schema import (
        Actor,
        ActorRef,
        Copied,
        Figure,
        FigureRef,
        Provenance,
        QuotationRef,
        Quote,
        Rejected,
        Section,
        Sentence,
        Source,
        Span,
        Stance,
        Summary,
        Usage,
        When,
        Written,
    )
    from summarizer.session import Session, asummarize, summarize
    from summarizer.settings import Settings

__all__ = [
    "Actor",
    "ActorRef",
    "Article",
    "Copied",
    "Facet",
    "FakeModel",
    "Figure",
    "FigureRef",
    "Item",
    "LanguageModel",
    "ModelError",
    "Outcome",
    "Outline",
    "Profile",
    "Provenance",
    "QuotationRef",
    "Quote",
    "Rejected",
    "Reply",
    "Request",
    "Section",
    "Sentence",
    "Session",
    "Settings",
    "Source",
    "Span",
    "Stance",
    "SummarizerError",
    "Summary",
    "Usage",
    "When",
    "Written",
    "asummarize",
    "explain",
    "outline",
    "summarize",
    "summarize_many",
]

_HOMES = {
    "Article": "summarizer.article",
    "Facet": "summarizer.facets.custom.facet",
    "FakeModel": "summarizer.llm.fake",
    "Item": "summarizer.facets.custom.item",
    "LanguageModel": "summarizer.llm.base",
    "ModelError": "summarizer.errors",
    "Outcome": "summarizer.batch.concurrent",
    "Outline": "summarizer.document.outline",
    "Profile": "summarizer.llm.profiles",
    "Reply": "summarizer.llm.base",
    "Request": "summarizer.llm.base",
    "Session": "summarizer.session",
    "Settings": "summarizer.settings",
    "SummarizerError": "summarizer.errors",
    "asummarize": "summarizer.session",
    "explain": "summarizer.facets.explanation",
    "outline": "summarizer.document.outline",
    "summarize": "summarizer.session",
    "summarize_many": "summarizer.batch.concurrent",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that ``import summarizer`` stays fast."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "summarizer.schema")), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
