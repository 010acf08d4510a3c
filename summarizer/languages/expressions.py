"""Regular expressions made from the lists of the tables.

An entry of a list is one word or a phrase: ``_`` parts its words, ``{lemma}`` is a verb in its
present and past, ``…`` is some words without a comma. What else is in it is a regular expression
without brackets that catch.
"""

import re
from collections.abc import Container, Iterable
from itertools import takewhile

from summarizer.languages.forms import conjugate
from summarizer.languages.table import Language

_VERB = re.compile(r"\{(\w+)\}")
_SOME_WORDS = "[^.,;:]{1,99}"


def expression(entry: str, language: Language) -> str:
    """Return the expression for an entry of a language's list.

    Args:
        entry: A word or a phrase in the notation of this module.
        language: The language of the verbs in it.

    Example:
        >>> from summarizer.languages.table import language
        >>> expression("{pay}_tribute_to", language("en"))
        'pa(?:id|ys) tribute to'
    """
    verbs = _VERB.sub(lambda verb: folded(conjugate(verb[1], language).finite), entry)
    return verbs.replace("_", " ").replace("…", _SOME_WORDS)


def folded(forms: Iterable[str]) -> str:
    """Return an expression for words, what they begin with in common written once.

    Example:
        >>> folded(["slams", "slammed"]), folded(["back"])
        ('slam(?:med|s)', 'back')
    """
    every = sorted(set(forms), key=lambda form: (-len(form), form))
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*every, strict=False))
    begun = "".join(letters[0] for letters in alike)
    rest = "|".join(form[len(begun) :] for form in every)
    return f"{begun}(?:{rest})" if len(every) > 1 else begun


def either(language: Language, *paths: str, without: Container[str] = ()) -> str:
    """Return an expression for any entry of some lists, of every language that is read.

    Args:
        language: The language of an article.
        paths: The lists, by section and name. At least one of them has an entry.
        without: Entries that are left out.

    Example:
        >>> from summarizer.languages.table import language
        >>> either(language("de"), "names.generations")
        'iii|jr|sr|ii|iv'
    """
    found = {
        expression(entry, each): None
        for each in language.read
        for path in paths
        for entry in each.own(path)
        if entry not in without
    }
    return "|".join(sorted(found, key=len, reverse=True))
