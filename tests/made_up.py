"""Made-up articles and a builder of summaries, for tests that need no model."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from decimal import Decimal

from summarizer.article import Article
from summarizer.schema import (
    Actor,
    ArticleInfo,
    Figure,
    Provenance,
    Quote,
    Rejected,
    Span,
    Stance,
    Summary,
    Usage,
)

HARBOUR = """\
Council votes to close the old harbour

The council of Port Alder voted on Tuesday to close the old harbour. "We will not let the quay \
fall into the sea," Mayor Ines Calloway said.

The works will cost about 12.5 million crowns, and 340 boats must move. "It is the end of a \
trade," said Tomas Reed, chairman of the Fishers' Union. "My father moored here.

"His father did too."

Reed wants the vote repeated. The harbour master called the plan “long overdue”.
"""


def spot(text: str, words: str, nth: int = 0) -> Span:
    """Return the span of the nth place of the words in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def provenance(**changes: object) -> Provenance:
    """Return a provenance as a run with a small model would leave it."""
    facts = {
        "model": "made-up-1b",
        "strategy": "many",
        "facets": ("gist", "actors", "stances", "quotes", "figures"),
        "prompts": "sha256:0",
        "version": "0.1.0",
        "usage": Usage(requests=9, prompt_tokens=900, cached_tokens=700, completion_tokens=80),
        "seconds": 3.5,
    }
    return Provenance.model_validate(facts | changes)


def bare(article: Article, **parts: object) -> Summary:
    """Return a summary of the article that holds these parts alone."""
    return Summary.model_validate(
        {"article": ArticleInfo.of(article), "provenance": provenance(), **parts}
    )


def harbour(**changes: object) -> Summary:
    """Return a full summary of the harbour story, with these parts changed."""
    article = Article(
        HARBOUR,
        id="harbour",
        url="https://alder.example/harbour",
        date="2031-04-02",
        publisher="The Alder Post",
        author="Ida Fenn",
        source="harbour.txt",
    )
    return bare(article, **_parts(HARBOUR) | changes)


def _parts(text: str) -> dict[str, object]:
    return {
        "gist": "The council of Port Alder voted to close the old harbour.",
        "actors": _actors(text),
        "stances": (
            Stance(
                actor="A3",
                position="opposes",
                target="the vote",
                evidence=(spot(text, "Reed wants the vote repeated."),),
                decided_by="rule",
                certainty="explicit",
                rule="verb",
            ),
        ),
        "quotes": tuple(_quotes(text)),
        "figures": tuple(_figures(text)),
        "rejected": (
            Rejected(
                facet="stances",
                reason="name_not_in_article",
                detail="The target 'the Ministry' does not occur in the article.",
                item="A2",
            ),
        ),
    }


def _actors(text: str) -> tuple[Actor, ...]:
    return (
        Actor(
            id="A1",
            name="council of Port Alder",
            kind="organisation",
            mentions=(spot(text, "council of Port Alder"),),
        ),
        Actor(
            id="A2",
            name="Ines Calloway",
            kind="person",
            role="Mayor",
            mentions=(spot(text, "Ines Calloway"),),
        ),
        Actor(
            id="A3",
            name="Tomas Reed",
            kind="person",
            role="chairman of the Fishers' Union",
            mentions=(spot(text, "Tomas Reed"), spot(text, "Reed", 1)),
            decided_by="rule",
            certainty="explicit",
            rule="quoted",
        ),
    )


def _quotes(text: str) -> Iterable[Quote]:
    said = (
        (("We will not let the quay fall into the sea,",), "A2", "Ines Calloway", "direct"),
        (("It is the end of a trade,",), "A3", "Tomas Reed", "direct"),
        (("My father moored here.", "His father did too."), "A3", "Tomas Reed", "direct"),
        (("long overdue",), None, "The harbour master", "mixed"),
    )
    decisions = (
        ("rule", "explicit", "after-subject"),
        ("both", "explicit", "after-verb"),
        ("model", "inferred", None),
        ("none", None, None),
    )
    pairs = zip(said, decisions, strict=True)
    for number, ((words, speaker, name, kind), (by, sure, rule)) in enumerate(pairs, 1):
        yield Quote(
            id=f"Q{number}",
            spans=tuple(spot(text, part) for part in words),
            speaker=speaker,
            speaker_name=name,
            kind=kind,
            decided_by=by,
            certainty=sure,
            rule=rule,
        )


def _figures(text: str) -> Iterable[Figure]:
    yield Figure(
        id="F1",
        span=spot(text, "12.5 million crowns"),
        value=Decimal(12_500_000),
        unit="crowns",
        approximate=True,
        measures="Cost of the works",
    )
    yield Figure(
        id="F2",
        span=spot(text, "340"),
        value=Decimal(340),
        unit="boats",
        measures="Boats that must move",
    )


def command(add: Callable[..., None], *words: str) -> int:
    """Run one command of the command line and return its exit code."""
    parser = ArgumentParser()
    add(parser.add_subparsers())
    args = parser.parse_args(words)
    return args.run(args)
