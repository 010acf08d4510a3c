"""Whom "he" and "she" mean: the last subject that fits.

Reads tokens and names. The sex of a person is known from titles, from the given name, or from the
pronouns of sentences that name nobody else; where nothing shows it, anybody fits.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from summarizer.scan.attribution.phrases import Source, sentence_start
from summarizer.scan.attribution.sources import is_verb, main_subject, subject_after, subject_before
from summarizer.scan.attribution.tokens import Token
from summarizer.scan.cues import CONJUNCTIONS, OBJECT_VERBS, PEOPLE, SAYING
from summarizer.scan.names.families import is_personal
from summarizer.scan.names.people import Names

_GENDERS = {"he": "m", "his": "m", "himself": "m", "she": "f", "herself": "f"}
_GENDERS |= {"er": "m", "él": "m", "ele": "m", "elle": "f", "sie": "f", "ella": "f", "ela": "f"}


_MARKS = frozenset({"mark", "quote"})
_BREAKS = frozenset({"stop", "paragraph"})
_OPENERS = CONJUNCTIONS - {"and", "or", "as"}
_ASKING = frozenset({"asked", "asks"})
_NEAR = 60
"""Tokens before a pronoun in which somebody named at all is looked for."""
_WORD = re.compile(r"\w+")


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
        titled = {full for run, full in zip(names.runs, self._full, strict=True) if run.titles}
        self._personal = [
            full in titled
            or bool(names.bearers(run.words[-1:]))
            or is_personal(tuple(full.split()))
            for run, full in zip(names.runs, self._full, strict=True)
        ]
        """Whether each name is a person's, as far as its form and titles show."""
        self._telling = frozenset(self._find_telling())
        self._leading = self._telling.union(self._find_leading())
        self._subjects = sorted(self._leading.union(self._find_embedded()))
        self._sentences = list(accumulate(token.kind in _BREAKS for token in tokens))
        self._votes = self._count()

    def of(self, pronoun: int, speakers: Sequence[int] = (), said: str = "") -> str | None:
        """Return the full name that a pronoun means.

        Args:
            pronoun: Number of its token.
            speakers: Numbers of the name tokens that were found to speak so far, in order.
            said: What the pronoun says; whom it names did not say it.

        Returns:
            The name, or None where nobody fits.
        """
        low = self._tokens[pronoun].low
        if low == "it":
            return self._body(pronoun, speakers)
        gender = _GENDERS.get(low)
        if gender is None:
            return None
        spoken_of = {word for word in _WORD.findall(said) if word[0].isupper()}
        for token in self._nearest(pronoun, speakers):
            name = self._full[self._tokens[token].item]
            fits = self.gender(name) in {gender, None} and spoken_of.isdisjoint(name.split())
            if fits and not self._is_topic(token, pronoun):
                return name
        return self._mentioned(pronoun, gender, spoken_of)

    def _is_topic(self, token: int, pronoun: int) -> bool:
        """Tell whether a clause is about a name and ends with "he said": "Roe lies, he said"."""
        closing = self._tokens[pronoun - 1].low == ","
        same = self._sentences[token] == self._sentences[pronoun]
        return closing and same and token not in self._telling

    def _mentioned(self, pronoun: int, gender: str, spoken_of: set[str]) -> str | None:
        """Return the last person of a sex that is named nearby, whatever the sentence."""
        for at in range(pronoun - 1, max(-1, pronoun - _NEAR), -1):
            name = self._full[self._tokens[at].item] if self._is_person(at) else ""
            if name and self.gender(name) == gender and spoken_of.isdisjoint(name.split()):
                return name
        return None

    def _body(self, pronoun: int, speakers: Sequence[int]) -> str | None:
        """Return whom the sentence before is about, or who spoke last, if that is no person."""
        tokens = self._tokens
        here = sentence_start(tokens, pronoun)
        start = sentence_start(tokens, here - 1) if here > 1 else here
        speaks = any(token.low in SAYING for token in tokens[start:here])
        before = main_subject(tokens, here, start) if speaks else None
        last = before.first if before and before.kind == "name" else (speakers or [-1])[-1]
        number = tokens[last].item if last >= 0 else -1
        return None if number < 0 or self._personal[number] else self._full[number]

    def _nearest(self, pronoun: int, speakers: Sequence[int]) -> list[int]:
        """Return the name tokens that a pronoun may mean: the last sentence's first, then back.

        In a sentence, whom its main clause or a verb of saying is about comes before the subjects
        of its other clauses.
        """
        at = bisect_left(self._subjects, pronoun)
        spoke = {token for token in speakers[-4:] if token < pronoun and self._may_be_person(token)}

        def rank(token: int) -> tuple[int, bool, int]:
            return self._sentences[token], token in spoke or token in self._leading, token

        return sorted(spoke.union(self._subjects[max(0, at - 8) : at]), key=rank, reverse=True)

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

    def _find_leading(self) -> Iterator[int]:
        """Yield the name tokens that are subjects of sentences, or asked something."""
        tokens = self._tokens
        for at, token in enumerate(tokens):
            if token.kind in _BREAKS:
                source = main_subject(tokens, min(len(tokens), at + 40), at + 1)
                if source and self._is_person(source.first):
                    yield source.first
            if token.low in _ASKING and self._is_person(at + 1):
                yield at + 1
            if token.kind in _BREAKS and (topic := self._topic(at + 1)):
                yield topic

    def _topic(self, at: int) -> int | None:
        """Return the name in "As for Roe, " at the start of a sentence."""
        lows = [token.low for token in self._tokens[at : at + 2]]
        name = at + 2 if lows == ["as", "for"] else at + 1 if lows[:1] == ["to"] else None
        if name is None or not self._is_person(name):
            return None
        return (
            name
            if self._tokens[name + 1 : name + 2] and self._tokens[name + 1].low == ","
            else None
        )

    def _find_telling(self) -> Iterator[int]:
        """Yield the name tokens that are subjects of verbs of saying."""
        for at, token in enumerate(self._tokens):
            if token.low in SAYING and is_verb(self._tokens, at):
                for source in (subject_before(self._tokens, at), self._inverted(at)):
                    if source and self._is_person(source.first):
                        yield source.first

    def _inverted(self, verb: int) -> Source | None:
        """Return the subject of "…, said Jane Roe."."""
        tokens = self._tokens
        if tokens[verb].low.endswith("ing") or verb == 0 or tokens[verb - 1].kind not in _MARKS:
            return None
        source = subject_after(tokens, verb) if tokens[verb].low not in OBJECT_VERBS else None
        after = tokens[source.last + 1 : source.last + 2] if source else ()
        return source if all(token.kind in _BREAKS | {"mark"} for token in after) else None

    def _find_embedded(self) -> Iterator[int]:
        """Yield the name tokens that are subjects of other clauses."""
        for at, token in enumerate(self._tokens):
            after = token.low in _OPENERS or token.kind in _BREAKS
            if after and self._is_person(at + 1):
                yield at + 1

    def _is_person(self, at: int) -> bool:
        tokens = self._tokens
        if at >= len(tokens) or tokens[at].kind != "name":
            return False
        aside = [token.low for token in tokens[at + 1 : at + 4]]
        kin = tokens[at - 1].low == "," and tokens[at - 2].low in PEOPLE if at > 1 else False
        told = (
            kin
            or aside[:2] == [",", "who"]
            or (aside[:1] == aside[2:] == [","] and aside[1].isdigit())
        )
        return told or self._personal[tokens[at].item]  # "Rihanna, who", "Brad, 39,"

    def _may_be_person(self, token: int) -> bool:
        """Tell whether a name can be a person's: "Caroline", not "Friends" before "say"."""
        run = self._names.runs[self._tokens[token].item]
        return self._is_person(token) or (run.sure and len(run.words) == 1)

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
