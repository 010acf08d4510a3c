"""Ranks in digits: ``80th``, ``1er``, a German ``3.``; in words they are read in `spelled`."""

import re

from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.numerals import Numeral

_ORDINAL_SUFFIX = re.compile(r"(?:(?<=1)(?<!11)st|nd|rd|th|er|re|e|ème|eme|º|ª|\.º|\.ª)(?![^\W_])")
_GERMAN_RANK = re.compile(r"\.(?= [A-ZÄÖÜ][a-zäöü])")
_GERMAN_THE = re.compile(
    r"\b(?:de[rmns]|die|das|am|im|vom|zum|zur|ihr|sein|ihre[mnrs]?|seine[mnrs]?) $"
)


def rank_end(text: str, numeral: Numeral, words: Vocabulary) -> int | None:
    """Return where a rank ends, if the number is one.

    Args:
        text: Any text.
        numeral: A number without separators.
        words: The vocabulary; only German ranks end in a full stop.
    """
    if suffix := _ORDINAL_SUFFIX.match(text, numeral.end):
        return suffix.end()
    if words.language == "de" and (dot := _GERMAN_RANK.match(text, numeral.end)):
        article = _GERMAN_THE.search(text[max(0, numeral.start - 7) : numeral.start])
        return dot.end() if article else None
    return None
