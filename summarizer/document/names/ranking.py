"""Which of the names of a text are likely to act or speak in it."""

import re
from collections import Counter
from functools import lru_cache

from summarizer.document.bylines import credited
from summarizer.document.cues import FOREIGN, LABELLING, SAYING
from summarizer.document.lexicon import FUNCTION_WORDS
from summarizer.document.names.people import people
from summarizer.document.names.runs import Run
from summarizer.languages.detection import guess_language

_VERBS = SAYING | FOREIGN | LABELLING
_WORD = re.compile(r"[^\W\d_]+")
_PEOPLE = re.compile(r"(?:ian|ean|ese|ish|ench|utch|ican)$")
_NOUN = re.compile(r" [a-z](?!aid\b)")
_NEAR = 45
"""Characters beside a name in which a verb of saying may stand."""
_CREDITED = re.compile(
    r"(?:[Aa]ccording to|[Rr]eported by|said|says)(?: the)?(?: [^\W\d_][\w.’'-]*){0,3} $|[-–—] ?$"
)
"""What stands before a source: "said the party's chairman Roe", or the dash of a signature."""
_AT = re.compile(r"\b(?:in|at|near) $")
_CLAUSE_END = re.compile(r"[.,;:!?\n“”\"]")
_ASIDE = re.compile(r",[^.;\n“”\"]{2,110}?, ")

SPEAKING = 3
"""How many mentions it is worth to stand beside a verb of saying: on annotated news, this found
more of the sources among the first ten names than counting mentions did."""

_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december montag dienstag mittwoch donnerstag freitag
    samstag sonntag januar februar märz mai juni juli oktober dezember
    """.split()
)


def rank_names(text: str, most: int) -> tuple[str, ...]:
    """Return the names of a text that may be actors in it, the most prominent first.

    A name counts by its mentions and by the verbs of saying beside it. Words that also stand in
    lower case, days, months and adjectives of peoples are left out; so are words that only ever
    open a sentence, and names in bylines and datelines. German gives every noun a
    capital: there, a single word has to speak. Scripts without capitals have no names that could
    be told.

    Args:
        text: The article's text.
        most: How many names to return; those beside a verb of saying are returned even so.

    Returns:
        The names in their fullest form.

    Example:
        >>> rank_names("On Monday Jane Roe said no. The Rovers lost. Roe left.", 5)
        ('Jane Roe', 'Rovers')
    """
    mentions, speaking = _counts(text)
    weight = {name: mentions[name] + SPEAKING * speaking[name] for name in mentions}
    ranked = sorted(weight, key=lambda name: -weight[name])
    return tuple(ranked[:most] + [name for name in ranked[most:] if speaking[name]])


def speaking_names(text: str) -> tuple[str, ...]:
    """Return the names of a text beside which a verb of saying stands, in their fullest form.

    Example:
        >>> speaking_names("The Rovers lost, Jane Roe said. According to Tim Poe, it rained.")
        ('Jane Roe', 'Tim Poe')
    """
    return tuple(_counts(text)[1])


@lru_cache(maxsize=8)  # those who speak are asked for apart from the ranking
def _counts(text: str) -> tuple[Counter[str], Counter[str]]:
    """Count the mentions of each name that may act, and those with a verb of saying beside them."""
    index = people(text)
    nouns = guess_language(text) == "de"
    mentions, speaking = Counter[str](), Counter[str]()
    for run in index.runs:
        if run.start in credited(text):
            continue
        name = index.full(run.name)
        speaks = _speaks(text, run)
        noun = nouns and len(run.words) == 1 and not speaks
        if _may_act(run, index.words) and not _modifies(text, run) and not noun:
            mentions[name] += 1
            speaking.update([name] * speaks)
    return mentions, speaking


def _may_act(run: Run, words: frozenset[str]) -> bool:
    low = run.name.lower()
    plain = low in _CALENDAR or low in words or low in FUNCTION_WORDS
    return (run.sure or len(run.words) > 1) and not plain


def _modifies(text: str, run: Run) -> bool:
    """Tell whether a name is the adjective of a people's, as in "South Korean reports"."""
    return bool(_PEOPLE.search(run.words[-1]) and _NOUN.match(text, run.end))


def _speaks(text: str, run: Run) -> bool:
    before = text[max(0, run.start - _NEAR) : run.start]
    if _AT.search(before) and not run.titles:  # "an aide in Oslo said"
        return False
    beside = [*_WORD.findall(before)[-1:], *_following(text, run.end, 3)]
    aside = _ASIDE.match(text, run.end)
    if aside and _VERBS.isdisjoint(_WORD.findall(aside[0])):  # not "In Oslo, Roe said, …"
        beside += _following(text, aside.end(), 2)
    return bool(run.titles or _CREDITED.search(before)) or not _VERBS.isdisjoint(beside)


def _following(text: str, at: int, most: int) -> list[str]:
    """Return the next words of a clause."""
    end = _CLAUSE_END.search(text, at, at + _NEAR)
    return _WORD.findall(text, at, end.start() if end else at + _NEAR)[:most]
