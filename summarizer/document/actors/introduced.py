"""Who a sentence describes and the next one names: "The director agrees. Jane Roe says …"."""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.phrases import sentence_start
from summarizer.document.attribution.grammar.tokens import Token

_BREAKS = frozenset({"stop", "paragraph", "quote"})
_WORDS = frozenset({"word", "name", "own"})
_ENDS = frozenset({"auxiliary", "relative", "saying", "past", "conjunction", "that", "to"})
_SAYING = frozenset({"saying"})
_LONGEST = 9
"""Tokens of a description."""
_FAR = 20
"""Tokens from a name to its verb of saying."""


class Introduced:
    """Reads the descriptions in the sentences before the first mentions of persons.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        persons: Which names are persons'.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, persons: Persons) -> None:
        self._tokens = parsed.tokens
        self._verbs = parsed.names.vocabulary.verbs
        self._nouns = nouns
        self._persons = persons

    def of(self, at: int) -> tuple[int, int, str] | None:
        """Return the words for who is named in the next sentence, and their noun.

        Args:
            at: The number of the token of a first mention.
        """
        tokens, end = self._tokens, at
        while end and tokens[end - 1].kind in _BREAKS:
            end -= 1
        if not end or end == at or not self._speaks(at):
            return None
        first = sentence_start(tokens, end - 1)
        while first < end and tokens[first].kind in _BREAKS:
            first += 1
        determined = "determiner" in tokens[first].tags
        start = first + determined
        phrase = [*takewhile(self._is_inside, tokens[start : start + _LONGEST])]
        owned = any(token.kind == "own" for token in phrase[1:2])
        if any(map(self._persons.is_person, range(first + owned, end))):
            return None
        return self._place(phrase) if (determined or owned) and len(phrase) < _LONGEST else None

    def _place(self, phrase: Sequence[Token]) -> tuple[int, int, str] | None:
        core = [*takewhile(lambda token: "preposition" not in token.tags, phrase)]
        head = core[-1].low if core else ""
        if len(phrase) < 2 or self._nouns.sort(head) != "one":
            return None
        open_ended = head in self._nouns.words.related | self._nouns.words.unnamed
        return None if open_ended else (phrase[0].start, phrase[-1].end, head)

    def _is_inside(self, token: Token) -> bool:
        verb = token.is_any(_ENDS) or token.low in self._verbs
        return token.kind in _WORDS and not verb

    def _speaks(self, at: int) -> bool:
        """Return whether a verb of saying follows in the sentence."""
        after = takewhile(lambda token: token.kind != "stop", self._tokens[at + 1 : at + _FAR])
        return any(token.is_any(_SAYING) for token in after)
