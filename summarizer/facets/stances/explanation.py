"""Why code reads a stance: the sentences, the words in them, and the construction."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.facets.decisions import how_sure
from summarizer.facets.stored import one_line
from summarizer.schema import Certainty, Position


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that shows a stance.

    Args:
        rule: The name of the construction.
        description: What the construction reads, in a line.
        certainty: How sure it is.
        words: The words that show the position.
        start: Offset of the sentence.
        end: Offset after it.
        text: The sentence.
        named_in: The earlier sentence that names the target; None where this one does.
        points_to: The earlier sentence that says what the target means; None where it does itself.
    """

    rule: str
    description: str
    certainty: Certainty
    words: str
    start: int
    end: int
    text: str
    named_in: str | None = None
    points_to: str | None = None


@dataclass(frozen=True, slots=True)
class StanceExplanation:
    """A position that code reads, and why.

    Args:
        id: The stance's id: S1, S2, … in the order of a summary by code alone.
        actor: Who takes it.
        position: Which one.
        target: What it is about.
        shown: The sentences that show it.
    """

    id: str
    actor: str
    position: Position
    target: str
    shown: tuple[Shown, ...]

    @property
    def title(self) -> str:
        """What is explained."""
        return f"{self.actor} {self.position} {self.target}"

    def lines(self) -> Iterator[str]:
        """Yield the explanation in lines."""
        for each in self.shown:
            sure = how_sure(each.certainty, f"rule “{each.rule}”")
            yield f"{self.position}, {sure}, from “{one_line(each.words)}”"
            yield f"the rule: {each.description}"
            yield f"in: {one_line(each.text)}"
            if each.named_in:
                yield f"what it is about is named in: {one_line(each.named_in)}"
            if each.points_to:
                yield f"what that means is said in: {one_line(each.points_to)}"
