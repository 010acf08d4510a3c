"""Why code says of a figure what it measures: the rule, and the words that it copies."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.facets.decisions import how_sure
from summarizer.facets.figures.captions import copied
from summarizer.facets.stored import one_line
from summarizer.schema import Certainty

RULES = {
    "age": "Read whose age it is, by the name before it.",
    "sentence": "Copy its sentence, cut short, with a gap for the figure.",
}
"""What each rule does, in a line."""


@dataclass(frozen=True, slots=True)
class FigureExplanation:
    """What a figure measures, as code says, and why.

    Args:
        id: The figure's id.
        figure: It as written.
        caption: What it measures; None where no rule is certain.
        rule: The name of the rule.
        certainty: How sure it is.
        pieces: The words that are copied.
        before: The sentence before, where those point back to it.
    """

    id: str
    figure: str
    caption: str | None = None
    rule: str | None = None
    certainty: Certainty | None = None
    pieces: tuple[str, ...] = ()
    before: str | None = None

    @property
    def title(self) -> str:
        """What is explained."""
        return f"{self.figure}: {self.caption}" if self.caption else self.figure

    def lines(self) -> Iterator[str]:
        """Yield the explanation in lines."""
        if self.rule is None:
            yield "no caption: no rule is certain of one"
            return
        yield f"caption, {how_sure(self.certainty, f'rule “{self.rule}”')}"
        yield f"the rule: {RULES[self.rule]}"
        yield f"copied from: {', '.join(f'“{one_line(each)}”' for each in self.pieces)}"
        if self.before:
            yield f"what that points back to: {one_line(self.before)}"


def explain_figure(document: Document, key: str) -> FigureExplanation:
    """Say why code gives a figure its caption, or none."""
    figure, caption, text = document.figures[key].text, copied(document, key), document.article.text
    if caption is None:
        return FigureExplanation(key, figure)
    pieces = tuple(text[slice(*place)] for place in caption.pieces)
    before = text[slice(*caption.before)] if caption.before else None
    rule, certainty = caption.decision.rule, caption.decision.certainty
    return FigureExplanation(key, figure, caption.text, rule, certainty, pieces, before)
