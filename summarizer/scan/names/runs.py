"""Runs of capitalised words: where names stand in a text, and what belongs to a name.

Knows how names are written: titles, initials, particles, possessives. Who bears which name is
:mod:`summarizer.scan.names.people`'s business.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
_MARK = "\u0300-\u036f"
_LETTER = rf"(?:[^\W{UNSPACED}]|[{_MARK}])"
_LETTERS = rf"[^\W{UNSPACED}]*+(?:[{_MARK}]++[^\W{UNSPACED}]*+)*+"
WORD = re.compile(rf"([^\W\d_{UNSPACED}]{_LETTERS}(?:['’ʼ.\-‐‑&]{_LETTER}{_LETTERS})*+)\.?")
"""A word in a script with spaces, and a stop behind it; hyphens, apostrophes and inner stops belong
to the word."""
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ][sS]?$")
_SENTENCE_ENDS = frozenset(".!?:;…\n\r•|(")
_MARKS = "\"“”„«»‘’'`"
_LONGEST = 12
"""More capitalised words than this in a row are a list or a headline."""
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "bin", "ibn"})
_THE = re.compile(r"\b[Tt]he\s$")
_NOBILIARY = frozenset({"de", "da", "di", "del", "van", "von", "bin", "al", "st"})
_ABBREVIATED = TITLES | SUFFIXES
_DEGREES = SUFFIXES - GENERATIONS


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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, abbreviations with their stop, and the offset of each."""

    texts: list[str]
    starts: list[int]

    def end(self, word: int) -> int:
        """Return the offset after a word."""
        return self.starts[word] + len(self.texts[word])


def split_words(text: str) -> Words:
    """Cut a text into its words."""
    matches = list(WORD.finditer(text))
    found = [match.group() for match in matches]
    full = {word: word[:-1] for word in set(found) if word[-1] == "." and not _keeps_stop(word)}
    return Words([full.get(word, word) for word in found], [match.start() for match in matches])


def find_runs(text: str, words: Words, known: frozenset[str]) -> Iterator[Run]:
    """Find the runs of capitalised words.

    Args:
        text: The text.
        words: Its words.
        known: The same words, bare; one that also stands in lower case is no name.

    Yields:
        The runs in order.
    """
    capitals = frozenset(filter(is_capital, set(words.texts)))
    for line in _lines(text, words):
        headline = _is_headline(words.texts[line.start : line.stop], capitals)
        for group in _groups(text, words, [at for at in line if words.texts[at] in capitals]):
            run = _run(text, words, group, known, headline=headline)
            if run:
                yield run


def _run(
    text: str, words: Words, group: range, known: frozenset[str], *, headline: bool
) -> Run | None:
    """Return the name among neighbouring words."""
    opens = opens_sentence(text, words.starts[group.start])
    written = words.texts[group.start : group.stop]
    front = _ordinary_words(written, known, opens=opens)
    if front + 1 < len(group):
        front += _is_day(text, written[front], words.starts[group[front]])
    name, titles = _split_titles([bare(word) for word in written[front:]])
    if not name or (headline and len(name) > 3):
        return None
    end = words.starts[group[-1]] + len(_unowned(written[-1]))
    sure = not headline and (front > 0 or not opens)
    return Run(words.starts[group[front]], end, name, titles, sure=sure)


@lru_cache(maxsize=1024)  # the same few names are asked about again and again
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


def _keeps_stop(word: str) -> bool:
    """Tell whether the stop at the end of a word is its own: "Mr.", "J.", "U.S."."""
    return len(word) == 2 or word.find(".") < len(word) - 1 or word[:-1].lower() in _ABBREVIATED


def _unowned(word: str) -> str:
    return word if word.isalpha() else _POSSESSIVE.sub("", word)


def _dotted(word: str) -> bool:
    return word.endswith(".") and (word.count(".") > 1 or len(word) == 2)


def _lines(text: str, words: Words) -> Iterator[range]:
    """Yield the numbers of the words of each line."""
    first, count = 0, len(words.starts)
    while first < count:
        end = text.find("\n", words.starts[first])
        after = bisect_left(words.starts, end, first) if end >= 0 else count
        yield range(first, after)
        first = after


def _is_headline(words: list[str], capitals: frozenset[str]) -> bool:
    """Tell whether nearly every long word of a line has a capital."""
    if len(words) < 4:
        return False
    long = [word for word in words if len(word) > 3]
    return sum(map(capitals.__contains__, long)) > 0.75 * len(long)


def _groups(text: str, words: Words, capitals: list[int]) -> Iterator[range]:
    """Yield the numbers of neighbouring capitalised words, with the particles between them."""
    group = range(0)
    for at in capitals:
        if group and len(group) != _LONGEST and _goes_on(text, words, group[-1], at):
            group = range(group.start, at + 1)
            continue
        if group:
            yield group
        group = range(at, at + 1)
    if group:
        yield group


def _goes_on(text: str, words: Words, last: int, at: int) -> bool:
    """Tell whether nothing but particles and spaces stands between two capitalised words."""
    if at - last > 3:
        return False
    apart = any(_parts(text, words, word) for word in range(last, at))
    return not apart and (at - last == 1 or _join(words.texts[last:at]))


def _join(words: list[str]) -> bool:
    """Tell whether a name goes on over the small words behind its first word."""
    low = bare(words[0]).lower()
    small = {"of", "for", "the"} if low in BODY_WORDS or low in TITLES else PARTICLES
    return small.issuperset(words[1:])


def _parts(text: str, words: Words, word: int) -> bool:
    """Tell whether more than a space stands between a word and the next."""
    apart = text[words.end(word) : words.starts[word + 1]] not in {" ", "\u00a0", "  "}
    return apart or _unowned(words.texts[word]) != words.texts[word]


def _ordinary_words(group: list[str], known: frozenset[str], *, opens: bool) -> int:
    """Count the words at the front of a group that have their capital from the sentence."""
    count = 0
    for word in group:
        low = bare(word).lower()
        if low in _NOBILIARY and count + 1 < len(group):
            break
        function = low in FUNCTION_WORDS or (low in known and count + 1 < len(group))
        if low in TITLES or not (low in {"the", "a", "an"} or (opens and function)):
            break
        count += 1
    return count


def _is_day(text: str, word: str, start: int) -> bool:
    """Tell a day before a name: "on Monday Jane Roe said", but "the Sunday Times"."""
    return word.lower() in WEEKDAYS and not _THE.search(text, max(0, start - 5), start)


def _split_titles(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    while words and words[-1].lower() in _DEGREES:
        words = words[:-1]
    cut = 0
    if words and words[-1].lower() not in BODY_WORDS:
        marks = [i for i, word in enumerate(words) if word.lower().rstrip(".") in TITLES]
        cut = marks[-1] + 1 if marks else 0
    if words[cut : cut + 1] == ["of"]:  # "Secretary of State Jane Roe", but "Prince of Wales"
        office = cut + (3 if words[cut + 1 : cut + 2] == ["the"] else 2)
        cut = office if office < len(words) else 0
    return tuple(words[cut:]), tuple(words[:cut])
