"""The quotes of a stored summary: how they are verified, compared and shown."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from summarizer.document.document import Document
from summarizer.document.quotations import Quotation
from summarizer.facets.actors.stored import linked_actor
from summarizer.facets.decisions import DECIDED, fields_of, is_guessed, note_on
from summarizer.facets.faults import (
    Data,
    Fault,
    Place,
    absent_name,
    actor_names,
    altered_copies,
    misnamed_speaker,
    places,
    short,
    stored_items,
    words_of,
)
from summarizer.facets.shown import (
    Compared,
    Entity,
    Highlight,
    Line,
    Piece,
    Ranks,
    Record,
    Row,
    Standoff,
    Table,
)
from summarizer.facets.stored import Escape, one_line
from summarizer.facets.voices import GUESSED, Speakers, SpokenFacet
from summarizer.facets.wording import Wording
from summarizer.schema import Quote, QuoteKind, Summary

_TOLD = {"denied": "denied", "retracted": "taken back", "unsaid": "not said"}
"""What is said of words that their speaker denies, took back, or did not say."""

TABLE = Table(
    "quotes",
    """code TEXT NOT NULL, text TEXT NOT NULL, speaker INTEGER REFERENCES actors (id),
    speaker_name TEXT, kind TEXT NOT NULL, polarity TEXT NOT NULL,
    decided_by TEXT, certainty TEXT, rule TEXT, doubt TEXT""",
    spans=("quote_spans", "quote"),
    search=("text", "speaker_name"),
    views="""\
CREATE VIEW who_said_what AS
    SELECT quotes.speaker_name, quotes.text, articles.title, articles.date, articles.url
    FROM quotes JOIN summaries ON quotes.summary = summaries.id
    JOIN articles ON summaries.article = articles.id;
""",
)


class StoredQuotes(SpokenFacet[Quote]):
    """The quotes with their speakers."""

    name = "quotes"
    label = "Quotes"
    ranks = Ranks(page=1, legend=1, columns=1, standoff=2)
    columns: Mapping[str, type] = {"id": str, "text": str, "actor": str, "kind": str}
    later_columns: Mapping[str, type] = {"polarity": str}
    table = TABLE
    motive = "identifying"
    highlight = Highlight("quote", "quotation")
    panel = "quotes.html.j2"
    tally = "quote"
    in_marks = True
    decided = True

    @property
    def entity(self) -> Entity:
        """What brat calls a quote, with its kinds."""
        return Entity("Quote", relation="Said", attributes={"Form": get_args(QuoteKind)})

    def marks(self, item: Quote) -> list[str]:
        """Return whether the speaker is guessed, and whether the speaker keeps to the words."""
        told = [_TOLD[item.polarity]] if item.polarity in _TOLD else []
        return [*told, *([GUESSED] if is_guessed(item) else [])]

    def told(self, item: Quote, words: Wording) -> Line:
        """Return a quote in its marks."""
        mark = Piece(words.behind(self.marks(item)), "note")
        said = (Piece("“"), Piece(one_line(item.text)), Piece("”"), mark)
        return Line(said, depth=2, note=note_on(item))

    def doubted(self, item: Quote) -> str | None:
        """Return why a reader should check a quote, such as one whose speaker is not known."""
        return super().doubted(item) or (None if item.speaker_name else "no_speaker")

    def told_in_markdown(self, item: Quote, words: Wording, escape: Escape) -> str:
        """Return a quote as a block quotation."""
        said = "\n\n".join(escape(span.text) for span in item.spans)
        lines = f"{said}{words.behind(self.marks(item))}".split("\n")
        return "\n".join(f"> {line}".rstrip() for line in lines)

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find speakers that are not the actor or not in the article, and words of no quotation."""
        text, names = document.article.text, actor_names(data)
        said = _said(document.outline.quotations)
        for item, quote in stored_items(data, "quotes"):
            yield from misnamed_speaker(item, quote, names, document)
            yield from absent_name(item, "speaker", quote.get("speaker_name"), text)
            wrong = list(altered_copies(item, quote.get("spans"), text))
            yield from wrong
            if not wrong and tuple(places(quote.get("spans"))) not in said:
                words = short(words_of(quote.get("spans")))
                yield Fault(item, f"No quotation of the article is {words}.")

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each quote."""
        speakers = Speakers(summary)
        for quote in summary.quotes:
            cells = {"id": quote.id, "text": quote.text, "actor": speakers.name(quote)}
            cells |= {"kind": quote.kind, "polarity": quote.polarity}
            yield Row({**cells, **fields_of(quote)}, quote.spans)

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the quotes, the same by their place."""
        for quote in summary.quotes:
            key = tuple((span.start, span.end) for span in quote.spans)
            facts = {"text": quote.text, "speaker": quote.speaker_name, "kind": quote.kind}
            yield Compared(quote.text, key, quote.spans, {**facts, "polarity": quote.polarity})

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the quotes; each refers to its speaker."""
        for quote in summary.quotes:
            row = quote.model_dump(include={"speaker_name", "kind", "polarity", *DECIDED})
            row |= {"code": quote.id, "text": quote.text}
            yield Record(row, quote.spans, refers={"speaker": quote.speaker})

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the quotes with their kinds."""
        for quote in summary.quotes:
            polarity = None if quote.polarity == "said" else quote.polarity
            note = {"speaker_name": quote.speaker_name, "polarity": polarity}
            yield Standoff(quote.spans, note, {"Form": quote.kind}, actor=quote.speaker)

    def linked(self, summary: Summary) -> Mapping[str, Any]:
        """Return the quotes as parts of the article."""
        return {"hasPart": [_linked(summary, quote) for quote in summary.quotes]}


def _linked(summary: Summary, quote: Quote) -> dict[str, object]:
    speaker = _speaker(summary, quote)
    return {"@type": "Quotation", "text": quote.text, "spokenByCharacter": speaker}


def _speaker(summary: Summary, quote: Quote) -> dict[str, object]:
    if quote.speaker is None:
        return {"name": quote.speaker_name}
    actor = summary.actor(quote.speaker)
    speaks = {"@type": "Organization"} if actor.kind == "country" else {}  # its government
    return linked_actor(actor) | speaks


def _said(quotations: Iterable[Quotation]) -> frozenset[tuple[Place, ...]]:
    """Return the places of each quotation, those of a statement's paragraphs together."""
    speech: list[list[Place]] = []
    others: list[list[Place]] = []
    for each in quotations:
        place = (each.start, each.end)
        if each.role != "speech":
            others.append([place])
        elif each.continues and speech:
            speech[-1].append(place)
        else:
            speech.append([place])
    return frozenset(map(tuple, speech + others))
