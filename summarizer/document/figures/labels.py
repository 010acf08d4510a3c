"""Numbers that name and numbers that are years: ``Section 427``, ``COVID-19``, ``in 2024``.

It decides whether a number in digits counts anything at all. It looks at the characters and words
around the number, and knows nothing of units.
"""

import re
from decimal import Decimal
from itertools import takewhile

from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

NAMED = "named by the word before it"
UNREADABLE = "not written as a number"
"""Reasons for a label."""

_WIDEST = 24
"""Characters looked at on each side: no more than a long word, so that the work stays linear."""

_FARTHEST = 48
"""Characters looked at before a number for a preposition and a name."""

_NO_NAMES = ("numbers.approximate", "numbers.bounds", "numbers.range_between", "numbers.range_from")
"""Lists of words that make no name of a number when a sentence opens with them."""


_OPENS = re.compile(r"(?:^|[.!?…:“«»”\n–—]\s*)\w+ $")
"""A word that opens a sentence."""

_STOPS = frozenset([*".,;", ""])
_SMALL = re.compile(r" (?=[^\W\d_]{3}|de )(?![A-Z\u00c0-\u00de\u0400-\u042f])")
_ENDING = re.compile(r"['’](?:s|[^\W\d_A-Z]{2,})$")
"""In English, and in Turkish: "Ankara'da 15 kişi"."""

_NOUN = re.compile(r" [A-Z\u00c0-\u00de][^\W\d_]*(?:e|en|er|n|s)\b")
_TITLED = re.compile(r" [A-Z][a-z]")
_PATTERNS = {
    # the number of a form, a model, a screen or an age
    "kind_ends": r"$|[.,;!?)](?!\d)| {=joiner} ",
    "article": r"(?i)\b{=articles}[ \u00a0]$",
    "screen": r"[ -](?:[A-Z][\w-]* )?{screens}\b",
    "ages": r"(?i)(?:\b{before_ages}[ -]|[-'’])$",
    "after_year": r"(?: in [^\W\d_]+)? {=time.after_year}(?:e[nrs]?)?\b",
    # a list of names: "Articles 5, 6 and 7"
    "listed": (
        r"(?<![\w-])(?i:{.names})s? \d[\w.]*(?: [A-Z]\w+)?(?:, \d+)*"
        r"(?:(?P<last>,? {.lasts} )|, )$"
    ),
    "lasts": "{=joiner|=range_or}",
    "goes_on": r"[,.;)](?!\d)|$| {.lasts} \d",
    "counted_before": (
        r"(?<![\w-])(?i:{.counts}) (?:(?!{sentences.function} )[a-z]+(?<!s)(?<!ed) )?$"
    ),
    # two that were named before, and the people a report relies on
    "pair": r" {pairs}\b",
    "source": r" {sources}\b",
    "definite": r"(?i)\b{before_pair} $",
    # a place or a day before a number that is counted there
    "place": (
        r"(?<![\w-])(?i:{before_place}) (?:{.capital}[\w'’-]*+ ){0,2}(?!{.places} )"
        r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w'’-]*+ $"
    ),
    "counted": r" (?:{after_count}\b|[a-z\u00df-\u00ff]{2,20}(?<={.counted_ends})\b)",
    "before_count": r"\b(?i:{before_count}) $",
    "place_before": (
        r"(?<![\w-])(?i:{before_place}) (?:[A-Z\u00c0-\u00de][\w'’-]*+ ){1,3}"
        r"(?:[a-z]+ ){0,2}\d[\d.,]* [a-z]"
    ),
}


