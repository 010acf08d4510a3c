"""Runs of capitalised words: where names are in a text, and what belongs to a name.

Knows how names are written: titles, initials, particles, possessives. Who bears which name is
decided in :mod:`summarizer.document.names.people`.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from operator import attrgetter

from summarizer.document.names.bodies import find_bodies
from summarizer.document.names.couples import find_couples
from summarizer.document.names.nicknames import find_nicknames, with_nickname
from summarizer.document.names.titles import bare_words, is_affiliation, owns_body, split_titles
from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import Words, bare, is_capital, opens_sentence, unowned

_LONGEST = 12
"""More capitalised words than this in a row are a list or a headline."""
_INITIALS = 6
"""Letters of a line in capitals up to which it may be a body's initials."""
_JOINS = frozenset({" ", "\u00a0", "  ", " & "})
_SHORT = 4
"""Words of a line from which on it may be a headline; a shorter one in capitals is a label."""


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
    name: str = field(init=False, repr=False, compare=False)
    """The name without its titles."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", " ".join(self.words))


def find_runs(
    text: str, words: Words, known: Vocabulary, defined: Collection[str] = ()
) -> tuple[Run, ...]:
    """Find the runs of capitalised words.

    Args:
        text: The text.
        words: Its words; one that also occurs in lower case is no name.
        known: The words of its language.
        defined: The names that it gives a short form of.

    Returns:
        The runs in order.
    """
    finder = _Finder(text, words, known, defined)
    return tuple(sorted(finder.find(), key=attrgetter("start")))


class _Finder:
    def __init__(
        self, text: str, words: Words, known: Vocabulary, defined: Collection[str]
    ) -> None:
        self.text = text
        self.words = words
        self.seen = words.bare
        self.known = known
        prefixes = known.prefixes
        self.capitals = frozenset(
            each
            for each in set(words.texts)
            if is_capital(each, prefixes) and not known.elided_noun.match(each)
        )
        self.bodies = find_bodies(text, words, self.capitals, defined, known)
        self.couples = dict(find_couples(words.texts, self.capitals, known))
        for first, last in self.couples.items():
            self.bodies |= dict.fromkeys(range(first, last + 1), first)
        self.nicknames = frozenset(find_nicknames(text, words, self.capitals))

    def find(self) -> list[Run]:
        groups = list(self._groups())
        plain = (group for group, headline in groups if not headline)
        runs = [run for group in plain if (run := self._run(group, headline=False))]
        names = {run.words for run in runs}
        for group, headline in groups:
            if headline:
                runs += self._headline_runs(group, names)
        runs += self._surname_runs((group for group, _ in groups), names)
        return runs

    def _groups(self) -> Iterator[tuple[range, bool]]:
        """Yield the groups of capitalised words, and whether each is part of a headline."""
        for line in self._lines():
            written = self.words.texts[line.start : line.stop]
            if self._is_label(written):
                continue
            headline = self._is_headline(written)
            capitals = (at for at in line if self.words.texts[at] in self.capitals)
            for group in self._neighbours(capitals):
                yield group, headline

    def _lines(self) -> Iterator[range]:
        """Yield the numbers of the words of each line."""
        starts = self.words.starts
        first, count = 0, len(starts)
        while first < count:
            end = self.text.find("\n", starts[first])
            after = bisect_left(starts, end, first) if end >= 0 else count
            yield range(first, after)
            first = after

    def _is_label(self, words: list[str]) -> bool:
        """Return whether a line is a label such as "FULL TEXT", not a name such as "JANE ROE"."""
        if len(words) >= _SHORT or sum(map(len, words)) <= _INITIALS:
            return False
        given = self.known.given_names
        return all(map(str.isupper, words)) and not any(word.lower() in given for word in words[:1])

    def _is_headline(self, words: list[str]) -> bool:
        """Return whether nearly every long word of a line has a capital."""
        if len(words) < _SHORT:
            return False
        long = [word for word in words if len(word) > 3]
        if self.known.nouns_are_capital:
            return all(map(str.isupper, long))
        return sum(map(self.capitals.__contains__, long)) > 0.9 * len(long)

    def _neighbours(self, capitals: Iterable[int]) -> Iterator[range]:
        """Yield the numbers of neighbouring capitalised words, with the particles between them."""
        group = range(0)
        for at in capitals:
            if group and len(group) != _LONGEST and self._goes_on(group[-1], at):
                group = range(group.start, at + 1)
                continue
            if group:
                yield group
            group = range(at, at + 1)
        if group:
            yield group

    def _goes_on(self, last: int, at: int) -> bool:
        """Return whether nothing but particles and spaces is between two capitalised words."""
        if last in self.bodies and self.bodies[last] == self.bodies.get(at):
            return True
        if at in self.nicknames or last in self.nicknames:
            return at - last == 1
        if at - last > 3:
            return False
        apart = any(map(self._parts, range(last, at)))
        if apart or at - last == 1:
            return not apart
        before = self.words.texts[last - 1] if last and not self._parts(last - 1) else ""
        words = self.words.texts[last : at + 1]
        return self._join(words) and not is_affiliation(before, words, self.known)

    def _join(self, words: list[str]) -> bool:
        """Return whether a name goes on from its first word, over small words, to the last."""
        known, inner = self.known, {*words[1:-1]}
        first, last = (bare(word).lower() for word in (words[0], words[-1]))
        if first in known.bodies or first in known.titles:
            return inner <= (known.body_links if first in known.bodies else known.office_links)
        # "Jane Roe de la Union" is no name.
        return inner <= known.particles and last not in known.bodies

    def _parts(self, word: int) -> bool:
        """Return whether more than a space is between a word and the next."""
        texts = self.words.texts
        between = self.text[self.words.end(word) : self.words.starts[word + 1]]
        owner, *owned = texts[word : word + 4]
        if between in _JOINS and (owner.isalpha() or unowned(owner) == owner):
            return False
        return not owns_body(owner + between.rstrip(), owned, self.known, texts[word - 1 : word])

    def _headline_runs(self, group: range, names: Collection[tuple[str, ...]]) -> Iterator[Run]:
        """Cut a group of a headline, in which every word has a capital, at what is no name.

        Of what is left, the words that the article uses as a name are one; a few others may be.
        """
        known = {each for name in names for each in (name, name[-1:])}
        for plain, piece in groupby(group, self._is_plain):
            numbers = list(piece)
            kept = self._within(range(numbers[0], numbers[-1] + 1), names)
            run = None if plain else self._run(kept, headline=True)
            if run and not (run.titles and len(run.words) == 1 and run.words not in known):
                yield run  # "Retired General Reveals Plan" names no one

    def _surname_runs(
        self, groups: Iterable[range], names: Collection[tuple[str, ...]]
    ) -> Iterator[Run]:
        """Yield the titles that are a surname here: the King of "Ann King"."""
        titled = self.known.title_surnames
        surnames = {name[-1] for name in names if len(name) > 1 and name[-1].lower() in titled}
        for group in groups if surnames else ():
            start, word = self.words.starts[group[0]], bare(self.words.texts[group[0]])
            alone = len(group) == 1 and word in surnames
            if alone and not self.known.is_definite(self.text, start):
                yield Run(start, start + len(word), (word,), (), sure=True)

    def _is_plain(self, at: int) -> bool:
        """Return whether a word with a capital is also written without one, and is no title."""
        if at in self.bodies:
            return False
        word, known = bare(self.words.texts[at]), self.known
        low = word.lower()
        compound = word.partition("-")[2].islower()  # "Oscar-winner"
        plain = compound or low in known.function_words or low in self.seen
        return low not in known.titles and plain

    def _within(self, group: range, names: Collection[tuple[str, ...]]) -> range:
        """Return the longest stretch of some words that is a name.

        All of them where none is, but nothing of a body: in a headline its name has no end.
        """
        for length in range(len(group), 0, -1):
            for first in range(group.start, group.stop - length + 1):
                if tuple(bare_words(self.words.texts[first : first + length])) in names:
                    return range(first, first + length)
        return group if self.bodies.keys().isdisjoint(group) else group[:0]

    def _run(self, group: range, *, headline: bool) -> Run | None:
        """Return the name among neighbouring words."""
        if not group:
            return None
        starts, written = self.words.starts, self._written(group)
        opens = opens_sentence(self.text, starts[group.start])
        front = min(self._before_body(group), self._ordinary_words(written, opens=opens))
        if front + 1 < len(group):
            front += self._is_day(written[front], starts[group[front]])
            front += front > 0 and written[front].islower()  # "Nach Angaben von Jane Roe"
        if front == len(group):
            return None
        bare_name = bare_words(written[front:])
        name, titles = split_titles(bare_name, self.known)
        if group[front] in self.couples:
            name, titles = tuple(bare_name), ()
        if not self.nicknames.isdisjoint(group):
            name = with_nickname(self.text, self.words, group[-len(name) :], self.nicknames)
        if not name or (headline and len(name) > 3 and group[0] not in self.bodies):
            return None
        end = starts[group[-1]] + len(unowned(written[-1]))
        sure = not headline and (front > 0 or not opens)
        return Run(starts[group[front]], end, name, titles, sure=sure)

    def _written(self, group: range) -> list[str]:
        """Return neighbouring words, the apostrophe of a plural with them."""
        text, starts, last = self.text, self.words.starts, self.words.texts[group[-1]]
        if len(group) == 1:
            return [last]
        return [*(text[starts[at] : starts[at + 1]].rstrip() for at in group[:-1]), last]

    def _ordinary_words(self, group: list[str], *, opens: bool) -> int:
        """Count the words at the front of a group that have their capital from the sentence."""
        known = self.known
        count = 0
        for word, after in zip_longest(group, group[1:], fillvalue=""):
            low = bare(word).lower()
            small = low in known.function_words or (after and self._is_common(word, after))
            if not ((opens and small) or low in known.determiners):
                break  # as at most words
            led = after and low in known.opening_particles and not self._is_body(after)
            if led or low in known.titles or owns_body(word, group[count + 1 :], known):
                break
            opens = opens and word.isupper()
            count += 1
        return count

    def _before_body(self, group: range) -> int:
        """Count the words of a group before the name of a body that begins in it."""
        return next((n for n, at in enumerate(group) if self.bodies.get(at) == at), len(group))

    def _is_body(self, word: str) -> bool:
        """Return whether a word is or begins the name of a body or place: "De VN", not "De Wit"."""
        known, low = self.known, bare(word).lower()
        known_one = low in known.bodies or low in known.openers or bare(word) in known.short_forms
        return known_one or (word.isupper() and len(word) > 1)

    def _is_common(self, word: str, after: str) -> bool:
        """Return whether a word is also written small, in a compound as well: "Second-tier".

        Before the name of a body it is a part of that: "Transport Ministry".
        """
        if bare(after).lower() in self.known.short_bodies:
            return False
        low = bare(word).lower()
        first, _, rest = low.partition("-")
        return low in self.seen or (first in self.seen and bare(word).endswith(f"-{rest}"))

    def _is_day(self, word: str, start: int) -> bool:
        """Return whether a day is before a name: "on Monday Jane Roe said", "the Sunday Times"."""
        day = word.lower() in self.known.weekdays
        return day and not self.known.is_definite(self.text, start)
