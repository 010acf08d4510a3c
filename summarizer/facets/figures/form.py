"""The figures in the form: what each one measures, or that it is none."""

from collections.abc import Iterator, Mapping

from summarizer.document.document import Document
from summarizer.facets.decisions import BY_MODEL
from summarizer.facets.figures.captions import Caption, clean
from summarizer.facets.figures.checks import caption_objections
from summarizer.facets.form import KeyedItem, KeyedPart, Rows
from summarizer.facets.objections import doubt_of, refusal
from summarizer.facets.question import Problem

NO_FIGURE = "not_a_figure"


class FigureItem(KeyedItem):
    """A figure with what it measures."""

    measures: str | None = None


class FiguresPart(KeyedPart[Caption, FigureItem]):
    """Lists every figure as it is written."""

    template = "form_figures"
    item = FigureItem
    settled = frozenset({NO_FIGURE})

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the figures with the numbers of their sentences."""
        figures = document.figures.items()
        rows = [(key, document.sentence_at(each.start) + 1, each.text) for key, each in figures]
        return {"figures": rows}

    def keys(self, document: Document) -> Mapping[str, object]:
        """Return the figures."""
        return document.figures

    def place(self, document: Document, key: str) -> range:
        """Return the sentence of a figure, and the one before."""
        at = document.sentence_at(document.figures[key].start)
        return range(at - 1, at + 1)

    def judge(
        self, document: Document, item: FigureItem, *, strict: bool
    ) -> Iterator[Caption | Problem]:
        """Refuse what is shown to be wrong, keep what is in doubt, report what is no figure."""
        if item.measures is None:
            yield Caption(item.id, None)
            words = document.figures[item.id].text
            yield Problem(NO_FIGURE, f"The model reads {words!r} as no figure.", item.id)
            return
        caption = clean(document, item.id, item.measures)
        objections = list(caption_objections(document, item.id, caption, strict=strict))
        if fault := refusal(objections):
            yield Problem(fault.reason, fault.detail, item.id)
        else:
            yield Caption(item.id, caption, BY_MODEL.doubted(doubt_of(objections)))
