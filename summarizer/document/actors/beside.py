"""The words beside a name that say what someone is: before it, behind it, set off by commas."""

from collections.abc import Iterator
from itertools import takewhile

from summarizer.document.actors.nouns import Nouns
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.tokens import Token

_MOST = 6
"""Words before a name that may be its role."""
_LONGEST = 14
"""Tokens of a role that is set off by commas."""
_WORDS = frozenset({"word", "name", "own"})
_CLOSING = frozenset({"mark", "stop", "paragraph", "quote"})
_STARTS = frozenset({"stop", "paragraph"})
_ENDS = frozenset({"stop", "paragraph", "quote"})
_LIMITS = frozenset({",", ")", "—", "–", ";", ":", "-"})
_PARTS = frozenset({"preposition", "past", "gerund"})
_OUTSIDE = frozenset(
    {"preposition", "conjunction", "determiner", "auxiliary", "day", "relative", "and"}
    | {"pronoun", "adverb", "function", "negated"}
)
_CUT = frozenset({"relative", "auxiliary", "that", "saying", "conjunction", "negated"})
_VERBS = frozenset({"past", "gerund", "saying", "auxiliary"})
_BEFORE_VERBS = frozenset({"to", "auxiliary", "relative", "skipped"})
_PARTICIPLES = frozenset({"past", "gerund"})
_OBJECTS = frozenset({"determiner", "pronoun"})
_TIMES = frozenset({"day", "time"})

Found = tuple[int, int, str]
"""Start and end of the words, and the noun that says what someone is; empty in a clause."""


