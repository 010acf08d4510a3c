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
    Entry,
    Highlight,
    Line,
    Piece,
    Ranks,
    Record,
    Row,
    Standoff,
    Table,
    View,
)
from summarizer.facets.stored import Escape, StoredFacet, behind, one_line
from summarizer.facets.voices import Speakers, Voice, across, by_speaker
from summarizer.schema import Quote, QuoteKind, Statement, Summary

UNKNOWN = "Unknown speaker"
_TOLD = {"denied": "denied", "retracted": "taken back", "unsaid": "not said"}
"""What is said of words that their speaker denies, took back, or did not say."""

TABLE = Table(
    "quotes",
    """\
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id), code TEXT NOT NULL,
    text TEXT NOT NULL, speaker INTEGER REFERENCES actors (id), speaker_name TEXT,
    kind TEXT NOT NULL, polarity TEXT NOT NULL, decided_by TEXT, certainty TEXT, rule TEXT,
    doubt TEXT);
CREATE TABLE quote_spans (
    id INTEGER PRIMARY KEY, quote INTEGER NOT NULL REFERENCES quotes (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL);
""",
    spans=("quote_spans", "quote"),
    search=("text", "speaker_name"),
    views="""\
CREATE VIEW who_said_what AS
    SELECT quotes.speaker_name, quotes.text, articles.title, articles.date, articles.url
    FROM quotes JOIN summaries ON quotes.summary = summaries.id
    JOIN articles ON summaries.article = articles.id;
""",
)


class StoredQuotes(StoredFacet[Quote]):
    """The quotes with their speakers."""

    name = "quotes"
    label = "Quotes"
    ranks = Ranks(text=1, page=1, legend=1, columns=1, standoff=2)
    columns: Mapping[str, type] = {"id": str, "text": str, "actor": str, "kind": str}
    later_columns: Mapping[str, type] = {"polarity": str}
    table = TABLE
    motive = "identifying"
    highlight = Highlight("quote", "quotation")
    panel = "quotes.html.j2"
    view = View("voices", "Who said what", "voices.html.j2")
    tally = "quote"
    decided = True

    @property
    def entity(self) -> Entity:
        """What brat calls a quote, with its kinds."""
        return Entity("Quote", relation="Said", attributes={"Form": get_args(QuoteKind)})

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the quotes by their speakers' names."""
        speakers = Speakers(summary)
        for quote in summary.quotes:
            facts = quote.model_dump(mode="json", exclude={"spans", *DECIDED})
            yield Entry(quote.id, speakers.name(quote) or "unknown", quote.spans, facts)

    def said(self, summary: Summary) -> tuple[Quote, ...]:
        """Return the quotes."""
        return summary.quotes

    def mark(self, item: Quote | Statement) -> str:
        """Return whether the speaker is guessed, and whether the speaker stands by the words."""
        told = [_TOLD[item.polarity]] if item.polarity in _TOLD else []
        words = [*told, *(["speaker guessed"] if is_guessed(item) else [])]
        return f"({', '.join(words)})" if words else ""

    def doubted(self, item: Quote) -> str | None:
        """Return why a reader should check a quote, such as one whose speaker is not known."""
        return super().doubted(item) or (None if item.speaker_name else "no_speaker")

    def by_speaker(self, summary: Summary) -> tuple[Voice, ...]:
        """Return the quotes by speaker, the speakers in the order in which they speak."""
        return by_speaker(summary, summary.quotes)

    def across(
        self, summaries: Iterable[Summary], facets: Iterable[StoredFacet[Any]]
    ) -> list[tuple[str, list[tuple[int, Voice]]]]:
        """Return what each named speaker said in several articles, marked or reported."""
        return across(summaries, facets)

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

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield the speakers, and below each what it said."""
        speakers, groups = Speakers(summary), dict[str | None, list[Quote]]()
        for quote in summary.quotes:
            groups.setdefault(speakers.name(quote), []).append(quote)
        for name, quotes in groups.items():
            yield Line((Piece(one_line(name or UNKNOWN), "name"),))
            for quote in quotes:
                mark = Piece(behind(self.mark(quote)), "note")
                said = (Piece("“"), Piece(one_line(quote.text)), Piece("”"), mark)
                yield Line(said, depth=2, note=note_on(quote))

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield each quote as a block quotation, an empty line between two."""
        speakers = Speakers(summary)
        for number, quote in enumerate(summary.quotes):
            said = "\n\n".join(escape(span.text) for span in quote.spans)
            source = escape(one_line(speakers.described(quote)))
            lines = f"{said}\n\n— {source}{behind(self.mark(quote))}".split("\n")
            yield "\n" * bool(number) + "\n".join(f"> {line}".rstrip() for line in lines)

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

    def names(self, summary: Summary) -> Iterator[str]:
        """Yield the names of the speakers."""
        speakers = Speakers(summary)
        for quote in summary.quotes:
            if name := speakers.name(quote):
                yield name


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
