"""Who said what: the items that someone said, by speaker, in one article and across several."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from summarizer.facets.decisions import DECIDED
from summarizer.facets.identity import known_as
from summarizer.facets.shown import Entry, Line, Piece, View
from summarizer.facets.stored import Escape, StoredFacet, one_line
from summarizer.facets.wording import Wording, wording
from summarizer.schema import Said, Summary

S = TypeVar("S", bound=Said)

UNKNOWN = "Speaker not known"

GUESSED = "speaker guessed"
"""The mark of an item whose speaker is guessed."""


class SpokenFacet(StoredFacet[S], Generic[S]):
    """A facet whose items someone said: they are shown by speaker, with those of others like it."""

    in_marks = False
    """Whether its items are in quotation marks."""

    def verb(self, item: S, words: Wording) -> str:
        """Return what is put before an item: the verb that reports it, if one does."""
        return ""

    @abstractmethod
    def told(self, item: S, words: Wording) -> Line:
        """Return an item as a line below its speaker."""

    @abstractmethod
    def told_in_markdown(self, item: S, words: Wording, escape: Escape) -> str:
        """Return an item as a block of Markdown below its speaker."""

    def entries(self, summary: Summary) -> Iterator[Entry]:
        """Yield the items by their speakers' names."""
        speakers = Speakers(summary)
        for item in self.items(summary):
            facts = item.model_dump(mode="json", exclude={"spans", *DECIDED})
            yield Entry(item.id, speakers.name(item) or "unknown", item.spans, facts)

    def names(self, summary: Summary) -> Iterator[str]:
        """Yield the names of the speakers."""
        speakers = Speakers(summary)
        yield from filter(None, map(speakers.name, self.items(summary)))


Spoken = tuple[SpokenFacet[Any], Any]
"""An item that someone said, behind its facet."""


class Told(NamedTuple):
    """What someone said, as it is shown.

    Args:
        facet: Its facet.
        item: It.
        inner: What is within its words and needs no line of its own: the quotations in a statement
            of the same speaker.
    """

    facet: SpokenFacet[Any]
    item: Any
    inner: tuple[Spoken, ...] = ()

    @property
    def inner_ids(self) -> list[str]:
        """The ids of what is within its words."""
        return [item.id for _, item in self.inner]

    @property
    def tallies(self) -> str:
        """What the items are called in a count, separated by spaces."""
        return " ".join(facet.tally for facet, _ in ((self.facet, self.item), *self.inner))


class Voice(NamedTuple):
    """A speaker and what it said.

    Args:
        name: The speaker's name or description; None where it is not known.
        role: The role of an actor of that name.
        kind: Its kind.
        said: What it said, in the order of the article.
    """

    name: str | None
    role: str | None
    kind: str | None
    said: tuple[Told, ...]


class Speakers:
    """Knows who said the items of a summary: the actor, also where a description means it.

    Args:
        summary: The summary.
    """

    def __init__(self, summary: Summary) -> None:
        self._names = {actor.id: actor.name for actor in summary.actors}

    def name(self, item: Said) -> str | None:
        """Return the name of who said an item, or the description of a source without one."""
        return self._names[item.speaker] if item.speaker else item.speaker_name


