"""Whose role a role is, where the article says so elsewhere: "its leader", "Chairman Bo Roe"."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile
from operator import attrgetter

from summarizer.document.actors.deeds import Deeds
from summarizer.document.actors.firms import Firms
from summarizer.document.actors.kinds import Kinds
from summarizer.document.actors.nouns import Nouns, Sort
from summarizer.document.actors.roles import Role
from summarizer.document.actors.wording import Wording
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.persons import gender_of
from summarizer.document.attribution.grammar.phrases import sentence_start
from summarizer.document.attribution.grammar.tokens import Token

_OPENING = 3
"""Tokens that begin a sentence: its mark, "the" and a name."""
_MEMBERS = 2
"""Tokens of "of creditors" behind "a group"."""
_BREAKS = frozenset({"stop", "paragraph", "quote"})
_INSIDE = frozenset({"word", "own", "name"})
_OTHERS = frozenset({"indefinite", "possessive", "and"})
_OUTSIDE = frozenset(
    {"auxiliary", "past", "irregular_past", "preposition", "saying", "conjunction", "relative"}
)
_BACK = 4
"""Sentences, the role's own among them, in which its body is looked for."""


class Owners:
    """Finds the owners of the roles of one article.

    Args:
        parsed: The article as tokens.
        nouns: The nouns for people and bodies.
        kinds: What its actors are.
        deeds: Who does something.
        firms: The firm that it is about.
    """

    def __init__(
        self, parsed: ParsedText, nouns: Nouns, kinds: Kinds, deeds: Deeds, firms: Firms
    ) -> None:
        self._parsed = parsed
        self._tokens = parsed.tokens
        self._nouns = nouns
        self._kinds = kinds
        self._deeds = deeds
        self._firms = firms
        self._wording = Wording(parsed, nouns)

    def of(self, role: Role) -> str | None:
        """Return whose role it is, as a pronoun or the passage says; None where that is open."""
        at = self._first(role) - 1
        if not self.is_owned(role):
            return self._understood(role) if self._is_bare(role) else self._within(role)
        owner, lists = self._tokens[at], self._nouns.words
        if owner.low in lists.whose:
            return self._set_off(at)
        if owner.low in lists.owners:
            return self._nearest(at, self._may_own, many="possessive" in owner.tags)
        women = self._parsed.names.vocabulary.language.words("opinions.women")
        gender = "f" if owner.low in women else gender_of(owner)
        fits = partial(self._may_be, gender, role.name) if gender else None
        return self._nearest(at, fits) if fits else None

    def is_owned(self, role: Role) -> bool:
        """Return whether "its", "her" or "whose" is before a role."""
        owner = self._tokens[self._first(role) - 1]
        pronouns = self._nouns.words.owners | self._nouns.words.whose
        return bool(role.head) and ("possessive" in owner.tags or owner.low in pronouns)

    def _within(self, role: Role) -> str | None:
        """Return the body of "the firm's counsel", "who leads the firm's council"."""
        start, lists = attrgetter("start"), self._nouns.words
        first, end = (bisect_left(self._tokens, place, key=start) for place in role[1:3])
        for at in range(max(first, 1), end):
            token, behind = self._tokens[at], self._tokens[at + 1 : end]
            of = at > first + 1 and "of" in self._tokens[at - 2].tags and not behind
            owns = of or any(each.kind == "own" for each in behind[:1])
            known = self._nouns.sort(token.low) == "body" or token.low in lists.towns | lists.firms
            if owns and known and "article" in self._tokens[at - 1].tags:
                return self._meant(token.low, at)
        return None

    def _meant(self, noun: str, at: int) -> str | None:
        """Return the only body that a noun with "the" can mean: "the union", "the museum"."""
        if noun in self._nouns.words.companies:
            return self._firms.meant(at)
        every = (at for at, token in enumerate(self._tokens) if token.kind == "name")
        named = {self._parsed.persons.name(each) for each in every if self._is_called(each, noun)}
        named = named or {self._wording.fuller(noun)} - {noun}
        return named.pop() if len(named) == 1 else None

    def _is_called(self, at: int, noun: str) -> bool:
        """Return whether a noun means who is named at a place: "the Lenn Union", "town of Lenn"."""
        before = [each.low for each in self._tokens[max(0, at - 2) : at]]
        if noun in self._nouns.words.towns:
            return before == [noun, "of"]
        words = self._parsed.persons.name(at).lower().split()
        by = "by" in self._tokens[max(0, at - 4)].tags  # "a man hired by the team, Lenn Labs,"
        apposed = before[1:] == [noun] or (before == [noun, ","] and not by)
        return self._firms.is_body(at) and (apposed or (noun in words and len(words) > 1))

    def body(self, role: Role) -> str | None:
        """Return the body that "its" or "whose" before a role means."""
        owner = self._tokens[self._first(role) - 1]
        if not self.is_owned(role) or "possessive" in owner.tags:
            return None
        body = self.of(role)
        whose = owner.low in self._nouns.words.whose
        return None if whose and body and self._kinds.shown(body) != "organisation" else body

    def _is_bare(self, role: Role) -> bool:
        """Return whether words name an office of some body, and not which: "Chief Executive"."""
        words = self._parsed.text[role.start : role.end].lower().split()
        ranks, before = self._nouns.words.ranks, self._tokens[self._first(role) - 1]
        held = role.head in self._nouns.words.offices and ranks.issuperset(words[:-1])
        apart = before.kind != "name" and not before.is_any(_OTHERS)
        return held and words[-1] == role.head and apart

    def _understood(self, role: Role) -> str | None:
        """Return the only body of a role's paragraph before it; the main one if none is named.

        It acts there. If something is only done to it, another may be meant: "The fund wants
        Chairman Bo Roe replaced", or its own: "wants that Chairman Bo Roe goes". A mayor is that
        of the only place.
        """
        at = self._first(role)
        before, name = range(self._firms.paragraph(at), at), self._parsed.persons.name
        if role.head in self._nouns.words.civic:
            places = {name(each) for each in before if self._is_in(each)}
            return places.pop() if len(places) == 1 else None
        bodies = [*filter(self._firms.is_body, before)]
        others = {self._tokens[each].low for each in before if self._is_noun(each, "body")}
        if others <= self._nouns.words.companies and {*map(name, bodies)} <= {self._firms.main}:
            return self._firms.main if self._is_active(self._firms.main) else None
        acting = [each for each in bodies if self._deeds.opens(each, self._tokens[each].start)]
        behind = range(at, len(self._tokens))
        bearer = next((n for n in behind if self._tokens[n].item == role.item), at)
        saying, that = (tag in self._tokens[at - 1].tags for tag in ("saying", "that"))
        told = saying or (self._deeds.acts(bearer, role.start) and not that)
        alone = len({*map(name, bodies)}) == 1  # not "The union struck at the bank. Director Roe"
        return name(acting[-1]) if acting and told and alone else None

    def _is_active(self, full: str | None) -> bool:
        """Return whether a body does something in the article: no street, no place."""
        places = (at for at in range(len(self._tokens)) if self._tokens[at].kind == "name")
        own = (at for at in places if self._parsed.persons.name(at) == full)
        return any(self._deeds.acts(at, self._tokens[at].start) for at in own)

    def _set_off(self, at: int) -> str | None:
        """Return who is set off before "whose": "Lenn's port, whose head, Jane Roe, left"."""
        last = at - 1 if self._tokens[at - 1].low == "," else at
        if self._tokens[last - 1].kind == "name":
            return self._parsed.full(self._tokens[last - 1].item)
        first = last
        while first and self._is_described(self._tokens[first - 1]):
            first -= 1
        if self._tokens[first - 1].low == "-":
            return None  # "Roe, a 24-year-old student whose group"
        return phrase_of(self._parsed.text, self._tokens[first:last]) or None

    def _is_described(self, token: Token) -> bool:
        verbs = self._parsed.names.vocabulary.verbs
        return _is_within(token) and token.low not in verbs and "determiner" not in token.tags

    def _first(self, role: Role) -> int:
        """Return the number of the first token of a role."""
        at = bisect_left(self._tokens, role.start, key=attrgetter("start"))
        return at + (self._tokens[at].kind in _BREAKS)

    def _nearest(
        self, at: int, fits: Callable[[int], bool], many: bool | None = None
    ) -> str | None:
        """Return the one of the nearest sentence that a pronoun can mean: its subject first."""
        end = at
        for _ in range(_BACK):
            first = sentence_start(self._tokens, end)
            names = [each for each in range(first, end) if fits(each) and not self._is_in(each)]
            near = max((n for n in range(first, end) if self._tokens[n].low == ";"), default=first)
            names = [each for each in names if each >= near] or names
            if many is None and self._others(first, at):
                return None  # "Roe attacked him, the senator said. His wife, …"
            found = self._described(first, end, many) if many is not None else set()
            found = found or self._named(names, near) or self._mentioned(first, end, many)
            if found or first < _BACK:
                return next(iter(found)) if len(found) == 1 else None
            end = first - 1
        return None

    def _others(self, first: int, end: int) -> bool:
        """Return whether someone without a name is between two places: "the senator".

        In "Roe, a Democrat, left. His wife, …" there is no one else.
        """
        return any(self._is_noun(at, "one") and not self._is_behind(at) for at in range(first, end))

    def _is_behind(self, at: int) -> bool:
        """Return whether a noun with an article says who is named before it."""
        article = at - 1 - ("article" not in self._tokens[at - 1].tags)
        before = self._tokens[max(0, article - 2) : article]
        return [each.kind for each in before] == ["name", "mark"] and before[1].low == ","

    def _mentioned(self, first: int, end: int, many: bool | None) -> set[str]:
        """Return the bodies without a name of a sentence: "It has split the jury"."""
        places = range(first, end) if many is not None else ()
        return {self._tokens[at].low for at in places if self._is_noun(at, "body")}

    def _is_noun(self, at: int, sort: Sort) -> bool:
        """Return whether "the" and a noun are at a place, and no name: "the Danish jury".

        Also "a clerk", of persons: she is new.
        """
        token, before = self._tokens[at], self._tokens[max(0, at - 2) : at]
        articles = [each for each in before if "article" in each.tags]
        the = any(sort == "one" or "indefinite" not in each.tags for each in articles)
        noun = the and token.kind == "word" and self._nouns.sort(token.low) == sort
        after = [each.kind for each in self._tokens[at + 1 : at + 3]]
        long = noun and self._nouns.sort(self._tokens[at + 1].low) == sort  # "the prime minister"
        return noun and not (long or "name" in after or token.low in self._nouns.words.never_alone)

    def _named(self, names: Sequence[int], first: int) -> set[str]:
        """Return the subjects that are named in a sentence; only bodies where any is one."""
        acting = [at for at in names if self._deeds.acts(at, self._tokens[at].start)]
        bodies = [at for at in names if self._kind(at) == "organisation"]
        opening = [at for at in names if at - first < _OPENING and self._kind(at) != "person"]
        subjects = opening or [at for at in bodies if at in acting] or acting
        return {self._parsed.persons.name(at) for at in subjects or bodies or names}

    def _may_own(self, at: int) -> bool:
        """Return whether a token names what may be a body: no one-word opening of a sentence."""
        token, persons = self._tokens[at], self._parsed.persons
        if token.kind != "name":
            return False
        full, run = persons.name(at), self._parsed.names.runs[token.item]
        if run.titles or (self._kind(at) == "person" and persons.gender(full)):
            return False
        return run.sure or len(run.words) > 1 or self._kind(at) == "organisation"

    def _may_be(self, gender: str, name: str, at: int) -> bool:
        """Return whether a token names a man or a woman who may be meant."""
        token = self._tokens[at]
        if token.kind != "name" or not self._parsed.persons.is_person(at):
            return False
        full = self._parsed.full(token.item)
        told = self._parsed.persons.gender(full) in {gender, None}
        return told and full != name and self._kind(at) in {"person", None}

    def _is_in(self, at: int) -> bool:
        """Return whether a token names where something is: "in Oslo", "the town of Lenn"."""
        token, place = self._tokens[at], self._parsed.names.vocabulary.place
        towns = self._nouns.words.towns
        town = any(each.low in towns for each in self._tokens[max(0, at - 2) : at])
        before = self._parsed.text[max(0, token.start - 6) : token.start].lower()  # "In Oslo"
        return token.kind == "name" and (town or bool(place.search(before)))

    def _kind(self, at: int) -> str | None:
        return self._kinds.shown(self._parsed.full(self._tokens[at].item))

    def _described(self, first: int, end: int, many: bool) -> set[str]:
        """Return the words for a body that begin a sentence, as in "The nurses' union is glad".

        Of a bare "the company", it is the body that the article is about.
        """
        tokens = self._tokens[first:end]
        while tokens and tokens[0].kind in _BREAKS:
            tokens = tokens[1:]
        definite = bool(tokens) and "article" in tokens[0].tags
        phrase = [*takewhile(_is_within, tokens[definite:])]
        sort = self._nouns.sort(phrase[-1].low) if phrase and definite else None
        behind = tokens[definite + len(phrase) :][:_MEMBERS]
        named = any(each.kind == "name" or "article" in each.tags for each in behind[1:])
        apposed = named and behind[0].low == ","  # "the main party, the Lenn Union, left"
        if apposed or not (sort == "body" or (many and sort == "many")):
            return set()
        words = phrase_of(self._parsed.text, phrase)
        if words.lower() in self._nouns.words.companies:
            firm = self._firms.meant(first)
            return {firm} if firm else set()
        if words.lower() in self._nouns.words.unnamed and any("of" in each.tags for each in behind):
            return {f"{words} {phrase_of(self._parsed.text, behind)}"}  # "group of creditors"
        return set() if words.lower() in self._nouns.words.unnamed else {words}


def phrase_of(text: str, tokens: Sequence[Token]) -> str:
    """Return neighbouring tokens as they are written, on one line."""
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""


def _is_within(token: Token) -> bool:
    """Return whether a token may be in the words for a body: no verb, no preposition."""
    return token.kind in _INSIDE and not (token.is_any(_OUTSIDE) or token.low.endswith("self"))
