"""The figures: code finds and parses them, the model says what each one measures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from summarizer.cast import Cast
from summarizer.document import Document
from summarizer.facets.question import Answer, Checked, Facet, Problem, Question
from summarizer.scan.words import unsupported
from summarizer.schema import Figure, Span


class CaptionAnswer(Answer):
    """What a figure measures."""

    caption: str


class FigureAnswer(Answer):
    """What one of the numbered figures of the form measures."""

    figure: int
    caption: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What a figure measures, in words of its passage."""

    key: str
    text: str


class Figures(Facet[CaptionAnswer, Caption]):
    """One question for each figure that measures something."""

    name = "figures"
    form: ClassVar[object] = list[FigureAnswer]

    def questions(self, document: Document) -> list[Question]:
        """Ask for a caption of each figure."""
        return [_question(document, key) for key in document.figures]

    def split(self, document: Document, part: object) -> Iterator[tuple[Question, CaptionAnswer]]:
        """Take the captions from the form by the figures' numbers."""
        open_ = {question.key: question for question in self.questions(document)}
        for each in part if isinstance(part, list) else ():
            question = open_.pop(f"F{each.figure}", None)
            if question is not None:
                yield question, CaptionAnswer(caption=each.caption)

    def check(
        self, document: Document, question: Question, answer: CaptionAnswer
    ) -> Checked[Caption]:
        """Refuse an empty caption, an echo of the number, and words from elsewhere."""
        caption = " ".join(answer.caption.split()).rstrip(".")
        for reason, detail in _faults(document, question.key, caption):
            again = replace(question, note=f"{detail} Use only words of the passage.")
            return Checked(problems=(Problem(reason, detail, question.key, again),))
        return Checked((Caption(question.key, caption),))

    def build(self, document: Document, found: list[Caption], cast: Cast) -> tuple[Figure, ...]:
        """Copy the figures out of the article, with their captions."""
        captions = {caption.key: caption.text for caption in found}
        return tuple(
            Figure(
                id=key,
                span=Span.of(document.article.text, figure.start, figure.end),
                value=figure.value,
                low=figure.low,
                high=figure.high,
                unit=figure.unit,
                currency=figure.currency,
                percent=figure.percent,
                approximate=figure.approximate,
                ordinal=figure.ordinal,
                measures=captions.get(key),
            )
            for key, figure in document.figures.items()
        )


def _question(document: Document, key: str) -> Question:
    figure = document.figures[key]
    variables = {"passage": document.passage(figure.start), "figure": figure.text}
    return Question("figures", key, "figures", CaptionAnswer, 60, variables)


def _faults(document: Document, key: str, caption: str) -> Iterator[tuple[str, str]]:
    figure = document.figures[key]
    near = document.passage(figure.start, before=2, after=1)
    if not any(map(str.isalpha, caption)):
        yield "empty", f"The caption of {figure.text!r} says nothing."
    if not unsupported(figure.text, caption):
        yield "echo", f"The caption {caption!r} only repeats {figure.text!r}."
    for reason, word in document.foreign(caption):
        yield reason, f"{word!r}, in the caption of {figure.text!r}, does not stand in the article."
    for word in unsupported(f"{document.article.title} {near}", caption):
        yield "word_not_in_passage", f"{word!r} is not said near {figure.text!r}."
