"""The phrases of one article in which roles stand: where they end, and their nouns."""

from collections.abc import Sequence
from itertools import islice, takewhile

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.tokens import Token

_WORDS = frozenset({"word", "name", "own"})
_ENDS = frozenset({"stop", "paragraph", "quote"})
_LIMITS = frozenset({",", ")", "—", "–", ";", ":", "-"})
_PARTS = frozenset({"preposition", "past", "gerund"})
_CUT = frozenset({"relative", "auxiliary", "that", "saying", "conjunction", "negated"})
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
        tokens = self._tokens[first : last + 1]
        owner = list(takewhile(lambda token: "preposition" not in token.tags, tokens[:-1]))
        owned = next((n for n, token in enumerate(owner, start=1) if token.kind == "own"), 0)
        tokens = tokens[owned:]
        head = list(takewhile(lambda token: not token.is_any(_PARTS), tokens[1:]))
        words = (tokens[0], *head)
        if (
            self._known.language.property("grammar.noun_first")
            and self._nouns.sort(words[-1].low) is None
        ):
            words = words[:1]  # "secrétaire générale"
        if words[-1].kind == "word":
            return words[-1].low
        return tokens[0].low if self._nouns.sort(tokens[0].low) == "one" else ""

    def aside(self, at: int) -> int | None:
        """Return the number of the first token behind a name and its comma, an age passed by."""
        tokens = self._tokens
        if at + 2 < len(tokens) and tokens[at + 1].low == "(":  # "Roe (R-Ohio), head of the panel"
            inside = takewhile(lambda n: tokens[n].low != ")", range(at + 2, len(tokens)))
            at = at + 2 + sum(1 for _ in islice(inside, _SEAT))
        if at + 2 >= len(tokens) or tokens[at + 1].low != ",":
            return None
        aged = tokens[at + 2].low.isdecimal() and at + 4 < len(tokens)
        return at + 4 if aged and tokens[at + 3].low == "," else at + 2

    def goes_on(self, at: int) -> bool:
        """Return whether a phrase may go on with a token."""
        token = self._tokens[at]
        hyphen = token.low == "-" and token.start == self._tokens[at - 1].end
        said = "and" in token.tags or not token.is_any(_CUT)
        return hyphen or (said and token.kind in _WORDS)

    def ends(self, at: int) -> bool:
        """Return whether a role may end before a token."""
        after = self._tokens[at] if at < len(self._tokens) else None
        if not after or after.kind in _ENDS or after.low in _LIMITS or "relative" in after.tags:
            return True
        return "that" in after.tags and self._nouns.sort(self._tokens[at - 1].low) == "body"

    def is_time(self, words: Sequence[Token]) -> bool:
        """Return whether words say when: "Jane Roe, the day before, …"."""
        return any(token.kind == "word" and token.is_any(_TIMES) for token in words[:2])
