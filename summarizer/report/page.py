"""The data of the report; the templates only lay it out.

Actors of several articles with the same name count as one.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from summarizer.export.dates import iso_date
from summarizer.export.links import web_address
from summarizer.facets import facets_of, ranked
from summarizer.facets.shown import Highlight
from summarizer.facets.stored import StoredFacet
from summarizer.report.segments import Paragraph, marks, paragraphs
from summarizer.schema import Summary

AnyFacet = StoredFacet[Any]


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
    """

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self.stories = [Story(summary, f"a{n}") for n, summary in enumerate(summaries, 1)]

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
        return [facet for facet in ranked("page", *self.summaries) if facet.lead]

    @property
    def facets(self) -> list[AnyFacet]:
        """The facets with their own section."""
        return [facet for facet in ranked("page", *self.summaries) if not facet.lead]

    @property
    def legend(self) -> list[Highlight]:
        """The highlights in the text, with their names."""
        marks = (facet.highlight for facet in ranked("legend", *self.summaries))
        return [mark for mark in marks if mark.legend]

    def count(self, facet: AnyFacet) -> int:
        """Return the number of items of a facet in all articles."""
        return sum(len(facet.items(summary)) for summary in self.summaries)

    def numbers(self, names: Sequence[str]) -> str:
        """Return the numbers of actors, separated by spaces, for the filter."""
        return " ".join(str(self.names[name]) for name in names)
