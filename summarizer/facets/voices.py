"""Who said what: the items that someone said, by speaker, in one article and across several."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from summarizer.facets.shown import Said
from summarizer.facets.stored import StoredFacet
from summarizer.schema import Summary


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and what it said.

    Args:
        name: The speaker's name or description; None where it is not known.
        role: The role of an actor of that name.
        said: What it said.
    """

    name: str | None
    role: str | None
    said: tuple[Said, ...]


class Speakers:
    """Knows who said the items of a summary: the actor, also where a description means it.

    Args:
        summary: The summary.
    """

    def __init__(self, summary: Summary) -> None:
        self._names = {actor.id: actor.name for actor in summary.actors}

    def name(self, item: Said) -> str | None:
        """Return the name of who said an item, or the description of a source without one."""
        return self._names[item.speaker] if item.speaker else item.speaker_name

    def described(self, item: Said) -> str:
        """Return the name, with the description that means the actor behind it."""
        name = self.name(item) or "unknown"
        words = item.speaker_name or name
        return name if words == name else f"{name} ({words})"


def by_speaker(summary: Summary, items: Iterable[Said]) -> tuple[Voice, ...]:
    """Return items by speaker, the speakers in the order in which they speak.

    Args:
        summary: The summary that has the items.
        items: What is said in it.
    """
    speakers = Speakers(summary)
    groups: dict[str | None, list[Said]] = {}
    for item in items:
        groups.setdefault(speakers.name(item), []).append(item)
    roles = {actor.name: actor.role for actor in summary.actors}
    return tuple(Voice(name, roles.get(name or ""), tuple(said)) for name, said in groups.items())


def across(
    summaries: Iterable[Summary], facets: Iterable[StoredFacet[Any]]
) -> list[tuple[str, list[tuple[int, Voice]]]]:
    """Return what each named speaker said in several articles, those who said most first.

    Args:
        summaries: The summaries of the articles.
        facets: The facets whose items are said.

    Returns:
        The names, each with the indices of the articles and what was said there.
    """
    groups: dict[str, list[tuple[int, Voice]]] = {}
    saying = list(facets)
    for index, summary in enumerate(summaries):
        items = [item for facet in saying for item in facet.said(summary)]
        items.sort(key=_start)
        for voice in by_speaker(summary, items):
            if voice.name:
                groups.setdefault(voice.name, []).append((index, voice))
    return sorted(groups.items(), key=lambda group: -sum(len(each.said) for _, each in group[1]))


def _start(item: Said) -> int:
    return item.spans[0].start
