"""Captions in Japanese, whose particles show what a figure is of."""

import re
from functools import cache

from summarizer.document.captions.caption import Caption, put_together
from summarizer.document.captions.words import Place
from summarizer.document.figures import Figure
from summarizer.languages.patterns import Patterns
from summarizer.languages.table import DEFAULT, language

_FAR = 60
"""Characters looked at on each side."""

_LONGEST = 24
"""Characters of what is said of a topic."""

_KIND = 4
"""Characters of what kind of a figure it is: "年間"."""

_PATTERNS = {
    # a noun, its particle, and what is between it and a figure
    "topic": r"([^、。「」『』（）()\s]{2,20}?){topic_particles}([^、。はがもを]{0,12})$",
    # a name with its honorific before a bracket
    "age": r"([^、。の「」\s]{2,12}{honorifics})[(（]$",
}
_END = re.compile(r"[、。，「」『』（）()！？\n]")


def eastern_caption(text: str, figure: Figure, sentence: Place) -> Caption | None:
    """Return what a figure of a Japanese sentence measures; None where no particle shows it.

    Example:
        >>> from summarizer.document.figures import find_figures
        >>> text = "市の赤字は昨年度、3億円に上り、運賃も15%引き上げる。"
        >>> for each in find_figures(text, language("en")):
        ...     print(eastern_caption(text, each, (0, len(text))).text)
        市の赤字：に上り
        運賃：引き上げる
    """
    start, end = max(sentence[0], figure.start - _FAR), min(sentence[1], figure.end + _FAR)
    if age := _patterns().age.search(text, start, figure.start):
        closed = text[figure.end : figure.end + 1] in {")", "）"}
        return put_together(text, "age", [age.span(1)], lead="年齢：") if closed else None
    said = _said(text, figure, end)
    before = text.rfind("、", start, figure.start) == figure.start - 1
    topic = _patterns().topic.search(text, start, figure.start - before)
    if said and (not topic or (before and not topic[2])):
        return _owned(text, figure, start, said)
    if not said or not topic:
        return None
    return put_together(text, "topic", [topic.span(1), said], joint="：")


def _owned(text: str, figure: Figure, start: int, said: Place) -> Caption | None:
    """Return what belongs to a figure by its particle: "年間5千万円の収入"."""
    marks = [mark.end() for mark in _END.finditer(text, start, figure.start)]
    first = marks[-1] if marks else start
    lead = text[first : figure.start]
    if len(lead) > _KIND or not text.endswith("の", figure.end, said[0]):
        return None
    hedged = not lead or lead in language(DEFAULT).words("captions.topic_hedges")
    pieces = [said] if hedged else [(first, figure.start), said]
    return put_together(text, "owned", pieces, joint="：")


def _said(text: str, figure: Figure, end: int) -> Place | None:
    """Return what is behind a figure and its counter, up to the next mark."""
    unit = figure.unit or ""
    start = figure.end + (len(unit) if text.startswith(unit, figure.end) else 0)
    start += text.startswith("の", start)
    mark = _END.search(text, start, min(end, start + _LONGEST))
    stop = mark.start() if mark else min(end, start + _LONGEST)
    return (start, stop) if stop - start > 1 and mark else None


@cache
def _patterns() -> Patterns:
    return Patterns(language(DEFAULT), "captions", _PATTERNS)
