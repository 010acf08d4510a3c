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
_NEAR = 30
"""Characters in which the word before a weekday is looked for."""
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
    pieces = list(_pieces(sentence, skipped, spoken))
    joined = ""
    for piece in pieces:
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
    head = _credits(sentence, skipped)
    label = _patterns(spoken).label.match(sentence.text, head)
    yield 0, label.end() if label else head
    yield from (each.span() for each in _patterns(spoken).bracket.finditer(sentence.text))
    yield from _days(sentence.text, spoken)


def _credits(sentence: Sentence, skipped: frozenset[int]) -> int:
    """Return how many characters at its start belong to a byline or dateline."""
    offsets = range(sentence.start, sentence.end)
    return next((each for each in offsets if each not in skipped), sentence.end) - sentence.start


def _days(text: str, spoken: Language) -> Iterator[Place]:
    """Yield weekdays behind a verb of saying that is neither denied nor narrowed."""
    tags = lexicon(spoken).tags
    named = any(day in text for day in _names_of_days(spoken))
    days = list(_patterns(spoken).weekday.finditer(text)) if named else []
    plain = _narrowed(text, spoken) if days else 0
    for day in days:
        before = tags(_last_word(text[max(0, day.start() - _NEAR) : day.start()]))
        behind = _WORD.match(text, day.end() + 1)
        follows = tags(behind[0].casefold()) if behind else frozenset()
        goes_on = text[day.end()] == "." or not follows.isdisjoint({"that", "article", "pronoun"})
        said = "saying" in before and _NO_VERB.isdisjoint(before)
        if said and goes_on and day.start() < plain:
            yield day.span(1)


def _narrowed(text: str, spoken: Language) -> int:
    """Return the offset of the first word that denies or narrows what follows it."""
    tags = lexicon(spoken).tags
    words = ((each.start(), tags(each[0].casefold())) for each in _WORD.finditer(text))
    return next((start for start, has in words if not _NARROWED.isdisjoint(has)), len(text))


def _last_word(text: str) -> str:
    words: list[str] = _WORD.findall(text)
    return words[-1].casefold() if words else ""


@cache
def _names_of_days(spoken: Language) -> tuple[str, ...]:
    return tuple(map(str.capitalize, spoken.own("time.weekdays")))


@cache
def _patterns(spoken: Language) -> Patterns:
    return Patterns(spoken, "time", _PATTERNS, days=any_of(_names_of_days(spoken)))
