"""The gist, as a model writes it: asked for, checked and kept."""

from collections.abc import Mapping

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.gist.checks import cut, gist_objections
from summarizer.facets.gist.form import GistPart, Written
from summarizer.facets.gist.stored import StoredGist
from summarizer.facets.objections import doubt_of, refusal
from summarizer.facets.question import Answer, Checked, Problem, Question
from summarizer.schema import Span


class GistAnswer(Answer):
    """The gist."""

    gist: str


class Gist(StoredGist, BaseFacet[str, GistAnswer, Written]):
    """One question; every name and number in the answer must stand in the article."""

    opening = True
    part = GistPart()

    def questions(self, document: Document) -> list[Question]:
        """Ask for the gist."""
        variables = {"language": document.answer_language}
        return [Question("gist", "gist", "gist", GistAnswer, 200, variables)]

    def check(
        self, document: Document, question: Question, answer: GistAnswer, *, strict: bool
    ) -> Checked[Written]:
        """Refuse names and numbers that the article does not hold."""
        gist = cut(answer.gist)
        objections = list(gist_objections(document, gist, strict=strict))
        if fault := refusal(objections):
            return Checked(problems=(Problem(fault.reason, fault.detail, "gist", question),))
        return Checked((Written(gist, doubt=doubt_of(objections)),))

    def build(
        self, document: Document, found: list[Written], registry: ActorRegistry
    ) -> str | None:
        """Return the gist, or None if none passed the checks."""
        return found[-1].text if found else None

    def fields(
        self, document: Document, found: list[Written], registry: ActorRegistry
    ) -> Mapping[str, object]:
        """Return the gist, the sentences that bear it out, and the doubt about it."""
        evidence = [document.outline.sentences[at] for each in found[-1:] for at in each.sentences]
        spans = tuple(Span(start=each.start, end=each.end, text=each.text) for each in evidence)
        doubt = found[-1].doubt if found else None
        gist = self.build(document, found, registry)
        return {"gist": gist, "gist_evidence": spans, "gist_doubt": doubt}
