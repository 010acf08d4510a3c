"""The opinions of an article: who takes which position on what, as its sentences state it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Self

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.names.people import Names
from summarizer.document.names.titles import is_name
from summarizer.document.opinions.positions import spoken_positions, stated_positions
from summarizer.document.opinions.readers import Stated
from summarizer.document.sentences import Sentence, sentence_at
from summarizer.document.subjects import Subject
from summarizer.schema import Certainty, Position


@dataclass(frozen=True, slots=True)
class Opinion:
    """A position that an actor takes.

    Args:
        actor: The actor's full name.
        position: The position.
        target: What it is about, in the words of the article.
        sentence: Index of the sentence that states it.
        quote: Key of the quotation that states it; None outside of quotations.
        rule: The name of the construction in which code reads it; None for a model's.
        certainty: How sure that is.
        words: The words that code read.
    """

    actor: str
    position: Position
    target: str
    sentence: int
    quote: str | None = None
    rule: str | None = None
    certainty: Certainty = "inferred"
    words: str = ""

    @classmethod
    def of(
        cls, actor: str, stated: Stated, sentence: int, certainty: Certainty, quote: str | None
    ) -> Self:
        """Return the opinion that a sentence states of an actor."""
        return cls(
            actor,
            stated.position,
            stated.target,
            sentence,
            quote,
            stated.rule,
            certainty,
            stated.words,
        )


def find_opinions(
    names: Names,
    sentences: Sequence[Sentence],
    subjects: Iterable[Subject],
    quotes: Iterable[AttributedQuote],
) -> tuple[Opinion, ...]:
    """Find the opinions that the sentences of an article state.

    Args:
        names: The names of the article.
        sentences: Its sentences.
        subjects: Who its sentences are about.
        quotes: Its quotations with their speakers; only those of certain speakers are read.

    Returns:
        The opinions that the writer reports first, then those in quotations, each in order.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe praised the plan."
        >>> names = read_names(text, language("en"))
        >>> subjects = [Subject("Jane Roe", 0, 8)]
        >>> (found,) = find_opinions(names, outline(text).sentences, subjects, ())
        >>> found.actor, found.position, found.target
        ('Jane Roe', 'praises', 'the plan')
    """
    reported = _reported(names, sentences, subjects)
    return (*reported, *_quoted(names, sentences, quotes))


def _reported(
    names: Names, sentences: Sequence[Sentence], subjects: Iterable[Subject]
) -> Iterator[Opinion]:
    """Yield the opinions of those who a sentence names."""
    spoken = names.vocabulary.language
    inside = ((sentence_at(sentences, subject.start), subject) for subject in subjects)
    for at, group in groupby(inside, key=itemgetter(0)):
        start, end = sentences[at].start, sentences[at].end
        named = [subject for _, subject in group if subject.end <= end]
        places = [(subject.start - start, subject.end - start) for subject in named]
        found = stated_positions(sentences[at].text, places, spoken)
        for subject, every in zip(named, found, strict=True):
            written = names.text[subject.start : subject.end]
            sure: Certainty = "inferred" if spoken.is_pronoun(written) else "explicit"
            for stated in every:
                yield Opinion.of(subject.name, stated, at, sure, None)


def _quoted(
    names: Names, sentences: Sequence[Sentence], quotes: Iterable[AttributedQuote]
) -> Iterator[Opinion]:
    """Yield the opinions in quotations whose speaker is certain, sentence by sentence."""
    known = names.vocabulary
    for each in quotes:
        if each.certain and each.name and is_name(each.name, known):
            for at, said in _said(names.text, sentences, each):
                for stated in spoken_positions(said, known.language):
                    yield Opinion.of(each.name, stated, at, "inferred", each.key)


def _said(
    text: str, sentences: Sequence[Sentence], quote: AttributedQuote
) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a quotation as far as they are within it, with their indices."""
    for start, end in quote.places:
        first, last = sentence_at(sentences, start), sentence_at(sentences, end - 1)
        for at, sentence in enumerate(sentences[first : last + 1], start=first):
            yield at, text[max(start, sentence.start) : min(end, sentence.end)].strip()
