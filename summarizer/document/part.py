"""A part of an article: what a document keeps where only some sentences are read."""

from copy import copy
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from summarizer.document.document import Document

Read = TypeVar("Read", bound="Document")


def part_of(document: Read, sentences: range) -> Read:
    """Return a document with what is said, the figures and the names of some sentences.

    They keep their keys. Everything else stays that of the whole article.

    Args:
        document: The article.
        sentences: The indices of the sentences.
    """

    def holds(offset: int) -> bool:
        return document.sentence_at(offset) in sentences

    def is_named(name: str) -> bool:
        return any(holds(start) for start, _ in document.mentions([name]))

    part = copy(document)
    vars(part).update(  # what is read once for the article is that of all its parts
        subjects=document.subjects,
        speaking=document.speaking,
        given=document.given,
        actors=document.actors,
        descriptions=document.descriptions,
        captions=document.captions,
        quotes=tuple(quote for quote in document.quotes if holds(quote.start)),
        statements=tuple(each for each in document.statements if holds(each.start)),
        opinions=tuple(each for each in document.opinions if each.sentence in sentences),
        figures={key: each for key, each in document.figures.items() if holds(each.start)},
        names=tuple(filter(is_named, document.names)),
    )
    return part
