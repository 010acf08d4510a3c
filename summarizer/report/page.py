"""The data of the report; the templates only lay it out.

Actors of several articles with the same full name count as one. The filter goes by words: "the
company" finds every article that has a source of that name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from summarizer.export.dates import iso_date
from summarizer.export.links import web_address
from summarizer.facets import facets_of, ranked, sections
from summarizer.facets.matrix import Matrix, by_actor, matrix
from summarizer.facets.shown import Highlight, Taken
from summarizer.facets.stored import StoredFacet
from summarizer.facets.voices import Voices
from summarizer.facets.wording import ENGLISH, wording
from summarizer.report.segments import Paragraph, marks, paragraphs
from summarizer.schema import Summary

AnyFacet = StoredFacet[Any]
AnySection = AnyFacet | Voices


MANY = "The news in short"
"""The title of a report on many articles."""


class Story:
    """One article with its summary.

    Args:
        summary: The summary.
        key: The prefix of its ids in the page.
    """

    def __init__(self, summary: Summary, key: str) -> None:
        self.summary = summary
        self.key = key
        self.info = summary.article
        self.title = self.info.title or self.info.id
        self.address = web_address(self.info.url)
        self.words = wording(summary)

    @property
    def origin(self) -> list[str]:
        """Publisher, author and date, if known."""
        info = self.info
        return [part for part in (info.publisher, info.author, self.day) if part]

    @property
    def day(self) -> str | None:
        """The date of publication, without the time that feeds add."""
        date = iso_date(self.info.date)
        return date and re.sub(r"^(\d{4}-\d\d-\d\d)T.*", r"\1", date)

    @cached_property
    def blocks(self) -> list[Paragraph]:
        """The paragraphs of the text with the headline; empty without a text."""
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
    def names(self) -> list[str]:
        """The names of all actors and speakers."""
        every = (name for facet in facets_of(self.summary) for name in facet.names(self.summary))
        return list(dict.fromkeys(every))


class Page:
    """The page of a report.

    Args:
        summaries: The summaries of its articles.
        title: Its title; None: that of its one article, or one for many.
    """

    def __init__(self, summaries: Iterable[Summary], title: str | None = None) -> None:
        self.stories = [Story(summary, f"a{n}") for n, summary in enumerate(summaries, 1)]
        self.many = len(self.stories) != 1
        self.title = title or (MANY if self.many else self.stories[0].title)
        self.words = ENGLISH if self.many else self.stories[0].words

    @cached_property
    def names(self) -> dict[str, int]:
        """Every name with its number, in alphabetical order."""
        names = {name for story in self.stories for name in story.names}
        return {name: n for n, name in enumerate(sorted(sorted(names), key=str.casefold), 1)}

    @property
    def summaries(self) -> list[Summary]:
        """The summaries of the articles."""
        return [story.summary for story in self.stories]

    @property
    def leads(self) -> list[AnyFacet]:
        """The facets below the title."""
        return [facet for facet in facets_of(*self.summaries) if facet.lead]

    @cached_property
    def sections(self) -> list[AnySection]:
        """What is shown under a heading."""
        return [section for section in sections(*self.summaries) if not section.lead]

    @cached_property
    def tallied(self) -> list[AnyFacet]:
        """The facets whose items are counted in the tally of an article."""
        return [facet for facet in ranked("page", *self.summaries) if facet.tally]

    @property
    def legend(self) -> list[Highlight]:
        """The highlights in the text, with their names."""
        marks = (facet.highlight for facet in ranked("legend", *self.summaries))
        return [mark for mark in marks if mark.legend]

    def matrix(self, facet: AnyFacet) -> Matrix | None:
        """Return the table of actors against targets across all articles."""
        return matrix(facet, self.summaries, self.words)

    def matrices(self, story: Story) -> list[tuple[AnyFacet, Matrix]]:
        """Return the tables of actors against targets of one article, with their facets."""
        facets = facets_of(story.summary)
        found = [(each, matrix(each, [story.summary], story.words)) for each in facets]
        return [(facet, table) for facet, table in found if table]

    def by_actor(self, facet: AnyFacet) -> list[tuple[str, list[tuple[int, list[Taken]]]]]:
        """Return the positions that actors take in all articles."""
        return by_actor(facet, self.summaries, self.words)

    def count(self, facet: AnyFacet) -> int:
        """Return the number of items of a facet in all articles."""
        return sum(len(facet.items(summary)) for summary in self.summaries)

    def numbers(self, names: Sequence[str]) -> str:
        """Return the numbers of actors, separated by spaces, for the filter."""
        return " ".join(str(self.names[name]) for name in names)
