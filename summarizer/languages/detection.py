"""Which language a text is written in.

``1.300`` is thirteen hundred in German and one and a bit in English; ``once`` is eleven in Spanish.
The guess is made from the commonest words of each language, in its table.
"""

import re
from collections import Counter, defaultdict
from functools import cache

from summarizer.languages.table import DEFAULT, Language, codes, language

_SAMPLE = 4000
"""Characters looked at: some six hundred words, of which about half are function words."""

_OPENING = 1200
"""Characters that show whether the guess is right."""

_SHARE = 10

_LETTERS = re.compile(r"[^\W\d_]")
_SCRIPTS = {"ja": re.compile("[\u3040-\u30ff]"), "ko": re.compile("[\uac00-\ud7af]")}
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


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


def written_in(text: str) -> str | None:
    """Return the language that a text is surely written in; None where that is not known.

    Args:
        text: Any text.

    Example:
        >>> written_in("Die Stadt hat den Park."), written_in("「雨だ」と市長が話した。")
        ('de', 'ja')
        >>> written_in("Miasto kupiło trzy promy.") is None
        True
    """
    if by_script := _language_of_script(text[:_OPENING]):
        return by_script
    guessed = guess_language(text)
    return guessed if is_known(text, language(guessed)) else None


def _language_of_script(opening: str) -> str | None:
    """Return the language whose script half of the letters are in, if it gives it away."""
    counts = {code: len(script.findall(opening)) for code, script in _SCRIPTS.items()}
    han, letters = len(_HAN.findall(opening)), len(_LETTERS.findall(opening))
    if not letters or 2 * (han + sum(counts.values())) < letters:
        return None
    most = max(counts, key=lambda code: counts[code])
    return most if counts[most] else "zh"


def is_known(text: str, guessed: Language) -> bool:
    """Return whether a text is surely in the language that was guessed for it.

    It is if one word in ten is a function word of that language; one of a single letter, as "i" and
    "a" are in many languages, says nothing. A text in a script of East or
    South Asia is known as far as its numbers go: thousands are parted by commas there.

    Args:
        text: Any text.
        guessed: Its language, as :func:`guess_language` returns it.

    Example:
        >>> is_known("It cost the town 1.300 crowns.", language("en"))
        True
        >>> is_known("Miasto wydało 1.300 koron.", language("en"))
        False
    """
    if _comma_parts().search(text, 0, _OPENING):
        return True
    known = _function_words(guessed)
    words = [word for word in text[:_OPENING].lower().split() if word.isalpha()]
    return _SHARE * sum(len(word) > 1 and word in known for word in words) >= len(words)


@cache
def _comma_parts() -> re.Pattern[str]:
    """Return the pattern of those scripts; it takes a while to compile."""
    return re.compile("[\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@cache
def _function_words(spoken: Language) -> frozenset[str]:
    return frozenset([*spoken.own("sentences.function"), *spoken.own("sentences.common")])


@cache
def _commonest() -> dict[str, list[str]]:
    """Return the commonest words with the languages that they are of."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in codes():
        for word in language(code).own("sentences.common"):
            found[word].append(code)
    return dict(found)
