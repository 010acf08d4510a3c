"""Runs of capitalised words: where names stand in a text, and what belongs to a name.

Knows how names are written: titles, initials, particles, possessives. Who bears which name is
:mod:`summarizer.scan.names.people`'s business.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.scan.lexicon import (
    BODY_WORDS,
    FUNCTION_WORDS,
    GENERATIONS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    WEEKDAYS,
)

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, kana, Han: scripts without spaces between words."""
_LETTER = rf"(?:[^\W{UNSPACED}]|[\u0300-\u036f])"
WORD = re.compile(rf"[^\W\d_{UNSPACED}]{_LETTER}*(?:['’ʼ.\-‐‑&]{_LETTER}+)*")
"""A word in a script with spaces; hyphens, apostrophes and inner stops belong to it."""
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ][sS]?$")
_SENTENCE_ENDS = frozenset(".!?:;…\n\r•|(")
_MARKS = "\"“”„«»‘’'`"
_LONGEST = 12
"""More capitalised words than this in a row are a list or a headline."""
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "bin", "ibn"})
_THE = re.compile(r"\b[Tt]he\s$")
_NOBILIARY = frozenset({"de", "da", "di", "del", "van", "von", "bin", "al", "st"})
_ABBREVIATED = TITLES | SUFFIXES


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words in a text: perhaps a name, its titles included.

    ``words`` are the words of the name alone: no title before it, no possessive, no suffix such as
    "PhD". ``sure`` is false where a capital proves little: at the start of a sentence and in
    headlines.
    """

    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    sure: bool

    @property
    def name(self) -> str:
        """The name without its titles."""
        return " ".join(self.words)


class Word(NamedTuple):
    """A word and where it stands."""

    start: int
    end: int
    text: str


def split_words(text: str) -> tuple[Word, ...]:
    """Cut a text into its words, abbreviations with their stop."""
    return tuple(_word(text, match) for match in WORD.finditer(text))


def find_runs(text: str, tokens: Sequence[Word], known: frozenset[str]) -> Iterator[Run]:
    """Find the runs of capitalised words.

    Args:
        text: The text.
        tokens: Its words.
        known: The same words, bare; one that also stands in lower case is no name.

    Yields:
        The runs in order.
    """
    headlines = _headlines(text, tokens)
    for group in _groups(text, tokens):
        opens = opens_sentence(text, group[0].start)
        headline = group[0].start in headlines
        front = _ordinary_words(group, known, opens=opens)
        front += _days(text, group[front:])
        named = group[front:]
        words, titles = _split_titles([bare(word.text) for word in named])
        if words and not (headline and len(words) > 3):
            last = named[-1]
            end = last.end - (len(last.text) - len(_POSSESSIVE.sub("", last.text)))
            yield Run(
                named[0].start, end, words, titles, sure=not headline and (front > 0 or not opens)
            )


def parse_name(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name and the titles before it, as the name was written.

    Example:
        >>> parse_name("Prime Minister Jane Roe's")
        (('Jane', 'Roe'), ('Prime', 'Minister'))
    """
    words = [bare(word) for word in unicodedata.normalize("NFC", name).split()]
    words = [word for word in words if any(map(str.isalnum, word))]
    return _split_titles(words)


def bare(word: str) -> str:
    """Return a word in one typography, without possessive and outer punctuation."""
    if word.isascii() and word.isalnum():
        return word
    word = unicodedata.normalize("NFC", word).strip(' ,;:!?()[]"“”„«»')
    word = _POSSESSIVE.sub("", word).replace("’", "'").replace("ʼ", "'")
    word = word.replace("‐", "-").replace("‑", "-")
    return word if _dotted(word) else word.rstrip(".")


