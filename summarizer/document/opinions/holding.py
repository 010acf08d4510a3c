"""The words for a holder: several that "and" joins, and bodies that one speaks for."""

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.document.opinions.phrases import Phrase, Phrases


class Subject(NamedTuple):
    """Who does what a verb says.

    Args:
        phrase: The noun phrase.
        link: The name of the construction that links it to the verb.
        passive: Whether a form of "be" is before the verb.
        reported: Whether another person says so.
    """

    phrase: Phrase
    link: str
    passive: bool = False
    reported: bool = False


def joined(phrases: Phrases, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield the words of a phrase up to its head, and of the names that are joined to it.

    Args:
        phrases: The phrases of the sentence.
        phrase: The last of those that are joined.
    """
    yield phrase.start, phrase.head
    words, at = phrases.words, phrase.start
    if not words.has(at - 1, "and"):
        return
    while (name := _joined_before(phrases, at)) is not None:
        yield name
        at = name[0] - words.has(name[0] - 1, "determiner")


def is_own_body(phrases: Phrases, phrase: Phrase, owners: str) -> bool:
    """Return whether an actor speaks for a body: "my country", "her party".

    Args:
        phrases: The phrases of the sentence.
        phrase: The words for the body.
        owners: The list of those before it: ``ours`` in a quotation, ``theirs`` outside.
    """
    words, known = phrases.words, phrases.known
    owned = words.at(phrase.start) in known.words(owners) and phrase.head == phrase.start + 2
    return owned and words.at(phrase.head - 1) in known.words("own_bodies")


def _joined_before(phrases: Phrases, at: int) -> tuple[int, int] | None:
    """Return the name that "and" or a comma joins to what begins at an index."""
    words, ends = phrases.words, phrases.ends
    if not (words.at(at - 1) == "," or words.has(at - 1, "and")):
        return None
    end = at - 1 - (words.at(at - 2) == ",")
    if words.is_small(end - 1) and end not in ends:
        return None
    start, named = phrases.opening(end), end in ends
    before = start - 1 - words.has(start - 1, "determiner")
    definite = words.has(start, "determiner") or words.at(end - 1).endswith("s")
    named = named and words.at(end - 1) not in phrases.known.people
    if not (named or definite):  # "writer and teacher Jane Roe" is one person
        return None
    two = end == at - 2 and words.at(before) != ","  # "saw Roe, and Poe left"
    return (start, end) if words.ends_phrase(before) and not two else None
