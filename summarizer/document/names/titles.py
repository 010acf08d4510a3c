"""Titles before names, and the words that are a name's own.

Knows how names are written: offices, degrees, possessives. Where names are in a text is
read in :mod:`summarizer.document.names.runs`.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import bare, is_capital

_FULL = 2
"""Words of a given name and a surname."""
_OWNED = 3
"""Words of the name of a body behind a possessive."""
_AND = re.compile(r"(?<!&)\s+(?!&)")


@lru_cache(maxsize=1024)  # the same few names are asked about again and again
def parse_name(name: str, known: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name and the titles before it, as the name was written.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> parse_name("Prime Minister Jane Roe's", vocabulary(language("en")))
        (('Jane', 'Roe'), ('Prime', 'Minister'))
    """
    words = bare_words(unicodedata.normalize("NFC", name).split())
    words = [word for word in words if any(map(str.isalnum, word))]
    if len(words) == 1 and words[0].lower() in known.title_surnames:
        return tuple(words), ()
    if len(words) == 4 and words[1] in known.ands:
        return tuple(words), ()  # a couple
    return split_titles(words, known)


def split_titles(words: list[str], known: Vocabulary) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name and the titles before it."""
    while words and words[-1].lower() in known.degrees:
        words = [*words[:-2], *map(bare, words[-2:-1])]
    cut = 0
    if words and words[-1].lower() not in known.bodies:
        marks = [i for i, word in enumerate(words) if known.is_title(word)]
        marks = marks or [i for i, word in enumerate(words[:-1]) if known.is_office(word)]
        marks = marks or [*range(_count_nouns(words, known))]
        surname = _titled_surname(words, known)
        marks = [i for i in marks if surname is None or i < surname - 1]
        cut = marks[-1] + 1 if marks else 0
        cut += bool(marks) and _count_nouns(words[cut:], known)  # "Vorsitzende Richterin"
    if cut < len(words) and words[cut] in known.office_links:
        # "Secretary of State Jane Roe", but "Prince of Wales"
        office = cut + (3 if known.articles.issuperset(words[cut + 1 : cut + 2]) else 2)
        cut = office if office < len(words) else 0
    return tuple(words[cut:]), tuple(map(bare, words[:cut]))


def _count_nouns(words: list[str], known: Vocabulary) -> int:
    """Count the words of a noun for people before a full name: "Teacher", "Lib Dem"."""
    first, *name = map(str.lower, words or [""])
    if known.person_endings and first.endswith(known.person_endings):
        return int(len(name) > 1)
    if " ".join((first, *name[:1])) in known.parties:
        return 2 * (len(name) > 2)
    called = first in known.persons or first in known.parties
    person = len(name) > 1 and name[0] in known.given_names
    if not person and first in known.parties and len(name) == _FULL:
        plain = known.common, known.bodies, known.openers
        person = all(each.isdisjoint(name) for each in plain)
    return int(called and (person or "&" in "".join(name)))


def _titled_surname(words: list[str], known: Vocabulary) -> int | None:
    """Return which word is a surname that is a title as well: King in "Rep. Steve King Jr."."""
    last = len(words) - 1 - (words[-1].lower() in known.generations)
    if last < 1 or words[last].lower() not in known.title_surnames:
        return None
    untitled = (word.lower() for word in words if word.lower().rstrip(".") not in known.titles)
    given = next(untitled, "")
    titled = words[last - 1].lower().rstrip(".") not in known.titles and last > 1
    return last if given in known.given_names or titled else None


def bare_words(written: list[str]) -> list[str]:
    """Return the words of a name; all but the last keep stop and apostrophe: "St. Mary's Hall".

    What "&" joins is one word.
    """
    joined = _AND.split(" ".join(written)) if "&" in "".join(written) else written
    return [*map(_inner, joined[:-1]), *map(bare, joined[-1:])]


def _inner(word: str) -> str:
    """Return a word before others of a name, in one typography."""
    if word[-1:] == ".":
        return bare(word).removesuffix(".") + "."
    if word.endswith(("'", "’")):
        return bare(word) + "'"
    return bare(word) + ("'s" if word.endswith(("'s", "’s")) else "")


def owns_body(
    word: str, after: Sequence[str], known: Vocabulary, before: Sequence[str] = ()
) -> bool:
    """Return whether a possessive is in a name: "Seafarers' Guild", "St. Mary's Hospital"."""
    saint = bare("".join(before)).lower() in known.saints and word.endswith(("'s", "’s"))
    if not (saint or word.endswith(("s'", "s’")) or _is_irregular(word, known)):
        return False
    bodies = known.bodies if saint else known.owned_bodies
    capital = takewhile(lambda each: each[:1].isupper(), after[:_OWNED])
    return any(bare(each).lower() in bodies for each in capital)


def _is_irregular(word: str, known: Vocabulary) -> bool:
    """Return whether a possessive is that of a plural without "s": "Fishermen's"."""
    return word.endswith(("'s", "’s")) and bare(word).lower() in known.plurals


def is_affiliation(before: str, words: list[str], known: Vocabulary) -> bool:
    """Return whether small words behind a full name lead to a body: "Anna Bruni della Cgil".

    Args:
        before: The word before the first of the words; empty where nothing touches it.
        words: The last word of a name, small words, and a word with a capital.
        known: The words of its language.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> known, words = vocabulary(language("de")), "Kühn von den Grünen".split()
        >>> is_affiliation("Petra", words, known), is_affiliation("Frau", words, known)
        (True, False)
    """
    if not known.affiliations or "_".join(words[1:-1]) not in known.affiliations:
        return False
    first, last = bare(before).lower(), bare(words[0]).lower()
    if not is_capital(before, known.prefixes) or known.is_office(before):
        return False
    other = known.titles | known.articles | known.function_words
    return first not in other and last not in known.own_given | known.bodies


def is_name(written: str, known: Vocabulary) -> bool:
    """Return whether words are a name, not a description.

    In a name, each word behind an article has a capital or no case, small links apart.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> known = vocabulary(language("en"))
        >>> is_name("the White House", known), is_name("a spokesman for the White House", known)
        (True, False)
    """
    words = [word for word in written.split() if any(map(str.isalnum, word))]
    if words and words[0].casefold() in known.articles:
        words = words[1:]
    small = (w for w in words if w[0].islower() and not is_capital(w, known.prefixes))
    return (
        bool(words)
        and words[0][0].isalpha()
        and not words[0][0].islower()
        and known.inner.issuperset(small)
    )