def is_capital(word: str) -> bool:
    """Tell whether a word is written as a name: "Roe", "al-Roe", not "roe"."""
    if "-" not in word:
        return word[:1].isupper()
    first, _, rest = word.partition("-")
    return first[:1].isupper() or (first in _ARTICLES and rest[:1].isupper())


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a place is at the start of the text, a line, a sentence or a quotation."""
    before = text[max(0, start - 6) : start].rstrip(" \t\u00a0")
    closed = before.rstrip(_MARKS)
    opened = before != closed and start > 0 and text[start - 1] in _MARKS
    return opened or not closed or closed[-1] in _SENTENCE_ENDS


def _word(text: str, match: re.Match[str]) -> Word:
    start, end = match.span()
    word = match.group()
    if text.startswith(".", end) and (
        len(word) == 1 or "." in word or word.lower() in _ABBREVIATED
    ):
        return Word(start, end + 1, word + ".")
    return Word(start, end, word)


def _dotted(word: str) -> bool:
    return word.endswith(".") and (word.count(".") > 1 or len(word) == 2)


def _groups(text: str, tokens: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield neighbouring capitalised words, with the particles between them."""
    group: list[Word] = []
    pending: list[Word] = []
    for token in tokens:
        if group and (len(group) == _LONGEST or _parts(text, (pending or group)[-1], token)):
            yield group
            group, pending = [], []
        if is_capital(token.text):
            group += [*pending, token]
            pending = []
        elif group and len(pending) < 2 and _joins(group[-1], token):
            pending.append(token)
        elif group:
            yield group
            group, pending = [], []
    if group:
        yield group


def _joins(word: Word, following: Word) -> bool:
    low = bare(word.text).lower()
    if low in BODY_WORDS or low in TITLES:
        return following.text in {"of", "for", "the"}
    return following.text in PARTICLES


def _parts(text: str, word: Word, following: Word) -> bool:
    apart = text[word.end : following.start] not in {" ", "\u00a0", "  "}
    return apart or bool(_POSSESSIVE.search(word.text))


def _headlines(text: str, tokens: Sequence[Word]) -> frozenset[int]:
    """Return the starts of the words in lines where nearly every long word has a capital."""
    lines: dict[int, list[Word]] = defaultdict(list)
    line = position = 0
    for token in tokens:
        line += text.count("\n", position, token.start)
        position = token.start
        lines[line].append(token)
    found: set[int] = set()
    for words in lines.values():
        long = [word for word in words if len(word.text) > 3]
        if len(words) > 3 and sum(is_capital(word.text) for word in long) > 0.75 * len(long):
            found.update(word.start for word in words)
    return frozenset(found)


def _ordinary_words(group: list[Word], known: frozenset[str], *, opens: bool) -> int:
    """Count the words at the front of a group that have their capital from the sentence."""
    count = 0
    for word in group:
        low = bare(word.text).lower()
        if low in _NOBILIARY and count + 1 < len(group):
            break
        function = low in FUNCTION_WORDS or (low in known and count + 1 < len(group))
        if low in TITLES or not (low in {"the", "a", "an"} or (opens and function)):
            break
        count += 1
    return count


def _days(text: str, group: Sequence[Word]) -> int:
    """Count the days before a name: "on Monday Jane Roe said", but "the Sunday Times"."""
    is_day = len(group) > 1 and group[0].text.lower() in WEEKDAYS
    return int(is_day and not _THE.search(text, max(0, group[0].start - 5), group[0].start))


def _split_titles(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    while words and words[-1].lower() in SUFFIXES - GENERATIONS:
        words = words[:-1]
    cut = 0
    if words and words[-1].lower() not in BODY_WORDS:
        marks = [i for i, word in enumerate(words) if word.lower().rstrip(".") in TITLES]
        cut = marks[-1] + 1 if marks else 0
    if words[cut : cut + 1] == ["of"]:  # "Secretary of State Jane Roe", but "Prince of Wales"
        office = cut + (3 if words[cut + 1 : cut + 2] == ["the"] else 2)
        cut = office if office < len(words) else 0
    return tuple(words[cut:]), tuple(words[:cut])
