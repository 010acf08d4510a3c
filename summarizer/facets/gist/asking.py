"""The gist: copied by code, or asked for, checked and kept where a model writes it."""

from collections.abc import Iterable, Mapping, Sequence

from summarizer.document.document import Document
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import BaseFacet
from summarizer.facets.gist.checks import cut, gist_objections
from summarizer.facets.gist.form import GistPart, Written
from summarizer.facets.gist.stored import StoredGist
from summarizer.facets.objections import doubt_of, refusal
from summarizer.facets.question import Answer, Checked, Problem, Question
from summarizer.facets.shown import Explanation
from summarizer.schema import Span

NO_GIST = "No sentence near the start says alone what the article is about."


class GistAnswer(Answer):
    """The gist."""

    gist: str


class Gist(StoredGist, BaseFacet[str, GistAnswer, Written]):
    """Copied by code; a model that can write is asked for a better one.

    Every name and number in its answer must stand in the article.
    """

    opening = True
    part = GistPart()

    def unfound(self, document: Document, found: list[Written]) -> Iterable[Problem]:
        """Say why there is no gist, where no model was asked for one."""
        if not _last(document, found):
            yield Problem("no_gist", NO_GIST, "gist")

    def explained(
        self, document: Document, found: list[Written], registry: ActorRegistry
    ) -> Iterable[Explanation]:
        """Say which sentences code copies, and why."""
        from summarizer.facets.gist.explanation import explain_gist  # noqa: PLC0415  seldom needed

        return explain_gist(document)

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
        """Return the gist: the model's where it passed the checks, else the copy."""
        last = _last(document, found)
        return last and last.text

    def fields(
        self, document: Document, found: list[Written], registry: ActorRegistry
    ) -> Mapping[str, object]:
        """Return the gist, the sentences that bear it out, and the doubt about it."""
        last = _last(document, found)
        evidence = [document.outline.sentences[at] for at in (last.sentences if last else ())]
        spans = tuple(Span(start=each.start, end=each.end, text=each.text) for each in evidence)
        return {
            "gist": last and last.text,
            "gist_evidence": spans,
            "gist_decided_by": last and last.by,
            "gist_doubt": last and last.doubt,
        }


def _last(document: Document, found: Sequence[Written]) -> Written | None:
    """Return the gist that passed last; where none did, the one that code copies."""
    if found:
        return found[-1]
    copied = document.gist
    text = " ".join(each.text for each in copied)
    return Written(text, tuple(each.at for each in copied), by="rule") if copied else None
