"""A text cut into tokens, with who its pronouns mean: what every reading of sources begins with."""

import re
from collections.abc import Sequence
from functools import cached_property

from summarizer.document.attribution.grammar.persons import Persons
from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.pronouns import Antecedents
from summarizer.document.attribution.grammar.tokens import tokenise
from summarizer.document.names.people import Names
from summarizer.document.names.words import opens_sentence
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence

_WORD = re.compile(r"\w+")


class ParsedText:
    """A text as tokens. It is made once, for quotations and statements.

    Args:
        names: The names of the text.
        quotations: Its quotations.
        sentences: Its sentences.
        skipped: The offsets that are in no sentence: its byline and datelines.

    Attributes:
        text: The text.
        tokens: Its tokens.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> parsed = ParsedText(read_names("Jane Roe slept.", language("en")), (), ())
        >>> len(parsed.tokens), parsed.name(Source("name", 0, 0, 0))
        (2, 'Jane Roe')
    """

    def __init__(
        self,
        names: Names,
        quotations: Sequence[Quotation],
        sentences: Sequence[Sentence],
        skipped: frozenset[int] = frozenset(),
    ) -> None:
        self.text = names.text
        self.names = names
        self.quotations = quotations
        self.skipped = skipped
        self.tokens = tokenise(names, quotations, sentences, skipped)

    @cached_property
    def headline(self) -> int:
        """Where the first line ends, if it is no sentence and more lines follow; 0 if not."""
        first, _, rest = self.text.partition("\n")
        return len(first) if rest.strip() and first.rstrip()[-1:].isalnum() else 0

    def is_in_headline(self, item: int) -> bool:
        """Return whether a run, by its number, is in a headline: each word may have a capital."""
        run = self.names.runs[item]
        capital = not (run.sure or opens_sentence(self.text, run.start))
        return capital or run.start < self.headline

    @cached_property
    def quoted(self) -> list[int]:
        """The number of each quotation's token."""
        return [at for at, token in enumerate(self.tokens) if token.kind == "quote"]

    @cached_property
    def antecedents(self) -> Antecedents:
        """Who the pronouns mean; many articles are read without asking."""
        return Antecedents(self.tokens, self.persons)

    @cached_property
    def persons(self) -> Persons:
        """Which of the names are persons'."""
        return Persons(self.tokens, self.names)

    def place(self, source: Source) -> tuple[int, int]:
        """Return the offsets of a source."""
        first = source.first - self.is_inhabitant(source)
        return self.tokens[first].start, self.tokens[source.last].end

    def is_inhabitant(self, source: Source) -> bool:
        """Return whether a source is someone by where he is from: "the Norwegian"."""
        token, before = self.tokens[source.first], self.tokens[source.first - 1 : source.first]
        one = source.kind == "name" and "inhabitant" in token.tags
        return one and any("determiner" in each.tags for each in before)

    def is_shared(self, source: Source) -> bool:
        """Return whether several bear the name of a source, so that its place decides."""
        return source.kind == "name" and self.names.is_shared(self.names.runs[source.item])

    def name(self, source: Source, speakers: Sequence[int] = (), said: str = "") -> str | None:
        """Return the full name that a source means, None for a description.

        Args:
            source: The source.
            speakers: Numbers of the name tokens that were found to speak before it, in order.
            said: What it says.
        """
        if source.kind == "pronoun":
            return self.antecedents.of(source.first, speakers, said)
        if source.kind != "name" or self.is_inhabitant(source):
            return None
        return self.full(source.item)

    def full(self, item: int) -> str:
        """Return the full name of a run, by its number."""
        return self.names.meanings[item]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that it has in lower case."""
        return frozenset(filter(str.islower, _WORD.findall(self.text)))
