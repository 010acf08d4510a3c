"""Who does something in an article: the subjects of its verbs, "is" alone left out."""

from collections.abc import Iterator
from functools import cached_property

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import is_skipped

_OPENING = frozenset({"stop", "paragraph", "mark", "quote"})
_TITLES = frozenset({"title", "person"})
_BEFORE = frozenset({"conjunction", "and", "that", "adverb"}) | _TITLES
_VERBS = frozenset({"saying", "past", "auxiliary", "labelling"})
_OBJECTS = frozenset({"determiner", "pronoun", "to"})
_NO_GROUP = frozenset(
    {"conjunction", "preposition", "indefinite", "relative", "and", "pronoun", "adverb"}
)
_SMALL = frozenset({"preposition", "determiner"})
_CLOSING = {",": ",", "(": ")"}
_ASIDE = 16
"""Tokens of what may be between a name and its verb."""
_LONGEST = 5
"""Tokens of the words for a group."""


class Deeds:
    """Finds who does something in one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns) -> None:
        self._parsed = parsed
        self._nouns = nouns
        self._tokens = parsed.tokens
        self._known_verbs = parsed.names.vocabulary.verbs

    def acts(self, at: int, start: int) -> bool:
        """Return whether a name is the subject of a verb.

        Args:
            at: The number of its token.
            start: Where it begins in the text, the words before it that say what it is with it.
        """
        return self.opens(at, start) and self._does(at + 1)

    def opens(self, at: int, start: int) -> bool:
        """Return whether a clause begins with a name: "members of" it, "the", its role.

        Args:
            at: The number of its token.
            start: As for :meth:`acts`.
        """
        first = at
        while first and start <= self._tokens[first - 1].start < self._tokens[first].start:
            first -= 1
        compounds = self._parsed.names.vocabulary.compounds
        first -= first > 0 and self._tokens[first - 1].low.rpartition("-")[2] in compounds
        first -= first > 0 and "determiner" in self._tokens[first - 1].tags
        if first > 1 and self._is_member(first - 2):
            first -= 2
        return self._begins(first)

    def _is_member(self, at: int) -> bool:
        """Return whether "members of" is at a place."""
        noun, of = self._tokens[at : at + 2]
        return "of" in of.tags and noun.low in self._nouns.words.belonging

    @cached_property
    def groups(self) -> tuple[tuple[int, int], ...]:
        """Where words are that begin a clause, name no one, and have a verb behind them."""
        return tuple(self._groups())

    def _groups(self) -> Iterator[tuple[int, int]]:
        for at, token in enumerate(self._tokens):
            if token.start >= self._parsed.headline and self._may_begin(at):
                last = at
                most = at + _LONGEST
                while last < most and self._is_inside(at, last) and not self._ends(last):
                    last += 1
                if last < most and self._is_inside(at, last):
                    yield token.start, self._tokens[last].end

    def _ends(self, at: int) -> bool:
        """Return whether words for a group end at a place: not "families of those"."""
        return self._does(at + 1) and not self._tokens[at].is_any(_SMALL)

    def _may_begin(self, at: int) -> bool:
        word = self._is_word(at) or self._is_opening(at)
        word = word and self._tokens[at].low not in self._known_verbs and not self._goes_on(at)
        inside = at > 0 and self._tokens[at - 1].is_any(_TITLES)  # "Senior doctors"
        return word and not inside and not self._tokens[at].is_any(_NO_GROUP) and self._begins(at)

    def _goes_on(self, at: int) -> bool:
        """Return whether a clause goes on with a word: "the guild, representing bakers, said"."""
        return "gerund" in self._tokens[at].tags and at > 0 and self._tokens[at - 1].low == ","

    def _is_opening(self, at: int) -> bool:
        """Return whether a word has its capital from the sentence: "Bus drivers", "Fans"."""
        word, after = self._tokens[at], self._tokens[at + 1 : at + 2]
        first = at == 0 or self._tokens[at - 1].kind in _OPENING
        opens = first and word.kind == "name" and " " not in word.low
        several = [each.low for each in (word, *after) if each.kind in {"name", "word"}]
        return opens and any(self._nouns.sort(each) == "many" for each in several)

    def _is_inside(self, first: int, at: int) -> bool:
        """Return whether a token may be in the words for a group: "students at Lenn College"."""
        if self._is_word(at) or (first == at and self._is_opening(at)):
            return True
        kind = self._tokens[at].kind if at < len(self._tokens) else ""
        if kind == "own":
            return at > first  # "the nurses' union"
        return kind == "name" and any("preposition" in each.tags for each in self._tokens[first:at])

    def _is_word(self, at: int) -> bool:
        """Return whether a word may be in a description; the verb of a passive is not."""
        word = self._tokens[at : at + 1]
        return any(each.kind == "word" and "passive" not in each.tags for each in word)

    def _begins(self, at: int) -> bool:
        before = self._tokens[at - 1] if at else None
        return not before or before.kind in _OPENING or before.is_any(_BEFORE)

    def _does(self, at: int) -> bool:
        """Return whether a verb is at a place, or behind an aside there."""
        end = self._behind_aside(at)
        while end < len(self._tokens) and self._is_passed(end):
            end += 1
        return end < len(self._tokens) and self._is_deed(end)

    def _behind_aside(self, at: int) -> int:
        """Return where a clause goes on behind what is set off by commas, or in brackets."""
        closing = _CLOSING.get(self._tokens[at].low) if at < len(self._tokens) else None
        if closing is None:
            return at
        aside = range(at + 1, min(len(self._tokens), at + _ASIDE))
        end = next((each for each in aside if self._tokens[each].kind in _OPENING), at)
        closed = end > at and self._tokens[end].low == closing
        return end + 1 if closed else at + 1  # "his partner, Jane Roe, left"

    def _is_passed(self, at: int) -> bool:
        return is_skipped(self._tokens[at]) and not self._tokens[at].is_any(_VERBS)

    def _is_deed(self, at: int) -> bool:
        """Return whether a token is a verb in a finite form, and not "is" alone."""
        token = self._tokens[at]
        if "passive" in token.tags:  # "the guild is sending ships"
            return any("gerund" in each.tags for each in self._tokens[at + 1 : at + 2])
        if token.kind not in {"word", "cue"}:
            return False
        known = token.low in self._known_verbs or token.is_any(_VERBS)
        return known or self._is_present(at)

    def _is_present(self, at: int) -> bool:
        """Return whether a word in "s" has what follows a verb behind it: "backs the plan"."""
        low = self._tokens[at].low
        if not low.endswith("s") or low.endswith("ss"):
            return False
        after = self._tokens[at + 1 : at + 2]
        return any(each.kind == "name" or each.is_any(_OBJECTS) for each in after)
