"""Bodies whose names hold small words: "Ministry of Trade and Energy", "Dock and Rail Union".

Finds which words of a text are one name. "And" is also between two names, so it joins only what
has no sign of being another name.
"""

from collections.abc import Collection, Iterable, Iterator

from summarizer.document.names.titles import owns_body
from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import Words, bare, opens_sentence

_GAP = 3
"""Small words between two others of a name: "and of the"."""
_SPACES = frozenset({" ", "\u00a0", "  "})


def find_bodies(
    text: str, words: Words, capitals: Collection[str], defined: Iterable[str], known: Vocabulary
) -> dict[int, int]:
    """Return, for each word of such a name, the number of the name's first word.

    Args:
        text: The article's text.
        words: Its words.
        capitals: Those that are written as names.
        defined: The names that it gives a short form of.
        known: The words of its language.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.document.names.words import split_words
        >>> from summarizer.languages.table import language
        >>> text = "the Ministry of Trade and Energy"
        >>> capitals = {"Ministry", "Trade", "Energy"}
        >>> known = vocabulary(language("en"))
        >>> sorted(find_bodies(text, split_words(text, ()), capitals, (), known))
        [1, 2, 3, 4, 5]
    """
    finder = _Finder(text, words, capitals, known)
    found: dict[int, int] = {}
    for first, last in (*finder.defined(defined), *finder.led(), *finder.joined()):
        if found.keys().isdisjoint((first, last)):
            found |= dict.fromkeys(range(first, last + 1), first)
    return found


