"""An article with all that code knows of it, which the facets ask about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from summarizer.article import Article
from summarizer.document.actors import ActorReader
from summarizer.document.attributed_quote import AttributedQuote, attributed
from summarizer.document.attribution import attribute
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.polarity import polarities
from summarizer.document.bylines import credited
from summarizer.document.descriptions import Descriptions
from summarizer.document.limits import (
    MAX_NAMES,
    MAX_NUMBERS,
    MAX_STATEMENTS,
    refuse_masses,
    refuse_more,
)
from summarizer.document.lookup import Lookup
from summarizer.document.names import Names, read_names, read_numbers, weigh_names
from summarizer.document.names.ranking import Prominence
from summarizer.document.names.titles import is_name
from summarizer.document.outline import Passages, read_figures, read_passages
from summarizer.document.paragraphs import find_paragraphs, unwrapped
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence, sentence_at
from summarizer.document.subjects import Subject, find_subjects
from summarizer.languages.detection import language_of
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import UNKNOWN, Language

if TYPE_CHECKING:
    from summarizer.document.captions import Captions
    from summarizer.document.figures import Figure
    from summarizer.document.gist import Chosen
    from summarizer.document.given import Given, Unknown
    from summarizer.document.opinions import Opinion
    from summarizer.document.statements import Statement

NAMES = 10
"""Names without a verb of saying beside them that may be actors."""


@dataclass(frozen=True, eq=False)
class Document:
    """An article, read by code. Make one with :meth:`read`.

    What only some facets need, such as figures and opinions, is read when it is first asked for.

    Args:
        article: The article.
        language: The language that it is written in.
        outline: Its sentences and quotations.
        known_names: The names in it, and who bears which.
        parsed: Its tokens, without its byline and datelines.
        quotes: The quotations that someone said, with what the rules say of their speakers.
        unsaid: The quotations of which it says that no one said them.
        lookup: Finds names in its text.

    Example:
        >>> document = Document.read(Article("“We won,” Jane Roe said. It cost 9 crowns."))
        >>> document.quotes[0].name, document.names, document.figures["F1"].text
        ('Jane Roe', ('Jane Roe',), '9 crowns')
    """

    article: Article
    language: Language
    outline: Passages
    known_names: Names
    parsed: ParsedText
    quotes: tuple[AttributedQuote, ...]
    unsaid: tuple[AttributedQuote, ...]
    lookup: Lookup

    @classmethod
    def read(cls, article: Article) -> Self:
        """Read an article.

        The steps take time linear in its length, but for hundreds of names with one first word.

        Args:
            article: The article.

        Raises:
            ArticleError: It has more words, numbers, marks or names than are read in seconds.
        """
        refuse_masses(article)
        text = article.text
        spoken = language_of(text)
        paragraphs = find_paragraphs(text)
        flat = unwrapped(text, paragraphs)
        outline = read_passages(text, flat, paragraphs, spoken)
        names = read_names(flat, spoken)
        refuse_more(article, "names", len({run.name for run in names.runs}), MAX_NAMES)
        quotations = _spoken(outline.quotations, names)
        parsed = ParsedText(names, quotations, outline.sentences, credited(flat, spoken))
        speakers = attribute(parsed)
        every = attributed(quotations, speakers, polarities(parsed, speakers))
        return cls(
            article=article,
            language=spoken,
            outline=outline,
            known_names=names,
            parsed=parsed,
            quotes=tuple(each for each in every if each.polarity != "unsaid"),
            unsaid=tuple(each for each in every if each.polarity == "unsaid"),
            lookup=Lookup(names, outline.sentences),
        )

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """The mentions of those who may do what a sentence says, outside of quotations."""
        return find_subjects(self.known_names, self.outline.sentences, self.parsed.quotations)

    @cached_property
    def statements(self) -> "tuple[Statement, ...]":
        """What it reports that someone said, without quotation marks."""
        from summarizer.document.statements import find_statements  # noqa: PLC0415  takes a while

        found = find_statements(self.parsed, self.quotes)
        refuse_more(self.article, "reported words", len(found), MAX_STATEMENTS)
        return found

    @cached_property
    def opinions(self) -> "tuple[Opinion, ...]":
        """The positions that its sentences state."""
        from summarizer.document.opinions import Holders, find_opinions  # noqa: PLC0415  takes a while

        text = self.known_names, self.outline.sentences
        return find_opinions(*text, self.quotes, Holders(*text, self.subjects, self.descriptions))

    @cached_property
    def every_figure(self) -> "tuple[Figure, ...]":
        """Its figures, those that measure nothing as well; an ArticleError if they are too many."""
        found = read_figures(self.article.text, self.known_names.text, self.language)
        refuse_more(self.article, "numbers", len(found), MAX_NUMBERS)
        return found

    @cached_property
    def figures(self) -> "Mapping[str, Figure]":
        """The figures that measure something, by key: F1, F2, …."""
        from summarizer.document.figures.keys import keyed  # noqa: PLC0415  takes a while

        return keyed(self.every_figure)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names that may be actors, the most prominent first."""
        return tuple(filter(self._acts, self._prominence.ranked(NAMES)))

    @cached_property
    def speaking(self) -> tuple[str, ...]:
        """The names that say something, as verbs of saying beside them show."""
        return tuple(filter(self._acts, self._prominence.speaking))

    @cached_property
    def given(self) -> "Given":
        """What knows which names and numbers it gives."""
        from summarizer.document.given import Given  # noqa: PLC0415  takes a while

        numbers = read_numbers(self.article.text, self.language, self.every_figure)
        return Given(self.known_names, numbers, self.lookup)

    @cached_property
    def descriptions(self) -> Descriptions:
        """What knows who is meant by descriptions such as "the governor"."""
        return Descriptions(self.parsed, self.actors)

    @cached_property
    def actors(self) -> ActorReader:
        """What knows who acts in it, and what each actor is and is called."""
        return ActorReader(self.parsed)

    @cached_property
    def captions(self) -> "Captions":
        """What knows what its figures measure, as far as rules can say it."""
        from summarizer.document.captions import Captions, Meaning, Topic  # noqa: PLC0415  takes a while
        from summarizer.document.gist import headline_of  # noqa: PLC0415

        sentences, figures = self.outline.sentences, tuple(self.figures.values())
        headline = headline_of(self.article)
        topic = Topic(self.parsed, sentences, self.lookup, self.actors, headline)
        meaning = Meaning(self.parsed, self.subjects, self.lookup, self.descriptions, topic)
        return Captions(self.parsed, sentences, figures, self.quotes, meaning)

    @cached_property
    def _quotes_by_key(self) -> Mapping[str, AttributedQuote]:
        return {quote.key: quote for quote in self.quotes}

    @cached_property
    def _prominence(self) -> Prominence:
        return weigh_names(self.known_names, self.parsed.skipped)

    def _acts(self, name: str) -> bool:
        """Return whether it is a name, and not only "the Norwegian"."""
        tags = lexicon(self.language).tags(name.lower())
        return bool(self.find(name)) and "inhabitant" not in tags

    @property
    def is_caseless(self) -> bool:
        """Whether it is in a script without capitals, so that none shows a name."""
        return self.known_names.is_caseless

    @property
    def gist(self) -> "tuple[Chosen, ...]":
        """The one or two sentences that say what the article is about, as code copies them."""
        from summarizer.document.gist import choose, headline_of  # noqa: PLC0415  takes a while

        return choose(self.outline, headline_of(self.article), self.parsed.skipped, self.language)

    @property
    def answer_language(self) -> str:
        """The language to answer in, in English words."""
        unnamed = self.is_caseless or self.language.code == UNKNOWN
        return "the language of the article" if unnamed else self.language.name

    def quote(self, key: str) -> AttributedQuote:
        """Return the quote with this key; KeyError where there is none."""
        return self._quotes_by_key[key]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence at an offset, or of the one before it."""
        return sentence_at(self.outline.sentences, offset)

    def sentences(self, first: int, last: int) -> tuple[Sentence, ...]:
        """Return the sentences from index ``first`` to ``last``, both included, within bounds."""
        return self.outline.sentences[max(0, first) : last + 1]

    def context(self, figure: "Figure") -> tuple[int, int]:
        """Return start and end of the clause that holds a figure."""
        from summarizer.document.figures.context import context_of  # noqa: PLC0415  takes a while

        sentence = self.outline.sentences[self.sentence_at(figure.start)]
        places = (figure.start, figure.end), (sentence.start, sentence.end)
        return context_of(self.article.text, *places, self.language)

    def passage(self, offset: int, before: int = 1, after: int = 0) -> str:
        """Return the sentence at an offset and its neighbours, on one line."""
        at = self.sentence_at(offset)
        chosen = self.sentences(at - before, at + after)
        return " ".join(" ".join(sentence.text.split()) for sentence in chosen)

    def foreign(self, written: str) -> Iterator[tuple[str, str]]:
        """Return a reason and a word for each name or number that the article does not give."""
        every = self.unknown(written)
        return ((each.reason, each.word) for each in every if each.reading == "name")

    def unknown(self, written: str) -> "tuple[Unknown, ...]":
        """Return what may be a name or number that the article does not give."""
        return self.given.unknown(written)

    def find(self, name: str) -> str | None:
        """Return a name as it is first written in a sentence of the article; None if it is not."""
        return self.lookup.find(name)

    def full_name(self, name: str) -> str:
        """Return the fullest form that the article gives of a name, as it is written there."""
        return self.lookup.full_name(name)

    def same_actor(self, one: str, other: str) -> bool:
        """Return whether the article supports that two names mean one actor."""
        return self.lookup.same_actor(one, other)

    def aliases(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names and every shorter form of them that the article uses for no other."""
        return self.lookup.aliases(names)

    def mentions(self, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
        """Return every place of any of the names, in order."""
        return self.lookup.mentions(names)

    def places_of(self, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
        """Return every place that names who bears the names, by a short form of them as well."""
        return self.lookup.places_of(names)

    def first_mention(self, name: str) -> int:
        """Return the offset at which a name, or a shorter form of it, first occurs."""
        return self.lookup.first_mention(name)

    def is_pronoun(self, written: str) -> bool:
        """Return whether a word is a pronoun of the article's language, or of any language."""
        return self.language.is_pronoun(written)

    def is_name(self, written: str) -> bool:
        """Return whether words are a name, not a description such as "a spokesman for Roe"."""
        return is_name(written, self.known_names.vocabulary)


def _spoken(quotations: Sequence[Quotation], names: Names) -> tuple[Quotation, ...]:
    """Return the quotations without the nicknames that are parts of names."""
    return tuple(
        each for each in quotations if not names.are_within(each.outer_start, each.outer_end)
    )
