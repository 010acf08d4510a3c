"""Which names among the tokens are persons', and whether a person is a man or a woman.

The sex of a person is known from titles, from the given name, or from the pronouns of sentences
that name no one else.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from summarizer.document.attribution.grammar.tokens import BREAKS, Token
from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run
from summarizer.languages.lexicon import NONE

_PLURAL = "s"
_SURE = 2
"""Votes from which on a gender is known."""
_GENDERED = frozenset({"masculine", "feminine"})
_SEXES = frozenset({"men", "women"})
_WHICH = frozenset({"relative", "remarking"})


def gender_of(pronoun: Token) -> str | None:
    """Return "m" or "f" for what a pronoun says of its antecedent; None where it says nothing."""
    return "m" if "masculine" in pronoun.tags else "f" if "feminine" in pronoun.tags else None


class Persons:
    """The persons that the tokens of one text name.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.attribution.grammar.tokens import tokenise
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe left Oslo."
        >>> names = read_names(text, language("en"))
        >>> persons = Persons(tokenise(names, (), ()), names)
        >>> persons.name(0), persons.is_person(0), persons.gender("Jane Roe")
        ('Jane Roe', True, 'f')
    """

    def __init__(self, tokens: Sequence[Token], names: Names) -> None:
        self._tokens = tokens
        self._names = names
        self._genders: dict[str, str | None] = {}
        self._personal: dict[int, bool] = {}

    @cached_property
    def every(self) -> list[int]:
        """The tokens that are persons' names, in order."""
        return [*filter(self.is_person, range(len(self._tokens)))]

    def name(self, token: int) -> str:
        """Return the full name of a token that is one."""
        return self._names.meanings[self._tokens[token].item]

    def is_person(self, token: int) -> bool:
        """Return whether a token is a person's name, as its form, titles and context show."""
        if token >= len(self._tokens) or self._tokens[token].kind != "name":
            return False
        return self._is_personal(self._tokens[token].item) or self._is_introduced(token)

    def _is_personal(self, item: int) -> bool:
        """Return whether a run, by its number, has the form of a person's name."""
        if item not in self._personal:
            self._personal[item] = self._has_form(self._names.runs[item])
        return self._personal[item]

    def _has_form(self, run: Run) -> bool:
        names, full = self._names, self._names.meant(run)
        corporate = names.vocabulary.language.words("actors.corporate")
        if not names.is_one(run) or (not run.titles and run.words[-1].lower() in corporate):
            return False  # "Ashby Rovers"
        if not run.titles and full in self._things:
            return False  # "the Ship Inn"
        borne = bool(names.bearers(run.words[-1:])) or full in self._titled
        return borne or names.is_personal((*full.split(),))

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The full names that have a title somewhere."""
        return frozenset(self._names.meant(run) for run in self._names.runs if run.titles)

    @cached_property
    def _things(self) -> frozenset[str]:
        """The full names that are a thing's or a place's somewhere, and no man's or woman's."""
        names = (at for at, token in enumerate(self._tokens) if token.kind == "name")
        things = {self.name(at) for at in names if self._is_thing(at)} - self._titled
        return frozenset(name for name in things if self._names.gender(name) is None)

    def _is_thing(self, at: int) -> bool:
        """Return whether words beside a name show a thing: "the Ship Inn,", "Orient, which"."""
        tokens, run = self._tokens, self._names.runs[self._tokens[at].item]
        before, after, end = tokens[at - 1], tokens[at + 1 : at + 3], run.start
        which = len(after) > 1 and after[0].low == "," and after[1].tags >= _WHICH
        closed = any(each.kind != "word" or "function" in each.tags for each in after[:1])
        placed = self._names.vocabulary.place.search(self._names.text, max(0, end - 9), end)
        led = placed is not None or (closed and "article" in before.tags)
        return len(run.words) > 1 and (which or led)

    def may_be_person(self, token: int) -> bool:
        """Return whether a name can be a person's: "Caroline", not "Friends" before "say"."""
        run = self._names.runs[self._tokens[token].item]
        return self.is_person(token) or (run.sure and len(run.words) == 1)

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" for a full name, None where the text does not show it."""
        if name not in self._genders:
            self._genders[name] = self._find_gender(name)
        return self._genders[name]

    def _find_gender(self, name: str) -> str | None:
        told = self._names.gender(name)
        if told in {"m", "f"}:
            return told
        votes = self._votes.get(name)
        if not votes or votes.total() < _SURE:
            return None
        gender, count = votes.most_common(1)[0]
        return gender if count * 3 >= 2 * votes.total() else None

    def _is_introduced(self, token: int) -> bool:
        """Return whether a single name is introduced as a person: "Brad, 39,", "his wife, Jane"."""
        tokens = self._tokens
        if token > 1 and tokens[token - 1].low == "," and "person" in tokens[token - 2].tags:
            return True
        after = tokens[token + 1 : token + 4]
        if len(after) < 2 or after[0].low != ",":
            return False
        many = " " not in tokens[token].low and tokens[token].low.endswith(_PLURAL)
        aged = after[1].low.isdecimal() and after[-1].low == ","
        return aged or ("who" in after[1].tags and not many)

    @cached_property
    def _votes(self) -> dict[str, Counter[str]]:
        """The pronouns that follow the one person of their sentence, or of the one before.

        "She met Bo Poe. She left": where the sentence before has the same pronoun, none is meant.
        """
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        named, heard = set[str](), set[str]()
        opening, taken = named, heard
        asked, noun = False, NONE
        for token in self._tokens:
            if token.kind == "name" and not noun.isdisjoint(_SEXES):  # "her husband, Ken"
                votes[self._names.meanings[token.item]]["m" if "men" in noun else "f"] += _SURE
            noun = noun if token.low == "," else token.tags
            if token.kind in BREAKS:
                opening, taken, named, heard = named, heard, set(), set()
            elif token.kind == "name" and self._is_personal(token.item):
                named.add(self._names.meanings[token.item])
            elif not asked and not token.tags.isdisjoint(_GENDERED):
                gender = "m" if "masculine" in token.tags else "f"
                heard.add(gender)
                meant = named or (set() if gender in taken else opening)
                if len(meant) == 1:
                    # "Roe did not share his anger": "his" may be another's
                    votes[next(iter(meant))][gender] += 1 if "possessive" in token.tags else _SURE
            asked = "asked" in token.tags  # "Roe would not say whether he left"
        return votes
