"""Which language a text is written in.

``1.300`` is thirteen hundred in German and one and a bit in English; ``once`` is eleven in Spanish.
The guess is made from the words in the table of each language.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarizer.languages.table import DEFAULT, UNKNOWN, Language, codes, language

_SAMPLE = 600
"""Characters looked at: some hundred words, of which about half are function words."""

_LETTERS = re.compile(r"[^\W\d_]")
_SCRIPTS = {"ja": "[\u3040-\u30ff]", "ko": "[\uac00-\ud7af]"}
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_COMMA_PARTS = "[\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_ASIAN = re.compile("[^\0-\u08ff\u1e00-\u2fff]")
"""What the scripts of South and East Asia have, and few others. Wide ranges take long to compile:
the patterns above are compiled only for a text that has such a character."""

_UNUSUAL = re.compile("[^\0-\xff\u2000-\u20ff]")
"""What English and most of its neighbours never have; no text without it is looked at further."""

_COMMON = 0.5
"""What the commonest words of a language weigh more than others."""
_FEW = 60
"""Words of a text so short that those beside a mark are needed, too."""
_FURTHER = (
    *("numbers.small", "numbers.scales", "numbers.fractions", "numbers.vague", "numbers.mixed"),
    *("time.months", "time.weekdays", "speech.person", "sentences.abbreviations.always"),
)

_MARKS = "“”„\"«»‚‘’'()[].,;:!?"

_SHARE = 5
"""A text has one function word among so many words; news in English has one in three."""
_FEWEST = 3
_ENOUGH = 30
"""Different words, among which a text of any language has function words."""
_FOREIGN = re.compile("[ćłńśźżąęğışřěůőűđĆŁŃŚŹŻĄĘĞŞŘĚŮŐŰĐ\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff]")
"""Letters that no language with a table writes its words with."""


def guess_language(text: str) -> str:
    """Guess the language of a text from its first few hundred words.

    A word of several languages counts for each of them in part.

    Args:
        text: Any text.

    Returns:
        The code of the language whose words occur most; English where none do.

    Example:
        >>> guess_language("Die Stadt hat 1.300 Bäume und den Park.")
        'de'
    """
    return _guessed(_words(text))


def language_of(text: str) -> Language:
    """Return the language that a text is read in: the guessed one, or none if it has no table.

    Args:
        text: Any text. One of a few words may be in any language.

    Example:
        >>> language_of("Die Stadt hat den Park.").name
        'German'
        >>> language_of("„Nie ustąpimy” – powiedziała Anna Kowal.").name
        'Undetermined'
    """
    opening, words = text[:_SAMPLE], _words(text)
    guessed = language(_guessed(words))
    if _is_known(opening, words, guessed):
        return guessed
    foreign = _FOREIGN.search(opening) or len(set(opening.split())) > _ENOUGH
    return language(UNKNOWN) if foreign else guessed


def _words(text: str) -> list[str]:
    return text[:_SAMPLE].lower().split()


def _guessed(words: list[str]) -> str:
    """Return the language of which most words are."""
    found: dict[str, float] = {DEFAULT: 0.0}
    if len(words) < _FEW:
        words = [word.strip(_MARKS) for word in words]
    for weights in map(_weights, words):
        for code, weight in weights:
            found[code] = found.get(code, 0.0) + weight
    return max(found, key=found.__getitem__)


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
    if by_script := _language_of_script(text[:_SAMPLE]):
        return by_script
    guessed = guess_language(text)
    return guessed if is_known(text, language(guessed)) else None


def _language_of_script(opening: str) -> str | None:
    """Return the language whose script half of the letters are in, if it gives it away."""
    if not _ASIAN.search(opening):
        return None
    counts = {code: len(re.findall(script, opening)) for code, script in _SCRIPTS.items()}
    han, letters = len(re.findall(_HAN, opening)), len(_LETTERS.findall(opening))
    if not letters or 2 * (han + sum(counts.values())) < letters:
        return None
    most = max(counts, key=lambda code: counts[code])
    return most if counts[most] else "zh"


def is_known(text: str, guessed: Language) -> bool:
    """Return whether a text is surely in the language that was guessed for it.

    It is if one word in five, or in ten of a few, is a function word of that language; one of a
    single letter, as "i" and "a" are in many languages, says nothing. With letters of another
    language, there must be several. A text in a script of East or South Asia is known as far as its
    numbers go: thousands are parted by commas there.

    Args:
        text: Any text.
        guessed: Its language, as :func:`guess_language` returns it.

    Example:
        >>> is_known("It cost the town 1.300 crowns.", language("en"))
        True
        >>> is_known("Miasto wydało 1.300 koron.", language("en"))
        False
    """
    return _is_known(text[:_SAMPLE], _words(text), guessed)


def _is_known(opening: str, words: list[str], guessed: Language) -> bool:
    unusual = _UNUSUAL.search(opening) is not None
    if unusual and _ASIAN.search(opening) and re.search(_COMMA_PARTS, opening):
        return True
    if unusual and _FOREIGN.search(opening):
        return _is_surely(words, guessed)
    found = _telling(words, guessed)
    if _SHARE * found >= len(words):
        return True
    of = sum(map(str.isalpha, words))
    return (_SHARE if of > _ENOUGH else 2 * _SHARE) * found >= of


def is_surely(text: str, guessed: Language) -> bool:
    """Return whether a paragraph is in a language other than its article's beyond doubt.

    Args:
        text: The paragraph.
        guessed: Its language, as :func:`guess_language` returns it.

    Example:
        >>> is_surely("Die Stadt zahlt 1.300 Kronen und den Rest.", language("de"))
        True
        >>> is_surely("Werft in Köln streicht 1.300 Stellen", language("en"))
        False
    """
    return _is_surely(_words(text), guessed)


def _is_surely(words: list[str], guessed: Language) -> bool:
    found = _telling(words, guessed)
    return found >= _FEWEST and _SHARE * found >= sum(map(str.isalpha, words))


def _telling(words: list[str], guessed: Language) -> int:
    """Return how many function words of a language are among some words."""
    return sum(map(_telling_words(guessed).__contains__, words))


@cache
def _telling_words(spoken: Language) -> frozenset[str]:
    return frozenset(word for word in _function_words(spoken) if len(word) > 1 and word.isalpha())


@cache
def _function_words(spoken: Language) -> frozenset[str]:
    return frozenset([*spoken.own("sentences.function"), *spoken.own("sentences.common")])


@lru_cache(maxsize=1 << 12)
def _weights(word: str) -> tuple[tuple[str, float], ...]:
    """Return the languages whose tables have a word, and its weight for each."""
    of = [(code, common) for code, (known, common) in _known_words().items() if word in known]
    return tuple((code, 1 / len(of) + _COMMON * (word in common)) for code, common in of)


@cache
def _known_words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the words of each language by which it is known, and the common ones among them."""
    spoken = {code: language(code) for code in codes()}
    return {
        code: (
            _function_words(each).union(_further_words(each)),
            frozenset(each.own("sentences.common")),
        )
        for code, each in spoken.items()
    }


def _further_words(spoken: Language) -> Iterator[str]:
    """Yield numbers, units, days and persons, by which a lone sentence is known."""
    for path in _FURTHER:
        yield from (word.partition("=")[0].lower() for word in spoken.own(path))
    for forms in (spoken.property("numbers.measures") or {}).values():
        yield from forms.lower().split()
