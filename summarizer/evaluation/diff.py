"""What two summaries of one article say differently.

Owns the comparison alone: items are paired by where they stand in the article, since ids are
counted anew in every summary. It knows nothing of files, of models, or of how a difference is
shown.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from summarizer.errors import ArticleError
from summarizer.schema import Actor, Facet, Figure, Quote, Span, Stance, Summary


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two summaries say differently.

    Args:
        facet: The facet that it belongs to.
        item: The item in the article's words: a quote's text, a figure as written, a name.
        kind: ``added``, ``removed``, or the name of the field that changed, such as ``speaker``.
        before: What the first summary says; None if it says nothing.
        after: What the second summary says; None if it says nothing.
    """

    facet: Facet
    item: str
    kind: str
    before: str | None
    after: str | None


def compare(a: Summary, b: Summary) -> tuple[Difference, ...]:
    """List what two summaries of one article say differently, facet by facet.

    Quotes and figures are paired by their place, actors by name or by a shared mention, stances
    by actor and by target or shared evidence. Where an actor is mentioned and what a run cost are
    no statements and are not compared.

    Args:
        a: The summary to start from.
        b: The summary to compare it with.

    Returns:
        The differences, each facet in the order of the article; empty if both say the same.

    Raises:
        ArticleError: The summaries are of different articles.

    Example:
        >>> from summarizer.article import Article
        >>> from summarizer.schema import ArticleInfo, Provenance, Usage
        >>> info = ArticleInfo.of(Article("Rain fell on Ada Mole."))
        >>> how = Provenance(model="m", strategy="one", facets=("gist",), prompts="p",
        ...                  version="1", usage=Usage(), seconds=0)
        >>> before = Summary(article=info, gist="Rain fell.", provenance=how)
        >>> after = Summary(article=info, gist="Rain fell on Mole.", provenance=how)
        >>> compare(before, after)[0].after
        'Rain fell on Mole.'
    """
    if a.article.digest != b.article.digest:
        raise ArticleError(
            f"The summaries are of two articles, {a.article.id!r} and {b.article.id!r}.",
            hint="Compare two summaries of one article.",
        )
    return (
        *_changes("gist", _gist(a), _gist(b)),
        *_changes("actors", map(_actor, a.actors), map(_actor, b.actors)),
        *_changes("stances", _stances(a), _stances(b)),
        *_changes("quotes", map(_quote, a.quotes), map(_quote, b.quotes)),
        *_changes("figures", map(_figure, a.figures), map(_figure, b.figures)),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of a summary, ready to be paired: by key, or else by place within one group."""

    label: str
    key: object
    places: tuple[tuple[int, int], ...]
    facts: dict[str, str | None]
    group: str = ""

    def meets(self, other: "_Item") -> bool:
        return self.group == other.group and any(
            start < last and first < end
            for start, end in self.places
            for first, last in other.places
        )

    def __str__(self) -> str:
        return ", ".join(value for value in self.facts.values() if value)


def _gist(summary: Summary) -> Iterator[_Item]:
    if summary.gist:
        yield _Item("gist", "gist", (), {"gist": summary.gist})


def _actor(actor: Actor) -> _Item:
    facts = {"name": actor.name, "kind": actor.kind, "role": actor.role}
    return _Item(actor.name, actor.name, _places(actor.mentions), facts)


def _stances(summary: Summary) -> Iterator[_Item]:
    for stance in summary.stances:
        yield _stance(stance, summary.actor(stance.actor).name)


def _stance(stance: Stance, name: str) -> _Item:
    return _Item(
        f"{name} on {stance.target}",
        (name, stance.target.casefold()),
        _places(stance.evidence),
        {
            "position": stance.position,
            "target": stance.target,
            "evidence": "\n".join(span.text for span in stance.evidence),
        },
        group=name,
    )


def _quote(quote: Quote) -> _Item:
    places = _places(quote.spans)
    facts = {"text": quote.text, "speaker": quote.speaker_name, "kind": quote.kind}
    return _Item(quote.text, places, places, facts)


def _figure(figure: Figure) -> _Item:
    place = _places((figure.span,))
    numbers = {name: getattr(figure, name) for name in ("value", "low", "high")}
    flags = {name: getattr(figure, name) for name in ("percent", "approximate", "ordinal")}
    facts = {
        "text": figure.span.text,
        **{name: _plain(number) for name, number in numbers.items()},
        "unit": figure.unit,
        "currency": figure.currency,
        **{name: name if flag else None for name, flag in flags.items()},
        "measures": figure.measures,
    }
    return _Item(figure.span.text, place, place, facts)


def _plain(number: Decimal | None) -> str | None:
    if number is None:
        return None
    # A stored exponent may ask for more zeros than memory holds.
    return f"{number.normalize():f}" if abs(number.adjusted()) < 30 else str(number.normalize())


def _places(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _changes(facet: Facet, old: Iterable[_Item], new: Iterable[_Item]) -> Iterator[Difference]:
    for before, after in _pairs(list(old), list(new)):
        if before and after:
            for kind, fact in before.facts.items():
                if fact != after.facts[kind]:
                    yield Difference(facet, before.label, kind, fact, after.facts[kind])
        elif after:
            yield Difference(facet, after.label, "added", None, str(after))
        elif before:
            yield Difference(facet, before.label, "removed", str(before), None)


def _pairs(old: list[_Item], new: list[_Item]) -> list[tuple[_Item | None, _Item | None]]:
    """Pair equal keys before shared places, so that no item is taken by its neighbour."""
    pairs: list[tuple[_Item | None, _Item | None]] = []
    same: Callable[[_Item, _Item], bool]
    for same in (lambda one, other: one.key == other.key, _Item.meets):
        for before in tuple(old):
            after = next((item for item in new if same(before, item)), None)
            if after is not None:
                pairs.append((before, after))
                old.remove(before)
                new.remove(after)
    pairs += [(item, None) for item in old]
    pairs += [(None, item) for item in new]
    return sorted(pairs, key=_place)


def _place(pair: tuple[_Item | None, _Item | None]) -> tuple[tuple[int, int], ...]:
    return min(item.places for item in pair if item)