class Labels:
    """How one language names things with numbers, and writes years."""

    def __init__(self, language: Language) -> None:
        joints = frozenset(language.own("numbers.range_to"))  # "de 48 para 35", not "para 35"
        self._short = language.words("numbers.naming_short") - joints
        self._naming = (language.words("numbers.naming") | self._short) - joints
        numbers = language.pairs("numbers.small").items()
        self._twos = frozenset(word for word, n in numbers if n == "2")
        self._nouns_are_capital = bool(language.property("numbers.nouns_are_capital"))
        self._find = Patterns(
            language,
            "numbers",
            _PATTERNS,
            counts=any_of(word for word, n in numbers if n != "0"),
            names=any_of(self._naming - {"p", "no"}),
            capital=r"[^\W\d_]" if self._nouns_are_capital else "[A-Z\u00c0-\u00de]",
            places=any_of(map(str.title, language.words("numbers.numbered_places"))),
            counted_ends=any_of(language.own("numbers.after_count_endings")) or "(?!)",
        )
        self._titled = language.words("numbers.naming_title")
        lasts = (*language.own("numbers.joiner"), *language.own("numbers.range_or"))
        self._list_joints = (", ", *(f" {each} " for each in lasts))
        small = language.words("sentences.function")
        self._plain = small.union(*map(language.words, _NO_NAMES))
        self._from = language.words("numbers.range_from")
        self._before_year = language.words("time.before_year")
        self._adverb_endings = tuple(language.words("numbers.adverb_endings"))
        self._resolutions = language.words("numbers.resolutions")
        self._verb_opens = bool(language.property("numbers.verb_opens"))
        self._noun_after = bool(language.property("numbers.noun_after_place"))
        self._places = frozenset(language.own("numbers.before_place"))

    def is_counted_there(self, text: str, at: int, end: int) -> bool:
        """Whether a number after a place or a day counts: ``In Gaza 61 died``.

        Args:
            text: Any text.
            at: Offset of the number.
            end: Offset after it.

        Returns:
            True if a preposition is before the name and a verb after the number; in a language
            that writes every noun with a capital, wherever a plural is after it.

        Example:
            >>> from summarizer.languages.table import language
            >>> labels = Labels(language("en"))
            >>> labels.is_counted_there("In Gaza 61 died", 8, 10)
            True
            >>> labels.is_counted_there("in Section 61 it died", 11, 13)
            False
        """
        if self._nouns_are_capital and _NOUN.match(text, end):
            return True
        if self._noun_after:
            return self._is_noun_after_place(text, at, end)
        before = text[max(0, at - _FARTHEST) : at]
        if self._find.before_count.search(before):
            return True
        counted = self._find.counted.match(text, end) or self._is_next_place(text, at, end)
        return bool(counted and self._find.place.search(before))

    def _is_next_place(self, text: str, at: int, end: int) -> bool:
        """Whether a number goes on with a list: "In Gaza 61 died, in Rafah 7"."""
        lowest = max(0, at - 2 * _FARTHEST)
        return text[end : end + 1] in _STOPS and bool(
            self._find.place_before.search(text, lowest, at)
        )

    def _is_noun_after_place(self, text: str, at: int, end: int) -> bool:
        """Whether a preposition and a name are before a number, and a small letter behind it."""
        words = text[max(0, at - _FARTHEST) : at].split()[-4:]
        names = takewhile(lambda word: word[:1].isupper(), reversed(words[1:]))
        depth = len(list(names))
        place = any(word.lower() in self._places for word in words[-1 - depth : -1])
        return bool(depth and place and _SMALL.match(text, end))

    def is_resolution(self, text: str, start: int, end: int) -> bool:
        """Whether ``4K`` is the sharpness of a picture and no thousands."""
        if text[start:end] not in self._resolutions:
            return False
        return bool(self._find.screen.match(text, end)) or text[max(0, start - 3) : start] == "in "

    def is_age(self, text: str, at: int) -> bool:
        """Whether the ``60s`` that begin at an offset are years of a life or of a century.

        Example:
            >>> from summarizer.languages.table import language
            >>> labels = Labels(language("en"))
            >>> labels.is_age("in his 60s", 7), labels.is_age("in 30s", 3)
            (True, False)
        """
        return bool(self._find.ages.search(text[max(0, at - _WIDEST) : at]))

    def is_kind(self, text: str, at: int, end: int) -> bool:
        """Whether an article is right before the number of a form: ``filed a 1099``."""
        if end - at not in {3, 4}:
            return False  # "rated it a 9"
        behind = _TITLED if end - at == 3 else self._find.kind_ends  # "a 787 Dreamliner"
        before = text[max(0, at - _WIDEST) : at]
        return bool(behind.match(text, end) and self._find.article.search(before))

    def is_counted(self, text: str, at: int, end: int) -> bool:
        """Whether a number is part of what another counts: ``two new 737 Max jets``."""
        if end - at != 3 or text[end : end + 1] != " ":
            return False
        return bool(self._find.counted_before.search(text[max(0, at - _WIDEST) : at]))

    def known(self, text: str, at: int, end: int) -> str | None:
        """Return why a small number in words is no news: ``the two sides``, if it is none."""
        if self._find.source.match(text, end):
            return "who said so"
        pair = self._find.pair.match(text, end) and self._find.definite.search(
            text[max(0, at - 8) : at]
        )
        return "those named before" if pair and text[at:end].lower() in self._twos else None

    def is_titled(self, text: str, at: int) -> bool:
        """Whether a word with a capital names a number: ``Year 11 pupils``, ``Round Two``."""
        if not (text[at].isupper() or text[at].isdecimal()) or text[at - 2 : at - 1].isdecimal():
            return False
        return text[max(0, at - _WIDEST) : at - 1].rpartition(" ")[2] in self._titled

    def is_listed(self, text: str, at: int, end: int) -> bool:
        """Whether a number goes on with a list of names: ``Articles 5, 6 and 7``."""
        before = text[max(0, at - _FARTHEST) : at]
        if not before.endswith(self._list_joints):
            return False
        listed = self._find.listed.search(before)
        return bool(listed and (listed["last"] or self._find.goes_on.match(text, end)))

    def is_named(self, text: str, at: int, end: int, *, counts: bool) -> bool:
        """Whether the word before a bare whole number makes it a name: ``Section 427``.

        A naming word does, and a capitalised one that is no function word, unless a plural follows
        that the number counts.

        Example:
            >>> from summarizer.languages.table import language
            >>> labels = Labels(language("en"))
            >>> labels.is_named("in Section 427", 11, 14, counts=False)
            True
        """
        if text[at - 1 : at] not in {" ", "\u00a0"} or text[at - 2 : at - 1].isdecimal():
            return False
        words = text[max(0, at - _WIDEST) : at].rsplit(None, 1) or [" "]
        word = words[-1].lstrip("(\"'“‘«[—–-")
        dot, word = word[-1:] == ".", word.removesuffix(".")
        if word.lower() in self._short:
            return text[at].isdecimal()  # not "no two are alike"
        if word.lower() in self._naming:
            return not dot
        if counts or dot or not _is_name(word):
            return False
        headline = word.isupper() and word.isalpha() and len(word) > 4  # but "S&P/ASX 200"
        opens = self._verb_opens and _OPENS.search(text[max(0, at - _FARTHEST) : at])
        road = len(word) == 1 and words[-2:-1] and words[-2][-1].isalpha()  # "die A 7"
        small = word.lower() in self._plain and not road
        if headline or opens or small or word.endswith(self._adverb_endings):  # "Muoiono 12"
            return False
        return not self.is_counted_there(text, at, end)

    def is_year(self, text: str, at: int, value: Decimal, *, counts: bool) -> bool:
        """Whether a bare number from 1000 to 2200 is a year; it seldom is where it counts a plural.

        Example:
            >>> from summarizer.languages.table import language
            >>> labels = Labels(language("en"))
            >>> labels.is_year("in 2024 it", 3, Decimal(2024), counts=False)
            True
            >>> labels.is_year("sent 2000 troops", 5, Decimal(2000), counts=True)
            False
        """
        if not 1000 <= value <= 2200:
            return False
        before = text[max(0, at - _WIDEST) : at].split()
        if value == 1000 and before and before[-1] in self._from:  # "from 1000 to 2000 jobs"
            return False
        timed = bool(before) and _bare(before[-1].lower()) in self._before_year
        if is_recent(value) or self._find.after_year.match(text, at + 4):
            return True  # "2013 figures": a count of that size is written with a separator
        if 1900 <= value <= 2100 and value % 100:
            return timed or not counts
        return timed and not counts


def is_recent(value: Decimal | None) -> bool:
    """Whether a number of four digits is a year of our time, and no round number."""
    return value is not None and 1950 < value < 2035 and value % 10 != 0


def _is_name(word: str) -> bool:
    """Whether a word may name a number: it has a capital, and no ending such as a possessive."""
    capital = word != word.lower() and word[-1].isalpha()
    return capital and not _ENDING.search(word)


def _bare(word: str) -> str:
    """Return a word without the marks around it and a possessive."""
    word = word.strip("(,")
    return word[:-2] if word.endswith(("'s", "’s")) else word
