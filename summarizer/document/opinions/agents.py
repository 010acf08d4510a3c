"""The positions of an actor that the sentence names last: "praised by Roe"."""

import re
from collections.abc import Iterator

from summarizer.document.opinions.links import Links
from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Reader, Stated, cleaned, phrases
from summarizer.document.opinions.vocabulary import Vocabulary

_NAMED = r"(?:[\w’'-]+ ){0,4}$"
_THING = r"((?:(?!(?:not|never|was|were|is|are|been|who|which|had|has|have)\b)[\w’'$-]+ ?){1,6})"
_AGENT = re.compile(rf" (?:of|from|by) {_NAMED}")
_BY = rf"(?=[ \u00a0]) by {_NAMED}"


class Agents:
    """Reads what was done by an actor.

    Args:
        words: The words for the articles of a language.
        links: What may be between a name and its verb.
        objects: Reads objects.
    """

    def __init__(self, words: Vocabulary, links: Links, objects: Objects) -> None:
        self._objects = objects
        self._passive = _passive(words, links)
        self._done_by = phrases("passive", words.verbs("finite"), " ", _BY)
        self._gained = _gained(words)
        self._gaining = re.compile(rf" (?:{words.either('gaining')}) ")

    def suffered(self, before: str) -> Iterator[Stated]:
        """Yield what was done by the actor whose name follows these words."""
        if not _AGENT.search(before):
            return
        # What both end with, and what each holds, is looked for first: they are slow to fail.
        passive = (self._passive,) if self._done_by.pattern.search(before) else ()
        gained = (self._gained,) if self._gaining.search(before) else ()
        for reader in (*passive, *gained):
            if found := reader.pattern.search(before):
                position = reader.positions[(found.lastindex or 2) - 1]
                done = Stated(position, found[1], reader.rule, found[0])
                yield from cleaned([done], self._objects)


def _passive(words: Vocabulary, links: Links) -> Reader:
    return phrases(
        "passive",
        words.verbs("finite"),
        rf"(?:^|[,;] |\b(?:that|and|but) ){_THING}(?<! ),?"
        rf"(?: (?:(?:has|have|had) been|is|was|are|were))?{links.adverb} ",
        _BY,
    )


def _gained(words: Vocabulary) -> Reader:
    return phrases(
        "gain",
        words.listed("gains"),
        r"((?:[A-Z][\w’'.-]* )+|[Tt]he \w+ (?:\w+ )?)(?:(?:has|have|had|also|recently) )?"
        rf"(?:{words.either('gaining')}) (?:the )?(?:\w+ )?",
        rf"s? (?:of|from|by) {_NAMED}",
    )
