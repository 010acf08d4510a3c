"""Why code gives a quotation to its speaker: the rule, the words that it read, and the others.

It asks every rule of every quotation, which takes longer than reading an article does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.attribution import Attribution, candidates
from summarizer.document.attribution.rules import BY_NAME
from summarizer.document.document import Document
from summarizer.facets.decisions import how_sure
from summarizer.facets.stored import one_line
from summarizer.schema import Certainty


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker that a rule gives to a quotation.

    Args:
        speaker: The full name, or the article's words for a source without a name.
        rule: The name of the rule.
        description: What the rule reads, in a line.
        certainty: How sure the rule is.
        start: Offset of the words that it read.
        end: Offset after them.
        text: Those words.
    """

    speaker: str
    rule: str
    description: str
    certainty: Certainty
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        sure = how_sure(self.certainty, f"rule “{self.rule}”")
        return f"{self.speaker}, {sure}, from “{one_line(self.text)}”"


@dataclass(frozen=True, slots=True)
class QuoteExplanation:
    """Who said a quotation, and why.

    Args:
        id: The quotation's id: Q1, Q2, ….
        words: Its words, those of its first paragraph.
        decided: The speaker by the first rule that names one; None where no rule does.
        others: Other speakers, by the rules behind it, each once.
    """

    id: str
    words: str
    decided: Candidate | None
    others: tuple[Candidate, ...]

    @property
    def title(self) -> str:
        """What is explained."""
        return f"“{self.words}”"

    def lines(self) -> Iterator[str]:
        """Yield the explanation in lines."""
        if self.decided is None:
            yield "No rule finds a speaker."
        else:
            yield str(self.decided)
            yield f"the rule: {self.decided.description}"
        yield from (f"or: {other}" for other in self.others)


def explain_quotes(document: Document) -> Iterator[QuoteExplanation]:
    """Say of each quotation which rule decides who said it, and who else it could have been."""
    weighed = _weighed(document)
    for quote in document.quotes:
        yield _explained(document.article.text, quote, weighed[quote.start])


def _weighed(document: Document) -> dict[int, tuple[Attribution, ...]]:
    """Return what every rule says, by the offset of the quotation."""
    outline = document.outline
    found = candidates(document.parsed)
    starts = (quotation.start for quotation in outline.quotations)
    return dict(zip(starts, found, strict=True))


def _explained(text: str, quote: AttributedQuote, found: Sequence[Attribution]) -> QuoteExplanation:
    every = tuple(_once_each(_candidate(text, each) for each in found))
    return QuoteExplanation(quote.key, quote.text, every[0] if every else None, every[1:])


def _once_each(every: Iterator[Candidate]) -> Iterator[Candidate]:
    """Yield the first candidate for each speaker."""
    speakers = set[str]()
    for each in every:
        if each.speaker not in speakers:
            speakers.add(each.speaker)
            yield each


def _candidate(text: str, found: Attribution) -> Candidate:
    start, end = found.read
    return Candidate(
        speaker=found.name or found.speaker,
        rule=found.rule,
        description=BY_NAME[found.rule].description,
        certainty=found.certainty,
        start=start,
        end=end,
        text=text[start:end],
    )
