"""Score actors: how many named sources of an article are among the actors of its summary."""

from collections import Counter
from collections.abc import Iterable

from summarizer.evaluation.folding import fold_quotation
from summarizer.evaluation.speakers import People
from summarizer.schema import Actor


def score_actors(text: str, sources: Iterable[str], actors: Iterable[Actor]) -> Counter[str]:
    """Count the sources of an article that are among its actors.

    Args:
        text: The article's text.
        sources: Mentions of the sources. Mentions that are not names are ignored; several mentions
            of one person count once.
        actors: The actors of a summary.

    Returns:
        Counts: ``sources`` and of these ``found``; ``actors`` and ``articles``, for the number of
        actors per article.

    Example:
        >>> from summarizer.schema import Span
        >>> vance = Actor(id="A1", name="Vance", mentions=[Span(start=0, end=5, text="Vance")])
        >>> text = "Vance spoke. Teodor Vance left. She stayed."
        >>> score_actors(text, ["Vance", "Teodor Vance", "She"], [vance])
        Counter({'articles': 1, 'sources': 1, 'found': 1, 'actors': 1})
    """
    registry = People(text)
    people = _people(registry, sources)
    listed = list(actors)
    called = {name for actor in listed for name in (actor.name, *_mentions(actor))}
    found = sum(any(_means(registry, person, name) for name in called) for person in people)
    return Counter(articles=1, sources=len(people), found=found, actors=len(listed))


def _mentions(actor: Actor) -> set[str]:
    return {mention.text for mention in actor.mentions}


def _people(registry: People, sources: Iterable[str]) -> list[str]:
    """Return the longest mention of each person."""
    people: list[str] = []
    for source in sorted(set(sources), key=lambda mention: (-len(mention), mention)):
        known = any(registry.same_source(person, source) for person in people)
        if registry.is_source(source) and not known:
            people.append(source)
    return people


def _means(registry: People, person: str, name: str) -> bool:
    same = fold_quotation(person).lower() == fold_quotation(name).lower()
    return same or registry.same_source(person, name)
