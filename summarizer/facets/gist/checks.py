"""What may be wrong with a gist that a model wrote."""

from collections.abc import Iterator

from summarizer.document.document import Document
from summarizer.document.outline import outline
from summarizer.facets.question import short

LONGEST = 500
"""Characters. The question asks for 25 words."""

SENTENCES = 2
"""Sentences that are kept. The question asks for one; small models run on."""


def cut(written: str) -> str:
    """Return a gist on one line, without the braces of the JSON around it and what runs on."""
    gist = " ".join(written.split()).strip("{}[] ")
    kept = outline(gist).sentences[:SENTENCES]
    return gist[: kept[-1].end] if kept else ""


def faults(document: Document, gist: str) -> Iterator[tuple[str, str]]:
    """Yield a reason and a sentence for each thing that is wrong with a gist."""
    if not gist:
        yield "empty", "The gist is empty."
    if len(gist) > LONGEST:
        yield "too_long", f"The gist has {len(gist)} characters; at most {LONGEST} are kept."
    for reason, word in document.foreign(gist):
        yield reason, f"{short(word)!r} does not stand in the article."
