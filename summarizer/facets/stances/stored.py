"""The stances of a stored summary: how they are verified, compared and shown."""

from collections.abc import Iterator, Mapping
from typing import get_args

from summarizer.document.document import Document
from summarizer.document.opinions import points_back
from summarizer.facets.decisions import DECIDED, fields_of, note_on
from summarizer.facets.faults import (
    Data,
    Fault,
    actor_names,
    altered_copies,
    foreign_words,
    misplaced_before,
    places,
    short,
    stored_items,
    uncopied_words,
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
    Taken,
    View,
)
from summarizer.facets.stored import Escape, StoredFacet, one_line, said_before
from summarizer.facets.wording import Wording, wording
from summarizer.languages.table import language
from summarizer.schema import Position, Stance, Summary

TABLE = Table(
    "stances",
    """actor INTEGER NOT NULL REFERENCES actors (id), position TEXT NOT NULL, target TEXT NOT NULL,
    decided_by TEXT, certainty TEXT, rule TEXT, doubt TEXT, sentence_before TEXT""",
    spans=("evidence", "stance"),
)

_STRENGTHS = {None: "{}", "strong": "strongly {}", "weak": "weakly {}"}
_STATED: Mapping[Position, tuple[str, str]] = {
    "supports": ("supports", "support"),
    "opposes": ("opposes", "oppose"),
    "criticises": ("criticises", "criticise"),
    "praises": ("praises", "praise"),
    "demands": ("demands", "demand"),
    "neutral": ("is neutral on", "are neutral on"),
    "unclear": ("takes an unclear stance on", "take an unclear stance on"),
}
"""How a position is said of one actor, and of a group."""

_SPANS = ("evidence", "sentence_before")

_SURE = frozenset({"explicit", None})
"""How sure the stances are that come first; those of 0.1.0 do not say it."""


