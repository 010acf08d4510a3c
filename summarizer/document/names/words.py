"""The words of a text, as far as names need them: capitals, stops, possessives."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container
from functools import cache, lru_cache
from typing import NamedTuple

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, kana, Han: scripts without spaces between words."""
_MARK = "\u0300-\u036f"
_MAY_BE_UNSPACED = re.compile("[^\0-\u0dff\u1e00-\u2fff]")
"""A character that may be of such a script, among others: quick to compile."""
_ANY_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 1000
"""Characters of a text that show its script."""
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ][sS]?$")
_SENTENCE_ENDS = (*".!?:;…\n\r•|(", ".)", "!)", "?)")
_DATELINE = re.compile(r"(?:\)|[A-Z]{2}) [-–—]{1,2}$")  # "OSLO (News) - Rain", "OSLO — Rain"
_MARKS = "\"“”„«»‘’'`"


class Words(NamedTuple):
    """The words of a text in order, abbreviations with their stop, and the offset of each.

    ``bare`` has each word once, as :func:`bare` returns it.
    """

    texts: list[str]
    starts: list[int]
    bare: frozenset[str]

    def end(self, word: int) -> int:
        """Return the offset after a word."""
        return self.starts[word] + len(self.texts[word])


def split_words(text: str, stopped: Container[str]) -> Words:
    """Cut a text into its words.

    Args:
        text: The text.
        stopped: The words that are written with a stop at their end.
    """
    matches = find_words(text)
    found = [match.group() for match in matches]
    ended = (word for word in set(found) if word[-1] == ".")
    full = {word: word[:-1] for word in ended if not _keeps_stop(word, stopped)}
    texts = [full.get(word, word) for word in found]
    return Words(texts, [match.start() for match in matches], frozenset(map(bare, set(texts))))


def find_words(text: str) -> list[re.Match[str]]:
    """Return the words of a text, each as the first group, and a stop behind it."""
    return list(_word_without(unspaced_in(text)).finditer(text))


@cache
def _word_without(letters: str) -> re.Pattern[str]:
    """Return the pattern of a word without some letters, and of a stop behind it.

    Hyphens, apostrophes and inner stops belong to the word; none begins behind a digit or a letter.
    Wide ranges take long to compile.
    """
    one = rf"(?:[^\W{letters}]|[{_MARK}])"
    more = rf"[^\W{letters}]*+(?:[{_MARK}]++[^\W{letters}]*+)*+"
    return re.compile(
        rf"(?<![^\W_{letters}])([^\W\d_{letters}]{more}(?:['’ʼ.\-‐‑&]{one}{more})*+)\.?"
    )


def unspaced_in(text: str) -> str:
    """Return the ranges of :data:`UNSPACED`; none if the text has no such character."""
    return UNSPACED if _MAY_BE_UNSPACED.search(text) else ""


def is_spaced(letter: str) -> bool:
    """Return whether a character is one of words that have spaces between them.

    Example:
        >>> is_spaced("é"), is_spaced("7"), is_spaced("東"), is_spaced(".")
        (True, True, False, False)
    """
    if not letter.isalnum():
        return letter == "_"
    return letter < "\u0e00" or not re.match(f"[{UNSPACED}]", letter)


@lru_cache(maxsize=1 << 14)  # a text has the same words again and again
def bare(word: str) -> str:
    """Return a word in one typography, without possessive and outer punctuation."""
    if word.isascii() and word.isalnum():
        return word
    word = unicodedata.normalize("NFC", word).strip(' ,;:!?()[]"“”„«»')
    word = _POSSESSIVE.sub("", word).replace("’", "'").replace("ʼ", "'")
    word = word.replace("‐", "-").replace("‑", "-")
    return word if _dotted(word) else word.rstrip(".")


def is_capital(word: str, prefixes: Container[str]) -> bool:
    """Return whether a word is written as a name: "Roe", "al-Roe", not "roe".

    Args:
        word: The word.
        prefixes: What may be written small before a hyphen.
    """
    if word[:1].isupper() or "-" not in word:
        return word[:1].isupper()
    first, _, rest = word.partition("-")
    return first in prefixes and rest[:1].isupper()


def is_caseless(text: str) -> bool:
    """Return whether a text is in a script without capitals, so that none shows a name.

    Example:
        >>> is_caseless("東京で話した。"), is_caseless("Roe spoke in 東京.")
        (True, False)
    """
    counts = Counter(text[:_SAMPLE])
    letters = {each: count for each, count in counts.items() if _ANY_LETTER.match(each)}
    return 2 * sum(letters[each] for each in filter(is_cased, letters)) <= sum(letters.values())


def is_cased(letter: str) -> bool:
    """Return whether a letter's script marks names by capitals. Georgian has some, for titles only.

    Example:
        >>> is_cased("z"), is_cased("東"), is_cased("ზ")
        (True, False, False)
    """
    return letter.upper() != letter.lower() and not "\u10d0" <= letter <= "\u10ff"


def opens_sentence(text: str, start: int) -> bool:
    """Return whether a place is at the start of the text, a line, a sentence or a quotation."""
    before = text[max(0, start - 6) : start].rstrip(" \t\u00a0")
    closed = before.rstrip(_MARKS)
    opened = before != closed and start > 0 and text[start - 1] in _MARKS
    return opened or not closed or closed.endswith(_SENTENCE_ENDS) or bool(_DATELINE.search(closed))


def _keeps_stop(word: str, stopped: Container[str]) -> bool:
    """Return whether the stop at the end of a word is its own: "Mr.", "J.", "U.S."."""
    return len(word) == 2 or word.find(".") < len(word) - 1 or word[:-1].lower() in stopped


def unowned(word: str) -> str:
    """Return a word without its possessive."""
    return word if word.isalpha() else _POSSESSIVE.sub("", word)


def _dotted(word: str) -> bool:
    return word.endswith(".") and (word.count(".") > 1 or len(word) == 2)
