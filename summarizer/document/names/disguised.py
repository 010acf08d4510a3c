"""Names whose capital no check sees: "zElda", "x_Zelda", letters in circles or of two scripts."""

import re
import unicodedata
from collections.abc import Iterator

from summarizer.document.names.people import Names
from summarizer.document.names.words import bare, find_words

_PARTS = re.compile(r"[^\W\d_]+")
_PIECES = re.compile(r"[-'’ʼ‐‑.&]")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_ALIKE = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
"""Greek and Cyrillic, whose letters may look like Latin ones."""

_SHORT = 3
"""Letters of a unit, such as "kWh" or "μm", which may mix capitals and scripts."""


def plain(names: Names, written: str) -> str:
    """Return something written with plain letters in the place of those in circles and the like.

    What the article has stays as it is.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> plain(read_names("Roe left.", language("en")), "Ⓩⓔⓛⓓⓐ left.")
        'Zelda left.'
    """
    if written.isascii():
        return written
    return "".join(sign if sign in names.text else _letter(sign) for sign in written)


def _letter(sign: str) -> str:
    """Return the letter that a sign shows; the sign itself where it shows none, or several."""
    shown = unicodedata.normalize("NFKC", sign)
    if len(shown) == 1 and shown.isalpha():
        return shown
    _, found, letter = unicodedata.name(sign, "").partition("LATIN CAPITAL LETTER ")
    return letter if found and len(letter) == 1 else sign


def disguised_names(names: Names, written: str) -> Iterator[str]:
    """Yield the words that the article does not have and that hide a capital or mix two scripts.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("Roe left with an iPhone.", language("en"))
        >>> list(disguised_names(names, "zElda, x_Zelda and x_Roe took the iPhone."))
        ['zElda', 'x_Zelda']
    """
    for match in find_words(written):
        if match[1] in names.text:  # also where its marks are letters of their own
            continue
        for word in _PIECES.split(bare(match[1])):
            if (_hides_capital(word) or _mixes_scripts(word)) and not _is_known(names, word):
                yield word


def _hides_capital(word: str) -> bool:
    return len(word) > _SHORT and not word[:1].isupper() and any(map(str.isupper, word))


def _mixes_scripts(word: str) -> bool:
    return len(word) > _SHORT and bool(_LATIN.search(word) and _ALIKE.search(word))


def _is_known(names: Names, word: str) -> bool:
    """Return whether the article has a word, or its parts where an underscore or digit joins them.

    A part in small letters is no name.
    """
    if word in names.text or word.removesuffix("s") in names.text:
        return True
    parts = _PARTS.findall(word)
    return len(parts) > 1 and all(
        part in names.words or not (any(map(str.isupper, part)) or _mixes_scripts(part))
        for part in parts
    )
