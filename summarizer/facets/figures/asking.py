"""The figures: code finds and parses them, and says what most measure; a model says the rest."""

from collections.abc import Iterable

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.decisions import BY_MODEL, UNDECIDED
from summarizer.facets.figures.captions import Caption, clean, copied
from summarizer.facets.figures.checks import caption_objections
from summarizer.facets.figures.form import FiguresPart
from summarizer.facets.figures.stored import StoredFigures
from summarizer.facets.objections import doubt_of, refusal
from summarizer.facets.question import Checked, KeyedAnswer, Problem, Question
from summarizer.facets.shown import Explanation
from summarizer.schema import Figure, Span

GROUP = 4
"""Most figures of one sentence that are asked about together. Grouped by sentence, the figures of
an article cost about half of what they cost one by one (docs/performance.md)."""

TEXT = {"type": "string", "maxLength": 120}
"""A caption on the wire: twice what the question asks for, since small models run on."""


class CaptionsAnswer(KeyedAnswer):
    """What each of the figures measures, by its text.

    Each caption is so written right behind its figure: 66 of 80 captions on the seeds were right
    and kept, and 28 of 82 with the same model where they were a list in the figures' order.
    """

    __pydantic_extra__: dict[str, str]


class Figures(StoredFigures, BaseFacet[Figure, CaptionsAnswer, Caption]):
    """One question for the figures of a sentence."""

    part = FiguresPart()

    def questions(self, document: Document) -> list[Question]:
        """Ask for captions of the figures, those of a sentence together."""
        return _grouped(document, document.figures)

    def unanswered(self, document: Document) -> list[Question]:
        """Ask for the captions that code does not find."""
        return _grouped(document, [key for key in document.figures if not copied(document, key)])

    def check(
        self, document: Document, question: Question, answer: CaptionsAnswer, *, strict: bool
    ) -> Checked[Caption]:
        """Refuse an empty caption, an echo of the number, and words from elsewhere."""
        found: list[Caption] = []
        problems: list[Problem] = []
        for key, label in zip(question.variables["keys"], question.keys, strict=True):
            caption = clean(document, key, answer.of(label) or "")
            objections = list(caption_objections(document, key, caption, strict=strict))
            if fault := refusal(objections):
                again = _question(document, (key,))
                problems.append(Problem(fault.reason, fault.detail, key, again))
            else:
                found.append(Caption(key, caption, BY_MODEL.doubted(doubt_of(objections))))
        return Checked(tuple(found), tuple(problems))

    def explained(
        self, document: Document, found: list[Caption], registry: ActorRegistry
    ) -> Iterable[Explanation]:
        """Say why code gives each figure its caption."""
        from summarizer.facets.figures.explanation import explain_figure  # noqa: PLC0415  seldom

        return (explain_figure(document, key) for key in document.figures)

    def build(
        self, document: Document, found: list[Caption], registry: ActorRegistry
    ) -> tuple[Figure, ...]:
        """Copy the figures out of the article, with their captions; code copies those left out."""
        captions = {caption.key: caption for caption in found}
        return tuple(
            _built(document, key, captions.get(key) or copied(document, key))
            for key in document.figures
            if key not in captions or captions[key].text
        )


def _grouped(document: Document, keys: Iterable[str]) -> list[Question]:
    """Return the questions about some figures, by sentence."""
    by_sentence: dict[int, list[str]] = {}
    for key in keys:
        by_sentence.setdefault(document.sentence_at(document.figures[key].start), []).append(key)
    return [
        _question(document, tuple(each[at : at + GROUP]))
        for each in by_sentence.values()
        for at in range(0, len(each), GROUP)
    ]


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


def _label(figures: tuple[str, ...], number: int) -> str:
    """Return the text of a figure, with a count if it occurs more than once."""
    text = figures[number]
    nth = figures[: number + 1].count(text)
    return f"{text} ({nth})" if nth > 1 else text


def _built(document: Document, key: str, caption: Caption | None) -> Figure:
    figure = document.figures[key]
    return Figure(
        id=key,
        span=Span.of(document.article.text, figure.start, figure.end),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        change=figure.change,
        unit=figure.unit,
        currency=figure.currency,
        percent=figure.percent,
        approximate=figure.approximate,
        ordinal=figure.ordinal,
        measures=caption.text if caption else None,
        measures_evidence=_copies(document, caption),
        context=Span.of(document.article.text, *document.context(figure)),
        sentence_before=_before(document, caption),
        **(caption.decision if caption else UNDECIDED).fields,
    )


def _before(document: Document, caption: Caption | None) -> Span | None:
    before = caption and caption.before
    return Span.of(document.article.text, *before) if before else None


def _copies(document: Document, caption: Caption | None) -> tuple[Span, ...]:
    pieces = caption.pieces if caption else ()
    return tuple(Span.of(document.article.text, *piece) for piece in pieces)
