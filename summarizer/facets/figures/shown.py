"""The figures as text and Markdown: each with its caption, those of one caption together."""

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest

from summarizer.facets.decisions import note_on
from summarizer.facets.figures.captions import GAP, needs_clause
from summarizer.facets.shown import Line, Piece, Style
from summarizer.facets.stored import Escape, StoredFacet, one_line
from summarizer.facets.wording import Wording, wording
from summarizer.schema import Figure, Summary

APPROXIMATE = "approximate"
"""What is shown of a figure that the article hedges: "about 40", "at least 40"."""

_SPACES = re.compile(r"\s+")


class ShownFigures(StoredFacet[Figure]):
    """How figures are shown."""

    headings = ("Figure", "What it measures", "In the article")

    def measured(self, figure: Figure, words: Wording) -> str | None:
        """Return what a figure measures, or at least what it counts, if the figure has no word.

        "allies" says more of "two" than nothing does; "$" of "$100" says nothing. A hedge of the
        article ("about 40", "at least 40") is said as well.
        """
        shown = all(word in figure.span.text for word in (figure.unit or "").split())
        measured = figure.measures or (None if shown else figure.unit)
        copied = GAP in (figure.measures or "")  # with its hedge
        hedge = words(APPROXIMATE) if figure.approximate and not copied else None
        return ", ".join(filter(None, (measured, hedge))) or None

    def clause(self, figure: Figure) -> tuple[str, str, str]:
        """Return the clause that holds a figure, on one line: what is before it, it, and the rest.

        Without a clause, as in summaries of 0.1.0, what is before and behind is empty.
        """
        span, context = figure.span, figure.context or figure.span
        at, end = span.start - context.start, span.end - context.start
        parts = context.text[:at], context.text[at:end], context.text[end:]
        before, number, after = (_SPACES.sub(" ", part) for part in parts)
        return before, number, after

    def caption(self, figure: Figure, words: Wording) -> tuple[str, str, str]:
        """Return what a figure measures, with the figure in its gap: before, it, and the rest.

        A caption without a gap, such as a model's, is all before; without a caption, it is what
        is counted, and with a clause nothing.
        """
        if figure.measures is None and figure.context:
            return "", "", ""
        before, gap, after = (self.measured(figure, words) or "").partition(GAP)
        return before, gap and one_line(figure.span.text), after

    def beside(self, figure: Figure) -> tuple[str, str, str] | None:
        """Return the clause of a figure where its caption does not say it."""
        return self.clause(figure) if needs_clause(figure) else None

    def together(self, summary: Summary) -> Iterator[list[Figure]]:
        """Yield the figures, those of one sentence whose captions say the same together."""
        words = wording(summary)

        def said(figure: Figure) -> tuple[str, ...]:
            caption = "".join(self.caption(figure, words))
            return (
                caption or figure.id,
                "".join(self.beside(figure) or ()),
                self.before(figure, summary),
            )

        for _, same in groupby(summary.figures, key=said):
            yield [*same]

    def before(self, figure: Figure, summary: Summary) -> str:
        """Return the sentence that a figure is shown with, if that is not the headline above."""
        before = one_line(figure.sentence_before.text) if figure.sentence_before else ""
        return "" if before.rstrip(".") == (summary.article.title or "").rstrip(".") else before

    def parts(self, same: list[Figure], words: Wording) -> list[tuple[str, str]]:
        """Return what figures measure in common: words, each with the figure behind them."""
        found, at = [], 0
        for figure in same:
            before, number, _ = self.caption(figure, words)
            found.append((before[at:], number))
            at = len(before) + len(number)
        return [*found, ("".join(self.caption(same[0], words))[at:], "")]

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield each figure with what it measures, and below it what explains it."""
        words, shown = wording(summary), ""
        for same in self.together(summary):
            before = self.before(same[0], summary)
            first, *more = self._said(same, words, before if before != shown else "") or [()]
            shown = before
            mark = Piece(words.behind(self.marks(same[0])), "note")
            for pieces, figure in zip_longest([(*first, mark)], same):
                head = Piece(one_line(figure.span.text), "number")
                yield Line(pieces or (), head=head, note=note_on(figure) if figure.measures else "")
            yield from (Line(pieces, head=Piece("")) for pieces in more)

    def _said(self, same: list[Figure], words: Wording, before: str) -> list[tuple[Piece, ...]]:
        """Return the lines of figures: their caption, their clause, and the sentence before."""
        clause = self.beside(same[0])
        lines = []
        if any(self.caption(same[0], words)):
            parts = self.parts(same, words)
            lines = [
                tuple(
                    piece
                    for text, number in parts
                    for piece in (Piece(text), Piece(number, "number"))
                )
            ]
        lines += [_pieces(clause, "note" if lines else "")] if clause else []
        return [*lines, (Piece(f"({before})", "note"),)] if before else lines

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield a table."""
        words = wording(summary)
        if summary.figures:
            yield f"| {' | '.join(map(words, self.headings))} |\n| --- | --- | --- |"
        for same in self.together(summary):
            numbers = "<br>".join(escape(one_line(figure.span.text)) for figure in same)
            caption = "".join(_marked(part, escape) for part in self.parts(same, words))
            clause, before = self.beside(same[0]), self.before(same[0], summary)
            beside = [_marked((*clause[:2],), escape) + escape(clause[2])] if clause else []
            beside += [f"({escape(before)})"] if before else []
            marks = words.behind(self.marks(same[0]))
            yield f"| {numbers} | {caption}{marks} | {' '.join(beside)} |"


def _pieces(parts: tuple[str, str, str], style: Style = "") -> tuple[Piece, ...]:
    before, number, after = parts
    return Piece(before, style), Piece(number, "number"), Piece(after, style)


def _marked(part: tuple[str, str], escape: Escape) -> str:
    """Return words and the figure behind them in Markdown, that in bold."""
    before, number = map(escape, part)
    return f"{before}**{number}**" if number else before
