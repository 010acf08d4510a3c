"""Characters that a reader does not see, such as soft hyphens: ``1\u00ad300`` is 1300."""

from collections.abc import Iterable

from summarizer.document.figures.figure import Figure

HIDDEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark."""


def put_back(text: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    r"""Return the figures of a text whose hidden characters were taken out, at their places in it.

    Example:
        >>> put_back("1\u00ad300", [Figure(0, 4, "1300")])[0].end
        5
    """
    places = [at for at, character in enumerate(text) if character not in HIDDEN]
    spans = [(places[each.start], places[each.end - 1] + 1, each) for each in figures]
    return tuple(each._replace(start=s, end=e, text=text[s:e]) for s, e, each in spans)
