"""Which names among the tokens are persons', and whether a person is a man or a woman.

The sex of a person is known from titles, from the given name, or from the pronouns of sentences
that name nobody else.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from summarizer.document.attribution.tokens import Token
from summarizer.document.cues import PEOPLE
from summarizer.document.names.people import Names

GENDERS = {"he": "m", "his": "m", "himself": "m", "she": "f", "herself": "f"}
GENDERS |= {"er": "m", "él": "m", "ele": "m", "elle": "f", "sie": "f", "ella": "f", "ela": "f"}
"""What pronouns tell of whom they mean."""
_BREAKS = frozenset({"stop", "paragraph"})


class Persons:
    """The persons whom the tokens of one text name.

    Example:
        >>> from summarizer.document.attribution.tokens import tokenise
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe left Oslo."
        >>> names = read_names(text, language("en"))
        >>> persons = Persons(tokenise(text, names, (), ()), names)
        >>> persons.name(0), persons.is_person(0), persons.gender("Jane Roe")
        ('Jane Roe', True, 'f')
    """

    def __init__(self, tokens: Sequence[Token], names: Names) -> None:
        self._tokens = tokens
        self._names = names
        self._full = [names.full(run.name) for run in names.runs]
        titled = {full for run, full in zip(names.runs, self._full, strict=True) if run.titles}
        self._personal = [
            bool(names.bearers(run.words[-1:]))
            or full in titled
            or names.is_personal((*full.split(),))
            for run, full in zip(names.runs, self._full, strict=True)
        ]
        self._votes = self._count()

    def name(self, token: int) -> str:
        """Return the full name of a token that is one."""
        return self._full[self._tokens[token].item]

    def is_person(self, token: int) -> bool:
        """Tell whether a token is a person's name, as far as form, titles and what follows show."""
        if token >= len(self._tokens) or self._tokens[token].kind != "name":
            return False
        return self._personal[self._tokens[token].item] or self._is_introduced(token)

    def may_be_person(self, token: int) -> bool:
        """Tell whether a name can be a person's: "Caroline", not "Friends" before "say"."""
        run = self._names.runs[self._tokens[token].item]
        return self.is_person(token) or (run.sure and len(run.words) == 1)

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" for a full name, None where the text does not show it."""
        told = self._names.gender(name)
        if told in {"m", "f"}:
            return told
        votes = self._votes.get(name)
        if not votes:
            return None
        gender, count = votes.most_common(1)[0]
        return gender if count * 3 >= 2 * votes.total() else None

    def _is_introduced(self, token: int) -> bool:
        """Tell whether a single name is brought in as a person's: "Brad, 39,", "his wife, Jane"."""
        tokens = self._tokens
        after = [token.low for token in tokens[token + 1 : token + 4]]
        aged = after[:1] == after[2:] == [","] and after[1].isdecimal()
        kin = token > 1 and tokens[token - 1].low == "," and tokens[token - 2].low in PEOPLE
        return aged or kin or after[:2] == [",", "who"]

    def _count(self) -> dict[str, Counter[str]]:
        """Count the pronouns in the sentences that name one person before them."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        named: set[str] = set()
        for token in self._tokens:
            if token.kind in _BREAKS:
                named = set()
            elif token.kind == "name" and self._personal[token.item]:
                named.add(self._full[token.item])
            elif token.low in GENDERS and len(named) == 1:
                votes[next(iter(named))][GENDERS[token.low]] += 1
        return votes
