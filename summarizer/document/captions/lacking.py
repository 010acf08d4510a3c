"""What a caption lacks to be read alone, though no word of it points back: "57% in support"."""

from collections.abc import Sequence

from summarizer.document.captions.setting import Setting

_BEFORE_NUMBERS = frozenset({"prepositions", "infinitive"})
_TOLD = frozenset({"moves", "ages"})


def lacks(here: Setting, copied: Sequence[int]) -> bool:
    """Return whether a caption does not say what group a figure is of, on what, or what is done.

    Args:
        here: Where the figure is.
        copied: The words that the caption has of its sentence, without the figure.
    """
    if len(copied) <= 1:  # "At 30."
        return bool(copied)
    return _is_counted_alone(here) or _is_share(here) or _is_likewise(here, copied)


def _is_counted_alone(here: Setting) -> bool:
    """Return whether a verb follows a figure where a noun should: "11 percent said no"."""
    after = here.at + 1
    verb = here.is_verb(after + here.is_adverb(after))
    return verb and not (here.classes(here.at - 1) & _BEFORE_NUMBERS or here.is_hyphened)


def _is_share(here: Setting) -> bool:
    """Return whether a figure is one of votes, without the voters: "18% opposed"."""
    if not here.figure.percent:
        return _is_sided(here)
    after, before = here.at + 1, here.classes(here.at - 1)
    ends = here.kind(after) in {"comma", "mark"} or "ands" in here.classes(after)
    held = ends and here.is_verb(here.at - 1) and not before & _TOLD  # "Roe held 33 percent"
    return held or "votes" in here.classes(after) or _is_sided(here)


def _is_sided(here: Setting) -> bool:
    """Return whether a figure is one of a side in a vote: "57% in support"."""
    return "prepositions" in here.classes(here.at + 1) and "votes" in here.classes(here.at + 2)


def _is_likewise(here: Setting, copied: Sequence[int]) -> bool:
    """Return whether a verb is said only by "so": "so do 14", "18 have done so"."""
    return any(
        "helpers" in here.classes(at + 1) or "doing" in here.classes(at - 1)
        for at in copied
        if "likewise" in here.classes(at)
    )