class Beside:
    """Reads the words beside the names of one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        persons: Which names are persons'.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, persons: Persons) -> None:
        self._parsed = parsed
        self._tokens = parsed.tokens
        self._known = parsed.names.vocabulary
        scales = self._known.language.every_pair("numbers.scales_everywhere")
        self._scales = frozenset(map(str.lower, scales))
        self._noun_first = self._known.language.property("grammar.noun_first")
        self._nouns = nouns
        self._persons = persons

    def of(self, at: int) -> Iterator[Found]:
        """Yield the roles beside one mention.

        Args:
            at: The number of the name's token.
        """
        if self._tokens[at].low.partition(" ")[0] in self._scales:
            return  # "Milliarden Euro, der Verlust"
        for read in (self._before, self._set_before, self._behind, self._clause):
            if found := read(at):
                yield found

    def _before(self, at: int) -> Found | None:
        """Return the words directly before a name, its titles with them."""
        run = self._parsed.names.runs[self._tokens[at].item]
        titles = [each.lower().rstrip(".") for each in run.titles]
        first = self._first(at)
        words = [*(token.low for token in self._tokens[first:at]), *titles]
        if not words or self._nouns.words.modifiers.issuperset(words):
            return None
        if titles and self._nouns.words.courtesies.issuperset(titles):
            return None
        agent = first < at and self._is_agent(at)
        if not (agent or self._is_one(words[-1])) and (
            not titles or self._nouns.sort(words[-1]) == "many"
        ):
            return None
        start = self._tokens[first].start if first < at else run.start
        end = self._title_end(at) if titles else self._tokens[at - 1].end
        return start, end, words[-1]

    def _is_agent(self, at: int) -> bool:
        """Return whether a word that no list has is for a person: "negotiator Jane Roe"."""
        word, words = self._tokens[at - 1], self._nouns.words
        verb = at > 1 and self._tokens[at - 2].is_any(_BEFORE_VERBS)
        if verb or word.kind != "word" or word.tags or word.low in words.no_agents:
            return False
        agent = word.low.endswith(tuple(end.removesuffix("s") for end in words.agents))
        return agent and " " in self._tokens[at].low and self._persons.is_person(at)

    def _title_end(self, at: int) -> int:
        """Return the offset after the titles of a name."""
        run = self._parsed.names.runs[self._tokens[at].item]
        text = self._parsed.text
        name = text.find(run.words[0], run.start + len(run.titles[0]), run.end)
        return len(text[: name if name >= 0 else run.end].rstrip())

    def _first(self, at: int) -> int:
        """Return the number of the first of the words that lead to a name."""
        first = at
        while first and at - first < _MOST and self._leads(first - 1):
            first -= 1
        while first < at and (self._tokens[first].kind == "own" or self._is_cut(first)):
            first += 1
        titled = bool(self._parsed.names.runs[self._tokens[at].item].titles)
        first += first < at - 1 + titled and self._is_verb(first)
        former = self._nouns.words.former
        return next((each for each in range(first, at) if self._tokens[each].low in former), first)

    def _is_verb(self, at: int) -> bool:
        """Return whether a word is the verb of what is before it: "voters back rival Jane Roe"."""
        before = self._tokens[at - 1] if at else None
        if not before or before.kind not in {"word", "name", "pronoun"}:
            return False
        many = self._nouns.sort(before.low) == "many"
        return many or before.kind != "word" or before.is_any(_BEFORE_VERBS)

    def _leads(self, at: int) -> bool:
        """Return whether a token may be inside the words before a name: "Oslo police chief"."""
        token = self._tokens[at]
        if token.kind == "name":
            return self._tokens[at + 1].kind == "own" or not self._is_person(at)
        after = self._tokens[at + 1].kind
        if "and" in token.tags and self._joins(at):
            return True
        if "own" in {token.kind, after} or token.low in self._nouns.words.modifiers:
            return True
        if token.kind != "word" or token.low.isdecimal() or token.is_any(_OUTSIDE):
            return False
        if token.is_any(_PARTICIPLES):
            return self._opens(at)
        return token.low not in self._known.verbs and self._nouns.sort(token.low) != "many"

    def _joins(self, at: int) -> bool:
        """Return whether "and" is between what one person is: "Accountant and blogger Jane Roe"."""
        before, opening = self._tokens[at - 1], self._tokens[at - 2]
        both = all(self._nouns.sort(each.low) == "one" for each in (before, self._tokens[at + 1]))
        return both and opening.kind in _STARTS

    def _is_person(self, at: int) -> bool:
        """Return whether a name is a person's: not the Oslo of "Former Oslo mayor Jane Roe"."""
        titles = self._parsed.names.runs[self._tokens[at].item].titles
        former = self._nouns.words.former.issuperset(map(str.lower, titles))
        return self._persons.is_person(at) and not (titles and former)

    def _opens(self, at: int) -> bool:
        """Return whether a phrase may begin with a word: "retired teacher Jane Roe"."""
        before = self._tokens[at - 1] if at else None
        if not before or "determiner" in before.tags:
            return True
        return before.kind in _STARTS and "past" in self._tokens[at].tags

    def _is_cut(self, at: int) -> bool:
        """Return whether a word is the rest of another: of "34-year-old", or of "1st"."""
        before = self._tokens[max(0, at - 1)]
        return before.end == self._tokens[at].start and before.kind in {"mark", "word"}

    def _is_one(self, word: str) -> bool:
        return self._nouns.sort(word) in {"one", "body"}

    def _set_before(self, at: int) -> Found | None:
        """Return the words of "the mayor, Jane Roe, …" and "Oslo's mayor, Jane Roe, …"."""
        tokens = self._tokens
        if at < 2 or tokens[at - 1].low != "," or not self._is_closed(at + 1):
            return None
        if tokens[at - 2].kind == "name" and " " not in tokens[at].low:
            return None  # "a nurse from Akron, Ohio, …"
        found: Found | None = None
        for first in range(at - 2, max(-1, at - 2 - _MOST), -1):
            if tokens[first].kind not in _WORDS or tokens[first].is_any(_CUT):
                break
            if first < at - 2 and self._is_determiner(first):
                found = self._phrase(first, at - 2) or found
                if not first or "preposition" not in tokens[first - 1].tags:
                    break
        return found

    def _is_closed(self, at: int) -> bool:
        after = self._tokens[at] if at < len(self._tokens) else None
        return not after or after.kind in _CLOSING or "relative" in after.tags

    def _is_determiner(self, at: int) -> bool:
        """Return whether a word opens a phrase: "the", "its", or the name in "Oslo's"."""
        owned = self._tokens[at + 1].kind == "own" and self._tokens[at].kind in _WORDS
        return owned or "determiner" in self._tokens[at].tags

    def _phrase(self, first: int, last: int) -> Found | None:
        """Return a phrase behind its determiner, if it is someone's role."""
        start = first + ("determiner" in self._tokens[first].tags)
        head = self._head(start, last)
        return (self._place(start, last, head)) if self._is_one(head) else None

    def _place(self, first: int, last: int, head: str) -> Found:
        return self._tokens[first].start, self._tokens[last].end, head

    def _head(self, first: int, last: int) -> str:
        """Return the last word of a phrase before what is said of it: "head of the union"."""
        first += 2 * (first + 1 < last and self._tokens[first + 1].kind == "own")
        tokens = self._tokens[first : last + 1]
        head = list(takewhile(lambda token: not token.is_any(_PARTS), tokens[1:]))
        words = (tokens[0], *head)
        if self._noun_first and self._nouns.sort(words[-1].low) is None:
            words = words[:1]  # "secrétaire générale"
        return words[-1].low if words[-1].kind == "word" else ""

    def _behind(self, at: int) -> Found | None:
        """Return the words of "Jane Roe, 42, the mayor of Oslo, …"."""
        first = self._aside(at)
        if first is None or self._is_place(at):
            return None
        last = first
        while last < min(len(self._tokens), first + _LONGEST) and self._goes_on(last):
            last += 1
        if last == first or not self._ends(last):
            return None
        last -= 1
        if self._is_another(at, last + 2):
            return None
        head = self._head(first, last)
        apposed = self._is_apposed(first, last, head)
        return self._place(first, last, head) if apposed else None

    def _is_another(self, at: int, after: int) -> bool:
        """Return whether the words are of a person behind them: "in the Post, the mayor, Roe,"."""
        named = self._tokens[after : after + 1]
        behind = bool(named) and named[0].kind == "name" and self._persons.is_person(after)
        return behind and self._is_closed(after + 1) and not self._persons.is_person(at)

    def _is_place(self, at: int) -> bool:
        """Return whether a name is a place: "in Oslo, his counterpart, …"."""
        start = self._tokens[at].start
        return bool(self._known.place.search(self._parsed.text, max(0, start - 6), start))

    def _aside(self, at: int) -> int | None:
        """Return the number of the first token behind a name and its comma, an age passed by."""
        tokens = self._tokens
        if at + 2 >= len(tokens) or tokens[at + 1].low != ",":
            return None
        aged = tokens[at + 2].low.isdecimal() and at + 4 < len(tokens)
        return at + 4 if aged and tokens[at + 3].low == "," else at + 2

    def _goes_on(self, at: int) -> bool:
        token = self._tokens[at]
        hyphen = token.low == "-" and token.start == self._tokens[at - 1].end
        return hyphen or (token.kind in _WORDS and self._is_said(token))

    def _is_said(self, token: Token) -> bool:
        """Return whether a word may be in a role."""
        return "and" in token.tags or not token.is_any(_CUT)

    def _ends(self, at: int) -> bool:
        """Return whether a role may end before a token."""
        after = self._tokens[at] if at < len(self._tokens) else None
        return not after or after.kind in _ENDS or after.low in _LIMITS or "relative" in after.tags

    def _is_apposed(self, first: int, last: int, head: str) -> bool:
        """Return whether words behind a name say who is meant, and name no one else."""
        opening, words = self._tokens[first], self._tokens[first : last + 1]
        joined = [at for at in range(first + 1, last) if "and" in self._tokens[at].tags]
        if any("determiner" in self._tokens[each + 1].tags for each in joined):
            return False  # "Jane Roe, the mayor and the council"
        if "and" in opening.tags or ("possessive" in opening.tags and joined):
            return False  # "Jane Roe, her husband and children"
        if self._is_predicate(first, last) or any(token.is_any(_TIMES) for token in words[:2]):
            return False
        plural = head.endswith(self._known.plural_endings) or self._nouns.sort(head) == "many"
        noun = head and not head.isdecimal() and not plural
        definite = opening.low in self._known.asides and noun
        return bool(definite) or self._is_one(head)

    def _is_predicate(self, first: int, last: int) -> bool:
        """Return whether words go on with a story: "Jane Roe, 42, left school"."""
        opening = self._tokens[first]
        verb = opening.is_any(_VERBS) or opening.low in self._known.verbs
        return verb or any(self._is_told(at) for at in range(first, last))

    def _is_told(self, at: int) -> bool:
        """Return whether a verb with its object is at a place: "the mayor won 51 percent"."""
        after = self._tokens[at + 1]
        told = after.low.isdecimal() or after.is_any(_OBJECTS)
        return "past" in self._tokens[at].tags and told

    def _clause(self, at: int) -> Found | None:
        """Return the words of "Jane Roe, who runs the workshop"."""
        first = self._aside(at)
        if first is None or "who" not in self._tokens[first].tags:
            return None
        verb = first + 1
        verb += verb < len(self._tokens) and "auxiliary" in self._tokens[verb].tags
        if verb >= len(self._tokens) or self._tokens[verb].low not in self._nouns.words.leading:
            return None
        last = verb
        while last + 1 < min(len(self._tokens), verb + _LONGEST) and self._is_clause(last + 1):
            last += 1
        return self._place(first, last, "") if last > verb else None

    def _is_clause(self, at: int) -> bool:
        token = self._tokens[at]
        return token.kind in _WORDS and not token.is_any(_CUT)
