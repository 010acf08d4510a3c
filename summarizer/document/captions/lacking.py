"""What a caption lacks to be read alone, though no word of it points back: "57% in support"."""

from collections.abc import Sequence

from summarizer.document.captions.setting import Setting


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
    before, after = here.low(here.at - 1), here.at + 1
    if before in here.known.prepositions | here.known.infinitive or here.is_hyphened:
        return False
    return here.is_verb(after + here.clauses.is_adverb(after))


def _is_share(here: Setting) -> bool:
    """Return whether a figure is one of votes, without the voters: "18% opposed"."""
    known, after = here.known, here.at + 1
    voted = here.figure.percent and here.low(after) in known.votes
    verb = here.figure.percent and here.is_verb(here.at - 1)
    ends = here.clauses.kind(after) in {"comma", "mark"} or here.low(after) in known.ands
    told = here.low(here.at - 1) in known.moves | known.ages
    held = verb and ends and not told  # "Roe held 33 percent"
    sided = here.low(after) in known.prepositions and here.low(after + 1) in known.votes
    return voted or held or sided


def _is_likewise(here: Setting, copied: Sequence[int]) -> bool:
    """Return whether a verb is said only by "so": "so do 14", "18 have done so"."""
    known = here.known
    return any(
        here.low(at + 1) in known.helpers or here.low(at - 1) in known.doing
        for at in copied
        if here.low(at) in known.likewise
    )
