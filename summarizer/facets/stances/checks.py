"""What may be wrong with a stance: its target, its sentences, and its side."""

from collections.abc import Iterator, Sequence

from summarizer.document.document import Document
from summarizer.document.opinions import speaks_ill
from summarizer.document.support import unsupported
from summarizer.facets.question import short
from summarizer.schema import Position

FRIENDLY = frozenset({"supports", "praises"})
"""Positions that no one takes in words of blame; small models mistake the side of these."""

BEFORE = 2
"""How many sentences before the evidence may speak of the target."""


def faults(
    document: Document, actor: str, target: str, sentences: Sequence[int]
) -> Iterator[tuple[str, str]]:
    """Yield a reason and a sentence for each thing that is wrong with a stance.

    Args:
        document: The article.
        actor: Who takes the position.
        target: What it is about.
        sentences: The indices of the sentences that show it.
    """
    if not any(map(str.isalpha, target)):
        yield "empty", f"The stance of {short(actor)!r} has no target."
    named = document.find(target)
    if named and document.is_name(named) and document.same_actor(named, actor):
        yield "echo", f"The stance of {actor!r} is toward nobody else."
    for reason, word in document.foreign(target):
        yield reason, f"{short(word)!r}, a target of {actor!r}, does not stand in the article."
    near = [each.text for at in sentences for each in document.sentences(at - BEFORE, at)]
    words = unsupported(" ".join(near), target)
    if words:
        yield (
            "target_not_in_evidence",
            f"The passage about {actor!r} does not speak of {short(' '.join(words))!r}.",
        )


def contradiction(
    document: Document, actor: str, position: Position, target: str, sentences: Sequence[int]
) -> str | None:
    """Return what is odd about a friendly position in words of blame; None if nothing is."""
    if position not in FRIENDLY:
        return None
    said = (document.outline.sentences[at].text for at in sentences)
    if not any(speaks_ill(text, document.language) for text in said):
        return None
    return f"That {actor!r} {position} {short(target)!r} does not fit."
