"""The gist: what the article is about, in a sentence or two of the model's own."""

from collections.abc import Iterator

from summarizer.document.document import Document
from summarizer.document.sentences import split_sentences
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.base import Answer, Checked, Facet, Problem, Question, short

LONGEST = 500
"""Characters. The question asks for 25 words."""

SENTENCES = 2
"""Sentences that are kept. The question asks for one; small models run on."""


class GistAnswer(Answer):
    """The gist."""

    gist: str


class Gist(Facet[GistAnswer, str]):
    """One question; every name and number in the answer must stand in the article."""

    name = "gist"

    def questions(self, document: Document) -> list[Question]:
        """Ask for the gist."""
        return [Question("gist", "gist", "gist", GistAnswer, 200, {"language": document.language})]

    def check(self, document: Document, question: Question, answer: GistAnswer) -> Checked[str]:
        """Refuse names and numbers that the article does not hold."""
        gist = _cut(" ".join(answer.gist.split()).strip("{}[] "))  # of the JSON around it
        for reason, detail in _faults(document, gist):
            return Checked(problems=(Problem(reason, detail, "gist", question),))
        return Checked((gist,))

    def build(self, document: Document, found: list[str], registry: ActorRegistry) -> str | None:
        """Return the gist, or None where none stood."""
        return found[-1] if found else None


def _cut(written: str) -> str:
    kept = split_sentences(written)[:SENTENCES]
    return written[: kept[-1].end] if kept else ""


def _faults(document: Document, gist: str) -> Iterator[tuple[str, str]]:
    if not gist:
        yield "empty", "The gist is empty."
    if len(gist) > LONGEST:
        yield "too_long", f"The gist has {len(gist)} characters; at most {LONGEST} are kept."
    for reason, word in document.foreign(gist):
        yield reason, f"{short(word)!r} does not stand in the article."
