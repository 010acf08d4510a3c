"""The figures: code finds and parses them, the model says what each one measures."""

from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet, Checked, KeyedAnswer, Problem, Question
from summarizer.facets.figures.checks import caption_objections
from summarizer.facets.figures.stored import StoredFigures
from summarizer.facets.objections import refusal
from summarizer.schema import Figure, Span

GROUP = 4
"""Most figures of one sentence that are asked about together. Grouped by sentence, the figures of
an article cost about half of what they cost one by one (docs/performance.md)."""

LONG = 12
"""Words. The question asks for eight."""

TEXT = {"type": "string", "maxLength": 120}
"""A caption on the wire: twice what the question asks for, since small models run on."""


class CaptionsAnswer(KeyedAnswer):
    """What each of the figures measures, by its text.

    Each caption is so written right behind its figure: 66 of 80 captions on the seeds were right
    and kept, and 28 of 82 with the same model where they were a list in the figures' order.
    """

    __pydantic_extra__: dict[str, str]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a figure measures, in words of its passage."""

    key: str
    text: str


class Figures(StoredFigures, BaseFacet[Figure, CaptionsAnswer, Caption]):
    """One question for the figures of a sentence."""

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

    def check(
        self, document: Document, question: Question, answer: CaptionsAnswer
    ) -> Checked[Caption]:
        """Refuse an empty caption, an echo of the number, and words from elsewhere."""
        found: list[Caption] = []
        problems: list[Problem] = []
        for key, label in zip(question.variables["keys"], question.keys, strict=True):
            caption = _caption(document, key, answer.of(label) or "")
            fault = refusal(caption_objections(document, key, caption, strict=True))
            if fault:
                again = _question(document, (key,))
                problems.append(Problem(fault.reason, fault.detail, key, again))
            else:
                found.append(Caption(key, caption))
        return Checked(tuple(found), tuple(problems))

    def build(
        self, document: Document, found: list[Caption], registry: ActorRegistry
    ) -> tuple[Figure, ...]:
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
    figures = tuple(document.figures[key].text for key in keys)
    return Question(
        "figures",
        ",".join(keys),
        "figures",
        CaptionsAnswer,
        80 * len(keys),
        {
            "passage": document.passage(document.figures[keys[0]].start, before=0),
            "language": document.answer_language,
            "keys": keys,
        },
        keys={_label(figures, number): TEXT for number in range(len(figures))},
    )


def _caption(document: Document, key: str, written: str) -> str:
    """Return a caption on one line, without the figure and a colon before it.

    What runs on is cut at its first comma.
    """
    caption = " ".join(written.split()).strip(" .,;:")
    if len(caption.split()) > LONG:
        caption = caption.partition(",")[0]
    before, colon, after = caption.partition(":")
    repeated = colon and before.strip() == document.figures[key].text
    return after.strip() if repeated else caption


def _label(figures: tuple[str, ...], number: int) -> str:
    """Return the text of a figure, with a count if it occurs more than once."""
    text = figures[number]
    nth = figures[: number + 1].count(text)
    return f"{text} ({nth})" if nth > 1 else text
