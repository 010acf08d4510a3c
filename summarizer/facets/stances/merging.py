"""Which opinions are one stance, and the order of the stances."""

from collections.abc import Iterable

from summarizer.document.document import Document
from summarizer.document.opinions import Opinion
from summarizer.facets.actor_registry import ActorRegistry
from summarizer.schema import Actor, Position

_SIDES = {"praises": "supports", "criticises": "opposes"}
"""Positions that are on the side of others: what is praised is supported."""

_BINDING = frozenset("of to in at on from with for by about against".split())
"""Behind these a target's last name is only part of what it is about."""

Held = tuple[Actor, list[Opinion]]
"""An actor, and the opinions of it that are one stance, the one that names it first."""


def merged(document: Document, found: Iterable[Opinion], registry: ActorRegistry) -> list[Held]:
    """Join the opinions of one actor that are on one side about one target.

    Args:
        document: The article.
        found: The opinions.
        registry: The actors.

    Returns:
        The stances: explicit ones first, then those that more sentences show, then the earlier.
    """
    stances: dict[tuple[str, str], list[tuple[str, Held]]] = {}
    for each in sorted(found, key=lambda opinion: opinion.sentence):
        actor = registry.find(each.actor)
        if actor is not None:
            of_side = stances.setdefault((actor.id, side(each.position)), [])
            _join(of_side, actor, each, _about(each.target, document))
    every = [held for of_side in stances.values() for _, held in of_side]
    return sorted(every, key=_rank)


def side(position: Position) -> str:
    """Return the side of a position.

    Example:
        >>> side("praises"), side("demands")
        ('supports', 'demands')
    """
    return _SIDES.get(position, position)


def _join(stances: list[tuple[str, Held]], actor: Actor, opinion: Opinion, about: str) -> None:
    for known, (_, same) in stances:
        if _is_same(known, about):
            same.append(opinion)
            return
    stances.append((about, (actor, [opinion])))


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


def _rank(held: Held) -> tuple[bool, int, int]:
    _, same = held
    sure = any(each.certainty == "explicit" for each in same)
    return not sure, -len({each.sentence for each in same}), same[0].sentence
