"""The schema of a summary: what is in it, and what has to hold."""

from summarizer.schema.fields import (
    ActorRef,
    Copied,
    FigureRef,
    QuotationRef,
    Sentence,
    Source,
    When,
    Written,
)
from summarizer.schema.items import (
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    DecidedBy,
    Figure,
    Polarity,
    Position,
    Quote,
    QuoteKind,
    Stance,
    Statement,
    Strength,
)
from summarizer.schema.key import FacetKey
from summarizer.schema.provenance import (
    AnyFacetName,
    Coverage,
    FacetName,
    Provenance,
    Rejected,
    Review,
    Usage,
)
from summarizer.schema.section import FieldKind, Section
from summarizer.schema.span import FrozenModel, Span
from summarizer.schema.summary import SCHEMA_VERSION, ArticleInfo, Summary

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorId",
    "ActorKind",
    "ActorRef",
    "AnyFacetName",
    "ArticleInfo",
    "Certainty",
    "Copied",
    "Coverage",
    "DecidedBy",
    "FacetKey",
    "FacetName",
    "FieldKind",
    "Figure",
    "FigureRef",
    "FrozenModel",
    "Polarity",
    "Position",
    "Provenance",
    "QuotationRef",
    "Quote",
    "QuoteKind",
    "Rejected",
    "Review",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "Strength",
    "Summary",
    "Usage",
    "When",
    "Written",
]
