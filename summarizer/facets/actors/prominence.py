"""The actors by their part in the story: who says and holds most, and is named most often."""

from collections import Counter

from summarizer.schema import Actor, Said, Summary

SAID, HELD = 3, 2
"""Mentions that one thing said is worth, and one stance."""


def by_prominence(summary: Summary) -> list[Actor]:
    """Return the actors, those with the largest part first; equal ones as they are mentioned.

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
    return sorted(summary.actors, key=lambda actor: -part[actor.id])
