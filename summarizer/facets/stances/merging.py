"""Which opinions are one stance, and the order of the stances."""

from collections.abc import Iterable

from summarizer.document.document import Document
from summarizer.document.opinions import Opinion
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.facets.decisions import Decision
from summarizer.schema import Actor, Position

_SIDES = {"praises": "supports", "criticises": "opposes"}
"""Positions that are on the side of others: what is praised is supported."""

_BINDING = frozenset("of to in at on from with for by about against".split())
"""Behind these a target's last name is only part of what it is about."""

Joined = tuple[Actor, list[Opinion], list[Decision]]
"""An actor, the opinions of it that are one stance, the earliest first, and who decided each."""


def merged(
    document: Document, found: Iterable[tuple[Opinion, Decision]], registry: ActorRegistry
) -> list[Joined]:
    """Join the opinions of one actor that are on one side about one target.

    Args:
        document: The article.
        found: The opinions by sentence, and who decided each.
        registry: The actors.

    Returns:
        The stances: explicit ones first, then those that more sentences show, then the earlier.
    """
    stances: dict[tuple[str, str], list[tuple[str, Joined]]] = {}
    for opinion, decision in found:
        actor = registry.find(opinion.actor)
        if actor is not None:
            of_side = stances.setdefault((actor.id, side(opinion.position)), [])
            _, same, decisions = _like(of_side, actor, _about(opinion.target, document))
            same.append(opinion)
            decisions.append(decision)
    every = [joined for of_side in stances.values() for _, joined in of_side]
    return sorted(every, key=_rank)


def side(position: Position) -> str:
    """Return the side of a position.

    Example:
        >>> side("praises"), side("demands")
        ('supports', 'demands')
    """
    return _SIDES.get(position, position)


def _like(stances: list[tuple[str, Joined]], actor: Actor, about: str) -> Joined:
    """Return the stance that is about the same; a new one where there is none."""
    for known, joined in stances:
        if _is_same(known, about):
            return joined
    stances.append((about, (actor, [], [])))
    return stances[-1][1]


def _is_same(one: str, other: str) -> bool:
    """Return whether a target is another in fewer words: "the plan" is "the tariff plan"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return long[len(long) - len(short) :] == short


def _about(target: str, document: Document) -> str:
    """Return what a target is about: the name that it ends with, or its words but the first "the".

    "Leader Kim" is Kim, "the mayor of Oslo" is not Oslo.
    """
    words = target.split()
    for at, word in enumerate(words):
        name = " ".join(words[at:])
        if word[0].isupper() and document.is_name(name) and document.find(name):
            return document.full_name(name)
        if word in _BINDING:
            break
    small = document.known_names.vocabulary.determiners
    first = len(words) > 1 and words[0].casefold() in small
    return " ".join(words[first:]).casefold()


def _rank(joined: Joined) -> tuple[bool, int, int]:
    _, same, decisions = joined
    sure = any(each.certainty == "explicit" for each in decisions)
    return not sure, -len({each.sentence for each in same}), same[0].sentence
