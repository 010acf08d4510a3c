"""Runs of capitalised words: where names stand in a text, and what belongs to a name.

Knows how names are written: titles, initials, particles, possessives. Who bears which name is
:mod:`summarizer.document.names.people`'s business.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from summarizer.document.lexicon import (
    BODY_WORDS,
    FUNCTION_WORDS,
    PARTICLES,
    TITLES,
    WEEKDAYS,
)
from summarizer.document.names.givennames import FEMALE, MALE
from summarizer.document.names.titles import SURNAMES, bare_words, owns_body, split_titles
from summarizer.document.names.words import Words, bare, is_capital, opens_sentence, unowned

_LONGEST = 12
"""More capitalised words than this in a row are a list or a headline."""
_INITIALS = 6
"""Letters of a line in capitals up to which it may be a body's initials."""
_SHORT = 4
"""Words from which on a line may be a headline; one of fewer, in capitals, is a label."""
_THE = re.compile(r"\b[Tt]he\s$")
_NOBILIARY = frozenset({"de", "da", "di", "del", "van", "von", "bin", "al", "st"})
_GIVEN = FEMALE | MALE


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


def find_runs(text: str, words: Words, known: frozenset[str]) -> list[Run]:
    """Find the runs of capitalised words.

    Args:
        text: The text.
        words: Its words.
        known: The same words, bare; one that also stands in lower case is no name.

    Returns:
        The runs in order.
    """
    groups = list(_all_groups(text, words))
    runs = [
        run
        for group, headline in groups
        if not headline and (run := _run(text, words, group, known, headline=False))
    ]
    names = {run.words for run in runs}
    for group, headline in groups:
        if headline:
            runs += _headline_runs(text, words, group, known, names)
    runs += _surname_runs(text, words, (group for group, _ in groups), names)
    return sorted(runs, key=attrgetter("start"))


def _all_groups(text: str, words: Words) -> Iterator[tuple[range, bool]]:
    """Yield the groups of capitalised words, and whether each is part of a headline."""
    capitals = frozenset(filter(is_capital, set(words.texts)))
    for line in _lines(text, words):
        written = words.texts[line.start : line.stop]
        if _is_label(written):
            continue
        headline = _is_headline(written, capitals)
        for group in _groups(text, words, [at for at in line if words.texts[at] in capitals]):
            yield group, headline


def _is_label(words: list[str]) -> bool:
    """Tell whether a line is a label such as "FULL TEXT", and not a name such as "JANE ROE"."""
    named = any(word.lower() in _GIVEN for word in words[:1])
    long = sum(map(len, words)) > _INITIALS
    return long and not named and len(words) < _SHORT and all(map(str.isupper, words))


def _headline_runs(
    text: str,
    words: Words,
    group: range,
    known: frozenset[str],
    names: Collection[tuple[str, ...]],
) -> Iterator[Run]:
    """Cut a group of a headline, in which every word has a capital, at what is no name elsewhere.

    Of what is left, the words that the article uses as a name are one; a few others may be.
    """
    for plain, piece in groupby(group, lambda at: _is_plain(words.texts[at], known)):
        numbers = list(piece)
        kept = _within(words, range(numbers[0], numbers[-1] + 1), names)
        run = None if plain else _run(text, words, kept, known, headline=True)
        if run:
            yield run


def _surname_runs(
    text: str, words: Words, groups: Iterable[range], names: Collection[tuple[str, ...]]
) -> Iterator[Run]:
    """Yield the titles that stand alone and are somebody's surname: the King of "Ann King"."""
    surnames = {name[-1] for name in names if len(name) > 1 and name[-1].lower() in SURNAMES}
    for group in groups if surnames else ():
        start, word = words.starts[group[0]], bare(words.texts[group[0]])
        if len(group) == 1 and word in surnames and not _THE.search(text, max(0, start - 5), start):
            yield Run(start, start + len(word), (word,), (), sure=True)


def _is_plain(word: str, known: frozenset[str]) -> bool:
    """Tell whether a word with a capital is also written without one, and is no title."""
    low = bare(word).lower()
    compound = bare(word).partition("-")[2].islower()  # "Oscar-winner"
    return low not in TITLES and (compound or low in FUNCTION_WORDS or low in known)


def _within(words: Words, group: range, names: Collection[tuple[str, ...]]) -> range:
    """Return the longest stretch of some words that is a name; all of them where none is."""
    for length in range(len(group), 0, -1):
        for first in range(group.start, group.stop - length + 1):
            if tuple(map(bare, words.texts[first : first + length])) in names:
                return range(first, first + length)
    return group


def _run(
    text: str, words: Words, group: range, known: frozenset[str], *, headline: bool
) -> Run | None:
    """Return the name among neighbouring words."""
    opens = opens_sentence(text, words.starts[group.start])
    written = words.texts[group.start : group.stop]
    front = _ordinary_words(written, known, opens=opens)
    if front + 1 < len(group):
        front += _is_day(text, written[front], words.starts[group[front]])
    name, titles = split_titles(bare_words(_written(text, words, group[front:])))
    if not name or (headline and len(name) > 3):
        return None
    end = words.starts[group[-1]] + len(unowned(written[-1]))
    sure = not headline and (front > 0 or not opens)
    return Run(words.starts[group[front]], end, name, titles, sure=sure)


def _written(text: str, words: Words, group: range) -> list[str]:
    """Return neighbouring words, the apostrophe of a plural with them."""
    ends = [*(words.starts[at] for at in group[1:]), *map(words.end, group[-1:])]
    return [text[words.starts[at] : end].rstrip() for at, end in zip(group, ends, strict=True)]


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
    if len(words) < _SHORT:
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
    between = text[words.end(word) : words.starts[word + 1]]
    owner, owned = words.texts[word : word + 2]
    if owns_body(owner + between.rstrip(), owned):
        return False
    return between not in {" ", "\u00a0", "  "} or unowned(owner) != owner


def _ordinary_words(group: list[str], known: frozenset[str], *, opens: bool) -> int:
    """Count the words at the front of a group that have their capital from the sentence."""
    count = 0
    for word in group:
        low = bare(word).lower()
        first, _, rest = low.partition("-")
        compound = first in known and bare(word).endswith(f"-{rest}")  # "Second-tier"
        if low in _NOBILIARY and count + 1 < len(group):
            break
        function = low in FUNCTION_WORDS or ((compound or low in known) and count + 1 < len(group))
        if low in TITLES or not (low in {"the", "a", "an"} or (opens and function)):
            break
        count += 1
    return count


def _is_day(text: str, word: str, start: int) -> bool:
    """Tell a day before a name: "on Monday Jane Roe said", but "the Sunday Times"."""
    return word.lower() in WEEKDAYS and not _THE.search(text, max(0, start - 5), start)
