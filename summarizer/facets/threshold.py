"""What is left of a summary that has to be sure: guesses go to what was left out."""

from typing import Any

from summarizer.document.attribution.confidence.levels import LEVELS
from summarizer.facets.decisions import note_on
from summarizer.facets.question import short
from summarizer.facets.stored import StoredFacet, one_line
from summarizer.schema import Certainty, Rejected, Summary

UNCERTAIN = "uncertain"
"""The reason in ``rejected``."""


def held_to(summary: Summary, facet: StoredFacet[Any], least: Certainty) -> Summary:
    """Return a summary without the items of a facet that are less sure than this.

    Args:
        summary: The summary.
        facet: The facet.
        least: The least certainty that is kept. Items that do not say how sure they are stay.
    """
    kept: list[Any] = []
    left_out: list[Rejected] = []
    needed = facet.needed(summary)
    every = zip(facet.entries(summary), facet.compared(summary), facet.items(summary), strict=False)
    for entry, same, item in every:
        if entry.id in needed or not _is_under(item, least):
            kept.append(item)
            continue
        words = dict.fromkeys(one_line(each) for each in (entry.words, same.words))
        detail = f"{short(': '.join(words))!r} is less sure than {least!r}: {note_on(item)}."
        left_out.append(Rejected(facet=facet.name, reason=UNCERTAIN, detail=detail, item=entry.id))
        kept += [rest] if (rest := facet.undecided(item)) else []
    if not left_out:
        return summary
    rejected = (*summary.rejected, *left_out)
    return summary.model_copy(update={facet.name: tuple(kept), "rejected": rejected})


def _is_under(item: object, least: Certainty) -> bool:
    certainty = getattr(item, "certainty", None)
    return certainty is not None and LEVELS.index(certainty) > LEVELS.index(least)
