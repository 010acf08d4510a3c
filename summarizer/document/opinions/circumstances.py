"""When, how and whether something is done: words that are no part of what it is done to."""

import re

from summarizer.document.opinions.vocabulary import Vocabulary
from summarizer.document.opinions.words import OWNED, Words

_YEAR = re.compile("(?:1[5-9]|20)[0-9][0-9]")
_NEAR = 5
"""Words from a preposition to the noun behind it."""


def is_time(words: Words, known: Vocabulary, at: int) -> bool:
    """Return whether a word says when, if no one owns it: "on Monday", "last week".

    Args:
        words: The words of a sentence.
        known: The words that take a position, and those around them.
        at: The index of the word.
    """
    before, tags = known.words("before_time"), words.tags(at)
    if words.at(at) in before:
        when = words.has(at + 1, "day", "time") or bool(_YEAR.fullmatch(words.at(at + 1)))
        return when and words.at(at + 2) not in OWNED
    if "day" in tags and words.at(at + 1) not in OWNED:
        return True
    return "time" in tags and (words.at(at - 1) in before or words.has(at - 1, "day"))


def manner_end(words: Words, known: Vocabulary, at: int) -> int:
    """Return the index behind words that say how or since when: "in a narrow vote"; else 0.

    Args:
        words: The words of a sentence.
        known: The words that take a position, and those around them.
        at: The index of their preposition.
    """
    if words.at(at) not in known.words("before_manner"):
        return 0
    if words.at(at + 1) in known.words("vague_things"):  # "in each of the sessions"
        return at + 2
    near, nouns = range(at + 1, at + _NEAR), known.words("manner")
    if words.at(at + 1) in known.words("owners"):  # "in its spring report"
        nouns |= known.words("documents")
    head = next((x for x in near if words.at(x) in nouns), 0)
    parted = any(words.has(x, "preposition") or words.is_stop(x) for x in range(at + 1, head))
    shifted = words.has(head + 1, "determiner")  # "in the strongest terms the attack"
    return head + 1 if head and not parted and (shifted or words.is_small(head + 1)) else 0


def is_passed_over(words: Words, known: Vocabulary, at: int) -> bool:
    """Return whether a word may part a verb and its preposition: "voted 7-2 on Monday to"."""
    small = words.has(at, "adverb") or words.at(at) in known.words("adverbs")
    number = _is_count(words, known, at) or (
        words.has(at, "to") and _is_count(words, known, at - 1) and _is_count(words, known, at + 1)
    )
    return small or number or words.is_quote_mark(at) or is_time(words, known, at)


def _is_count(words: Words, known: Vocabulary, at: int) -> bool:
    return words.at(at)[:1].isdigit() or words.at(at) in known.words("counts")


def is_denied(words: Words, known: Vocabulary, start: int, verb: int) -> bool:
    """Return whether the words before a verb deny it: "does not back", "refused to back"."""
    denying = known.words("denying")
    near = range(start - 1, verb)
    away = words.at(start - 1) in known.words("away")  # "far from backing"
    away = away or (words.has(start - 1, "to") and words.at(start - 2) in known.forms("refusals"))
    return away or any(words.at(at) in denying or words.has(at, "negated") for at in near)


def is_over(words: Words, known: Vocabulary, start: int, verb: int) -> bool:
    """Return whether it was so: "once backed", "used to back", but "once again backed"."""
    over, repeated = known.words("over"), known.words("repeated")
    used = words.has(start - 1, "to") and words.at(start - 2) == "used"
    near = range(start, verb)
    return used or any(words.at(at) in over and words.at(at + 1) not in repeated for at in near)


def leads_on(words: Words, known: Vocabulary, at: int) -> bool:
    """Return whether a word at the end of an object leads on to what is not there: "gases such"."""
    ended = words.is_stop(at + 1) or words.has(at + 1, "and", "but")
    if ended and words.at(at) in known.words("pronoun_objects"):
        return False
    if words.has(at, "saying") and (words.is_stop(at + 1) or words.has(at - 1, "determiner")):
        return False  # "the claims", "25 basis points."
    bare = words.has(at, "past") or words.at(at) in known.irregular
    return bare or words.is_small(at) or words.at(at) in OWNED
