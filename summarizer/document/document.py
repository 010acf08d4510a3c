"""An article with all that code knows of it: its outline, its names, its quotes.

This is what the facets ask about. It knows nothing of prompts or models.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cached_property

from summarizer.article import Article
from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.attribution import attribute
from summarizer.document.bylines import credited
from summarizer.document.figures import Figure
from summarizer.document.names import (
    Identity,
    Numbers,
    Places,
    Prominence,
    foreign_names,
    foreign_numbers,
    read_names,
    read_numbers,
    weigh_names,
)
from summarizer.document.names.words import is_capital
from summarizer.document.outline import Outline, outline
from summarizer.document.sentences import Sentence
from summarizer.document.subjects import Subject, find_subjects
from summarizer.document.support import caseless, free_words
from summarizer.languages.detection import guess_language
from summarizer.languages.table import language

NAMES = 10
"""Names without a verb of saying beside them that may be actors."""

OTHER_LETTER = re.compile(r"[^\W\d_a-zA-Z]")
SAMPLE = 1000
"""Characters of an article that show its script."""


class Document:
    """An article, read by code.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.outline: Outline = outline(article.text)
        self.written_in = language(guess_language(article.text))
        self.known_names = read_names(article.text, self.written_in)
        self._places = Places(article.text)
        self._identity = Identity(self.known_names)
        self._starts = [sentence.start for sentence in self.outline.sentences]
        # The facets and the cast ask about the same few names again and again.
        self._full_names: dict[str, str] = {}
        self._first_mentions: dict[str, int] = {}

    @cached_property
    def quotes(self) -> tuple[AttributedQuote, ...]:
        """The quotations that someone said, with what the rules say of their speakers."""
        found: list[AttributedQuote] = []
        outline = self.outline
        text, names = self.article.text, self.known_names
        rules = attribute(text, names, outline.quotations, outline.sentences)
        for quotation, rule in zip(outline.quotations, rules, strict=True):
            if quotation.role != "speech":
                continue
            place = (quotation.start, quotation.end)
            if quotation.continues and found:
                found[-1] = found[-1].with_paragraph(place)
                continue
            key = f"Q{len(found) + 1}"
            found.append(AttributedQuote(key, (place,), quotation.text, quotation.kind, rule))
        return tuple(found)

    @cached_property
    def is_caseless(self) -> bool:
        """Whether it is in a script without capitals, so that none shows a name."""
        sample = self.article.text[:SAMPLE]
        return 2 * sum(map(_is_caseless, OTHER_LETTER.findall(sample))) >= len(sample)

    @cached_property
    def language(self) -> str:
        """The language to answer in, in English words."""
        if self.is_caseless:
            return "the language of the article"
        return self.written_in.name

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names that may be actors, the most prominent first."""
        return tuple(filter(self.find, self._prominence.ranked(NAMES)))

    @cached_property
    def speaking(self) -> tuple[str, ...]:
        """The names that say something, as verbs of saying beside them show."""
        return tuple(filter(self.find, self._prominence.speaking))

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The mentions of those who may do what a sentence says, outside of quotations."""
        outline = self.outline
        return find_subjects(self.known_names, outline.sentences, outline.quotations)

    @cached_property
    def _prominence(self) -> Prominence:
        return weigh_names(self.known_names, credited(self.article.text))

    @cached_property
    def _numbers(self) -> Numbers:
        return read_numbers(self.article.text, self.written_in, self.outline.figures)

    @cached_property
    def _by_key(self) -> dict[str, AttributedQuote]:
        return {quote.key: quote for quote in self.quotes}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures that measure something, by key: F1, F2, …."""
        kept = [figure for figure in self.outline.figures if _measures(figure)]
        return {f"F{number}": figure for number, figure in enumerate(kept, start=1)}

    def quote(self, key: str) -> AttributedQuote:
        """Return the quote with this key."""
        return self._by_key[key]

    def within(self, sentences: range) -> "Document":
        """Return this document with the quotes, figures and names of some sentences alone.

        They keep their keys. Everything else stays that of the whole article.

        Args:
            sentences: The indices of the sentences.
        """
        part = copy(self)
        part.quotes = tuple(
            each for each in self.quotes if self.sentence_at(each.start) in sentences
        )
        part.figures = {
            key: figure
            for key, figure in self.figures.items()
            if self.sentence_at(figure.start) in sentences
        }
        part.names = tuple(
            name
            for name in self.names
            if any(self.sentence_at(start) in sentences for start, _ in self.mentions([name]))
        )
        return part

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

    def foreign(self, written: str) -> Iterator[tuple[str, str]]:
        """Yield a reason and a word for each name or number that the article does not hold."""
        for name in foreign_names(self.known_names, self._opened(written)):
            yield "name_not_in_article", name
        if not written.isascii():
            for word in caseless(self.article.text, written):
                yield "name_not_in_article", word
        given = self.known_names.vocabulary.given_word  # given names that are small words as well
        for found in given.finditer(written):
            if not self.find(found[0]):
                yield "name_not_in_article", found[0]
        for number in foreign_numbers(self._numbers, written):
            yield "number_not_in_article", number
        for sign in sorted(set(written) - self._signs):
            if sign.isnumeric() and not sign.isdecimal():  # such as circled and Roman numerals
                yield "number_not_in_article", sign

    def find(self, name: str) -> str | None:
        """Return a name as it is first written in a sentence of the article; None if it is not."""
        place = self._places.first(name)
        if place is None or self.sentence_at(place[0]) != self.sentence_at(place[1] - 1):
            return None
        return self.article.text[place[0] : place[1]]

    def full_name(self, name: str) -> str:
        """Return the fullest form that the article gives of a name, as it is written there."""
        if name not in self._full_names:
            self._full_names[name] = self.find(self.known_names.full(name)) or name
        return self._full_names[name]

    def same_actor(self, one: str, other: str) -> bool:
        """Say whether the article supports that two names mean one actor."""
        return self._identity.same(one, other)

    def aliases(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names and every shorter form of them that the article uses for no other."""
        given = frozenset(names)
        return given | {short for short, full in self._standing.items() if full in given}

    def role_of(self, names: Iterable[str]) -> str | None:
        """Return what the article says of an actor: a title, or words set off behind the name.

        The longest title before one of the names wins; "Jane Roe, the mayor of Oslo, said" comes
        after it.
        """
        forms = self.aliases(names)
        runs = [run for run in self.known_names.runs if run.name in forms]
        titles = [" ".join(run.titles) for run in runs if run.titles]
        aside = self.known_names.vocabulary.aside
        asides = (aside.match(self.article.text, run.end) for run in runs)
        said = [title for title in titles if self.find(title)] or [a[1] for a in asides if a][:1]
        return max(said, key=len, default=None)

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(self.article.text)

    @cached_property
    def _standing(self) -> dict[str, str]:
        """Every name in the article, with the fullest form of it."""
        index = self.known_names
        return {name: index.full(name) for name in {run.name for run in index.runs}}

    def first_mention(self, name: str) -> int:
        """Return the offset at which a name, or a shorter form of it, first occurs."""
        if name not in self._first_mentions:
            self._first_mentions[name] = self.mentions(self.aliases([name]))[0][0]
        return self._first_mentions[name]

    def mentions(self, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
        """Return every place of any of the names, in order."""
        return self._places.mentions(names)

    def is_pronoun(self, written: str) -> bool:
        """Tell a pronoun, of the article's language or one whose words are read everywhere."""
        words, low = self.written_in, written.casefold()
        return low in words.words("sentences.pronoun") | words.words("sentences.other_pronoun")

    def is_name(self, written: str) -> bool:
        """Tell a name from a description: after an article, each word has a capital or no case.

        "the White House" is a name, "a spokesman for the White House" is not.
        """
        known = self.known_names.vocabulary
        words = [word for word in written.split() if any(map(str.isalnum, word))]
        if words and words[0].casefold() in known.articles:
            words = words[1:]
        small = (w for w in words if w[0].islower() and not is_capital(w, known.prefixes))
        return (
            bool(words)
            and words[0][0].isalpha()
            and not words[0][0].islower()
            and known.inner.issuperset(small)
        )

    def _opened(self, written: str) -> str:
        """Return what was written without capitals that are no name's, as in "Number of troops".

        An elided article ("d'Hugo") is taken off, so that the name behind it is seen.
        """
        bare = self.known_names.vocabulary.elided.sub("", written)
        first, _, rest = bare.partition(" ")
        plain = first.casefold() in free_words() and not rest[:1].isupper()
        return bare[:1].lower() + bare[1:] if plain else bare


def _is_caseless(letter: str) -> bool:
    """Tell whether a letter is of a script without capitals."""
    return letter.isalpha() and letter.upper() == letter.lower()


def _measures(figure: Figure) -> bool:
    """Quantities do; of the ranks, those in digits ("80th"): "first" mostly orders a story."""
    in_digits = any(map(str.isdigit, figure.text))
    return figure.kind == "quantity" or (figure.kind == "ordinal" and in_digits)
