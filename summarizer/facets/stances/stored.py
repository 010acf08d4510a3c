"""The stances of a stored summary: how they are verified, compared and shown."""

from collections.abc import Iterator, Mapping
from typing import get_args

from summarizer.document.document import Document
from summarizer.facets.decisions import DECIDED, fields_of, note_on
from summarizer.facets.faults import (
    Data,
    Fault,
    actor_names,
    altered_copies,
    foreign_words,
    places,
    short,
    stored_items,
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
)
from summarizer.facets.stored import Escape, StoredFacet, behind, one_line
from summarizer.schema import Position, Stance, Summary

TABLE = Table(
    "stances",
    """\
CREATE TABLE stances (
    id INTEGER PRIMARY KEY, summary INTEGER NOT NULL REFERENCES summaries (id),
    actor INTEGER NOT NULL REFERENCES actors (id), position TEXT NOT NULL, target TEXT NOT NULL,
    decided_by TEXT, certainty TEXT, rule TEXT, doubt TEXT);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, stance INTEGER NOT NULL REFERENCES stances (id),
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL);
""",
    spans=("evidence", "stance"),
)

_ADVERBS = {None: "", "strong": "strongly ", "weak": "weakly "}


class StoredStances(StoredFacet[Stance]):
    """The stances with the sentences that show them; they are S1, S2, and so on."""

    name = "stances"
    label = "Stances"
    ranks = Ranks(text=3, page=4, legend=5, columns=3, standoff=3)
    columns: Mapping[str, type] = {"actor": str, "position": str, "target": str, "text": str}
    table = TABLE
    motive = "assessing"
    highlight = Highlight("evidence", "evidence of a stance")
    panel = "stances.html.j2"
    decided = True
    less_sure = "also, less sure:"
    """What comes before the stances that are not explicit."""

    @property
    def entity(self) -> Entity:
        """What brat calls a stance, with its positions."""
        return Entity("Stance", relation="Holds", attributes={"Position": get_args(Position)})

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the stances with their evidence."""
        for number, (name, stance) in enumerate(self.held(summary), start=1):
            words = f"{name} {stance.position} {stance.target}"
            facts = stance.model_dump(mode="json", exclude={"evidence", *DECIDED})
            yield Entry(f"S{number}", words, stance.evidence, facts)

    def held(self, summary: Summary) -> Iterator[tuple[str, Stance]]:
        """Yield the stances with the names of their actors."""
        names = {actor.id: actor.name for actor in summary.actors}
        for stance in summary.stances:
            yield names[stance.actor], stance

    def stated(self, stance: Stance) -> str:
        """Return a position with its strength: "strongly opposes"."""
        return f"{_ADVERBS[stance.strength]}{stance.position}"

    def first_inferred(self, summary: Summary) -> int:
        """Return the number of the first stance behind those that are explicit; 0 for none."""
        inferred = [stance.certainty in {"inferred", "guessed"} for stance in summary.stances]
        return inferred.index(True) + 1 if True in inferred[1:] and not inferred[0] else 0

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find actors that are not listed, foreign targets, and evidence that is no sentence."""
        names = actor_names(data)
        sentences = {(sentence.start, sentence.end) for sentence in document.outline.sentences}
        for item, stance in stored_items(data, "stances"):
            if str(stance.get("actor")) not in names:
                yield Fault(item, f"Its actor {short(stance.get('actor'))} is not listed.")
            yield from foreign_words(item, stance.get("target"), document)
            wrong = list(altered_copies(item, stance.get("evidence"), document.article.text))
            yield from wrong
            for start, end in () if wrong else places(stance.get("evidence")):
                if (start, end) not in sentences:
                    words = short(document.article.text[start:end])
                    yield Fault(item, f"No sentence of the article is {words}.")

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each stance."""
        for name, stance in self.held(summary):
            cells = {"actor": name, "position": stance.position, "target": stance.target}
            shown = {"text": _shown_by(stance), **fields_of(stance)}
            yield Row({**cells, **shown}, stance.evidence)

    def compared(self, summary: Summary) -> Iterator[Compared]:
        """Yield the stances, the same by actor and by target or shared evidence."""
        for name, stance in self.held(summary):
            facts = {"position": stance.position, "target": stance.target}
            yield Compared(
                f"{name} on {stance.target}",
                (name, stance.target.casefold()),
                stance.evidence,
                {**facts, "evidence": _shown_by(stance)},
                group=name,
            )

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield each stance, and its evidence below it."""
        for number, (name, stance) in enumerate(self.held(summary), start=1):
            if number == self.first_inferred(summary):
                yield Line((Piece(self.less_sure, "note"),))
            position = Piece(f" {self.stated(stance)} ", "strong")
            target, mark = one_line(stance.target), Piece(behind(self.mark(stance)), "note")
            stated = (Piece(one_line(name), "name"), position, Piece(target), mark)
            yield Line(stated, note=note_on(stance))
            for span in stance.evidence:
                yield Line((Piece(one_line(span.text), "note"),), depth=2)

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield each stance in a line."""
        for name, stance in self.held(summary):
            target = escape(one_line(stance.target))
            mark = behind(self.mark(stance))
            yield f"- **{escape(one_line(name))}** {self.stated(stance)} {target}{mark}"

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the stances; each refers to its actor."""
        for stance in summary.stances:
            row = stance.model_dump(include={"position", "target", *DECIDED})
            yield Record(row, stance.evidence, refers={"actor": stance.actor})

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the stances with their positions."""
        for stance in summary.stances:
            attributes = {"Position": stance.position}
            note = {"target": stance.target}
            yield Standoff(stance.evidence, note, attributes, actor=stance.actor)


def _shown_by(stance: Stance) -> str:
    return "\n".join(span.text for span in stance.evidence)