class _Finder:
    def __init__(
        self, text: str, words: Words, capitals: Collection[str], known: Vocabulary
    ) -> None:
        self._text = text
        self._words = words
        self._texts = words.texts
        self._capitals = capitals
        self._known = known
        self._small = known.head_links | known.body_links | known.ands

    def defined(self, names: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Yield where names are that the text gives a short form of."""
        for name in names:
            parts = name.split()
            if not any(map(str.islower, parts)):
                continue
            for at in self._places(parts[0]):
                last = at + len(parts) - 1
                if self._texts[at : last + 1] == parts:
                    yield at, last

    def led(self) -> Iterator[tuple[int, int]]:
        """Yield the bodies that their first word shows, with "of" and the like behind it."""
        heads, nouns = set(filter(self._is_head, self._capitals)), self._known.body_nouns
        before = ""
        for at, word in enumerate(self._texts):
            leads = word in heads or (before in nouns and self._is_called(at))
            last = self._end(at) if leads else at
            if last > at:
                yield at, last
            before = word

    def _is_called(self, at: int) -> bool:
        """Return whether a word behind a body's noun begins its name: "the group Voice"."""
        joins = not self._known.ands.isdisjoint(self._texts[at + 1 : at + 2])
        return self._texts[at] in self._capitals and not joins and self._touch(at - 1)

    def joined(self) -> Iterator[tuple[int, int]]:
        """Yield the bodies that their last word shows: "the Dock and Rail Workers' Union"."""
        known = self._known
        kinds = known.owned_bodies | known.joined_bodies | known.districts
        if kinds.isdisjoint(map(str.lower, self._capitals)):
            return
        for at, word in enumerate(self._texts):
            if word in self._known.ands and self._stands_within(at):
                last = self._capital_end(at + 1)
                led = self._texts[at - 2].lower() in known.leads and at > 1  # "the U.S. Food and"
                if self._is_body(at - 1, last, led=led):
                    yield at - 1 - led, last

    def _stands_within(self, at: int) -> bool:
        """Return whether a word is between two with a capital, and nothing but spaces."""
        pair = {*self._texts[max(0, at - 1) : at], *self._texts[at + 1 : at + 2]}
        beside = len(pair) == 2 and all(each in self._capitals for each in pair)
        return beside and self._touch(at - 1) and self._touch(at)

    def _is_head(self, word: str) -> bool:
        low, known = bare(word).lower(), self._known
        low = low.rpartition("'")[2] if "'" in low else low  # "L'Union"
        compound = bool(known.head_endings) and low.endswith(known.head_endings)
        return low in known.heads or compound

    def _places(self, word: str) -> list[int]:
        if word not in self._words.bare:
            return []
        return [at for at, each in enumerate(self._texts) if each == word]

    def _end(self, head: int) -> int:
        """Return the number of the last word of a name that begins with a head."""
        end = self._next(head)
        if end == head + 1:
            return head  # "Union Berlin" has no small word
        last = head
        while end > last:
            last, end = end, self._next(end)
        return last

    def _next(self, at: int) -> int:
        """Return the number of the next word of a name with a capital; the same where none is."""
        end = at + 1
        while end < min(len(self._texts), at + _GAP + 2) and self._touch(end - 1):
            word = self._texts[end]
            if word in self._capitals:
                return end if self._goes_on(at, end) else at
            if word not in self._small:
                return at
            end += 1
        return at

    def _touch(self, at: int) -> bool:
        """Return whether nothing but a space is between a word and the next."""
        word, after = self._texts[at], self._texts[at + 1 : at + 2]
        between = self._text[self._words.end(at) : self._words.starts[at + 1]] if after else ""
        before = self._texts[at - 1 : at]
        owned = bool(after) and owns_body(word + between.rstrip(), after, self._known, before)
        return owned or between in _SPACES

    def _goes_on(self, at: int, end: int) -> bool:
        """Return whether a name goes on over small words to a word."""
        if self._texts[end].lower() in self._known.calendar:
            return False
        gap, known = self._texts[at + 1 : end], self._known
        if known.ands.isdisjoint(gap):
            return True
        two = self._is_head(self._texts[at]) or not known.articles.isdisjoint(gap)
        return not two and self._is_part(end)  # "European Union and the Fed"

    def _is_part(self, first: int) -> bool:
        """Return whether what "and" joins is a part of a name, and no other name."""
        last = self._capital_end(first)
        after = self._texts[last + 1 : last + 2]
        if not self._is_common(first, last, -1) or not self._known.plural_verbs.isdisjoint(after):
            return False
        word = self._texts[last].lower()
        return first == last or word.endswith(
            (*self._known.plural_endings, *self._known.noun_endings)
        )

    def _is_body(self, first: int, last: int, *, led: bool) -> bool:
        """Return whether the words before "and" and those behind it are one body's name."""
        kind = self._texts[last].lower()
        if self._texts[first + 2].lower() in self._known.districts:
            return kind in self._known.bodies and last > first + 2
        owned = kind in self._known.owned_bodies
        if not (owned or (kind in self._known.joined_bodies and last <= first + 3 + led)):
            return False
        definite = self._texts[first - 1 - led].lower() in self._known.articles
        return first > 0 and definite and last > first + 2 and self._is_common(first, first, 1)

    def _is_common(self, first: int, last: int, beside: int) -> bool:
        """Return whether some words beside "and" are no name of their own, known or elsewhere."""
        known = self._known
        for word in self._texts[first : last + 1]:
            low = bare(word).lower()
            if low in known.titles or low in known.own_given or word.isupper():
                return False
        low = bare(self._texts[first]).lower()
        chambers = known.short_bodies | known.leads  # no "Hotel" of "the Hotel and Pub Union"
        bodies = chambers if beside > 0 else known.bodies
        named = low in bodies or self._is_head(self._texts[first])
        return not named and (low in self._words.bare or not self._is_elsewhere(first, beside))

    def _is_elsewhere(self, at: int, beside: int) -> bool:
        """Return whether a word has a capital beside another word that no sentence gives it."""
        texts, starts = self._texts, self._words.starts
        places = (
            each
            for each in self._places(texts[at])
            if texts[each + beside : each + beside + 1] != texts[at + beside : at + beside + 1]
        )
        return any(not opens_sentence(self._text, starts[each]) for each in places)

    def _capital_end(self, first: int) -> int:
        """Return the number of the last of the neighbouring words with a capital."""
        last = first
        while (
            last + 1 < len(self._texts)
            and self._touch(last)
            and self._texts[last + 1] in self._capitals
        ):
            last += 1
        return last
