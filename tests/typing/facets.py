"""Never run, only checked: what a type checker sees of a user's facet."""

from typing import Literal, assert_type

from summarizer import (
    ActorRef,
    Copied,
    Facet,
    FigureRef,
    Item,
    QuotationRef,
    Sentence,
    Settings,
    Source,
    Summary,
    When,
    Written,
    summarize,
    summarize_many,
)


class Location(Item):
    name: Copied
    kind: Literal["country", "region", "city", "building"]


class Promise(Item):
    who: Source
    to: ActorRef | None
    what: Written
    words: tuple[Copied, ...]
    amount: FigureRef | None
    said: QuotationRef | None
    by: When | None = None


locations = Facet("locations", Location, "Where?", line="{name} ({kind})")
promises = Facet("promises", Promise, "Who promises what?", label="Promises")
both = [locations, promises]


def ask(article: str) -> Summary:
    summary = summarize(article, facets=["quotes", locations])
    summarize(article, facets=both)
    summarize(article, facets=("gist", *both))
    summarize_many([article], facets=[promises])
    Settings.of(facets=("quotes", locations))
    summary.to_dataframe(locations)
    return summary


def read(summary: Summary) -> None:
    assert_type(summary[locations], tuple[Location, ...])
    for place in summary[locations]:
        assert_type(place.name, Copied)
        assert_type(place.name.start, int)
        assert_type(place.evidence, tuple[Sentence, ...])
        assert_type(place.kind, Literal["country", "region", "city", "building"])
    [promise] = summary[promises]
    assert_type(promise.by, When | None)
    if promise.by:
        assert_type(promise.by.iso, str | None)
    assert_type(promise.what, Written)
    assert_type(promise.words[0].text, str)


def wrong(summary: Summary) -> None:
    summary["quotes"]  # type: ignore[index]
    summarize("", facets=["quots"])  # type: ignore[list-item]
    Facet("places", str, "Where?")  # type: ignore[type-var]
    repr(summary[locations][0].colour)  # type: ignore[attr-defined]
