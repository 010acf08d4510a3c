"""The positions that a speaker takes in their own words: "I support the plan"."""

import re
from collections.abc import Iterator

from summarizer.document.opinions.acts import Acts
from summarizer.document.opinions.judgements import Judgements
from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Stated, cleaned, first, phrases
from summarizer.document.opinions.vocabulary import Vocabulary

_NEAR = 40
"""Characters before "I" in which words that report another speaker may be."""


class Speech:
    """Reads the positions in a speaker's own words.

    Args:
        words: The words for the articles of a language.
        objects: Reads objects.
        judgements: Reads what an actor calls something.
        acts: Knows which clauses say what may be.
    """

    def __init__(
        self, words: Vocabulary, objects: Objects, judgements: Judgements, acts: Acts
    ) -> None:
        self._objects = objects
        self._judgements = judgements
        self._acts = acts
        self._ours = re.compile(rf"\b(?:{words.either('speakers')})\b")
        self._related = re.compile(rf"\b(?:{words.either('related')})(?: that)? $|[‘\"“'] ?$")
        firmly = rf"(?: (?:{words.either('firmly')}))*"
        self._spoken = (
            phrases("spoken-verb", words.verbs("base"), rf"(?:['’](?:ve|ll|d))?{firmly} "),
            phrases("spoken-verb", words.verbs("gerund"), r"(?:['’](?:m|re|ve)| am| are| have) "),
            phrases("spoken-verb", words.listed("first_person"), rf"{firmly} ?"),
        )

    def taken(self, speech: str) -> tuple[Stated, ...]:
        """Read the positions that the speaker takes in a sentence of speech.

        Args:
            speech: The sentence, without quotation marks.
        """
        judged = self._judgements.judged_in_speech(speech)
        return (*self._found(speech), *cleaned(judged, self._objects))

    def _found(self, speech: str) -> Iterator[Stated]:
        if speech.rstrip("\"'”’ ").endswith("?"):
            return
        for found in self._ours.finditer(speech):
            taken = first(self._spoken, self._objects, speech, found.end())
            related = self._related.search(speech[max(0, found.start() - _NEAR) : found.start()])
            if taken and not related and not self._acts.is_unreal(speech, found.start()):
                yield taken[0]
