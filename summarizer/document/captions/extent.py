"""Where the sentence of a figure begins and ends: without its dateline and quotations beside it."""

from collections.abc import Iterable

from summarizer.document.captions.words import Place
from summarizer.document.quotations import Quotation

_DATELINE = 300
"""Characters of a sentence in which its dateline is, so that a long one takes linear time."""

_SHORT = 7
"""Words before a quotation that say nothing without it: "The company's 30% fee, she wrote"."""


def extent(
    text: str,
    figure: Place,
    sentence: Place,
    quotations: Iterable[Quotation],
    skipped: frozenset[int],
) -> Place:
    """Return what is copied of a sentence at the most.

    Args:
        text: The text.
        figure: A figure.
        sentence: Its sentence.
        quotations: The quotations in the sentence.
        skipped: The offsets of bylines and datelines.

    Returns:
        Of a quotation that is a statement of its own, what is in it; else what is not. The second
        part of one is not understood without the first: "The board", he said, "has lost 40".
    """
    start, end = sentence
    told = [each for each in quotations if each.kind == "direct" and each.role == "speech"]
    for each in told:
        if each.start <= figure[0] < each.end:
            start = max(start, each.start) if each is told[0] else sentence[0]
            end = min(end, each.end)
            break
        if each.outer_start >= figure[1] and len(text[start : each.outer_start].split()) > _SHORT:
            end = min(end, each.outer_start)
        elif not any(map(str.isalnum, text[start : each.outer_start])):
            start = each.outer_end
    opening = range(start, min(start + _DATELINE, figure[0]))
    return max(skipped.intersection(opening), default=start - 1) + 1, end
