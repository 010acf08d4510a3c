"""Classify the mention of a source and extract its name: "Clinton spokesman Brian Fallon", "he".

It reads one English mention; :mod:`~summarizer.evaluation.speakers` compares two.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from summarizer.evaluation.vocabulary import (
    AFTER_PRONOUN,
    COMMON,
    DETERMINERS,
    INDEFINITE,
    LINKS,
    ORGANISATIONS,
    PARTICLES,
    PARTIES,
    PRONOUNS,
    SUFFIXES,
    TITLES,
)

Name = tuple[str, ...]
"""The folded words of a name, without titles: ``("brian", "fallon")``."""

MentionKind = Literal["name", "nominal", "pronoun", "none"]

POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_WORD = re.compile(r"[^\s,;()—“”\"]+")
_EDGES = ' ,;.:"“”'
_HEAD_ENDS = re.compile(
    r"\s*(?:[,;(—]|--| - |"
    r"\b(?:who|which|whose|that|for|from|in|at|on|with|to|of|as|by|while|when)\b)"
)
_OFFICE = re.compile(
    r"\b(?:[Ss]ecretary|[Ss]peaker|[Dd]irector|[Cc]hief) of (?:the )?"
    r"(?:Agriculture|Commerce|Defense|Education|Energy|Homeland Security|House|Interior|Labor|"
    r"Staff|State|Transportation|Treasury|staff)\s+(?=[A-Z])"
)
_GENERATION = re.compile(r",?\s+(?:Jr|Sr|II|III)\b\.?")


@dataclass(frozen=True, slots=True)
class Mention:
    """The mention of a source.

    Args:
        kind: ``name``; ``nominal``, such as "the campaign"; ``pronoun``; ``none``.
        name: The words of the name, if there is one.
    """

    kind: MentionKind
    name: Name = ()


def fold_word(word: str) -> str:
    """Return a word in lower case, without accents, possessive ending and punctuation.

    Example:
        >>> fold_word("Díaz’s,"), fold_word("Díaz’s")
        ("diaz's", 'diaz')
    """
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
    )
    bare = POSSESSIVE.sub("", letters.replace("’", "'"))
    return re.sub(r"[^\w'-]", "", bare).strip("'-_").lower()


def is_capitalised(word: str) -> bool:
    """Return whether a word looks like part of a name: "Obama", "@POTUS", "50Cent"."""
    bare = word.lstrip("\"'‘’“([@#.")
    return bare[:1].isupper() or (bare[:1].isdigit() and any(map(str.isupper, bare)))


def words_of(text: str) -> list[str]:
    """Split a mention into words."""
    return _WORD.findall(text)


def bare_name(words: list[str]) -> Name:
    """Return the folded words of a name after its last title, without initials and "Jr".

    Example:
        >>> bare_name(["Texas", "Sen.", "Ted", "R.", "Cruz", "Jr."])
        ('ted', 'cruz')
    """
    folded = [word for word in map(fold_word, words) if word]
    leading = TITLES | DETERMINERS
    titled = [number for number, word in enumerate(folded[:-1]) if word in leading]
    kept = [word for word in folded[titled[-1] + 1 if titled else 0 :] if word not in SUFFIXES]
    return tuple([word for word in kept if len(word) > 1] or kept) if len(kept) > 1 else tuple(kept)


def head(mention: str) -> str:
    """Return a mention up to its first comma, preposition or relative clause.

    Example:
        >>> head("a spokesman for the mayor, who was away")
        'a spokesman'
    """
    text = _GENERATION.sub("", _OFFICE.sub("", _one_line(mention)))
    end = _HEAD_ENDS.search(text, 1)
    return text[: end.start()].strip() if end else text


def content_words(text: str) -> list[str]:
    """Return the folded content words of a description, without plural endings."""
    folded = (fold_word(word) for word in words_of(text))
    content = (word for word in folded if word and word not in LINKS)
    return [word[:-1] if word.endswith("s") and len(word) > 3 else word for word in content]


def read_mention(mention: str | None, context: str = "") -> Mention:
    """Classify a mention as a name, a description (nominal) or a pronoun.

    Args:
        mention: The words of the mention; None if there is no source.
        context: The article. A single word that it also has in lower case is not a name.

    Returns:
        The kind of the mention, and the name in it.

    Example:
        >>> read_mention("his running mate, Mike Pence")
        Mention(kind='name', name=('mike', 'pence'))
        >>> read_mention("the campaign").kind, read_mention("they both").kind
        ('nominal', 'pronoun')
    """
    if mention is None or not any(map(str.isalnum, mention)):
        return Mention("none")
    text = _one_line(mention)
    if _is_pronoun(text):
        return Mention("pronoun")
    first = head(text)
    name = _name_in_head(first, context)
    if len(name) == 1 and " " in first and fold_word(first.split()[0]) in INDEFINITE:
        return Mention("nominal")
    name = name or _name_in_apposition(text, first)
    return Mention("name", name) if name else Mention("nominal")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(_EDGES)


def _is_pronoun(text: str) -> bool:
    first, *rest = text.split(" ")
    if (fold_word(text) if not rest else text.lower()) in PRONOUNS:
        return True
    heads = PRONOUNS - DETERMINERS - {"one", "which", "whose"}
    return fold_word(first) in heads and all(fold_word(word) in AFTER_PRONOUN for word in rest)


def _name_in_head(first: str, context: str) -> Name:
    name = _last_name(first)
    alone = len(name) == 1 and len(first.split()) == 1
    return () if alone and _is_common(name[0], context) else name


def _is_common(word: str, context: str) -> bool:
    if word in {"republicans", "democrats"}:
        return False
    return word in COMMON or bool(re.search(rf"(?<![\w@#]){re.escape(word)}(?!\w)", context))


def _last_name(phrase: str) -> Name:
    """Read the capitalised words that end a phrase."""
    words = words_of(phrase)
    while words and fold_word(words[-1]) in SUFFIXES:
        words.pop()
    name = bare_name(_capitalised_end(words))
    lone_title = len(name) == 1 and name[0] in TITLES - PARTIES
    return () if lone_title else name


def _capitalised_end(words: list[str]) -> list[str]:
    if not words or not is_capitalised(words[-1]):
        return []
    start = len(words) - 1
    while start and _continues_name(words[start - 1]):
        start -= 1
    run = words[start:]
    while len(run) > 1 and not is_capitalised(run[0]):
        run.pop(0)
    while run and fold_word(run[0]) in DETERMINERS:
        run.pop(0)
    return run


def _continues_name(word: str) -> bool:
    if POSSESSIVE.search(word) and len(fold_word(word)) > 2:
        return False
    return is_capitalised(word) or fold_word(word) in PARTICLES


def _name_in_apposition(text: str, first: str) -> Name:
    for part in text.split(",")[1:]:
        words = part.split()
        run = _capitalised_start(words)
        alone = len(run) == len(words) == 1 and " for " not in first
        name = bare_name(run) if len(run) > 1 or alone else ()
        if name and not ORGANISATIONS.intersection(name):
            return name
    return ()


def _capitalised_start(words: list[str]) -> list[str]:
    run: list[str] = []
    for word in words:
        if not is_capitalised(word) and not (run and fold_word(word) in PARTICLES):
            break
        if POSSESSIVE.search(word):
            return []
        run.append(word)
    return run
