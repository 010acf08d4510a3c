"""The phrases of one article in which roles stand: where they end, and their nouns."""

from collections.abc import Sequence
from itertools import islice, takewhile

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.tokens import Token

_INSIDE = frozenset({"word", "name", "own", "cue"})
_ENDS = frozenset({"stop", "paragraph", "quote"})
_DASHES = frozenset({"—", "–"})
_LIMITS = _DASHES | {",", "(", ")", ";", ":", "-"}
_PARTS = frozenset({"preposition", "past", "gerund"})
_OPENING = frozenset({"determiner", "adverb"})
_CUT = frozenset({"relative", "auxiliary", "that", "saying", "conjunction", "negated"})
LONGEST = 14
"""Tokens of a phrase or a clause."""
_SEAT = 4
"""Tokens in brackets behind a name."""
_TIMES = frozenset({"day", "time"})

Found = tuple[int, int, str]
"""Start and end of the words, and the noun that says what someone is; empty in a clause."""


class Phrases:
    """Reads phrases of one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        persons: Which names are persons'.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, persons: Persons) -> None:
        self._parsed = parsed
        self._tokens = parsed.tokens
        self._known = parsed.names.vocabulary
        self._nouns = nouns
        self._persons = persons

    def place(self, first: int, last: int, head: str) -> Found:
        """Return where a phrase is, and its noun."""
        return self._tokens[first].start, self._tokens[last].end, head

    def head(self, first: int, last: int) -> str:
        """Return the last word of a phrase before what is said of it: "head of the union"."""
        first = self._owned(first, last)
        end = next((at for at in range(first + 1, last + 1) if self._is_limit(at)), last + 1)
        words = tokens = self._tokens[first:end]
        if (
            self._known.language.property("grammar.noun_first")
            and self._nouns.sort(words[-1].low) is None
        ):
            words = words[:1]  # "secrétaire générale"
        if words[-1].kind == "word":
            return words[-1].low
        for low in (tokens[0].low, words[-1].low.partition(" of ")[0]):  # "Secretary of State"
            if self._nouns.sort(low) == "one":
                return low
        return ""

    def _is_limit(self, at: int) -> bool:
        """Return whether what is said of a noun begins: at "founded" of "a group founded here"."""
        token = self._tokens[at]
        return "preposition" in token.tags or (token.is_any(_PARTS) and not self.opens(at))

    def opens(self, at: int) -> bool:
        """Return whether a word is before its noun: "retired" of "a newly retired teacher"."""
        before, lists = self._tokens[at - 1], self._nouns.words
        if before.kind == "own" or before.is_any(_OPENING):
            return True
        return before.low in lists.aged or before.low in lists.former

    def _owned(self, first: int, last: int) -> int:
        """Return the number of the token after whose it is: of "head" in "Color of Lenn's head"."""
        for at in range(first, last):
            if self._tokens[at].kind == "own":
                return at + 1
            named = self._tokens[first].kind == self._tokens[at + 1].kind == "name"
            if "preposition" in self._tokens[at].tags and not named:
                break
        return first

    def is_called(self, at: int, head: str) -> bool:
        """Return whether a noun can mean who is named at a place: "mayor", "hotelier"."""
        agent = self._nouns.is_agent(head) and self._nouns.is_open(head)
        return (agent and self._persons.is_person(at)) or self._nouns.is_one(head)

    def aside(self, at: int) -> int | None:
        """Return the number of the first token behind a name and its comma, an age passed by."""
        tokens = self._tokens
        if at + 2 < len(tokens) and tokens[at + 1].low == "(":  # "Roe (R-Ohio), head of the panel"
            inside = takewhile(lambda n: tokens[n].low != ")", range(at + 2, len(tokens)))
            at = at + 2 + sum(1 for _ in islice(inside, _SEAT))
        if at + 2 >= len(tokens) or tokens[at + 1].low not in {",", *_DASHES}:
            return None
        aged = tokens[at + 2].low.isdecimal() and at + 4 < len(tokens)
        return at + 4 if aged and tokens[at + 3].low in {",", *_DASHES} else at + 2

    def goes_on(self, at: int) -> bool:
        """Return whether a phrase may go on with a token."""
        token = self._tokens[at]
        if token.kind not in _INSIDE:
            return token.low == "-" and token.start == self._tokens[at - 1].end
        if token.low in self._nouns.words.whose:
            return False
        return "and" in token.tags or not token.is_any(_CUT) or self._describes(at)

    def _describes(self, at: int) -> bool:
        """Return whether a verb of saying is a participle before a noun: "the alleged gunman"."""
        after = self._tokens[at + 1 : at + 2]
        noun = any(each.kind == "word" and not each.is_any(_PARTS) for each in after)
        return self.opens(at) and noun and "past" in self._tokens[at].tags

    def end(self, first: int) -> int:
        """Return the number of the token after a phrase."""
        most = min(len(self._tokens), first + LONGEST)
        return next((at for at in range(first, most) if not self.goes_on(at)), most)

    def ends(self, at: int) -> bool:
        """Return whether a role may end before a token."""
        after = self._tokens[at] if at < len(self._tokens) else None
        if not after or after.kind in _ENDS or after.low in _LIMITS | self._nouns.words.whose:
            return True
        if "relative" in after.tags:
            return True
        return "that" in after.tags and self._nouns.sort(self._tokens[at - 1].low) == "body"

    def is_time(self, words: Sequence[Token]) -> bool:
        """Return whether words say when: "Jane Roe, the day before, …"."""
        return any(token.kind == "word" and token.is_any(_TIMES) for token in words[:2])