class Voices:
    """What sources said, in marks or without: several facets under one heading.

    Args:
        facets: Those whose items someone said.
    """

    name = "voices"
    label = "Who said what"
    lead = False
    panel = "voices.html.j2"
    view = View("voices", label, "voices_across.html.j2")

    def __init__(self, facets: Iterable[SpokenFacet[Any]]) -> None:
        self.facets = tuple(facets)

    def items(self, summary: Summary) -> Sequence[Said]:
        """Return what is said in an article."""
        return [item for _, item in self._said(summary)]

    def by_speaker(self, summary: Summary) -> tuple[Voice, ...]:
        """Return what is said by speaker, the speakers in the order in which they speak."""
        speakers = Speakers(summary)
        groups: dict[str | None, list[Spoken]] = {}
        for facet, item in self._said(summary):
            groups.setdefault(speakers.name(item), []).append((facet, item))
        facts = {actor.name: (actor.full_role, actor.kind) for actor in summary.actors}
        return tuple(
            Voice(name, *facts.get(name or "", (None, None)), tuple(_told(said)))
            for name, said in groups.items()
        )

    def across(self, summaries: Iterable[Summary]) -> list[tuple[str, list[tuple[int, Voice]]]]:
        """Return what each speaker said in several articles, those who said most first.

        Sources without a name, such as "the company", are others in each article.

        Args:
            summaries: The summaries of the articles.

        Returns:
            The names, each with the indices of the articles and what was said there.
        """
        groups: dict[object, list[tuple[int, Voice]]] = {}
        for index, summary in enumerate(summaries):
            for voice in self.by_speaker(summary):
                if voice.name:
                    groups.setdefault(known_as(voice.name, index, voice.kind), []).append(
                        (index, voice)
                    )
        found = [(str(said[0][1].name), said) for said in groups.values()]
        return sorted(found, key=lambda group: -sum(len(each.said) for _, each in group[1]))

    def lines(self, summary: Summary) -> Iterator[Line]:
        """Yield the speakers, and below each what it said."""
        words = wording(summary)
        for voice in self.by_speaker(summary):
            role = f", {one_line(voice.role)}" if voice.role else ""
            name = one_line(voice.name or words(UNKNOWN))
            yield Line((Piece(name, "name"), Piece(role, "note")))
            yield from (each.facet.told(each.item, words) for each in voice.said)

    def markdown(self, summary: Summary, escape: Escape) -> Iterator[str]:
        """Yield the speakers, and below each what it said, with an empty line between two."""
        words = wording(summary)
        for number, voice in enumerate(self.by_speaker(summary)):
            role = f", {escape(one_line(voice.role))}" if voice.role else ""
            name = escape(one_line(voice.name or words(UNKNOWN)))
            yield "\n" * bool(number) + f"**{name}**{role}"
            for each in voice.said:
                words_for = each.item.speaker_name
                means = (
                    f" ({escape(one_line(words_for))})"
                    if words_for and words_for != voice.name
                    else ""
                )
                yield f"\n{each.facet.told_in_markdown(each.item, words, escape)}{means}"

    def _said(self, summary: Summary) -> list[Spoken]:
        found = [(facet, item) for facet in self.facets for item in facet.items(summary)]
        return sorted(found, key=lambda pair: pair[1].spans[0].start)


def _told(said: Sequence[Spoken]) -> Iterator[Told]:
    """Yield what one speaker said; a statement has the quotations in it that need no mark."""
    within: dict[str, list[Spoken]] = {}
    for each in said:
        around = (pair for pair in said if each[0].in_marks and not pair[0].in_marks)
        outer = next((pair for pair in around if _is_within(each[1], pair[1])), None)
        if outer and _is_settled(each, outer):
            within.setdefault(outer[1].id, []).append(each)
    inner = {item.id for held in within.values() for _, item in held}
    for facet, item in said:
        if item.id not in inner:
            yield Told(facet, item, tuple(within.get(item.id, ())))


def _is_settled(inner: Spoken, outer: Spoken) -> bool:
    """Return whether a quotation needs no mark: none is due, or the statement settles the guess."""
    marks, doubt = [*inner[0].marks(inner[1])], inner[0].doubted(inner[1])
    guess = marks == [GUESSED] and doubt == "guessed"  # and no check doubts it
    return not marks or (guess and not outer[0].marks(outer[1]))


def _is_within(item: Said, other: Said) -> bool:
    """Return whether the words of an item are a part of those of another."""
    return all(
        any(each.start <= span.start and span.end <= each.end for each in other.spans)
        for span in item.spans
    )
