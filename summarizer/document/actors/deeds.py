"""Who does something in an article: the subjects of its verbs, "is" alone left out."""

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import is_skipped

_OPENING = frozenset({"stop", "paragraph", "mark", "quote"})
_TITLES = frozenset({"title", "person"})
_BEFORE = frozenset({"conjunction", "and", "that", "adverb"}) | _TITLES
_LEADING = frozenset({"stating", "day"})
_VERBS = frozenset({"saying", "past", "auxiliary", "labelling"})
_OBJECTS = frozenset({"determiner", "pronoun", "to"})
_NO_GROUP = frozenset(
    {"conjunction", "preposition", "indefinite", "relative", "and", "pronoun", "adverb"}
)
_SMALL = frozenset({"preposition", "determiner"})
_NO_STATE = frozenset({"determiner", "function", "indefinite", "preposition", "person", "title"})
_DEGREES = frozenset({"adverb", "negation", "span"})
_WORDS = frozenset({"word", "name"})
_CLAUSES = frozenset({"passive", "that", "relative", "possessive"})
_PAIR = 3
"""Tokens from a preposition to the second of two names."""
_PARTICLE = 3
"""Tokens from the verb of "paid for by" to who does it."""
_CLOSING = {",": ",", "(": ")"}
_ASIDE = 16
"""Tokens of what may be between a name and its verb."""
_LIST = 8
"""Tokens of a list of subjects, its commas with it."""
_NOUNS = 4
"""Words from the first of those for a group to the noun: "Animal welfare groups"."""
_LONGEST = 7
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
        self._lands = parsed.names.vocabulary.lands
        spoken = parsed.names.vocabulary.language
        scales = spoken.pairs("numbers.scales"), spoken.every_pair("numbers.scales_everywhere")
        self._scales = frozenset().union(*scales)

    def acts(self, at: int, start: int) -> bool:
        """Return whether a name is the subject of an active verb: "Roe left", "so did Roe".

        Args:
            at: The number of its token.
            start: Where it begins in the text, the words before it that say what it is with it.
        """
        first = self._first(at, start)
        end = self._behind_speaker(at + 1)
        active = self._begins(first) and self._does(end) and not self._is_done_to(end)
        inverted = self._is_inverted(first) or self._is_inverted(first - 1)
        noun = any(self._nouns.sort(each.low) for each in self._tokens[at + 1 : at + 2])
        return active or (inverted and not noun)  # "so did the Catholic bishops"

    def is_subject(self, at: int, start: int) -> bool:
        """Return whether a name is a subject, even of "is", or does what is done; see `acts`."""
        first = self._first(at, start)
        done = self._is_agent(first) or self._is_urged(first, at)
        return (self._begins(first) and self._does(self._behind_speaker(at + 1))) or done

    def _behind_speaker(self, at: int) -> int:
        """Return where a clause goes on behind those who act for a body: "Guard members left"."""
        noun = self._tokens[at : at + 1]
        return at + any(each.low in self._nouns.words.speakers for each in noun)

    def opens(self, at: int, start: int) -> bool:
        """Return whether a clause begins with a name; for the arguments, see :meth:`acts`."""
        return self._begins(self._first(at, start))

    def _first(self, at: int, start: int) -> int:
        """Return the number of the first token of a name and of what leads to it."""
        first = at
        while first and start <= self._tokens[first - 1].start < self._tokens[first].start:
            first -= 1
        compounds = self._parsed.names.vocabulary.compounds
        first -= first > 0 and self._tokens[first - 1].low.rpartition("-")[2] in compounds
        first -= first > 0 and "determiner" in self._tokens[first - 1].tags
        if first > 1 and self._is_member(first - 2):
            first -= 2
            while first and self._tokens[first - 1].kind in _WORDS and not self._begins(first):
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
        return done and "by" in by.tags

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
        token = self._tokens[at]
        if token.kind not in _WORDS or token.is_any(_NO_GROUP):
            return False
        if not (self._begins(at) or self._is_counted(at)):
            return False  # as of most words
        word = self._is_word(at) or self._is_opening(at) or self._is_owner(at)
        word = word and token.low not in self._known_verbs and not self._goes_on(at)
        if not word or (at > 0 and self._tokens[at - 1].is_any(_TITLES)):  # "Senior doctors"
            return False
        said = at > 0 and self._tokens[at - 1].is_any(_LEADING)
        if at and "who" in self._tokens[at - 1].tags:
            return False  # "Roe, who follows banks"
        return self._is_counted(at) or not said or self._is_long(at)

    def _is_long(self, at: int) -> bool:
        """Return whether words say which body is meant: "the trade ministry", no "the party"."""
        noun = self._tokens[at + 2 : at + 3]
        which = any(each.kind == "word" and not each.is_any(_VERBS | _SMALL) for each in noun)
        return which and "article" in self._tokens[at].tags

    def _is_counted(self, at: int) -> bool:
        """Return whether a number begins a clause before a place: "11 officers", "dozens of"."""
        if not at or self._tokens[at].low in self._scales:
            return False
        last = self._tokens[at - 1]
        if last.low in self._scales:  # "several thousand demonstrators"
            return self._begins(at - 2)
        if "of" in last.tags and "collective" in self._tokens[max(0, at - 2)].tags:
            return self._begins(at - 2)
        number = last.low[:1].isdigit() or "collective" in last.tags
        return number and self._begins(at - 1)

    def _goes_on(self, at: int) -> bool:
        """Return whether a clause goes on with a word: "the guild, representing bakers, said"."""
        return "gerund" in self._tokens[at].tags and at > 0 and self._tokens[at - 1].low == ","

    def _is_opening(self, at: int) -> bool:
        """Return whether a word has its capital from the sentence: "Bus drivers", "Fans"."""
        word = self._tokens[at]
        first = at == 0 or self._tokens[at - 1].kind in _OPENING
        if not first or word.kind != "name" or " " in word.low:
            return False
        rest = self._tokens[at + 1 : at + _NOUNS]
        after = takewhile(lambda each: not each.is_any(_SMALL | _VERBS), rest)
        several = [each.low for each in (word, *after) if each.kind in _WORDS]
        return any(self._nouns.sort(each) == "many" for each in several)

    def _is_inside(self, first: int, at: int) -> bool:
        """Return whether a token may be in the words for a group: "students at Lenn College"."""
        opens = first == at and (self._is_opening(at) or self._is_owner(at))
        if self._is_word(at) or opens:
            return True
        kind = self._tokens[at].kind if at < len(self._tokens) else ""
        if kind == "own":
            return at > first  # "the nurses' union"
        return kind == "name" and any("preposition" in each.tags for each in self._tokens[first:at])

    def _is_owner(self, at: int) -> bool:
        """Return whether a name says whose follow: "Lenn Council's committee", "Lenn voters"."""
        named = self._tokens[at].kind == "name"
        after = self._tokens[at + 1 : at + 2]
        people = (each.kind == "word" and self._nouns.sort(each.low) == "many" for each in after)
        return named and (any(each.kind == "own" for each in after) or any(people))

    def _is_word(self, at: int) -> bool:
        """Return whether a word may be in a description; the verb of a passive is not."""
        word = self._tokens[at] if at < len(self._tokens) else None
        return word is not None and word.kind == "word" and not word.is_any(_CLAUSES)

    def _begins(self, at: int) -> bool:
        before = self._tokens[at - 1] if at else None
        land = before and before.low == "," and self._tokens[at].low in self._lands
        pair = land or (before and "and" in before.tags)  # "in Lenn, Chile, it"
        if pair and self._tokens[at - 2].kind == "name" and at > _PAIR:
            return "preposition" not in self._tokens[at - _PAIR].tags  # "in Wales and Chile"
        return not before or before.kind in _OPENING or before.is_any(_BEFORE | _LEADING)

    def _does(self, at: int) -> bool:
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
        return other + 1 if self._tokens[other].kind == "name" else at

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
        end = next((each for each in aside if self._tokens[each].kind in _OPENING), at)
        closed = end > at and self._tokens[end].low == closing
        return end + 1 if closed else at + 1  # "his partner, Jane Roe, left"

    def _is_passed(self, at: int) -> bool:
        return is_skipped(self._tokens[at]) and not self._tokens[at].is_any(_VERBS)

    def _is_deed(self, at: int) -> bool:
        """Return whether a token is a verb in a finite form, and not "is" alone."""
        token = self._tokens[at]
        if "passive" in token.tags:
            return self._is_state(at + 1)
        if token.kind not in {"word", "cue"}:
            return False
        known = token.low in self._known_verbs or token.is_any(_VERBS)
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
