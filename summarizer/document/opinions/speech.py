"""The positions that somebody takes in their own words: "I support the plan"."""

import re
from collections.abc import Iterator

from summarizer.document.opinions.acts import is_unreal
from summarizer.document.opinions.judgements import judged_in_speech
from summarizer.document.opinions.readers import (
    BASE,
    DOING,
    Stated,
    first,
    listed,
    phrases,
    stated,
    verbs,
)
from summarizer.document.opinions.verbs import FIRST_PERSON

_OURS = re.compile(r"\b(?:I|[Ww]e)\b")
_RELATED = re.compile(
    r"\b(?:says?|said|thinks?|thought|claims?|claimed|told \w+|asked|why|whether|how)(?: that)? $"
    r"|[‘\"“'] ?$"
)
"""What hands on the words that follow: "They think I", "told me: 'I"."""
_NEAR = 40
"""Characters before "I" in which that stands."""
_SURELY = r"(?: (?:do|fully|strongly|really|also|still|just|will|would|want to|would like to))*"
_SPOKEN = (
    verbs(BASE, rf"(?:['’](?:ve|ll|d))?{_SURELY}"),
    verbs(DOING, r"(?:['’](?:m|re|ve)| am| are| have)"),
    phrases(listed(FIRST_PERSON), rf"{_SURELY} ?"),
)


def spoken_positions(speech: str) -> tuple[Stated, ...]:
    """Read the positions that somebody takes in a sentence of speech.

    Args:
        speech: The sentence, without quotation marks.

    Returns:
        The positions.

    Example:
        >>> spoken_positions("We strongly support the plan.")
        (Stated(position='supports', target='the plan'),)
        >>> spoken_positions("We do not support the plan.")
        ()
    """
    return (*_taken(speech), *stated(judged_in_speech(speech)))


def _taken(speech: str) -> Iterator[Stated]:
    if speech.rstrip("\"'”’ ").endswith("?"):
        return
    for found in _OURS.finditer(speech):
        taken = first(_SPOKEN, speech, found.end())
        related = _RELATED.search(speech[max(0, found.start() - _NEAR) : found.start()])
        if taken and not related and not is_unreal(speech, found.start()):
            yield taken[0]
