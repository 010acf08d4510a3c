"""The statements of a stored summary: how they are verified, compared and shown."""

from collections.abc import Iterator, Mapping
from typing import get_args

from summarizer.document.document import Document
from summarizer.facets.decisions import DECIDED, fields_of, note_on
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
from summarizer.facets.voices import Speakers, SpokenFacet
from summarizer.facets.wording import Wording
from summarizer.schema import Polarity, Statement, Summary

_TURNED = {"unsaid": "did not say:", "retracted": "took back:"}
"""What is put before what a source did not say, or took back."""

_SILENT = frozenset({"according", "headline"})
"""Constructions whose cue is no verb, and is not shown before the words."""

TABLE = Table(
    "statements",
    """code TEXT NOT NULL, text TEXT NOT NULL, speaker INTEGER REFERENCES actors (id),
    speaker_name TEXT, cue TEXT NOT NULL, polarity TEXT NOT NULL, quote TEXT,
    decided_by TEXT, certainty TEXT, rule TEXT, doubt TEXT""",
    spans=("statement_spans", "statement"),
    search=("text", "speaker_name"),
)


class StoredStatements(SpokenFacet[Statement]):
    """The statements with their sources."""

    name = "statements"
    label = "Statements"
    ranks = Ranks(page=2, legend=2, standoff=5)
    columns: Mapping[str, type] = {
        "id": str,
        "text": str,
        "actor": str,
        "cue": str,
        "polarity": str,
        "quote": str,
    }
    table = TABLE
    motive = "identifying"
    highlight = Highlight("statement", "reported statement")
    panel = "statements.html.j2"
    tally = "statement"
    decided = True

    @property
    def entity(self) -> Entity:
        """What brat calls a statement, with its polarities."""
        return Entity("Statement", relation="Stated", attributes={"Polarity": get_args(Polarity)})

    def verb(self, item: Statement, words: Wording) -> str:
        """Return what is put before a statement: the verb that reports it, if one does."""
        if item.polarity in _TURNED:
            return words(_TURNED[item.polarity])
        cue = one_line(item.cue.text)
        silent = item.rule in _SILENT or not any(map(str.isalnum, cue))
        return "" if silent else f"{cue}:"

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find words, cues, speakers and quotations that are not those of the article."""
        text, names = document.article.text, actor_names(data)
        listed = {item for item, _ in stored_items(data, "quotes")}
        quotes = {each.key: each.places for each in document.quotes if each.key in listed}
        for item, each in stored_items(data, "statements"):
            yield from misnamed_speaker(item, each, names, document)
            yield from absent_name(item, "speaker", each.get("speaker_name"), text)
            wrong = [
                *altered_copies(item, each.get("spans"), text),
                *altered_copies(item, [each.get("cue")], text),
            ]
            yield from wrong or _misplaced(item, each, quotes, document)

    def unlinked(self, summary: Summary) -> Summary:
        """Return a summary in which no statement refers to a quotation that is not there."""
        known = {None, *(quote.id for quote in summary.quotes)}
        if all(each.quote in known for each in summary.statements):
            return summary
        statements = tuple(
            each if each.quote in known else each.model_copy(update={"quote": None})
            for each in summary.statements
        )
        return summary.model_copy(update={self.name: statements})

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each statement."""
        speakers = Speakers(summary)
        for each in summary.statements:
            cells = {"id": each.id, "text": each.text, "actor": speakers.name(each)}
            cells |= {"cue": each.cue.text, "polarity": each.polarity, "quote": each.quote}
            yield Row({**cells, **fields_of(each)}, each.spans)

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the statements, the same by their place."""
        for each in summary.statements:
            key = tuple((span.start, span.end) for span in each.spans)
            facts = {"text": each.text, "speaker": each.speaker_name, "polarity": each.polarity}
            yield Compared(each.text, key, each.spans, facts)

    def told(self, item: Statement, words: Wording) -> Line:
        """Return a statement behind the verb that reports it."""
        said, verb = Piece(one_line(item.text)), self.verb(item, words)
        mark = Piece(words.behind(self.marks(item)), "note")
        pieces = (Piece(f"{verb} ", "note"), said, mark) if verb else (said, mark)
        return Line(pieces, depth=2, note=note_on(item))

    def told_in_markdown(self, item: Statement, words: Wording, escape: Escape) -> str:
        """Return a statement behind the verb that reports it, in a line."""
        said = " ".join(filter(None, (self.verb(item, words), one_line(item.text))))
        return f"- {escape(said)}{words.behind(self.marks(item))}"

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the statements; each refers to its speaker."""
        for each in summary.statements:
            row = each.model_dump(include={"speaker_name", "polarity", "quote", *DECIDED})
            row |= {"code": each.id, "text": each.text, "cue": each.cue.text}
            yield Record(row, each.spans, refers={"speaker": each.speaker})

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the statements with their polarities."""
        for each in summary.statements:
            note = {"speaker_name": each.speaker_name, "cue": each.cue.text, "quote": each.quote}
            yield Standoff(each.spans, note, {"Polarity": each.polarity}, actor=each.speaker)


def _misplaced(
    item: str, statement: Data, quotes: Mapping[str, tuple[Place, ...]], document: Document
) -> Iterator[Fault]:
    """Find a cue far from the words, and a quotation that is not within them."""
    said = list(places(statement.get("spans")))
    if not said:
        return
    whole = (said[0][0], said[-1][1])
    for cue in places([statement.get("cue")]):
        if not _paragraphs(document, whole) & _paragraphs(document, cue):
            words = short(document.article.text[slice(*cue)])
            yield Fault(item, f"Its cue {words} is in another paragraph.")
    quote = statement.get("quote")
    within = quotes.get(str(quote), ())
    if quote is not None and not any(_overlap(whole, place) for place in within):
        yield Fault(item, f"No quotation {short(quote)} within its words is listed.")


def _paragraphs(document: Document, place: Place) -> set[int]:
    """Return the numbers of the paragraphs in which a place is."""
    first, last = (document.sentence_at(at) for at in (place[0], max(place[0], place[1] - 1)))
    return {sentence.paragraph for sentence in document.sentences(first, last)}


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
