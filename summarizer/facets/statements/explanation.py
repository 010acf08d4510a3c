"""Why code reads a statement: the construction, and the words that it read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.document.statements import Statement
from summarizer.document.statements.constructions import BY_NAME
from summarizer.facets.decisions import how_sure
from summarizer.facets.stored import one_line
from summarizer.schema import Certainty, Polarity


@dataclass(frozen=True, slots=True)
class StatementExplanation:
    """What a source is reported to have said, and why code reads it so.

    Args:
        id: The statement's id: T1, T2, ….
        words: The words that are reported.
        speaker: The source's full name, or the article's words for it.
        polarity: Whether it was said, asked, denied or not said.
        rule: The name of the construction.
        description: What the construction reads, in a line.
        certainty: How sure it is.
        cue: The words that report it.
        start: Offset of those words.
        end: Offset after them.
    """

    id: str
    words: str
    speaker: str
    polarity: Polarity
    rule: str
    description: str
    certainty: Certainty
    cue: str
    start: int
    end: int

    @property
    def title(self) -> str:
        """What is explained."""
        return one_line(self.words)

    def lines(self) -> Iterator[str]:
        """Yield the explanation in lines."""
        sure = how_sure(self.certainty, f"rule “{self.rule}”")
        yield f"{self.speaker} ({self.polarity}), {sure}, from “{one_line(self.cue)}”"
        yield f"the rule: {self.description}"


def explain_statements(text: str, found: Iterable[Statement]) -> Iterator[StatementExplanation]:
    """Say of each statement in which construction code reads it."""
    for each in found:
        yield StatementExplanation(
            id=each.key,
            words=" … ".join(text[start:end] for start, end in each.places),
            speaker=each.name or each.source,
            polarity=each.polarity,
            rule=each.rule,
            description=BY_NAME[each.rule].description,
            certainty=each.certainty,
            cue=text[slice(*each.cue)],
            start=each.cue[0],
            end=each.cue[1],
        )
