"""Which names among the tokens are persons', and whether a person is a man or a woman.

The sex of a person is known from titles, from the given name, or from the pronouns of sentences
that name no one else.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.names.people import Names

_PLURAL = "s"
_SURE = 2
"""Votes from which on a gender is known."""
_BREAKS = frozenset({"stop", "paragraph"})


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
        self._full = [names.meant(run) for run in names.runs]
        titled = {full for run, full in zip(names.runs, self._full, strict=True) if run.titles}
        corporate = names.vocabulary.language.words("actors.corporate")
        self._personal = [
            names.is_one(run)
            and (run.titles or run.words[-1].lower() not in corporate)  # "Ashby Rovers"
            and (
                bool(names.bearers(run.words[-1:]))
                or full in titled
                or names.is_personal((*full.split(),))
            )
            for run, full in zip(names.runs, self._full, strict=True)
        ]

    @cached_property
    def every(self) -> list[int]:
        """The tokens that are persons' names, in order."""
        names = [at for at, token in enumerate(self._tokens) if token.kind == "name"]
        return [*filter(self.is_person, names)]

    def name(self, token: int) -> str:
        """Return the full name of a token that is one."""
        return self._full[self._tokens[token].item]

    def is_person(self, token: int) -> bool:
        """Return whether a token is a person's name, as its form, titles and context show."""
        if token >= len(self._tokens) or self._tokens[token].kind != "name":
            return False
        return self._personal[self._tokens[token].item] or self._is_introduced(token)

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
        after = tokens[token + 1 : token + 4]
        low = [each.low for each in after]
        aged = low[:1] == low[2:] == [","] and low[1].isdecimal()
        before = tokens[max(0, token - 2) : token]
        kin = len(before) > 1 and before[1].low == "," and "person" in before[0].tags
        many = " " not in tokens[token].low and tokens[token].low.endswith(_PLURAL)
        relative = low[:1] == [","] and any("who" in each.tags for each in after[1:2]) and not many
        return aged or kin or relative

    @cached_property
    def _votes(self) -> dict[str, Counter[str]]:
        """The pronouns that follow the one person of their sentence, or of the one before.

        "She met Bo Poe. She left": where the sentence before has the same pronoun, none is meant.
        """
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        named, heard = set[str](), set[str]()
        opening, taken = named, heard
        asked = False
        for token in self._tokens:
            if token.kind in _BREAKS:
                opening, taken, named, heard = named, heard, set(), set()
            elif token.kind == "name" and self._personal[token.item]:
                named.add(self._full[token.item])
            elif not asked and token.tags and (gender := gender_of(token)):
                heard.add(gender)
                meant = named or (set() if gender in taken else opening)
                if len(meant) == 1:
                    # "Roe did not share his anger": "his" may be another's
                    votes[next(iter(meant))][gender] += 1 if "possessive" in token.tags else _SURE
            asked = "asked" in token.tags  # "Roe would not say whether he left"
        return votes
