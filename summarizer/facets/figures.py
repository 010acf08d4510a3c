"""The figures: code finds and parses them, the model says what each one measures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import ClassVar

from pydantic import Field, JsonValue, create_model

from summarizer.cast import Cast
from summarizer.document import Document
from summarizer.facets.question import Answer, Checked, Facet, Problem, Question, short
from summarizer.scan.words import unsupported
from summarizer.schema import Figure, Span

GROUP = 4
"""Most figures of one sentence that are asked about together. Grouped by sentence, the figures of
an article cost about half of what they cost one by one (docs/performance.md)."""


class CaptionsAnswer(Answer):
    """What the figures of a question measure, in their order."""

    captions: list[str]


class FigureAnswer(Answer):
    """What one of the numbered figures of the form measures."""

    figure: int
    caption: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What a figure measures, in words of its passage."""

    key: str
    text: str


class Figures(Facet[CaptionsAnswer, Caption]):
    """One question for the figures of a sentence."""

    name = "figures"
    form: ClassVar[object] = list[FigureAnswer]

    def questions(self, document: Document) -> list[Question]:
        """Ask for captions of the figures, those of a sentence together."""
        by_sentence: dict[int, list[str]] = {}
        for key, figure in document.figures.items():
            by_sentence.setdefault(document.sentence_at(figure.start), []).append(key)
        return [
            _question(document, tuple(keys[at : at + GROUP]))
            for keys in by_sentence.values()
            for at in range(0, len(keys), GROUP)
        ]

    def split(self, document: Document, part: object) -> Iterator[tuple[Question, CaptionsAnswer]]:
        """Take the captions from the form by the figures' numbers; the first for each counts."""
        filled = part if isinstance(part, list) else []
        captions = {f"F{each.figure}": each.caption for each in reversed(filled)}
        for question in self.questions(document):
            keys = question.variables["keys"]
            if any(key in captions for key in keys):
                yield question, CaptionsAnswer(captions=[captions.get(key, "") for key in keys])

    def check(
        self, document: Document, question: Question, answer: CaptionsAnswer
    ) -> Checked[Caption]:
        """Refuse an empty caption, an echo of the number, and words from elsewhere."""
        found: list[Caption] = []
        problems: list[Problem] = []
        for key, written in zip_longest(question.variables["keys"], answer.captions, fillvalue=""):
            caption = _caption(document, key, written) if key else ""
            fault = next(_faults(document, key, caption), None) if key else None
            if fault:
                again = replace(
                    _question(document, (key,)), note=f"{fault[1]} Use only words of the passage."
                )
                problems.append(Problem(*fault, key, again))
            elif key:
                found.append(Caption(key, caption))
        return Checked(tuple(found), tuple(problems))

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


def _question(document: Document, keys: tuple[str, ...]) -> Question:
    figures = [document.figures[key] for key in keys]
    return Question(
        "figures",
        ",".join(keys),
        "figures",
        _captions(len(keys)),
        60 * len(keys),
        {
            "passage": document.passage(figures[0].start),
            "figures": [figure.text for figure in figures],
            "keys": keys,
        },
    )


def _caption(document: Document, key: str, written: str) -> str:
    """Return a caption on one line, without the figure and a colon before it."""
    caption = " ".join(written.split()).rstrip(".")
    before, colon, after = caption.partition(":")
    repeated = colon and before.strip() == document.figures[key].text
    return after.strip() if repeated else caption


@cache
def _captions(count: int) -> type[CaptionsAnswer]:
    """Return the answer for so many figures: the count goes over the wire."""
    bounds: dict[str, JsonValue] = {"minItems": count, "maxItems": count}
    return create_model(
        "CaptionsAnswer",
        __base__=CaptionsAnswer,
        captions=(list[str], Field(json_schema_extra=bounds)),
    )


def _faults(document: Document, key: str, caption: str) -> Iterator[tuple[str, str]]:
    figure = document.figures[key]
    near = document.passage(figure.start, before=2, after=1)
    if not any(map(str.isalpha, caption)):
        yield "empty", f"The caption of {figure.text!r} says nothing."
    if not unsupported(figure.text, caption):
        yield "echo", f"The caption {short(caption)!r} only repeats {figure.text!r}."
    for reason, word in document.foreign(caption):
        yield (
            reason,
            f"{short(word)!r}, in the caption of {figure.text!r}, does not stand in the article.",
        )
    for word in unsupported(f"{document.article.title or ''} {near}", caption):
        yield "word_not_in_passage", f"{short(word)!r} is not said near {figure.text!r}."
