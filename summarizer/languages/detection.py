"""Which language a text is written in.

``1.300`` is thirteen hundred in German and one and a bit in English; ``once`` is eleven in Spanish.
The guess is made from the words in the table of each language.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from summarizer.languages.table import DEFAULT, UNKNOWN, Language, codes, language

_SAMPLE = 1500
"""Characters looked at: some 250 words, of which about half are function words."""

_OPENING = 1200
"""Characters that show whether the guess is right."""

_LETTERS = re.compile(r"[^\W\d_]")
_SCRIPTS = {"ja": "[\u3040-\u30ff]", "ko": "[\uac00-\ud7af]"}
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_COMMA_PARTS = "[\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_ASIAN = re.compile("[^\0-\u08ff\u1e00-\u2fff]")
"""What the scripts of South and East Asia have, and few others. Wide ranges take long to compile:
the patterns above are compiled only for a text that has such a character."""

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
    known = _weights()
    found: dict[str, float] = {DEFAULT: 0.0}
    words = text[:_SAMPLE].lower().split()
    if len(words) < _FEW:
        words = [word.strip(_MARKS) for word in words]
    for word, count in Counter(filter(known.__contains__, words)).items():
        for code, weight in known[word]:
            found[code] = found.get(code, 0.0) + count * weight
    return max(found, key=lambda code: found[code])


def language_of(text: str) -> Language:
    """Return the language that a text is read in: the guessed one, or none if it has no table.

    Args:
        text: Any text.

    Example:
        >>> language_of("Die Stadt hat den Park.").name
        'German'
        >>> language_of("„Nie ustąpimy” – powiedziała Anna Kowal.").name
        'Undetermined'
    """
    guessed = language(guess_language(text))
    return language(UNKNOWN) if is_foreign(text, guessed) else guessed


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
    opening = text[:_OPENING]
    if _ASIAN.search(opening) and re.search(_COMMA_PARTS, opening):
        return True
    if _FOREIGN.search(opening):
        return is_surely(text, guessed)
    found, of = _counted(text, guessed)
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
    found, of = _counted(text, guessed)
    return found >= _FEWEST and _SHARE * found >= of


def _counted(text: str, guessed: Language) -> tuple[int, int]:
    """Return how many function words of a language are among the first words, and these."""
    words = list(filter(str.isalpha, text[:_OPENING].lower().split()))
    return sum(map(_telling_words(guessed).__contains__, words)), len(words)


def is_foreign(text: str, guessed: Language) -> bool:
    """Return whether a text is surely in a language that has no table.

    Args:
        text: Any text. One of a few words may be in any language.
        guessed: Its language, as :func:`guess_language` returns it.

    Example:
        >>> is_foreign("„Nie ustąpimy” – powiedziała Anna Kowal.", language("en"))
        True
        >>> is_foreign("“No,” said Anna Kowal.", language("en"))
        False
    """
    if is_known(text, guessed):
        return False
    opening = text[:_OPENING]
    return bool(_FOREIGN.search(opening)) or len(set(opening.split())) > _ENOUGH


@cache
def _telling_words(spoken: Language) -> frozenset[str]:
    return frozenset(word for word in _function_words(spoken) if len(word) > 1)


@cache
def _function_words(spoken: Language) -> frozenset[str]:
    return frozenset([*spoken.own("sentences.function"), *spoken.own("sentences.common")])


@cache
def _weights() -> dict[str, list[tuple[str, float]]]:
    """Return the words of the tables with the languages that they are of, and their weights."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in codes():
        for word in {*_function_words(language(code)), *_further_words(language(code))}:
            found[word].append(code)
    common = {code: frozenset(language(code).own("sentences.common")) for code in codes()}
    return {
        word: [(code, 1 / len(of) + _COMMON * (word in common[code])) for code in of]
        for word, of in found.items()
    }


def _further_words(spoken: Language) -> Iterator[str]:
    """Yield numbers, units, days and persons, by which a lone sentence is known."""
    for path in _FURTHER:
        yield from (word.partition("=")[0].lower() for word in spoken.own(path))
    for forms in (spoken.property("numbers.measures") or {}).values():
        yield from forms.lower().split()
