"""The figures as text and Markdown: each with its caption, those of one caption together."""

import re
from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import NamedTuple

from summarizer.facets.decisions import note_on
from summarizer.facets.figures.captions import GAP
from summarizer.facets.shown import Line, Piece, Style
from summarizer.facets.stored import Escape, StoredFacet, one_line, said_before
from summarizer.facets.wording import Wording, wording
from summarizer.schema import Figure, Summary

APPROXIMATE = "approximate"
"""What is shown of a figure that the article hedges: "about 40", "at least 40"."""

_ENDS = ".!?"

_SPACES = re.compile(r"\s+")


class Shown(NamedTuple):
    """Figures that are shown together.

    Args:
        figures: The figures.
        parts: What they measure: words, each with the figure behind them.
        before: The sentence that they are shown with; empty where it is not needed.
    """

    figures: list[Figure]
    parts: list[tuple[str, str]]
    before: str


class ShownFigures(StoredFacet[Figure]):
    """How figures are shown."""

    headings = ("Figure", "What it measures", "In the article")

    def measured(self, figure: Figure, words: Wording) -> str | None:
        """Return what a figure measures, or at least what it counts, if the figure has no word.

        "allies" says more of "two" than nothing does; "$" of "$100" says nothing. A hedge of the
        article ("about 40", "at least 40") is said as well.
        """
        shown = all(word in figure.text for word in (figure.unit or "").split())
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
        return before, gap and one_line(figure.text), after

    def beside(self, figure: Figure) -> tuple[str, str, str] | None:
        """Return the clause of a figure, if code copied no caption from its sentence."""
        return None if figure.measures_evidence or not figure.context else self.clause(figure)

    def together(self, summary: Summary) -> Iterator[Shown]:
        """Yield the figures, those of one sentence that is copied for each together."""
        words, groups = wording(summary), list[list[Figure]]()
        for figure in summary.figures:
            if groups and self._is_shared(groups[-1], figure, words):
                groups[-1].append(figure)
            else:
                groups.append([figure])
        above = ""
        for same in groups:
            before, parts = self.before(same[0], summary), self._parts(same, words)
            yield Shown(same, parts, "" if before.rstrip(_ENDS) in above else before)
            copied = chain.from_iterable((*parts, self.beside(same[0]) or ()))
            above = f"{before}\n{''.join(copied)}"

    def _is_shared(self, same: list[Figure], figure: Figure, words: Wording) -> bool:
        """Return whether one of two captions is the other, or begins with it."""
        captions = [self.caption(each, words) for each in (*same, figure)]
        *others, own = map("".join, captions)
        longest = max(others, key=len)
        marked = self.marks(same[0]) == self.marks(figure)
        gaps = all(number for _, number, _ in captions)
        return marked and gaps and (longest.startswith(own) or own.startswith(longest))

    def before(self, figure: Figure, summary: Summary) -> str:
        """Return the sentence that a figure is shown with, if that is not the headline above."""
        return said_before(figure.sentence_before, summary)

    def _parts(self, same: list[Figure], words: Wording) -> list[tuple[str, str]]:
        """Return what figures measure in common: words, each with the figure behind them."""
        found, at = list[tuple[str, str]](), 0
        for figure in same:
            before, number, _ = self.caption(figure, words)
            found.append((before[at:], number))
            at = len(before) + len(number)
        longest = max(("".join(self.caption(figure, words)) for figure in same), key=len)
        return [*found, (longest[at:], "")]

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield each figure with what it measures, and below it what explains it."""
        words = wording(summary)
        for shown in self.together(summary):
            first, *more = self._said(shown) or [()]
            mark = Piece(words.behind(self.marks(shown.figures[0])), "note")
            for pieces, figure in zip_longest([(*first, mark)], shown.figures):
                head = Piece(one_line(figure.text), "number")
                yield Line(pieces or (), head=head, note=note_on(figure) if figure.measures else "")
            yield from (Line(pieces, head=Piece("")) for pieces in more)

    def _said(self, shown: Shown) -> list[tuple[Piece, ...]]:
        """Return the lines of figures: their caption, their clause, and the sentence before."""
        clause = self.beside(shown.figures[0])
        pieces = [(Piece(text), Piece(number, "number")) for text, number in shown.parts]
        lines = [tuple(chain.from_iterable(pieces))] if any(map(any, shown.parts)) else []
        lines += [_pieces(clause, "note" if lines else "")] if clause else []
        return [*lines, (Piece(f"({shown.before})", "note"),)] if shown.before else lines

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield a table."""
        words = wording(summary)
        if summary.figures:
            yield f"| {' | '.join(map(words, self.headings))} |\n| --- | --- | --- |"
        for shown in self.together(summary):
            numbers = "<br>".join(escape(one_line(each.text)) for each in shown.figures)
            caption = "".join(_marked(part, escape) for part in shown.parts)
            clause = self.beside(shown.figures[0])
            beside = [_marked(clause[:2], escape) + escape(clause[2])] if clause else []
            beside += [f"({escape(shown.before)})"] if shown.before else []
            marks = words.behind(self.marks(shown.figures[0]))
            yield f"| {numbers} | {caption}{marks} | {' '.join(beside)} |"


def _pieces(parts: tuple[str, str, str], style: Style = "") -> tuple[Piece, ...]:
    before, number, after = parts
    return Piece(before, style), Piece(number, "number"), Piece(after, style)


def _marked(part: tuple[str, str], escape: Escape) -> str:
    """Return words and the figure behind them in Markdown, that in bold."""
    before, number = map(escape, part)
    return f"{before}**{number}**" if number else before
