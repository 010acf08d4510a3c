"""What the report shows, gathered from the summaries: the templates only lay it out.

Actors of several articles are one where their names are the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.export.dates import iso_date
from summarizer.export.links import web_address
from summarizer.report.segments import Paragraph, marks, paragraphs
from summarizer.schema import Actor, Figure, Quote, Stance, Summary


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and what it said; the name is None where nobody knows who it was."""

    name: str | None
    role: str | None
    quotes: list[Quote]


class Story:
    """One article with its summary.

    Args:
        summary: The summary.
        key: What its ids in the page begin with.
    """

    def __init__(self, summary: Summary, key: str) -> None:
        self.summary = summary
        self.key = key
        self.info = summary.article
        self.title = self.info.title or self.info.id
        self.address = web_address(self.info.url)

    @property
    def origin(self) -> list[str]:
        """Who published it, who wrote it and when, as far as that is known."""
        info = self.info
        return [part for part in (info.publisher, info.author, self.day) if part]

    @property
    def day(self) -> str | None:
        """The day on which it was published; feeds tell more than a reader wants to know."""
        date = iso_date(self.info.date)
        return date and re.sub(r"^(\d{4}-\d\d-\d\d)T.*", r"\1", date)

    @cached_property
    def blocks(self) -> list[Paragraph]:
        """The paragraphs of the text, the headline among them; empty if the text is not there."""
        return paragraphs(self.info.text or "", marks(self.summary))

    @property
    def headline(self) -> Paragraph | None:
        """The first paragraph, if it is the title."""
        first = self.blocks[0] if self.blocks else ()
        return first if "".join(part.text for part in first).strip() == self.title else None

    @property
    def body(self) -> list[Paragraph]:
        """The paragraphs below the headline."""
        return self.blocks[1:] if self.headline else self.blocks

    @property
    def voices(self) -> list[Voice]:
        """The quotes by speaker, the speakers in the order in which they speak."""
        groups: dict[str | None, list[Quote]] = {}
        for quote in self.summary.quotes:
            groups.setdefault(quote.speaker_name, []).append(quote)
        roles = {actor.name: actor.role for actor in self.summary.actors}
        return [Voice(name, roles.get(name or ""), said) for name, said in groups.items()]

    @property
    def stances(self) -> list[tuple[str, Actor, Stance]]:
        """The stances with their ids and actors."""
        return [
            (f"S{number}", self.summary.actor(stance.actor), stance)
            for number, stance in enumerate(self.summary.stances, 1)
        ]

    def measured(self, figure: Figure) -> str:
        """Say what a figure measures: at least what is counted, where the figure does not say it.

        "allies" tells more of "two" than nothing does; "$" of "$100" tells nothing.
        """
        unit = figure.unit if figure.unit and figure.unit not in figure.span.text else None
        return figure.measures or unit or "not known"

    @property
    def names(self) -> list[str]:
        """The names of all who act or speak in it."""
        spoke = (quote.speaker_name for quote in self.summary.quotes)
        acted = (actor.name for actor in self.summary.actors)
        return [name for name in dict.fromkeys((*acted, *spoke)) if name]


class Page:
    """All articles of a report.

    Args:
        summaries: Their summaries.
    """

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self.stories = [Story(summary, f"a{n}") for n, summary in enumerate(summaries, 1)]

    @cached_property
    def actors(self) -> dict[str, int]:
        """Every name with its number, in the order of the alphabet."""
        names = {name for story in self.stories for name in story.names}
        return {name: n for n, name in enumerate(sorted(names, key=str.casefold), 1)}

    @property
    def voices(self) -> list[tuple[str, list[tuple[Story, Voice]]]]:
        """What each named speaker said, article by article, those with most quotes first."""
        groups: dict[str, list[tuple[Story, Voice]]] = {}
        for story in self.stories:
            for voice in story.voices:
                if voice.name:
                    groups.setdefault(voice.name, []).append((story, voice))
        return sorted(
            groups.items(), key=lambda group: -sum(len(voice.quotes) for _, voice in group[1])
        )

    @property
    def figures(self) -> Iterator[tuple[Figure, Story]]:
        """Every figure with its article."""
        for story in self.stories:
            for figure in story.summary.figures:
                yield figure, story

    def numbers(self, names: Sequence[str]) -> str:
        """Return the numbers of actors, as the filter compares them."""
        return " ".join(str(self.actors[name]) for name in names)
