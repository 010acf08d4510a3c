"""Which language a text is written in.

``1.300`` is thirteen hundred in German and one and a bit in English; ``once`` is eleven in Spanish.
The guess is made from the commonest words of each language, in its table.
"""

from collections import Counter, defaultdict
from functools import cache

from summarizer.languages.table import DEFAULT, codes, language

_SAMPLE = 4000
"""Characters looked at: some six hundred words, of which about half are function words."""


def guess_language(text: str) -> str:
    """Guess the language of a text from its first few hundred words.

    Args:
        text: Any text.

    Returns:
        The code of the language whose commonest words occur most; English where none do.

    Example:
        >>> guess_language("Die Stadt hat 1.300 Bäume und den Park.")
        'de'
    """
    known = _commonest()
    counts = Counter({DEFAULT: 0})
    words = text[:_SAMPLE].lower().split()
    for word, count in Counter(filter(known.__contains__, words)).items():
        for code in known[word]:
            counts[code] += count
    return max(counts, key=lambda code: counts[code])


@cache
def _commonest() -> dict[str, list[str]]:
    """Return the commonest words with the languages that they are of."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in codes():
        for word in language(code).own("sentences.common"):
            found[word].append(code)
    return dict(found)
