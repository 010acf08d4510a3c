"""The gist of a stored summary: how it is verified, compared and shown."""

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.document.document import Document
from summarizer.document.gist import kept_text
from summarizer.facets.faults import Data, Fault, altered_copies, foreign_words, places, short
from summarizer.facets.shown import Compared, Entry, Line, Piece, Row, Standoff
from summarizer.facets.stored import Escape, StoredFacet, one_line
from summarizer.schema import Review, Summary


class StoredGist(StoredFacet[str]):
    """The gist: one text about the article, which has no place in it."""

    name = "gist"
    label = "Gist"
    lead = True
    columns: Mapping[str, type] = {"text": str}
    placed = False

    def items(self, summary: Summary) -> tuple[str, ...]:
        """Return the gist, if there is one."""
        return (summary.gist,) if summary.gist else ()

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the gist, which has no place."""
        for gist in self.items(summary):
            yield Entry("gist", gist)

    def reviews(self, summary: Summary) -> Iterator[tuple[int, Review]]:
        """Yield the gist where a check doubts it."""
        if summary.gist and summary.gist_doubt:
            yield 0, Review(facet=self.name, id="gist", reason=summary.gist_doubt)

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find what a copy changed, foreign names and numbers in others, and altered evidence."""
        if data.get("gist_decided_by") == "rule":
            yield from _altered(data, document)
        else:
            yield from foreign_words("gist", data.get("gist"), document)
        yield from altered_copies("gist", data.get("gist_evidence"), document.article.text)

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
            shown = Piece(one_line(summary.gist or "No gist held up."))
            yield Line((shown,), depth=0, note=_note(summary))

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


def _note(summary: Summary) -> str:
    """Return who decided the gist, and where the sentences are that it is copied from."""
    if summary.gist_doubt:
        return f"in doubt ({summary.gist_doubt.replace('_', ' ')})"
    if summary.gist_decided_by != "rule":
        return summary.gist_decided_by or ""
    places = " and ".join(f"{each.start} to {each.end}" for each in summary.gist_evidence)
    return f"copied by code from the text at {places}"


def _altered(data: Data, document: Document) -> Iterator[Fault]:
    """Find a gist that is not what its sentences give after the cuts."""
    sentences = {(each.start, each.end): each for each in document.outline.sentences}
    cited = [sentences.get(place) for place in places(data.get("gist_evidence"))]
    skipped, spoken = document.parsed.skipped, document.language
    copied = " ".join(kept_text(each, skipped, spoken) for each in cited if each)
    if None in cited or not copied or data.get("gist") != copied:
        yield Fault("gist", f"It is no copy of its sentences: {short(data.get('gist'))}.")
