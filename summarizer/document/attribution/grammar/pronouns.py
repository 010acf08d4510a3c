"""Coreference: who "he", "she" and "it" mean, the last subject that fits.

Reads tokens. Who is a person, a man or a woman is known from :mod:`.persons`; where nothing shows
it, any name fits.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from summarizer.document.attribution.grammar.descriptions import is_bare, person_described
from summarizer.document.attribution.grammar.persons import Persons, gender_of
from summarizer.document.attribution.grammar.phrases import Source, sentence_start
from summarizer.document.attribution.grammar.sources import (
    is_verb,
    main_subject,
    subject_before,
)
from summarizer.document.attribution.grammar.tokens import BREAKS, MARKS, Token

_ENDS = BREAKS | MARKS
_LINKS = frozenset({"and", "or", "as"})
_OFFICES = frozenset({"person", "title"})
_TOLD = frozenset({"addressing", "asking"})
_SOON = 6
_NEAR = 60
"""Tokens before a pronoun in which any mention of a person is looked for."""
_SUBJECTS = 8
"""Subjects before a pronoun that it may mean."""
_SENTENCES = 60
"""Sentences before a pronoun in which those are looked for."""
_WORD = re.compile(r"\w+")


class _Subjects(NamedTuple):
    """The name tokens that are subjects in a sentence: of verbs of saying, its own too, all."""

    telling: frozenset[int]
    leading: frozenset[int]
    every: list[int]


class Antecedents:
    """The persons that the pronouns of one text can mean.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.document.attribution.grammar.tokens import tokenise
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe met Bo Li. She left."
        >>> names = read_names(text, language("en"))
        >>> tokens = tokenise(names, (), outline(text).sentences)
        >>> Antecedents(tokens, Persons(tokens, names)).of(len(tokens) - 2)
        'Jane Roe'
    """

    def __init__(self, tokens: Sequence[Token], persons: Persons) -> None:
        self._tokens = tokens
        self._persons = persons
        breaks = (at for at, token in enumerate(tokens) if token.kind in BREAKS)
        self._edges = [0, *breaks, len(tokens)]
        self._read: dict[int, _Subjects] = {}

    def of(self, pronoun: int, speakers: Sequence[int] = (), said: str = "") -> str | None:
        """Return the full name that a pronoun means.

        Args:
            pronoun: Number of its token.
            speakers: Numbers of the name tokens that were found to speak so far, in order.
            said: What the pronoun says; a person named in it did not say it.

        Returns:
            The name, or None where no name fits.
        """
        if "it" in self._tokens[pronoun].tags:
            return self._body(pronoun, speakers)
        gender = gender_of(self._tokens[pronoun])
        if gender is None:
            return None
        spoken_of = {word for word in _WORD.findall(said) if word[0].isupper()}
        nearest = self._nearest(pronoun, speakers)
        subject = self._fitting(nearest, pronoun, {gender, None}, spoken_of)
        mentions = self._mentions(pronoun, subject)
        mention = self._fitting(mentions, pronoun, {gender}, spoken_of)
        meant = mention if self._is_likelier(mention, subject) else subject
        nearer = None if meant is None else person_described(self._tokens, pronoun)
        if meant is None or (nearer and self._is_other(meant, nearer, subject)):
            return None
        return self._persons.name(meant)

    def _is_other(self, meant: int, nearer: Source, subject: int | None) -> bool:
        """Return whether one described is meant: not who is named before, or in what she said."""
        between = self._tokens[meant : nearer.first]
        near = sum(token.kind == "paragraph" for token in between) < 2
        if meant <= nearer.last:
            return not (near and is_bare(self._tokens, nearer))
        speaks = any("saying" in token.tags for token in self._tokens[nearer.last : meant])
        return speaks and meant != subject and self._sentence(meant) == self._sentence(nearer.first)

    def _fitting(
        self, near: Iterable[int], pronoun: int, genders: set[str | None], spoken_of: set[str]
    ) -> int | None:
        """Return the first of some names that a pronoun may mean; none that its words name."""
        for token in near:
            name = self._persons.name(token)
            fits = self._persons.gender(name) in genders and spoken_of.isdisjoint(name.split())
            if fits and not self._is_topic(token, pronoun):
                return token
        return None

    def _is_likelier(self, mention: int | None, subject: int | None) -> bool:
        """Return whether a person named nearby is meant and not a subject before.

        So it is where nothing shows the subject to be a man or a woman, as of a company.
        """
        if mention is None or subject is None:
            return subject is None
        unknown = self._persons.gender(self._persons.name(subject)) is None
        return unknown or self._is_new(mention, subject)

    def _is_new(self, mention: int, subject: int) -> bool:
        """Return whether a paragraph about a person begins after a subject: not "warned Roe"."""
        tokens = self._tokens
        after = tokens[mention + 1]  # "Rovers boss"
        owns = after.kind == "own" or after.is_any(_OFFICES)
        if owns or "preposition" in tokens[mention - 1].tags or self._is_told(mention):
            return False
        return any(token.kind == "paragraph" for token in tokens[subject:mention])

    def _is_told(self, token: int) -> bool:
        near = self._tokens[max(0, token - _SOON) : token]
        return any(each.is_any(_TOLD) for each in near)

    def _is_topic(self, token: int, pronoun: int) -> bool:
        """Return whether a clause is about a name and ends with "he said": "Roe lies, he said"."""
        closing = self._tokens[pronoun - 1].low == ","
        if not closing or self._sentence(token) != self._sentence(pronoun):
            return False
        return token not in self._subjects(self._sentence(pronoun)).telling

    def _mentions(self, pronoun: int, subject: int | None) -> Iterator[int]:
        """Yield the persons named before a pronoun, back to the sentence of a subject.

        Not who only asks: "Asked by Roe whether it rained".
        """
        tokens = self._tokens
        floor = 0 if subject is None else self._edges[self._sentence(subject) + 1]
        for at in range(pronoun - 1, max(floor - 1, pronoun - _NEAR), -1):
            if tokens[at].kind == "name" and self._persons.is_person(at):
                asks = "by" in tokens[at - 1].tags and "asking" in tokens[at - 2].tags
                if not asks:
                    yield at

    def _body(self, pronoun: int, speakers: Sequence[int]) -> str | None:
        """Return who the sentence before is about, or who spoke last, if that is no person."""
        tokens = self._tokens
        here = sentence_start(tokens, pronoun)
        start = sentence_start(tokens, here - 1) if here > 1 else here
        speaks = any("saying" in token.tags for token in tokens[start:here])
        before = main_subject(tokens, here, start) if speaks else None
        last = before.first if before and before.kind == "name" else (speakers or [-1])[-1]
        return None if last < 0 or self._persons.is_person(last) else self._persons.name(last)

    def _nearest(self, pronoun: int, speakers: Sequence[int]) -> Iterator[int]:
        """Yield the name tokens that a pronoun may mean: the last sentence's first, then back.

        In a sentence, the subject of its main clause or of a verb of saying comes before those
        of its other clauses.
        """
        may_be = self._persons.may_be_person
        spoke = {token for token in speakers[-4:] if token < pronoun and may_be(token)}
        here, left = self._sentence(pronoun), _SUBJECTS
        for number in range(here, max(-1, here - _SENTENCES), -1):
            subjects = self._subjects(number)
            if not (subjects.every or spoke):
                continue
            near = [token for token in reversed(subjects.every) if token < pronoun][:left]
            told = {token for token in spoke if self._sentence(token) == number}
            first = subjects.leading | told
            yield from sorted(told.union(near), key=lambda each: (each in first, each))[::-1]
            spoke -= told
            left -= len(near)
            if not left:
                break
        yield from sorted(spoke, reverse=True)

    def _sentence(self, token: int) -> int:
        """Return the number of the sentence of a token."""
        return bisect_right(self._edges, token, 1) - 1

    def _subjects(self, number: int) -> _Subjects:
        """Return the subjects in a sentence; each is read when a pronoun may mean them."""
        if number not in self._read:
            first, end = self._edges[number : number + 2]
            telling = frozenset(self._find_telling(first, end))
            leading = telling.union(self._find_leading(first, end))
            every = sorted(leading.union(self._find_embedded(first, end)))
            self._read[number] = _Subjects(telling, leading, every)
        return self._read[number]

    def _find_leading(self, first: int, end: int) -> Iterator[int]:
        """Yield the name tokens that are subjects of a sentence, or asked something."""
        tokens, is_person = self._tokens, self._persons.is_person
        if tokens[first].kind in BREAKS:
            source = main_subject(tokens, min(end, first + 40), first + 1)
            opening = source is not None and is_person(source.first)
            yield from [source.first] if source and opening else self._brought_in(first + 1)
        yield from (
            at + 1 for at in range(first, end) if "asking" in tokens[at].tags and is_person(at + 1)
        )

    def _brought_in(self, at: int) -> Iterator[int]:
        """Yield the person that a sentence brings in: "In the hall sat Roe", "It was Roe"."""
        tokens = self._tokens
        sentence = takewhile(lambda token: token.kind not in _ENDS, tokens[at : at + _NEAR])
        names = [place for place, _ in enumerate(sentence, at) if self._persons.is_person(place)]
        if names and "preposition" in tokens[at].tags:
            inner = "preposition" in tokens[names[0] - 1].tags and "viewing" not in tokens[at].tags
            yield from () if inner else names[:1]  # "For Roe it is late", but "In May with Roe"
        elif len(names) == 1 and tokens[at - 1].kind == "paragraph":
            yield from () if self._is_told(names[0]) else names

    def _find_telling(self, first: int, end: int) -> Iterator[int]:
        """Yield the name tokens that are subjects of verbs of saying."""
        tokens = self._tokens
        for at in range(first, end):
            if "saying" in tokens[at].tags and is_verb(tokens, at):
                source = subject_before(tokens, at)
                if source and self._persons.is_person(source.first):
                    yield source.first

    def _find_embedded(self, first: int, end: int) -> Iterator[int]:
        """Yield the name tokens that are subjects of other clauses."""
        tokens = self._tokens
        for at in range(max(1, first), end):
            if tokens[at].kind != "name":
                continue
            before, clause = tokens[at - 1], tokens[at - 2].low == ","  # ", and Roe"
            opens = "conjunction" in before.tags and (clause or not before.is_any(_LINKS))
            if (opens or before.kind in BREAKS) and self._persons.is_person(at):
                yield at
