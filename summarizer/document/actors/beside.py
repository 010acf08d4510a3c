"""The words beside a name that say what someone is: before it, set off by commas, in a clause."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.document.actors.affiliations import Affiliations
from summarizer.document.actors.before import Before
from summarizer.document.actors.nouns import Nouns
from summarizer.document.actors.phrases import LONGEST, Found, Phrases
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.tokens import Token

_AGE = 3
"""Tokens of "21-year-old"."""
_FEW, _MOST = 5, 8
"""Words of a role that is set off before a name."""
_OWNER = 4
"""Words of whose role it is: "the Moderate party's"."""
_NEAR = 2
"""Tokens behind "whose" that may be for a person."""
_WORDS = frozenset({"word", "name", "own"})
_CLOSING = frozenset({"mark", "stop", "paragraph", "quote"})
_HEDGES = frozenset({"negation", "not", "adverb"})
_VERBS = frozenset({"past", "gerund", "saying", "auxiliary"})
_OBJECTS = frozenset({"determiner", "pronoun"})


class Beside(Phrases):
    """Reads the words beside the names of one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        persons: Which names are persons'.
    """

    def __init__(self, parsed: ParsedText, nouns: Nouns, persons: Persons) -> None:
        super().__init__(parsed, nouns, persons)
        scales = self._known.language.every_pair("numbers.scales_everywhere")
        self._scales = frozenset(map(str.lower, scales))
        self._before = before = Before(parsed, nouns, persons)
        self.affiliations = Affiliations(parsed, nouns, persons)
        self._reads = (
            *(before.of, self._set_before, self._behind, self._clause),
            *(before.named, self.affiliations.of),
        )

    def of(self, at: int) -> Iterator[Found]:
        """Yield the roles beside one mention.

        Args:
            at: The number of the name's token.
        """
        if self._tokens[at].low.partition(" ")[0] in self._scales:
            return  # "Milliarden Euro, der Verlust"
        yield from filter(None, (reads(at) for reads in self._reads))

    def _set_before(self, at: int) -> Found | None:
        """Return the words of "the mayor, Jane Roe, …" and "its head, the poet Jane Roe, …"."""
        tokens, comma = self._tokens, self._comma(at)
        last = comma - 1
        if last < 0 or tokens[comma].low != "," or not self._is_set_off(comma + 1, at):
            return None
        if tokens[last].kind == "name" and " " not in tokens[at].low:
            return None  # "a nurse from Akron, Ohio, …"
        placed = self._is_place(last - 1) and not self._persons.is_person(at)
        if placed or tokens[at].low in self._known.lands:
            return None  # "the head of the former power, Spain", "a fair in the capital, Ikara"
        found: Found | None = None
        for first in range(last, max(-1, last - _MOST), -1):
            whose = tokens[first].low in self._nouns.words.whose
            if not (whose or self.goes_on(first)) or self._is_far(first, last):
                break
            if first < last and (whose or self._is_determiner(first)):
                opening = first + 1 if whose else self._owner(first)
                found = self._phrase(opening, last, at) or found
                small = min(first, opening - ("determiner" in tokens[opening - 1].tags))
                if small < 1 or "preposition" not in tokens[small - 1].tags:
                    break
        return found

    def _is_far(self, first: int, last: int) -> bool:
        """Return whether words are too many for a role: only "of" may lead to more of them."""
        small = "preposition" in self._tokens[first].tags and "of" not in self._tokens[first].tags
        named = self._tokens[last].kind == "name"
        return (small or named) and last - first > _FEW

    def _comma(self, at: int) -> int:
        """Return the number of the token before a name and what leads to it: "the", "Labour's".

        As does "21-year-old".
        """
        first = self._before.first(self._before.link(at))
        first -= _AGE * (self._tokens[first - 1].low in self._nouns.words.aged)
        return first - 1 - (first > 0 and "article" in self._tokens[first - 1].tags)

    def _is_set_off(self, first: int, at: int) -> bool:
        """Return whether a name ends where a mark or a clause about it begins.

        "The council, the Lenn Trust, and the mayor" is a list.
        """
        _, name = self.affiliations.behind(at)
        listed = first < at and any("and" in each.tags for each in self._tokens[at + 2 : at + 3])
        return self._is_closed((name or at) + 1) and not listed

    def _owner(self, first: int) -> int:
        """Return where words for an owner begin: at "Moderate" in "the Moderate party's"."""
        for at in range(first - 1, max(-1, first - _OWNER), -1):
            if "determiner" in self._tokens[at].tags:
                return at + 1
            if self._tokens[at].kind not in _WORDS or self._tokens[at].tags:
                break
        return first

    def _is_closed(self, at: int) -> bool:
        after = self._tokens[at] if at < len(self._tokens) else None
        return not after or after.kind in _CLOSING or "relative" in after.tags

    def _is_determiner(self, at: int) -> bool:
        """Return whether a word opens a phrase: "the", "its", or the name in "Oslo's"."""
        owned = self._tokens[at + 1].kind == "own" and self._tokens[at].kind in _WORDS
        return owned or "determiner" in self._tokens[at].tags

    def _phrase(self, first: int, last: int, at: int) -> Found | None:
        """Return a phrase behind its determiner, if it is the role of who is named at a place."""
        start = first + ("determiner" in self._tokens[first].tags)
        if "preposition" in self._tokens[start].tags:
            return None  # "some in his party"
        head = self.head(start, last)
        return self.place(start, last, head) if self.is_called(at, head) else None

    def _behind(self, at: int) -> Found | None:
        """Return the words of "Jane Roe, 42, the mayor of Oslo, …"."""
        first = self.aside(at)
        if first is None or self._is_place(at):
            return None
        last = self.end(first)
        if last == first or not self.ends(last):
            return None
        last -= 1 + ("and" in self._tokens[last - 1].tags)
        if self._tokens[last].kind == "own":  # "the anchor of LNB's 'News'"
            quoted = any(each.kind == "quote" for each in self._tokens[last + 1 : last + 2])
            last += 1 if quoted else -2
        while last > first and "preposition" in self._tokens[last].tags:
            last -= 1  # "keeper of the shrine from which"
        if last < first or self._is_another(at, last + 2):
            return None
        head = self.head(first, last)
        one = self._nouns.sort(head) == "one"
        if one and self._tokens[at].low.rpartition(" ")[2] in self._nouns.words.things:
            return None  # "In the Tarn Inn, the landlady"
        apposed = self._is_apposed(first, last, head, self.is_called(at, head))
        first += first < last and "possessive" in self._tokens[first].tags  # "its president"
        return self.place(first, last, head) if apposed else None

    def _is_another(self, at: int, after: int) -> bool:
        """Return whether the words are of a person behind them: "in the Post, the mayor, Roe,"."""
        named = self._tokens[after : after + 1]
        behind = bool(named) and named[0].kind == "name" and self._persons.is_person(after)
        return behind and self._is_closed(after + 1) and not self._persons.is_person(at)

    def _is_place(self, at: int) -> bool:
        """Return whether a name is a place: "in Oslo, his counterpart", "Akron, Ohio, a baker"."""
        start, before = self._tokens[at].start, self._tokens[max(0, at - 2) : at]
        within = [each.kind for each in before] == ["name", "mark"] and before[1].low == ","
        place = self._known.place.search(self._parsed.text, max(0, start - 6), start)
        return bool(place) or (within and " " not in self._tokens[at].low)

    def _is_apposed(self, first: int, last: int, head: str, called: bool) -> bool:
        """Return whether words behind a name say who is meant, and name no one else."""
        opening, words = self._tokens[first], self._tokens[first : last + 1]
        joined = [at for at in range(first + 1, last) if "and" in self._tokens[at].tags]
        listed = [at for at in joined if "determiner" in self._tokens[at + 1].tags]
        if listed and not self._is_said_of_one(opening, listed):
            return False  # "Jane Roe, the mayor and the council"
        if "and" in opening.tags or ("possessive" in opening.tags and joined):
            return False  # "Jane Roe, her husband and children"
        if self._is_predicate(first, last) or self.is_time(words):
            return False
        if "preposition" in opening.tags:
            return False  # "the Liberty Forum, in an alliance,"
        plural = head.endswith(self._known.plural_endings) or self._nouns.sort(head) == "many"
        noun = head and not head.isdecimal() and not plural
        definite = "possessive" not in opening.tags and opening.low in self._known.asides and noun
        return bool(definite) or called

    def _is_said_of_one(self, opening: Token, joined: Sequence[int]) -> bool:
        """Return whether "and" joins what one is: "Jane Roe, a nurse and the club's founder"."""
        behind = (each for at in joined for each in self._tokens[at + 2 : at + 3])
        plain = all(each.kind == "word" for each in behind)
        return plain and "indefinite" in opening.tags and opening.low in self._known.asides

    def _is_predicate(self, first: int, last: int) -> bool:
        """Return whether words go on with a story: "Jane Roe, 42, left school"."""
        opening = self._tokens[first]
        verb = opening.kind != "name" and opening.is_any(_VERBS)  # no "Oslo-trained surgeon"
        verb = verb or opening.low in self._known.verbs
        pairs = pairwise(self._tokens[first : last + 1])
        return verb or any("past" in told.tags and _is_object(after) for told, after in pairs)

    def _clause(self, at: int) -> Found | None:
        """Return the words of "Jane Roe, who runs the workshop" or "Jane Roe is the mayor"."""
        aside = self.aside(at) or at
        if self._tokens[aside].low in self._nouns.words.whose:
            return self._whose(aside) if self._persons.is_person(at) else None
        who = "who" in self._tokens[aside].tags
        verb = aside + 1 if who else at + 1
        if verb + 1 >= len(self._tokens):
            return None
        auxiliary = "auxiliary" in self._tokens[verb].tags
        is_ = auxiliary and "passive" in self._tokens[verb].tags and self._persons.is_person(at)
        if is_ and not self._leads(verb + 1):
            return self._predicate(verb + 1, who=who)
        verb += auxiliary
        if not who or not self._leads(verb):
            return None
        last = verb
        while last + 1 < min(len(self._tokens), verb + LONGEST) and self._is_clause(last + 1):
            last += 1
        return self.place(aside, last, "") if last > verb else None

    def _leads(self, at: int) -> bool:
        """Return whether a verb says what someone is: "runs", or "leading" in "who is leading"."""
        stem, gerund, _ = self._tokens[at].low.partition("ing")
        verbs = self._nouns.words.leading
        return stem in verbs or (bool(gerund) and any(each.startswith(stem) for each in verbs))

    def _whose(self, first: int) -> Found | None:
        """Return the words of "Jane Roe, whose son sang in Lenn, …": no thing says who she is."""
        last = first
        while last + 1 < len(self._tokens) and self._tokens[last + 1].kind not in _CLOSING:
            last += 1
        near = self._tokens[first + 1 : first + 1 + _NEAR]
        kin = any(self._nouns.sort(each.low) in {"one", "many"} for each in near)
        return self.place(first, last, "") if kin and first + 1 < last < first + LONGEST else None

    def _predicate(self, first: int, *, who: bool) -> Found | None:
        """Return what someone is said to be: the mayor of "Jane Roe is the mayor"."""
        if any(each.is_any(_HEDGES) for each in self._tokens[first : first + 1]):
            return None  # "Jane Roe is not the mayor"
        last = self.end(first)
        ends = self.ends(last) or self._tokens[last].kind == "cue"
        head = self.head(first, last - 1) if last > first and ends else ""
        definite = self._tokens[first].low in self._known.articles
        if self._nouns.sort(head) != "one" or not (who or definite):
            return None
        return self.place(first, last - 1, head if who else "")

    def _is_clause(self, at: int) -> bool:
        both = {self._tokens[at - 1].kind, *(each.kind for each in self._tokens[at + 1 : at + 2])}
        return self.goes_on(at) and ("and" not in self._tokens[at].tags or both == {"name"})


def _is_object(token: Token) -> bool:
    """Return whether a verb before a token has an object: "the mayor won 51 percent"."""
    return token.low.isdecimal() or token.is_any(_OBJECTS)
