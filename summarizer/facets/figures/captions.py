"""What a figure measures: a caption in the words of a model."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.document.support import unsupported
from summarizer.facets.decisions import BY_MODEL, Decision
from summarizer.facets.question import short

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


def faults(document: Document, key: str, caption: str) -> Iterator[tuple[str, str]]:
    """Yield a reason and a sentence for each thing that is wrong with a caption."""
    figure = document.figures[key]
    near = document.passage(figure.start, before=2, after=1)
    if not any(map(str.isalpha, caption)):
        yield "empty", f"The caption of {figure.text!r} says nothing."
    if not unsupported(figure.text, caption):
        yield "echo", f"The caption {short(caption)!r} only repeats {figure.text!r}."
    if document.full_name(caption) in document.names:
        yield "only_a_name", f"The caption {caption!r} says of whom {figure.text!r} is, not what."
    for reason, word in document.foreign(caption):
        yield (
            reason,
            f"{short(word)!r}, in the caption of {figure.text!r}, does not stand in the article.",
        )
    for word in unsupported(f"{document.article.title or ''} {near}", caption):
        yield "word_not_in_passage", f"{short(word)!r} is not said near {figure.text!r}."
