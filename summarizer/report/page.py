"""What the report shows, gathered from the summaries: the templates only lay it out.

Actors of several articles are one where their names are the same.
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
    def names(self) -> list[str]:
        """The names of all who act or speak in it."""
        every = (name for facet in facets_of(self.summary) for name in facet.names(self.summary))
        return list(dict.fromkeys(every))


class Page:
    """All articles of a report.

    Args:
        summaries: Their summaries.
    """

    def __init__(self, summaries: Iterable[Summary]) -> None:
        self.stories = [Story(summary, f"a{n}") for n, summary in enumerate(summaries, 1)]

    @cached_property
    def names(self) -> dict[str, int]:
        """Every name with its number, in the order of the alphabet."""
        names = {name for story in self.stories for name in story.names}
        return {name: n for n, name in enumerate(sorted(sorted(names), key=str.casefold), 1)}

    @property
    def summaries(self) -> list[Summary]:
        """The summaries of the articles."""
        return [story.summary for story in self.stories]

    @property
    def leads(self) -> list[AnyFacet]:
        """The facets that are shown below the title."""
        return [facet for facet in ranked("page", *self.summaries) if facet.lead]

    @property
    def facets(self) -> list[AnyFacet]:
        """The facets that have a section of their own."""
        return [facet for facet in ranked("page", *self.summaries) if not facet.lead]

    @property
    def legend(self) -> list[Highlight]:
        """How the articles are marked, and what the marks are called."""
        marks = (facet.highlight for facet in ranked("legend", *self.summaries))
        return [mark for mark in marks if mark.legend]

    def count(self, facet: AnyFacet) -> int:
        """Return how many items of a facet there are in all articles."""
        return sum(len(facet.items(summary)) for summary in self.summaries)

    def numbers(self, names: Sequence[str]) -> str:
        """Return the numbers of actors, as the filter compares them."""
        return " ".join(str(self.names[name]) for name in names)
