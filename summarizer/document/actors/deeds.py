"""Who does something in an article: the subjects of its verbs, "is" alone left out."""

from collections.abc import Iterator
from typing import Literal

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import is_skipped
from summarizer.document.attribution.grammar.tokens import Token

Part = Literal["acts", "subject", "opens", "present"]

OPENING = frozenset({"stop", "paragraph", "mark", "quote"})
TITLES = frozenset({"title", "person"})
_BEFORE = frozenset({"conjunction", "and", "that", "adverb"}) | TITLES
LEADING = frozenset({"stating", "day"})
VERBS = frozenset({"saying", "past", "auxiliary", "labelling"})
_OBJECTS = frozenset({"determiner", "pronoun", "to"})
_NO_STATE = frozenset({"determiner", "function", "indefinite", "preposition", "person", "title"})
_DEGREES = frozenset({"adverb", "negation", "span"})
WORDS = frozenset({"word", "name"})
_LISTED = TITLES | {"and", "or"}
_BRACKETS = frozenset("()")
_PAIR = 3
"""Tokens from a preposition to the second of two names."""
_PARTICLE = 3
"""Tokens from the verb of "paid for by" to who does it."""
_CLOSING = {",": ",", "(": ")"}
_ASIDE = 16
"""Tokens of what may be between a name and its verb, or before it in a list."""
_LIST = 8
"""Tokens of a list of subjects, its commas with it."""


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
        self._lands = parsed.names.vocabulary.lands

    def acts(self, at: int, start: int) -> bool:
        """Return whether a name is the subject of an active verb: "Roe left", "so did Roe".

        Args:
            at: The number of its token.
            start: Where it begins in the text, the words before it that say what it is with it.
        """
        first = self._first(at, start)
        end = self._behind_speaker(at + 1)
        active = self.begins(first) and self.does(end) and not self._is_done_to(end)
        inverted = self._is_inverted(first) or self._is_inverted(first - 1)
        noun = any(self._nouns.sort(each.low) for each in self._tokens[at + 1 : at + 2])
        return active or (inverted and not noun)  # "so did the Catholic bishops"

    def parts(self, at: int, start: int) -> Iterator[Part]:
        """Yield what a name is in its clause; for the arguments, see :meth:`acts`.

        It "acts" or is a "subject", even of "is", or does what is done; it "opens" a clause; it is
        "present" if it is more than compared or what a thing is named by.
        """
        first = self._first(at, start)
        opens, done = self.begins(first), self._is_agent(first) or self._is_urged(first, at)
        if opens:
            yield "opens"
        if done or (opens and self.does(self._behind_speaker(at + 1))):
            yield "subject"
        if self.acts(at, start):
            yield "acts"
        if not self._is_beside(first):
            yield "present"

    def _behind_speaker(self, at: int) -> int:
        """Return where a clause goes on behind those who act for a body: "Guard members left"."""
        noun = self._tokens[at : at + 1]
        return at + any(each.low in self._nouns.words.speakers for each in noun)

    def _is_beside(self, at: int) -> bool:
        """Return whether what leads to a name shows that it is in the words for something else.

        As in "the death of Jane Roe", "faster than Bo Poe or Jane Roe".
        """
        listed = reversed(self._tokens[max(0, at - _ASIDE) : at])
        before = next((each for each in listed if not self._is_joined(each)), None)
        return before is not None and before.low in self._nouns.words.beside

    def _is_described(self, before: int, at: int) -> bool:
        """Return whether a word says what a body is like: "a deeply split Bank"."""
        word = self._tokens[before]
        plain = word.kind == "word" and word.tags <= {"past", "adverb"}
        return plain and self._nouns.sort(self._tokens[at].low.rpartition(" ")[2]) == "body"

    def _is_joined(self, token: Token) -> bool:
        """Return whether a token may be between a word and the last name of a list behind it."""
        return token.kind == "name" or token.low in _BRACKETS or token.is_any(_LISTED)

    def opens(self, at: int, start: int) -> bool:
        """Return whether a clause begins with a name; for the arguments, see :meth:`acts`."""
        return self.begins(self._first(at, start))

    def _first(self, at: int, start: int) -> int:
        """Return the number of the first token of a name and of what leads to it."""
        first = at
        while first and start <= self._tokens[first - 1].start < self._tokens[first].start:
            first -= 1
        compounds = self._parsed.names.vocabulary.compounds
        first -= first > 0 and self._tokens[first - 1].low.rpartition("-")[2] in compounds
        led = first
        while led and self._is_described(led - 1, at):
            led -= 1
        first = led if led and "determiner" in self._tokens[led - 1].tags else first
        first -= first > 0 and "determiner" in self._tokens[first - 1].tags
        if first > 1 and self._is_member(first - 2):
            first -= 2
            while first and self._tokens[first - 1].kind in WORDS and not self.begins(first):
                first -= 1
        return first

    def _is_inverted(self, at: int) -> bool:
        """Return whether a verb is before its subject: "so did Roe", "as does the old trust"."""
        pair = self._tokens[max(0, at - 2) : at]
        likewise = bool(pair) and pair[0].low in self._nouns.words.alike
        return likewise and "auxiliary" in pair[-1].tags

    def _is_urged(self, first: int, at: int) -> bool:
        """Return whether someone is asked to do something: "urged the agency to pay"."""
        to = any("to" in each.tags for each in self._tokens[at + 1 : at + 2])
        return to and first > 0 and "urging" in self._tokens[first - 1].tags

    def _is_agent(self, at: int) -> bool:
        """Return whether something is done by who is named at a place: "led by Roe"."""
        if at < _PARTICLE:
            return False
        verb, by = self._tokens[at - 2 : at]
        if "preposition" in verb.tags:
            verb = self._tokens[at - _PARTICLE]  # "paid for by Roe"
        body = "article" in self._tokens[at].tags  # "a plan by the Lenn Agency"
        done = body or "past" in verb.tags or verb.low in self._known_verbs
        given = verb.low in self._nouns.words.given and "of" in by.tags
        return given or (done and "by" in by.tags)

    def _is_member(self, at: int) -> bool:
        """Return whether "members of" is at a place."""
        noun, of = self._tokens[at : at + 2]
        return "of" in of.tags and noun.low in self._nouns.words.belonging

    def begins(self, at: int) -> bool:
        """Return whether a clause begins at a token."""
        before = self._tokens[at - 1] if at else None
        land = before and before.low == "," and self._tokens[at].low in self._lands
        pair = land or (before and "and" in before.tags)  # "in Lenn, Chile, it"
        if pair and self._tokens[at - 2].kind == "name" and at > _PAIR:
            return "preposition" not in self._tokens[at - _PAIR].tags  # "in Wales and Chile"
        return not before or before.kind in OPENING or before.is_any(_BEFORE | LEADING)

    def does(self, at: int) -> bool:
        """Return whether a verb is at a place, or behind an aside there."""
        end = self._verb(at)
        return end < len(self._tokens) and self._is_deed(end)

    def _is_done_to(self, at: int) -> bool:
        """Return whether the verb at a place or behind an aside is "is", as of a passive."""
        end = self._verb(at)
        doing = any("gerund" in each.tags for each in self._tokens[end + 1 : end + 2])
        return "passive" in self._tokens[end].tags and not doing

    def _verb(self, at: int) -> int:
        """Return the number of the token where a verb may be, an aside and the like passed by."""
        end = self._behind_aside(self._behind_other(at))
        if end > at and any("relative" in each.tags for each in self._tokens[end : end + 1]):
            end = self._behind_aside(end - 1)  # "Roe, 22, who sings, left"
        while end < len(self._tokens) and self._is_passed(end):
            end += 1
        return end

    def _behind_other(self, at: int) -> int:
        """Return where a clause goes on behind other subjects: "Labour and the Greens left"."""
        most = min(at + _LIST, len(self._tokens) - 2)
        while at < most and self._tokens[at].low == "," and self._is_listed(at + 1):
            at += 2
        if at + 2 >= len(self._tokens) or "and" not in self._tokens[at].tags:
            return at
        other = at + 1 + ("determiner" in self._tokens[at + 1].tags)
        counted = self._tokens[at + 1].low.isdigit()  # "Labour and 29 towns left"
        return other + 1 + counted if counted or self._tokens[other].kind == "name" else at

    def _is_listed(self, at: int) -> bool:
        """Return whether a name is inside a list: the second of "Roe, Poe and Orr"."""
        after = self._tokens[at + 1]
        return self._tokens[at].kind == "name" and ("and" in after.tags or after.low == ",")

    def _behind_aside(self, at: int) -> int:
        """Return where a clause goes on behind what is set off by commas, or in brackets."""
        closing = _CLOSING.get(self._tokens[at].low) if at < len(self._tokens) else None
        if closing is None:
            return at
        aside = range(at + 1, min(len(self._tokens), at + _ASIDE))
        end = next((each for each in aside if self._tokens[each].kind in OPENING), at)
        closed = end > at and self._tokens[end].low == closing
        return end + 1 if closed else at + 1  # "his partner, Jane Roe, left"

    def _is_passed(self, at: int) -> bool:
        return is_skipped(self._tokens[at]) and not self._tokens[at].is_any(VERBS)

    def _is_deed(self, at: int) -> bool:
        """Return whether a token is a verb in a finite form, and not "is" alone."""
        token = self._tokens[at]
        if "passive" in token.tags:
            return self._is_state(at + 1)
        if token.kind not in {"word", "cue"}:
            return False
        known = token.low in self._known_verbs or token.is_any(VERBS)
        return known or self._is_present(at)

    def _is_state(self, at: int) -> bool:
        """Return whether "is" has a verb or an adjective behind it: "is sending", "were torn"."""
        while at < len(self._tokens) and self._tokens[at].is_any(_DEGREES):
            at += 1
        token = self._tokens[at] if at < len(self._tokens) else None
        if not token or token.kind != "word" or token.low.isdecimal():
            return False
        return "gerund" in token.tags or not token.is_any(_NO_STATE)

    def _is_present(self, at: int) -> bool:
        """Return whether a word in "s" has what follows a verb behind it: "backs the plan"."""
        low = self._tokens[at].low
        if not low.endswith("s") or low.endswith("ss"):
            return False
        after = self._tokens[at + 1 : at + 2]
        return any(each.kind == "name" or each.is_any(_OBJECTS) for each in after)
