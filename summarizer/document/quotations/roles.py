"""Roles: whether what is in quotation marks was said, names a work, or is kept at a distance.

Rules from general usage: the case of the words, the words beside the marks, and whether the
sentence speaks of saying at all. Knows nothing of how quotations are found, and no names.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from summarizer.languages.lexicon import lexicon
from summarizer.languages.patterns import Patterns
from summarizer.languages.table import UNKNOWN, Language

Kind = Literal["direct", "mixed"]
Role = Literal["speech", "title", "term"]

_CUES = frozenset({"saying", "labelling", "speaking"})
_NO_NOUNS = frozenset(
    {"function", "saying", "labelling", "preposition", "conjunction", "auxiliary"}
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LONGEST_TITLE = 12
_LONGEST_TERM = 4
"""In words. Longer than that, a string in marks was said by someone."""
_LONGEST_SHORT = 90
"""In characters, for scripts that write no spaces."""
_NOUN_BEFORE = re.compile(r"([^\W\d_]+) $")
_LONGEST_NAME = 3
REACH = 48
"""Characters looked at beside the marks."""

_PATTERNS = {
    "work_before": r"\b{work}s?,?\s+(?:(?:is|was|be)\s+)?(?:\w+ed\s+)?$",
    "titled_before": r"\b{work}\s+$",
    "named_before": (
        r"\b(?:[a-z]+\s+{naming}|(?:one|[a-z]+s) (?:he|she|it) calls|{naming_of} of)"
        r"\s+(?:the\s+)?$"
    ),
    "shown_before": r"(?:['’]s?|\b{shown})\s+$",
    "work_after": r"\s+(?:(?:\w+\s+)?{work}s?\b|(?:is|was|are|were)\s+an?\b)",
    "so_called": (
        r"(?:{so_called}|known (?:[a-z]+ )?as|hashtag(?:\s+\S+)?(?:\s+[-–—])?)\s+(?:the\s+)?$"
    ),
}
_DETERMINED = re.compile(r"\b(?i:an?|the|his|her|its|their|this|these|such)\s+(?:[a-z-]+\s+)?$")
_NEXT = re.compile(r"\s+([a-z]{3,})(?<!ing)(?<!ed)\b")
_BESIDE = re.compile(r"\s+([a-z]{3,})\b")
_GIVEN_BEFORE = re.compile(r"\b[A-Z][\w'’-]+ $")


class Place(NamedTuple):
    """Where a quotation is.

    Args:
        text: The article.
        start: Offset of the words between the marks.
        end: Offset after them.
        outer_start: Offset of the opening mark.
        outer_end: Offset after the closing mark.
        before: What is just before the opening mark.
    """

    text: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    before: str


class Roles:
    """What the words of one language say of strings in marks. Make one with :func:`roles`."""

    def __init__(self, language: Language) -> None:
        words = lexicon(language)
        self._cues = words.words(_CUES)
        self._no_nouns = words.words(_NO_NOUNS)
        self._bodies = language.words("actors.institutions")
        self._unknown = language.code == UNKNOWN
        self._said = tuple(language.own("speech.dialogue"))
        self._small = language.words("speech.title_small")
        self._determiners = words.words(frozenset({"determiner"}))
        self._find = Patterns(language, "speech", _PATTERNS)
        self._so_called_ends = (*language.phrases("speech.so_called"), " as")

    def role_of(self, place: Place, is_silent: Callable[[], bool] | Literal[False]) -> Role:
        """Classify a short string in marks.

        Args:
            place: Where it is.
            is_silent: Tells whether its sentence speaks of saying nowhere outside of marks. False
                if the verbs of saying are not known, so that their absence does not count.

        Returns:
            The role; speech where nothing is against it.
        """
        if self._is_so_called(place.before) or _is_nickname(place):
            return "term"
        words = _WORD.findall(place.text, place.start, place.end)
        last = place.text[place.end - 1]
        capital = place.text[place.start].isupper()
        named = capital and last.isalnum()
        if named and (
            self._find.titled_before.search(place.before) or self._is_of_body(place, words)
        ):
            return "title"
        shouted = len(words) > 2 and last == "." and all(map(str.isupper, words))
        if self._is_title_case(words) and last not in "!?" and not shouted:
            apart = is_silent and (is_silent() or (len(words) > 1 and not self._is_said(place)))
            return "title" if apart or self._names_a_work(place, len(words)) else "speech"
        if len(words) > _LONGEST_TERM or not is_silent or (capital and last in ".!?,…"):
            return "speech"
        return "term" if is_silent() else "speech"

    def _is_so_called(self, before: str) -> bool:
        """Return whether a string is behind "so-called" or the like; quick where it is not."""
        words = before.rstrip().removesuffix("the").rstrip()
        may_be = words.endswith(self._so_called_ends) or "hashtag" in before
        return may_be and self._find.so_called.search(before) is not None

    def speaks(self, text: str, start: int, end: int) -> bool:
        """Return whether a stretch of text holds a word of saying."""
        return self._are_cues(_WORD.findall(text, start, end))

    def kind_of(self, place: Place, *, verbs_known: bool) -> Kind:
        """Return whether it is a statement of its own or a part of a mixed sentence.

        Args:
            place: Where the quotation is.
            verbs_known: Whether all verbs of saying are known.
        """
        before = place.before.rstrip()
        if place.text[place.start].islower():
            return "direct" if not before or before[-1] in ",:" else "mixed"
        unfinished = place.text[place.end - 1] not in ".,!?…—–-"
        if unfinished and place.text[place.outer_end : place.outer_end + 2].strip().islower():
            return "mixed"
        word = before.rpartition(" ")[2]
        spoken = not verbs_known or not word.isalpha() or self._are_cues([word])
        return "direct" if spoken else "mixed"

    def is_modifier(self, place: Place) -> bool:
        """Return whether a string is about the noun behind: "the “free” parking"."""
        after = _BESIDE.match(place.text, place.outer_end)
        noun = after is not None and after[1] not in self._no_nouns
        return noun and _DETERMINED.search(place.before) is not None

    def _are_cues(self, words: Iterable[str]) -> bool:
        """Return whether one of some words is of saying."""
        return not self._cues.isdisjoint(map(str.lower, words))

    def _is_said(self, place: Place) -> bool:
        """Return whether a word of saying is close by: "called him “Big Roe”"."""
        before = _WORD.findall(place.before)[-5:]
        after = _WORD.findall(place.text, place.outer_end, place.outer_end + REACH)[:4]
        return self._are_cues([*before, *after])

    def _is_of_body(self, place: Place, words: Sequence[str]) -> bool:
        """Return whether a string is the name of the body before: "авиакомпания «Ветер»".

        Not so behind a word of saying: "told the party “Enough”" has a hearer.
        """
        noun = _NOUN_BEFORE.search(place.before)
        if noun is None or noun[1].lower() not in self._bodies:
            return False
        if place.text[place.outer_end : place.outer_end + 1] in {*",:;"}:
            return False
        main = [word for word in words if word not in self._determiners]  # "Rettet das Freibad"
        named = self._is_title_case(main) or (self._unknown and len(words) < _LONGEST_NAME)
        before = [word.lower() for word in _WORD.findall(place.before)]
        spoken = self._are_cues(before) or any(word.startswith(self._said) for word in before)
        return named and not spoken

    def _names_a_work(self, place: Place, count: int) -> bool:
        before = place.before
        if self._find.work_before.search(before) or self._find.named_before.search(before):
            return True
        if self._find.work_after.match(place.text, place.outer_end, place.outer_end + REACH):
            return True
        if (count > 1 or _DETERMINED.search(before)) and self._is_noun(place):
            return True
        beside = self._find.shown_before.search(before)
        return beside is not None and (count > 1 or beside.group()[0] in "'’")

    def _is_noun(self, place: Place) -> bool:
        """Return whether the string is the name of the noun behind: "the “Roe First” party"."""
        after = _NEXT.match(place.text, place.outer_end)
        if after is None or not place.text[place.end - 1].isalnum():
            return False
        said = _WORD.findall(place.before)[-1:]
        return after[1] not in self._no_nouns and not self._are_cues(said)

    def _is_title_case(self, words: Sequence[str]) -> bool:
        """Return whether all words but the small ones begin with a capital or a digit."""
        return (
            bool(words)
            and not words[0][0].islower()
            and any(word[0].isupper() for word in words)
            and all(
                word[0].isupper() or word[0].isdecimal() or word in self._small for word in words
            )
        )


@cache
def roles(language: Language) -> Roles:
    """Return what the words of a language say, made once."""
    return Roles(language)


def is_short(words: str) -> bool:
    """Return whether a string is so short that it may be something other than speech."""
    return len(words) <= _LONGEST_SHORT and words.count(" ") < _LONGEST_TITLE


def _is_nickname(place: Place) -> bool:
    """Return whether a string is between the names of a person: "John “Bo” Roe"."""
    inner = place.text[place.start : place.end]
    after = place.text[place.outer_end : place.outer_end + 3]
    named = after[:1] == " " and after[1:].istitle() and inner.istitle()
    short = named and inner.count(" ") < 2 and inner[-1].isalpha()
    return short and _GIVEN_BEFORE.search(place.before) is not None
