"""Who may do what a sentence says: each name of a text, and "he" and "she" where one is meant.

Names within quotations are left out: what a speaker says of others is no fact.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence
from summarizer.languages.table import Language

_PRONOUN = r"(?:(?:{openers}),? )?((?i:{pronouns}))\b"
_BACK = 3
"""Sentences before a pronoun in which its name may be."""


class Subject(NamedTuple):
    """A mention of an actor: the full name, and where the mention is, titles included."""

    name: str
    start: int
    end: int


def find_subjects(
    names: Names, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> tuple[Subject, ...]:
    """Find the mentions of names outside of quotations, and of pronouns that are certain.

    A pronoun is certain where it opens a sentence and the nearest sentence before that names a
    person names no other that it could mean, or opens with the same pronoun.

    Args:
        names: The names of the text.
        sentences: Its sentences.
        quotations: Its quotations.

    Returns:
        The mentions, names first, each in order.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe spoke in Oslo. She praised the plan."
        >>> find_subjects(read_names(text, language("en")), outline(text).sentences, ())
        (Subject(name='Jane Roe', start=0, end=8), Subject(name='Oslo', start=18, end=22), \
Subject(name='Jane Roe', start=24, end=27))
    """
    return tuple(_Finder(names, sentences, quotations).find())


class _Finder:
    def __init__(
        self, names: Names, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
    ) -> None:
        self._names = names
        self._sentences = sentences
        self._quotations = quotations
        self._starts = [quotation.outer_start for quotation in quotations]
        self._runs = [
            run for run in self._names.runs if not (run.name == "I" or self._is_quoted(run.start))
        ]
        self._places = [run.start for run in self._runs]
        self._language = names.vocabulary.language
        self._opened: dict[int, tuple[str | None, str]] = {}
        self._pronoun = _pronoun(self._language)

    def find(self) -> Iterator[Subject]:
        for run in self._runs:
            yield Subject(self._names.meant(run), run.start, run.end)
        for index, sentence in enumerate(self._sentences):
            found = self._pronoun.match(sentence.text)
            at = sentence.start + found.start(1) if found else 0
            if found and not self._is_quoted(at):
                gender = self._gender(found[1])
                name = self._meant(index, gender)
                self._opened[index] = name, gender
                if name:
                    yield Subject(name, at, sentence.start + found.end(1))

    def _gender(self, pronoun: str) -> str:
        return "m" if pronoun.lower() in self._language.own("sentences.masculine") else "f"

    def _meant(self, index: int, gender: str) -> str | None:
        """Return who a pronoun at the start of a sentence means, if that is certain."""
        for at in range(index - 1, max(0, index - _BACK) - 1, -1):
            persons = {self._names.meant(run) for run in self._persons(self._sentences[at])}
            fitting = [each for each in persons if self._names.gender(each) in {None, gender}]
            before, as_before = self._opened.get(at, (None, None))
            if as_before == gender:  # "She met Bo Poe. She left."
                return None if fitting else before
            if persons:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _persons(self, sentence: Sentence) -> Iterator[Run]:
        """Yield the names of persons in a sentence, as far as their form and titles show."""
        first, last = (bisect_left(self._places, at) for at in (sentence.start, sentence.end))
        for run in self._runs[first:last]:
            if run.titles or self._names.is_personal((*self._names.meant(run).split(),)):
                yield run

    def _is_quoted(self, at: int) -> bool:
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._quotations[before].outer_end


@cache
def _pronoun(written_in: Language) -> re.Pattern[str]:
    """Return the pattern of a pronoun that opens a sentence, such as "But she"."""
    openers = "|".join(map(str.capitalize, written_in.own("sentences.before_pronoun")))
    gendered = {*written_in.own("sentences.masculine"), *written_in.own("sentences.feminine")}
    pronouns = "|".join(gendered.intersection(written_in.own("sentences.pronoun")))
    known = pronouns if openers and written_in.property("grammar.speakers_measured") else "(?!)"
    return re.compile(_PRONOUN.format(openers=openers, pronouns=known))
