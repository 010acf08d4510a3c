"""What a figure measures: a caption in the words of a model."""

from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.facets.decisions import BY_MODEL, Decision

LONG = 12
"""Words. The question asks for eight."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a figure measures.

    Args:
        key: The figure's id.
        text: The caption; None: the model says that it is no figure.
        decision: Who decided.
    """

    key: str
    text: str | None
    decision: Decision = BY_MODEL


def clean(document: Document, key: str, written: str) -> str:
    """Return a caption on one line, without the figure and a colon before it.

    What runs on is cut at its first comma.
    """
    caption = " ".join(written.split()).strip(" .,;:")
    if len(caption.split()) > LONG:
        caption = caption.partition(",")[0]
    before, colon, after = caption.partition(":")
    repeated = colon and before.strip() == document.figures[key].text
    return after.strip() if repeated else caption
