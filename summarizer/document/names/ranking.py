"""Which of the names of a text are likely to act or speak in it."""

import re
from collections import Counter
from collections.abc import Container
from typing import NamedTuple

from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run

_WORD = re.compile(r"[^\W\d_]+")
_NOUN = re.compile(r" (?!said\b)[a-z]")
_NEAR = 45
"""Characters beside a name in which a verb of saying may be."""
_CLAUSE_END = re.compile(r"[.,;:!?\n“”\"]")
_ASIDE = re.compile(r",[^.;\n“”\"]{2,110}?, ")

SPEAKING = 3
"""How many mentions it is worth to have a verb of saying beside it: on annotated news, this found
more of the sources among the first ten names than counting mentions did."""


class Prominence(NamedTuple):
    """How often each name that may act is mentioned, and how often a verb of saying is beside it.

    The names are in their fullest form, in the order of the text.
    """

    mentions: Counter[str]
    speaking: Counter[str]

    def ranked(self, most: int) -> tuple[str, ...]:
        """Return the names, the most prominent first.

        Args:
            most: How many names to return; those beside a verb of saying are returned even so.
        """
        mentions, speaking = self.mentions, self.speaking
        weight = {name: mentions[name] + SPEAKING * speaking[name] for name in mentions}
        ranked = sorted(weight, key=lambda name: -weight[name])
        return tuple(ranked[:most] + [name for name in ranked[most:] if speaking[name]])


def weigh_names(names: Names, skipped: Container[int]) -> Prominence:
    """Weigh the names of a text that may be actors in it.

    A name counts by its mentions and by the verbs of saying beside it. Words that are also written
    small, days, months and adjectives of peoples are left out; so are words that only ever open a
    sentence. Where every noun has a capital, as in German, a single word has to speak. Scripts
    without capitals have no names that could be found.

    Args:
        names: The names of the text.
        skipped: Offsets of names that are left out: those of the byline and the datelines.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> text = "The Rovers lost on Monday, Jane Roe said. Roe left."
        >>> found = weigh_names(read_names(text, language("en")), ())
        >>> found.ranked(5), tuple(found.speaking)
        (('Jane Roe', 'Rovers'), ('Jane Roe',))
    """
    mentions, speaking = Counter[str](), Counter[str]()
    for run in names.runs:
        if run.start in skipped or not _may_act(names, run) or _modifies(names, run):
            continue
        name, speaks = names.full(run.name), _speaks(names, run)
        noun = names.vocabulary.nouns_are_capital and len(run.words) == 1
        if speaks or not noun:
            mentions[name] += 1
        if speaks:
            speaking[name] += 1
    return Prominence(mentions, speaking)


def _may_act(names: Names, run: Run) -> bool:
    low, known = run.name.lower(), names.vocabulary
    plain = low in known.calendar or low in names.words or low in known.function_words
    return (run.sure or len(run.words) > 1) and not plain


def _modifies(names: Names, run: Run) -> bool:
    """Return whether a name is the adjective of a people's, as in "South Korean reports"."""
    return bool(names.vocabulary.people.search(run.words[-1]) and _NOUN.match(names.text, run.end))


def _speaks(names: Names, run: Run) -> bool:
    """Return whether a verb of saying is beside a name."""
    if run.titles:
        return True
    text, known = names.text, names.vocabulary
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
