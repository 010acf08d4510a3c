"""Who is the same in several articles: those of one full name."""

import re
from collections.abc import Hashable
from functools import cache

from summarizer.languages.table import codes, language

_WORD = re.compile(r"[^\W\d_]+")


def known_as(name: str, article: int, kind: str | None = None) -> Hashable:
    """Return what is equal for the same actor in several articles.

    Args:
        name: What an article calls the actor.
        article: The number of the article.
        kind: The kind of the actor; a group of one word is another one in each article:
            "Residents" begins a sentence.

    Example:
        >>> known_as("Jane Roe", 1) == known_as("Jane Roe", 2)
        True
        >>> known_as("the company", 1) == known_as("the company", 2)
        False
    """
    one_word = kind == "group" and " " not in name
    return name if is_named(name) and not one_word else (name, article)


def is_named(name: str) -> bool:
    """Return whether someone is called by a name, and not by a description: "the company".

    A name has a capital. Behind a definite article it begins and ends with one; behind another
    determiner, or where all nouns have capitals, there is none.

    Example:
        >>> [is_named(each) for each in ("Jane Roe", "the White House", "council of Lund")]
        [True, True, True]
        >>> [is_named(each) for each in ("The mayor", "a Lund official", "residents", "die Stadt")]
        [False, False, False, False]
    """
    first, *rest = _WORD.findall(name) or [""]
    if first.casefold() in _articles():
        return bool(rest) and _is_capital(rest[0]) and _is_capital(rest[-1])
    return first.casefold() not in _determiners() and any(map(_is_capital, (first, *rest)))


def _is_capital(word: str) -> bool:
    return not word[:1].islower()


@cache
def _determiners() -> frozenset[str]:
    """Return the words before a noun, in all languages."""
    every = (language(code).own("sentences.determiner") for code in codes())
    return frozenset(word for words in every for word in words)


@cache
def _articles() -> frozenset[str]:
    """Return the definite articles of the languages whose names alone have capitals."""
    plain = (language(code) for code in codes())
    articles = (
        each.own("names.articles")
        for each in plain
        if not each.property("grammar.nouns_are_capital")
    )
    return frozenset(word for words in articles for word in words)
