"""What a figure measures: a caption that code copies, or one in the words of a model."""

from typing import NamedTuple

from summarizer.document.document import Document
from summarizer.facets.decisions import BY_MODEL, Decision, by_rule

LONG = 12
"""Words. The question asks for eight."""

GAP = "…"
"""Where the figure is in a caption that code copied."""


class Caption(NamedTuple):
    """What a figure measures.

    Args:
        key: The figure's id.
        text: The caption; None: the model says that it is no figure.
        decision: Who decided.
        pieces: The places of the words that code copied.
        before: The place of the sentence before, where those point back to it.
    """

    key: str
    text: str | None
    decision: Decision = BY_MODEL
    pieces: tuple[tuple[int, int], ...] = ()
    before: tuple[int, int] | None = None


def copied(document: Document, key: str) -> Caption | None:
    """Return the caption that code copies for a figure; None where no rule is certain.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("The ferry carried 340 cars. It took 40."))
        >>> copied(document, "F1").text, copied(document, "F2").text
        ('The ferry carried … cars', 'It took …')
    """
    found = document.captions.of(document.figures[key])
    if found is None:
        return None
    decision = by_rule(found.rule, found.certainty)
    return Caption(key, found.text, decision, found.pieces, found.before)


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
