"""Counting the named sources of an article that are among the actors of its summary."""

from collections import Counter
from collections.abc import Iterable

from summarizer.evaluation.folding import fold_quotation
from summarizer.evaluation.speakers import ActorRegistry
from summarizer.schema import Actor


def score_actors(text: str, sources: Iterable[str], actors: Iterable[Actor]) -> Counter[str]:
    """Look for those who speak in an article among its actors.

    Args:
        text: The article's text.
        sources: Mentions of those who speak in it; those that are no names are left out, those of
            one person are one.
        actors: The actors of a summary.

    Returns:
        Counts: ``sources`` and of these ``found``; ``actors`` and ``articles``, for
        the number of actors an article.

    Example:
        >>> from summarizer.schema import Span
        >>> vance = Actor(id="A1", name="Vance", mentions=[Span(start=0, end=5, text="Vance")])
        >>> text = "Vance spoke. Teodor Vance left. She stayed."
        >>> score_actors(text, ["Vance", "Teodor Vance", "She"], [vance])
        Counter({'articles': 1, 'sources': 1, 'found': 1, 'actors': 1})
    """
    cast = ActorRegistry(text)
    people = _people(cast, sources)
    listed = list(actors)
    called = {name for actor in listed for name in (actor.name, *_mentions(actor))}
    found = sum(any(_means(cast, person, name) for name in called) for person in people)
    return Counter(articles=1, sources=len(people), found=found, actors=len(listed))


def _mentions(actor: Actor) -> set[str]:
    return {mention.text for mention in actor.mentions}


def _people(cast: ActorRegistry, sources: Iterable[str]) -> list[str]:
    """Return one mention a person, the longest."""
    people: list[str] = []
    for source in sorted(set(sources), key=lambda mention: (-len(mention), mention)):
        known = any(cast.same_source(person, source) for person in people)
        if cast.is_source(source) and not known:
            people.append(source)
    return people


def _means(cast: ActorRegistry, person: str, name: str) -> bool:
    same = fold_quotation(person).lower() == fold_quotation(name).lower()
    return same or cast.same_source(person, name)
