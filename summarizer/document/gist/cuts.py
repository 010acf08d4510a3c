"""What is cut out of a copied sentence: only what cannot change its sense.

These are datelines and bylines, labels, the name of an agency, a politician's party in brackets,
and the weekday behind a verb of saying. Nothing else: hedges, sources, "only", "not" and "if" stay,
and so does every clause.
"""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.document.sentences import Sentence
from summarizer.languages.lexicon import lexicon
from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_WORD = re.compile(r"[\w'’]+")
_HUGGED = ",.;:!?)”’"
"""Marks that stand behind a word without a space."""
_NARROWED = frozenset({"negation", "skipped", "adverb"})
"""Tags of words behind which the weekday stays: "never said on Monday", "only Roe said Monday"."""
_NO_VERB = frozenset({"ambiguous", "gerund"})
_GOING_ON = frozenset({"that", "article", "pronoun"})
_PATTERNS = {
    # a weekday that a word comes before: " on Monday night"
    "weekday": (
        r"(?<=\w)((?:\s{=gist.before_day})?\s{.days}(?:\s{=gist.hours})?)"
        r"(?=\.$| (?!\w+ \d)\w)"
    ),
    # a label in front of a sentence: "BREAKING NEWS: "
    "label": r"(?i:{gist.label}) ?(?:: |\| |[–—] )(?=[^\W_a-z])",
    # a party or an agency in brackets: " (D-Ohio)"
    "bracket": r"(?<=\w)\s\((?:{gist.party}(?:[-–—][\w. ]{2,16})?|{gist.agency})\)(?! ?[-–—:])",
}

Place = tuple[int, int]


def kept_text(sentence: Sentence, skipped: frozenset[int], spoken: Language) -> str:
    """Return a sentence without what can be cut: pieces of it, joined by spaces.

    Args:
        sentence: The sentence.
        skipped: The offsets of bylines and datelines.
        spoken: The article's language.

    Returns:
        The pieces on one line; empty where nothing is left.

    Example:
        >>> from summarizer.languages.table import language
        >>> text = "Breaking: Jo Roe (D-Ohio) said Monday that rain may fall."
        >>> kept_text(Sentence(0, len(text), text, 0), frozenset(), language("en"))
        'Jo Roe said that rain may fall.'
    """
    joined = ""
    for piece in _pieces(sentence, skipped, spoken):
        joined += piece if not joined or piece[0] in _HUGGED else f" {piece}"
    return joined


def _pieces(sentence: Sentence, skipped: frozenset[int], spoken: Language) -> Iterator[str]:
    """Yield what is between the cuts, in order, without the white space around it."""
    done = 0
    for start, end in (*sorted(_cuts(sentence, skipped, spoken)), (len(sentence.text),) * 2):
        if piece := " ".join(sentence.text[done:start].split()):
            yield piece
        done = max(done, end)


def _cuts(sentence: Sentence, skipped: frozenset[int], spoken: Language) -> Iterator[Place]:
    head = sentence.start
    while head < sentence.end and head in skipped:  # a byline or dateline
        head += 1
    head -= sentence.start
    label = _patterns(spoken).label.match(sentence.text, head)
    yield 0, label.end() if label else head
    yield from map(re.Match.span, _patterns(spoken).bracket.finditer(sentence.text))
    yield from _days(sentence.text, spoken)


def _days(text: str, spoken: Language) -> Iterator[Place]:
    """Yield weekdays behind a verb of saying that is neither denied nor narrowed."""
    tags = lexicon(spoken).tags
    if not any(day in text for day in _names_of_days(spoken)):
        return
    at, before = 0, frozenset[str]()
    for day in _patterns(spoken).weekday.finditer(text):
        for word in _WORD.finditer(text, at, day.start()):
            before = tags(word[0].casefold())
            if not before.isdisjoint(_NARROWED):
                return
        at = day.end()
        behind = _WORD.match(text, at + 1)
        follows = tags(behind[0].casefold()) if behind else frozenset()
        goes_on = text[at] == "." or not follows.isdisjoint(_GOING_ON)
        if goes_on and "saying" in before and before.isdisjoint(_NO_VERB):
            yield day.span(1)


@cache
def _names_of_days(spoken: Language) -> tuple[str, ...]:
    return tuple(map(str.capitalize, spoken.own("time.weekdays")))


@cache
def _patterns(spoken: Language) -> Patterns:
    return Patterns(spoken, "time", _PATTERNS, days=any_of(_names_of_days(spoken)))
