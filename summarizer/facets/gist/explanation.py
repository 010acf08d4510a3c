"""Why code copies the sentences that it copies as the gist."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.document.gist import Chosen


@dataclass(frozen=True, slots=True)
class GistExplanation:
    """A gist that code copies.

    Args:
        id: What it is called: "gist".
        gist: The gist.
        sentences: The numbers of the sentences that it is copied from, counted from 1.
        shared: The words of the headline in each of them.
        whole: Those sentences in full, with what is cut out in the gist.
    """

    id: str
    gist: str
    sentences: tuple[int, ...]
    shared: tuple[tuple[str, ...], ...]
    whole: tuple[str, ...]

    @property
    def title(self) -> str:
        """The gist."""
        return self.gist

    def lines(self) -> Iterator[str]:
        """Yield each sentence, and the words of the headline that chose it."""
        for number, shared, whole in zip(self.sentences, self.shared, self.whole, strict=True):
            words = f"words of the headline: {', '.join(shared)}" if shared else "no headline word"
            yield f"copied from sentence {number} ({words})"
            yield f"in: {' '.join(whole.split())}"


def explain_gist(document: Document) -> Iterator[GistExplanation]:
    """Say which sentences code copies as the gist; nothing where none can stand alone."""
    if copied := document.gist:
        yield _explained(document, copied)


def _explained(document: Document, copied: tuple[Chosen, ...]) -> GistExplanation:
    return GistExplanation(
        id="gist",
        gist=" ".join(each.text for each in copied),
        sentences=tuple(each.at + 1 for each in copied),
        shared=tuple(tuple(sorted(each.shared)) for each in copied),
        whole=tuple(document.outline.sentences[each.at].text for each in copied),
    )
