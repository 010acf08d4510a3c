"""The kinds of fields that an item may have: one class each, with all that is known of it."""

from summarizer.facets.custom.kinds.base import Grounds, Kind, Slot, UngroundedError
from summarizer.facets.custom.kinds.copied import CopiedKind, WhenKind
from summarizer.facets.custom.kinds.named import ActorKind, SourceKind
from summarizer.facets.custom.kinds.pointed import FigureKind, QuotationKind, SentenceKind
from summarizer.facets.custom.kinds.written import ChoiceKind, FlagKind, WrittenKind
from summarizer.schema.section import KindName

__all__ = ["KINDS", "Grounds", "Kind", "Slot", "UngroundedError"]

KINDS: dict[KindName, Kind] = {
    "copied": CopiedKind(),
    "when": WhenKind(),
    "sentence": SentenceKind(),
    "figure": FigureKind(),
    "quotation": QuotationKind(),
    "actor": ActorKind(),
    "source": SourceKind(),
    "written": WrittenKind(),
    "choice": ChoiceKind(),
    "flag": FlagKind(),
}
