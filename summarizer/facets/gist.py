"""The gist: what the article is about, in a sentence or two of the model's own."""

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.document.document import Document
from summarizer.document.outline import outline
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import Answer, BaseFacet, Checked, Problem, Question
from summarizer.facets.faults import Data, Fault, foreign_words
from summarizer.facets.gist_checks import gist_objections
from summarizer.facets.objections import refusal
from summarizer.facets.shown import Compared, Entry, Line, Piece, Row, Standoff
from summarizer.facets.stored import Escape, one_line
from summarizer.schema import Summary

SENTENCES = 2
"""Sentences that are kept. The question asks for one; small models run on."""


class GistAnswer(Answer):
    """The gist."""

    gist: str


class Gist(BaseFacet[str, GistAnswer, str]):
    """One question; every name and number in the answer must stand in the article."""

    name = "gist"
    label = "Gist"
    lead = True
    opening = True
    columns: Mapping[str, type] = {"text": str}
    placed = False

    def questions(self, document: Document) -> list[Question]:
        """Ask for the gist."""
        variables = {"language": document.answer_language}
        return [Question("gist", "gist", "gist", GistAnswer, 200, variables)]

    def check(self, document: Document, question: Question, answer: GistAnswer) -> Checked[str]:
        """Refuse names and numbers that the article does not hold."""
        gist = _cut(" ".join(answer.gist.split()).strip("{}[] "))  # of the JSON around it
        fault = refusal(gist_objections(document, gist, strict=True))
        if fault:
            return Checked(problems=(Problem(fault.reason, fault.detail, "gist", question),))
        return Checked((gist,))

    def build(self, document: Document, found: list[str], registry: ActorRegistry) -> str | None:
        """Return the gist, or None if none passed the checks."""
        return found[-1] if found else None

    def items(self, summary: Summary) -> tuple[str, ...]:
        """Return the gist, if there is one."""
        return (summary.gist,) if summary.gist else ()

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the gist, which has no place."""
        for gist in self.items(summary):
            yield Entry("gist", gist)

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find names and numbers that the article does not hold."""
        yield from foreign_words("gist", data.get("gist"), document)

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield the gist as a row."""
        for gist in self.items(summary):
            yield Row({"text": gist})

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the gist."""
        for gist in self.items(summary):
            yield Compared("gist", "gist", (), {"gist": gist})

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield the gist, or that none held up where a model was asked for one."""
        if summary.gist or summary.provenance.strategy != "none":
            yield Line((Piece(one_line(summary.gist or "No gist held up.")),), depth=0)

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield the gist as a paragraph."""
        for gist in self.items(summary):
            yield escape(one_line(gist))

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield nothing: the gist has no place."""
        yield from ()

    def linked(self, summary: Summary) -> Mapping[str, Any]:
        """Return the gist as the abstract."""
        return {"abstract": summary.gist}


def _cut(written: str) -> str:
    kept = outline(written).sentences[:SENTENCES]
    return written[: kept[-1].end] if kept else ""
