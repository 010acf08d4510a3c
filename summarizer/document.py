"""An article with all that code knows of it: its outline, its names, its statements.

This is what the facets ask about. It knows nothing of prompts or models.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from summarizer.article import Article
from summarizer.scan.attribution import attribute
from summarizer.scan.figures import Figure
from summarizer.scan.lexicon import PARTICLES
from summarizer.scan.names import (
    find_name,
    foreign_names,
    foreign_numbers,
    full_name,
    mentions,
    people,
    same_actor,
)
from summarizer.scan.names.runs import is_capital
from summarizer.scan.outline import Outline, outline
from summarizer.scan.sentences import Sentence
from summarizer.scan.words import FREE, caseless
from summarizer.schema import QuoteKind

ARTICLES = frozenset("the der die das le la les el los las il lo gli i o os as".split())
GIVEN = re.compile(r"\b(?:An|Des|May|No|Per|Son|Will) [^\W\d_a-z][\w'’-]*")
ELIDED = re.compile(r"\b[dlDL]['’](?=[A-Z])")
JOINING = frozenset("of for and de des du für und et y e".split())
"""Small words inside the names of organisations."""

SUBJECTS = frozenset("he she it they his her their its er sie il elle ils elles él ella".split())
"""Pronouns that, at the start of a sentence, go on with the actor of the one before."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation that somebody said, its paragraphs together, and what the rules say of it.

    Args:
        key: Q1, Q2, … in the order of the article.
        places: Start and end of what stands between the marks, one pair a paragraph.
        text: The words of the first paragraph.
        kind: A statement of its own, or part of a mixed sentence.
        name: The speaker's full name, where a rule reads one.
        source: The article's words for a source without a name, where a rule reads one.
        certain: Whether the rule needs no second opinion.
    """

    key: str
    places: tuple[tuple[int, int], ...]
    text: str
    kind: QuoteKind
    name: str | None = None
    source: str | None = None
    certain: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0][0]


class Document:
    """An article, read by code.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.outline: Outline = outline(article.text)
        self._starts = [sentence.start for sentence in self.outline.sentences]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The quotations that are statements, with what the rules say of their speakers."""
        found: list[Statement] = []
        outline = self.outline
        rules = attribute(self.article.text, outline.quotations, outline.sentences)
        for quotation, rule in zip(outline.quotations, rules, strict=True):
            if quotation.role != "speech":
                continue
            place = (quotation.start, quotation.end)
            if quotation.continues and found:
                found[-1] = _longer(found[-1], place)
                continue
            found.append(
                Statement(
                    f"Q{len(found) + 1}",
                    (place,),
                    quotation.text,
                    quotation.kind,
                    name=rule.name if rule else None,
                    source=rule.speaker if rule and not rule.name else None,
                    certain=bool(rule and rule.certain),
                )
            )
        return tuple(found)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures that measure something, by key: F1, F2, …."""
        kept = [figure for figure in self.outline.figures if _measures(figure)]
        return {f"F{number}": figure for number, figure in enumerate(kept, start=1)}

    def statement(self, key: str) -> Statement:
        """Return the statement with this key."""
        return self.statements[int(key[1:]) - 1]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence at an offset, or of the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentences(self, first: int, last: int) -> tuple[Sentence, ...]:
        """Return the sentences from index ``first`` to ``last``, both included, within bounds."""
        return self.outline.sentences[max(0, first) : last + 1]

    def passage(self, offset: int, before: int = 1, after: int = 0) -> str:
        """Return the sentence at an offset and its neighbours, on one line."""
        at = self.sentence_at(offset)
        chosen = self.sentences(at - before, at + after)
        return " ".join(" ".join(sentence.text.split()) for sentence in chosen)

    def concerns(self, index: int, name: str) -> bool:
        """Tell whether a sentence mentions an actor, or goes on with what the actor said or did."""
        sentence = self.outline.sentences[index]
        if self._mentions_in(sentence, name) or self._speaks_in(sentence, name):
            return True
        first = sentence.text.split(maxsplit=1)[0].strip("\"“'‘").casefold()
        return (
            index > 0
            and first in SUBJECTS
            and self._mentions_in(self.outline.sentences[index - 1], name)
        )

    def _mentions_in(self, sentence: Sentence, name: str) -> bool:
        return bool(mentions(sentence.text, self.aliases((name, self.full_name(name)))))

    def _speaks_in(self, sentence: Sentence, name: str) -> bool:
        return any(
            statement.name is not None
            and self.same_actor(statement.name, name)
            and any(
                start < sentence.end and sentence.start < end for start, end in statement.places
            )
            for statement in self.statements
        )

    def foreign(self, written: str) -> Iterator[tuple[str, str]]:
        """Yield a reason and a word for each name or number that the article does not hold."""
        for name in foreign_names(self.article.text, _opened(written)):
            yield "name_not_in_article", name
        for word in caseless(self.article.text, written):
            yield "name_not_in_article", word
        for found in GIVEN.finditer(written):  # given names that are small words as well
            if not self.find(found[0]):
                yield "name_not_in_article", found[0]
        for number in foreign_numbers(self.article.text, written):
            yield "number_not_in_article", number
        for sign in sorted(set(written) - set(self.article.text)):
            if sign.isnumeric() and not sign.isdecimal():  # such as circled and Roman numerals
                yield "number_not_in_article", sign

    def find(self, name: str) -> str | None:
        """Return a name as it first stands in a sentence of the article; None if it does not."""
        place = find_name(self.article.text, name)
        if place is None or self.sentence_at(place[0]) != self.sentence_at(place[1] - 1):
            return None
        return self.article.text[place[0] : place[1]]

    def full_name(self, name: str) -> str:
        """Return the fullest form that the article gives of a name, as it stands there."""
        return self.find(full_name(self.article.text, name)) or name

    def same_actor(self, one: str, other: str) -> bool:
        """Tell whether the article supports that two names mean one actor."""
        return same_actor(self.article.text, one, other)

    def aliases(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names and every shorter form of them that the article uses for nobody else."""
        index = people(self.article.text)
        given = frozenset(names)
        return given | {run.name for run in index.runs if index.full(run.name) in given}

    def title_of(self, names: Iterable[str]) -> str | None:
        """Return the longest title that the article puts before one of the names."""
        forms = self.aliases(names)
        index = people(self.article.text)
        titles = [" ".join(run.titles) for run in index.runs if run.name in forms and run.titles]
        standing = [title for title in titles if self.find(title)]
        return max(standing, key=len, default=None)

    def mentions(self, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
        """Return every place of any of the names, in order."""
        return mentions(self.article.text, names)


def _opened(written: str) -> str:
    """Return what was written without capitals that name nobody, as in "Number of troops".

    An elided article ("d'Hugo") is taken off, so that the name behind it is seen.
    """
    bare = ELIDED.sub("", written)
    first, _, rest = bare.partition(" ")
    plain = first.casefold() in FREE and not rest[:1].isupper()
    return bare[:1].lower() + bare[1:] if plain else bare


def is_name(written: str) -> bool:
    """Tell a name from a description: after an article, every word has a capital or no case.

    Example:
        >>> is_name("the White House"), is_name("a spokesman for the White House")
        (True, False)
    """
    words = [word for word in written.split() if any(map(str.isalnum, word))]
    if words and words[0].casefold() in ARTICLES:
        words = words[1:]
    small = [word for word in words if word[0].islower() and not is_capital(word)]
    return (
        bool(words)
        and words[0][0].isalpha()
        and not words[0][0].islower()
        and all(w in PARTICLES | JOINING for w in small)
    )


def _measures(figure: Figure) -> bool:
    """Quantities do; of the ranks, those in digits ("80th"): "first" mostly orders a story."""
    in_digits = any(map(str.isdigit, figure.text))
    return figure.kind == "quantity" or (figure.kind == "ordinal" and in_digits)


def _longer(statement: Statement, place: tuple[int, int]) -> Statement:
    return Statement(
        statement.key,
        (*statement.places, place),
        statement.text,
        statement.kind,
        statement.name,
        statement.source,
        statement.certain,
    )
