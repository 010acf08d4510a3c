"""Whom "he" and "she" mean: the last subject that fits.

Reads tokens and names. The sex of a person is known from titles, or from the pronouns of sentences
that name nobody else; where the text does not show it, anybody fits.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from summarizer.scan.attribution.sources import Source, is_verb, main_subject, subject_before
from summarizer.scan.attribution.tokens import Token
from summarizer.scan.cues import CONJUNCTIONS, SAYING
from summarizer.scan.names.families import is_personal
from summarizer.scan.names.people import Names

_GENDERS = {"he": "m", "his": "m", "himself": "m", "she": "f", "herself": "f"}
_GENDERS |= {"er": "m", "él": "m", "ele": "m", "elle": "f", "sie": "f", "ella": "f", "ela": "f"}


class Antecedents:
    """The persons whom the pronouns of one text can mean.

    Example:
        >>> from summarizer.scan.names.people import people
        >>> from summarizer.scan.sentences import split_sentences
        >>> from summarizer.scan.attribution.tokens import tokenise
        >>> text = "Jane Roe met Bo Li. She left."
        >>> tokens = tokenise(text, (), split_sentences(text))
        >>> Antecedents(tokens, people(text)).of(len(tokens) - 2)
        'Jane Roe'
    """

    def __init__(self, tokens: Sequence[Token], names: Names) -> None:
        self._tokens = tokens
        self._names = names
        self._full = [names.full(run.name) for run in names.runs]
        self._personal = [
            bool(run.titles) or is_personal(tuple(full.split()))
            for run, full in zip(names.runs, self._full, strict=True)
        ]
        """Whether each name is a person's, as far as its form and titles show."""
        self._subjects = sorted(set(self._find()))
        self._votes = self._count()

    def of(self, pronoun: int, speakers: Sequence[int] = ()) -> str | None:
        """Return the full name that a pronoun means.

        Args:
            pronoun: Number of its token.
            speakers: Numbers of the name tokens that were found to speak so far, in order.

        Returns:
            The name, or None where nobody fits.
        """
        gender = _GENDERS.get(self._tokens[pronoun].low)
        if gender is None:
            return None
        at = bisect_left(self._subjects, pronoun)
        earlier = self._subjects[max(0, at - 8) : at]
        nearby = sorted({*earlier, *(token for token in speakers[-4:] if token < pronoun)})
        for token in reversed(nearby):
            name = self._full[self._tokens[token].item]
            if self.gender(name) in {gender, None}:
                return name
        return None

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" for a full name, None where the text does not show it."""
        titled = self._names.gender(name)
        if titled in {"m", "f"}:
            return titled
        votes = self._votes.get(name)
        if not votes:
            return None
        gender, count = votes.most_common(1)[0]
        return gender if count * 3 >= 2 * votes.total() else None

    def _find(self) -> Iterator[int]:
        """Yield the name tokens that are subjects of sentences, of clauses, or of speech."""
        tokens = self._tokens
        for at, token in enumerate(tokens):
            source = None
            if token.kind in {"stop", "paragraph"}:
                source = main_subject(tokens, min(len(tokens), at + 40), at + 1)
            elif token.low in SAYING and is_verb(tokens, at):
                source = subject_before(tokens, at)
            elif token.low in CONJUNCTIONS and tokens[at + 1 : at + 2]:
                source = Source(tokens[at + 1].kind, at + 1, at + 1)
            if source and source.kind == "name" and self._personal[tokens[source.first].item]:
                yield source.first

    def _count(self) -> dict[str, Counter[str]]:
        """Count the pronouns in the sentences that name one person before them."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        named: set[str] = set()
        for token in self._tokens:
            if token.kind in {"stop", "paragraph"}:
                named = set()
            elif token.kind == "name" and self._personal[token.item]:
                named.add(self._full[token.item])
            elif token.low in _GENDERS and len(named) == 1:
                votes[next(iter(named))][_GENDERS[token.low]] += 1
        return votes