class StoredStances(StoredFacet[Stance]):
    """The stances with the sentences that show them; they are S1, S2, and so on."""

    name = "stances"
    label = "Where they stand"
    ranks = Ranks(page=3, legend=5, columns=3, standoff=3)
    columns: Mapping[str, type] = {"actor": str, "position": str, "target": str, "text": str}
    later_columns: Mapping[str, type] = {"sentence_before": str}
    table = TABLE
    motive = "assessing"
    highlight = Highlight("evidence", "evidence of a stance")
    panel = "stances.html.j2"
    view = View("stances", label, "stances_across.html.j2")
    tally = "stance"
    decided = True

    @property
    def entity(self) -> Entity:
        """What brat calls a stance, with its positions."""
        return Entity("Stance", relation="Holds", attributes={"Position": get_args(Position)})

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the stances with their evidence."""
        for number, (name, stance) in enumerate(self.held(summary), start=1):
            words = f"{name} {stance.position} {stance.target}"
            facts = stance.model_dump(mode="json", exclude={*_SPANS, *DECIDED})
            yield Entry(f"S{number}", words, stance.evidence, facts)

    def held(self, summary: Summary) -> Iterator[tuple[str, Stance]]:
        """Yield the stances with the names of their actors."""
        names = {actor.id: actor.name for actor in summary.actors}
        for stance in summary.stances:
            yield names[stance.actor], stance

    def stated(self, summary: Summary, stance: Stance, words: Wording) -> str:
        """Return a position with its strength: "strongly opposes", "the Greens oppose"."""
        one, many = _STATED[stance.position]
        actor, spoken = summary.actor(stance.actor), language(words.code or "")
        last = actor.name.rsplit(maxsplit=1)[-1].casefold()  # "Greens"
        several = last.endswith("s") and last in spoken.words("actors.parties")
        position = words(many if several or actor.kind == "group" else one)
        return words(_STRENGTHS[stance.strength]).format(position)

    def by_certainty(self, summary: Summary) -> dict[str, list[tuple[str, str, Stance]]]:
        """Return the explicit stances, and behind a heading of their own the less sure ones.

        Returns:
            Each heading with ids, names of actors and stances; the first one's heading is empty.
        """
        named = [(f"S{n}", *pair) for n, pair in enumerate(self.held(summary), start=1)]
        sure = [each for each in named if each[2].certainty in _SURE]
        less = [each for each in named if each[2].certainty not in _SURE]
        heading = "also, less sure" if sure else "less sure"
        return {key: group for key, group in (("", sure), (heading, less)) if group}

    def taken(self, summary: Summary, words: Wording) -> Iterator[Taken]:
        """Yield each stance, the explicit ones first."""
        for group in self.by_certainty(summary).values():
            for key, name, each in group:
                stated, marks = self.stated(summary, each, words), tuple(self.marks(each))
                if not marks and each.certainty not in _SURE:
                    marks = ("less sure",)
                kind = summary.actor(each.actor).kind
                before = self.before(each, summary)
                places = len(each.evidence)
                yield Taken(key, name, kind, each.target, stated, places, marks, before)

    def verify(self, data: Data, document: Document) -> Iterator[Fault]:
        """Find actors that are not listed, foreign targets, and evidence that is no sentence."""
        names = actor_names(data)
        sentences = {(sentence.start, sentence.end) for sentence in document.outline.sentences}
        for item, stance in stored_items(data, "stances"):
            if str(stance.get("actor")) not in names:
                yield Fault(item, f"Its actor {short(stance.get('actor'))} is not listed.")
            yield from _foreign_target(item, stance, document)
            wrong = list(altered_copies(item, stance.get("evidence"), document.article.text))
            yield from wrong
            for start, end in () if wrong else places(stance.get("evidence")):
                if (start, end) not in sentences:
                    words = short(document.article.text[start:end])
                    yield Fault(item, f"No sentence of the article is {words}.")
            yield from misplaced_before(item, stance, stance.get("evidence"), document)
            yield from _needless_before(item, stance, document)

    def rows(self, summary: Summary) -> Iterator[Row]:
        """Yield a row for each stance."""
        for name, stance in self.held(summary):
            cells = {"actor": name, "position": stance.position, "target": stance.target}
            shown = {"text": _shown_by(stance), **fields_of(stance)}
            shown["sentence_before"] = _before(stance)
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
        """Yield each stance, and its evidence below it: once, where the next has the same."""
        words = wording(summary)
        for heading, group in self.by_certainty(summary).items():
            if heading:
                yield Line((Piece(f"{words(heading)}:", "note"),))
            below = [self._below(stance, summary) for _, _, stance in group]
            for (_, name, stance), shown, after in zip(group, below, [*below[1:], []], strict=True):
                yield self._line(summary, name, stance, words)
                for text in [] if shown == after else shown:
                    yield Line((Piece(one_line(text), "note"),), depth=2)

    def before(self, stance: Stance, summary: Summary) -> str:
        """Return the sentence that a stance is shown with, if that is not the headline above."""
        return said_before(stance.sentence_before, summary)

    def _below(self, stance: Stance, summary: Summary) -> list[str]:
        """Return what text shows below a stance: its evidence, and the sentence before it."""
        shown = [span.text for span in stance.evidence]
        return [*shown, f"({before})"] if (before := self.before(stance, summary)) else shown

    def _line(self, summary: Summary, name: str, stance: Stance, words: Wording) -> Line:
        position = Piece(f" {self.stated(summary, stance, words)} ", "strong")
        target = Piece(one_line(stance.target))
        mark = Piece(words.behind(self.marks(stance)), "note")
        return Line((Piece(one_line(name), "name"), position, target, mark), note=note_on(stance))

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield each stance in a line."""
        words = wording(summary)
        for heading, group in self.by_certainty(summary).items():
            if heading:
                yield f"\n{words(heading)}:\n"
            for _, name, stance in group:
                actor, target = escape(one_line(name)), escape(one_line(stance.target))
                mark = words.behind(self.marks(stance))
                before = f" ({escape(said)})" if (said := self.before(stance, summary)) else ""
                yield f"- **{actor}** {self.stated(summary, stance, words)} {target}{mark}{before}"

    def records(self, summary: Summary) -> Iterator[Record]:
        """Yield the stances; each refers to its actor."""
        for stance in summary.stances:
            row = stance.model_dump(include={"position", "target", *DECIDED})
            row["sentence_before"] = _before(stance)
            yield Record(row, stance.evidence, refers={"actor": stance.actor})

    def standoff(self, summary: Summary) -> Iterator[Standoff]:
        """Yield the stances with their positions."""
        for stance in summary.stances:
            attributes = {"Position": stance.position}
            note = {"target": stance.target}
            yield Standoff(stance.evidence, note, attributes, actor=stance.actor)


def _foreign_target(item: str, stance: Data, document: Document) -> Iterator[Fault]:
    """Find a target of code that is not copied, and names and numbers from elsewhere in others."""
    target = stance.get("target")
    if stance.get("decided_by") == "rule":
        yield from uncopied_words(item, "target", target, document.article.text)
    else:
        yield from foreign_words(item, target, document)


def _needless_before(item: str, stance: Data, document: Document) -> Iterator[Fault]:
    """Find a sentence before with a target of code that says itself what it is."""
    target, by_code = str(stance.get("target")), stance.get("decided_by") == "rule"
    if stance.get("sentence_before") and by_code and not points_back(target, document.language):
        yield Fault(item, f"Its target {short(target)} needs no sentence before it.")


def _before(stance: Stance) -> str | None:
    return stance.sentence_before.text if stance.sentence_before else None


def _shown_by(stance: Stance) -> str:
    return "\n".join(span.text for span in stance.evidence)
