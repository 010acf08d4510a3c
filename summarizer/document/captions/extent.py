"""Where the sentence of a figure begins and ends: without its dateline and quotations beside it."""

from collections.abc import Collection, Iterable

from summarizer.document.captions.words import Place
from summarizer.document.quotations import Quotation


def extent(
    figure: Place,
    sentence: Place,
    quotations: Iterable[Quotation],
    skipped: Collection[int],
) -> Place:
    """Return what is copied of a sentence at the most.

    Args:
        figure: A figure.
        sentence: Its sentence.
        quotations: The quotations in the sentence.
        skipped: The offsets of bylines and datelines.

    Returns:
        Of a quotation that is a statement of its own, what is in it; else what is not.
    """
    start, end = sentence
    for each in quotations:
        if each.kind != "direct" or each.role != "speech":
            continue
        if each.start <= figure[0] < each.end:
            start, end = max(start, each.start), min(end, each.end)
        elif each.outer_end <= figure[0]:
            start = max(start, each.outer_end)
        elif each.outer_start >= figure[1]:
            end = min(end, each.outer_start)
    last = max((at for at in range(start, figure[0]) if at in skipped), default=start - 1)
    return last + 1, end
