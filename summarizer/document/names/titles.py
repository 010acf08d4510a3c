"""Titles before names, and the words that are a name's own.

Knows how names are written: offices, degrees, possessives. Where names stand in a text is
:mod:`summarizer.document.names.runs`' business.
"""

import unicodedata
from functools import lru_cache
from itertools import zip_longest

from summarizer.document.lexicon import BODY_WORDS, GENERATIONS, SUFFIXES, TITLES
from summarizer.document.names.givennames import FEMALE, MALE
from summarizer.document.names.words import bare

_OWNED = frozenset("alliance association club federation guild party society union".split())
"""Bodies whose name may begin with a plural that owns them; no party's Senate is among them."""
SURNAMES = frozenset("king prince pope bishop judge major".split())
"""Titles that are surnames behind a given name."""
_DEGREES = SUFFIXES - GENERATIONS
_GIVEN = FEMALE | MALE


@lru_cache(maxsize=1024)  # the same few names are asked about again and again
def parse_name(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name and the titles before it, as the name was written.

    Example:
        >>> parse_name("Prime Minister Jane Roe's")
        (('Jane', 'Roe'), ('Prime', 'Minister'))
    """
    words = bare_words(unicodedata.normalize("NFC", name).split())
    words = [word for word in words if any(map(str.isalnum, word))]
    if len(words) == 1 and words[0].lower() in SURNAMES:
        return tuple(words), ()
    return split_titles(words)


def split_titles(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name and the titles before it."""
    while words and words[-1].lower() in _DEGREES:
        words = words[:-1]
    cut = 0
    if words and words[-1].lower() not in BODY_WORDS:
        marks = [i for i, word in enumerate(words) if word.lower().rstrip(".") in TITLES]
        surname = _titled_surname(words)
        marks = [i for i in marks if surname is None or i < surname - 1]
        cut = marks[-1] + 1 if marks else 0
    if words[cut : cut + 1] == ["of"]:  # "Secretary of State Jane Roe", but "Prince of Wales"
        office = cut + (3 if words[cut + 1 : cut + 2] == ["the"] else 2)
        cut = office if office < len(words) else 0
    return tuple(words[cut:]), tuple(words[:cut])


def _titled_surname(words: list[str]) -> int | None:
    """Return which word is a surname that is a title as well: King in "Rep. Steve King Jr."."""
    last = len(words) - 1 - (words[-1].lower() in GENERATIONS)
    if last < 1 or words[last].lower() not in SURNAMES:
        return None
    given = next((word.lower() for word in words if word.lower().rstrip(".") not in TITLES), "")
    titled = words[last - 1].lower().rstrip(".") not in TITLES and last > 1
    return last if given in _GIVEN or titled else None


def bare_words(written: list[str]) -> list[str]:
    """Return the words of a name, bare; the plural that owns a body keeps its apostrophe."""
    pairs = zip_longest(written, written[1:], fillvalue="")
    return [bare(word) + "'" * owns_body(word, after) for word, after in pairs]


def owns_body(word: str, body: str) -> bool:
    """Tell whether a possessive belongs to a name: "Seafarers' Guild"."""
    return word.endswith(("s'", "s’")) and bare(body).lower() in _OWNED
