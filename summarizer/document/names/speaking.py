"""Whether a verb of saying is beside a name."""

import re

from summarizer.document.names.runs import Run
from summarizer.document.names.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 45
"""Characters beside a name in which a verb of saying may be."""
_CLAUSE_END = re.compile(r"[.,;:!?\n“”\"]")
_ASIDE = re.compile(r",[^.;\n“”\"]{2,110}?, ")


def speaks(text: str, run: Run, known: Vocabulary) -> bool:
    """Return whether a verb of saying, a credit or a title is beside a name.

    Args:
        text: The article's text.
        run: Where the name is.
        known: The words of its language.
    """
    if run.titles:
        return True
    before = text[max(0, run.start - _NEAR) : run.start]
    if known.place.search(before):  # "an aide in Oslo said"
        return False
    beside = [*_WORD.findall(before)[-1:], *_following(text, run.end, 3)]
    aside = _ASIDE.match(text, run.end)
    if aside and known.speaking.isdisjoint(_WORD.findall(aside[0])):  # not "In Oslo, Roe said, …"
        beside += _following(text, aside.end(), 2)
    return not known.speaking.isdisjoint(beside) or bool(known.credit.search(before))


def _following(text: str, at: int, most: int) -> list[str]:
    """Return the next words of a clause."""
    end = _CLAUSE_END.search(text, at, at + _NEAR)
    return _WORD.findall(text, at, end.start() if end else at + _NEAR)[:most]
