"""Words for people or bodies without a name that do something: "shopkeepers", "the council"."""

from collections.abc import Iterator
from itertools import takewhile

from summarizer.document.actors.deeds import LEADING, OPENING, TITLES, VERBS, WORDS, Deeds
from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText

_NO_GROUP = frozenset(
    {"conjunction", "preposition", "indefinite", "relative", "and", "pronoun", "adverb"}
)
_SMALL = frozenset({"preposition", "determiner"})
_CLAUSES = frozenset({"passive", "that", "relative", "possessive"})
_NOUNS = 4
"""Words from the first of those for a group to the noun: "Animal welfare groups"."""
_LONGEST = 7
"""Tokens of the words for a group."""


class Groups:
    """Finds the words for groups in one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        deeds: Who does something in it.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, deeds: Deeds) -> None:
        self._headline = parsed.headline
        self._nouns = nouns
        self._deeds = deeds
        self._tokens = parsed.tokens
        self._known_verbs = parsed.names.vocabulary.verbs
        spoken = parsed.names.vocabulary.language
        scales = spoken.pairs("numbers.scales"), spoken.every_pair("numbers.scales_everywhere")
        self._scales = frozenset().union(*scales)

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield where words are that begin a clause, name no one, and have a verb behind them."""
        for at, token in enumerate(self._tokens):
            plain = token.kind in WORDS and not token.is_any(_NO_GROUP)
            if plain and token.start >= self._headline and self._may_begin(at):
                last = at
                most = at + _LONGEST
                while last < most and self._is_inside(at, last) and not self._ends(last):
                    last += 1
                if last < most and self._is_inside(at, last):
                    yield token.start, self._tokens[last].end

    def _ends(self, at: int) -> bool:
        """Return whether words for a group end at a place: not "families of those"."""
        after = self._tokens[at + 1 : at + 2]
        asked = any("to" in each.tags for each in after)  # "she asked nurses to go"
        return self._deeds.does(at + 1) and not asked and not self._tokens[at].is_any(_SMALL)

    def _may_begin(self, at: int) -> bool:
        token = self._tokens[at]
        if not (self._deeds.begins(at) or self._is_counted(at)):
            return False  # so it is with most words: the dear questions come behind
        word = self._is_word(at) or self._is_opening(at) or self._is_owner(at)
        word = word and token.low not in self._known_verbs and not self._goes_on(at)
        if not word or (at > 0 and self._tokens[at - 1].is_any(TITLES)):  # "Senior doctors"
            return False
        said = at > 0 and self._tokens[at - 1].is_any(LEADING)
        if at and "who" in self._tokens[at - 1].tags:
            return False  # "Roe, who follows banks"
        return self._is_counted(at) or not said or self._is_long(at)

    def _is_long(self, at: int) -> bool:
        """Return whether words say which body is meant: "the trade ministry", no "the party"."""
        noun = self._tokens[at + 2 : at + 3]
        which = any(each.kind == "word" and not each.is_any(VERBS | _SMALL) for each in noun)
        return which and "article" in self._tokens[at].tags

    def _is_counted(self, at: int) -> bool:
        """Return whether a number begins a clause before a place: "11 officers", "dozens of"."""
        if not at or self._tokens[at].low in self._scales:
            return False
        last = self._tokens[at - 1]
        if last.low in self._scales:  # "several thousand demonstrators"
            return self._deeds.begins(at - 2)
        if "of" in last.tags and "collective" in self._tokens[max(0, at - 2)].tags:
            return self._deeds.begins(at - 2)
        number = last.low[:1].isdigit() or "collective" in last.tags
        asked = "asked" in self._tokens[max(0, at - 2)].tags  # "how many officers"
        return number and not asked and self._deeds.begins(at - 1)

    def _goes_on(self, at: int) -> bool:
        """Return whether a clause goes on with a word: "the guild, representing bakers, said"."""
        return "gerund" in self._tokens[at].tags and at > 0 and self._tokens[at - 1].low == ","

    def _is_opening(self, at: int) -> bool:
        """Return whether a word has its capital from the sentence: "Bus drivers", "Fans"."""
        word = self._tokens[at]
        first = at == 0 or self._tokens[at - 1].kind in OPENING
        if not first or word.kind != "name" or " " in word.low:
            return False
        rest = self._tokens[at + 1 : at + _NOUNS]
        after = takewhile(lambda each: not each.is_any(_SMALL | VERBS), rest)
        several = [each.low for each in (word, *after) if each.kind in WORDS]
        return any(self._nouns.sort(each) == "many" for each in several)

    def _is_inside(self, first: int, at: int) -> bool:
        """Return whether a token may be in the words for a group: "students at Lenn College"."""
        if at == len(self._tokens):
            return False
        led = at == first + 1 and "article" in self._tokens[first].tags
        opens = (first == at and self._is_opening(at)) or (
            (first == at or led) and self._is_owner(at)  # "the Lenn Trust's chairman"
        )
        if self._is_word(at) or opens:
            return True
        kind = self._tokens[at].kind
        if kind == "own":
            return at > first  # "the nurses' union"
        return kind == "name" and any("preposition" in each.tags for each in self._tokens[first:at])

    def _is_owner(self, at: int) -> bool:
        """Return whether a name says whose follow: "Lenn Council's committee", "Lenn voters"."""
        named = self._tokens[at].kind == "name"
        after = self._tokens[at + 1 : at + 2]
        people = any(each.kind == "word" and self._are_people(each.low) for each in after)
        return named and (people or any(each.kind == "own" for each in after))

    def _are_people(self, low: str) -> bool:
        """Return whether a place may be before a noun: "Lenn voters", "Lenn police"."""
        return low in self._nouns.words.bare or self._nouns.sort(low) == "many"

    def _is_word(self, at: int) -> bool:
        """Return whether a word may be in a description; the verb of a passive is not."""
        word = self._tokens[at] if at < len(self._tokens) else None
        return word is not None and word.kind == "word" and not word.is_any(_CLAUSES)
