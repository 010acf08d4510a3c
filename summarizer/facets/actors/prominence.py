"""The actors by their part in the story: who says and holds most, and is named most often."""

from collections import Counter

from summarizer.schema import Actor, Said, Summary

SAID, HELD = 3, 2
"""Mentions that one thing said is worth, and one stance."""


def by_prominence(summary: Summary) -> list[Actor]:
    """Return the actors, those with the largest part first.

    Equal ones are as they are mentioned, a person without a name behind the others.

    Args:
        summary: The summary.

    Example:
        >>> from summarizer import summarize
        >>> text = "The mayor, Jane Roe, was away. Bo Poe backed the plan. “We won,” Poe said."
        >>> [actor.name for actor in by_prominence(summarize(text, model="none"))]
        ['Bo Poe', 'Jane Roe']
    """
    every: tuple[Said, ...] = (*summary.quotes, *summary.statements)
    part = Counter({actor.id: len(actor.mentions) for actor in summary.actors})
    for said in every:
        part[said.speaker or ""] += SAID
    for stance in summary.stances:
        part[stance.actor] += HELD
    return sorted(summary.actors, key=lambda actor: (-part[actor.id], _is_nameless(actor)))


def _is_nameless(actor: Actor) -> bool:
    """Return whether words stand for the name of a person: "crane driver", "NSO official"."""
    words = actor.name.split()
    return actor.kind == "person" and (words[0][0].islower() or words[-1][0].islower())
