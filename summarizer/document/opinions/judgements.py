"""What an actor calls something: "Roe called the plan a disgrace", "said the plan was unfair".

It reads where what is judged comes before the words that judge it. A judgement counts only where
its words are all of one side, and nothing denies them.
"""

import re
from collections.abc import Iterator

from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Stated
from summarizer.document.opinions.vocabulary import Vocabulary
from summarizer.schema import Position

_HEAD = 8
"""Words of what something is called that show the side."""

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ARTICLE = r"(?:an?|too|so|very|as|the (?:most|only|worst|best))"
_CALLED = (
    rf" ((?:(?! (?:{_ARTICLE}|[“\"‘'`]))[^.,;:!?“”\"]){{2,80}}?)"
    rf" ({_ARTICLE} [^;:!?]{{2,80}}|[“\"‘'`][^;:!?]{{2,80}})"
)
_TIME = (
    r"(?:the )?(?:next |coming |end of |few )*"
    r"(?:\d|[JFMASOND][a-z]{2,8}\b|(?:day|week|month|year|spring|summer|autumn|winter)s?\b)"
)


class Judgements:
    """Reads what is praised and what is blamed.

    Args:
        words: The words for the articles of a language.
        objects: Reads objects.
    """

    def __init__(self, words: Vocabulary, objects: Objects) -> None:
        self._objects = objects
        self._praise, self._blame = words.words("praise"), words.words("blame")
        self._ill = self._blame | words.words("hostile")
        self._denied, self._tail = _denied(words), _tail(words)
        self._called = re.compile(rf" (?:{words.either('calling')}){_CALLED}")
        said, opens, thing = _said(words), _opens(words), _thing(words)
        seems, ought = _seems(words), _ought(words)
        self._held = re.compile(f"{said} {thing}{seems}")
        self._asked = re.compile(f"{said} {thing}{ought}")
        self._itself = re.compile(f"{opens}{thing}{seems}")
        self._needed = re.compile(f"{opens}{thing}{ought}")
        self._expected = _expected(words)
        self._allowed = re.compile(f"(?:should|must) (?:{words.either('allowed')})")

    def judged(self, sentence: str, at: int) -> Iterator[Stated]:
        """Yield what an actor praises or criticises by what they call it.

        Args:
            sentence: The sentence.
            at: Offset after the name of the one who judges, an aside and adverbs included.
        """
        yield from self._sided("called", self._called.match(sentence, at))
        yield from self._sided("judged", self._held.match(sentence, at))
        yield from self._wished("wished", self._asked.match(sentence, at))

    def judged_in_speech(self, speech: str) -> Iterator[Stated]:
        """Yield what a sentence of speech praises, criticises or demands.

        Args:
            speech: The sentence, without quotation marks.
        """
        yield from self._sided("spoken-judgement", self._itself.match(speech))
        yield from self._wished("spoken-wish", self._needed.match(speech))

    def side_of(self, words: str) -> Position | None:
        """Return the side of some words; None where they have none or both, or deny it."""
        head = self._tail.sub("", words)
        said = {word.casefold() for word in _WORDS.findall(head)[:_HEAD]}
        praise, blame = not said.isdisjoint(self._praise), not said.isdisjoint(self._blame)
        if praise == blame or self._denied.search(words):
            return None
        return "praises" if praise else "criticises"

    def speaks_ill(self, words: str) -> bool:
        """Return whether words blame or are hostile, whatever they are about."""
        said = {word.casefold() for word in _WORDS.findall(words)}
        return not said.isdisjoint(self._ill)

    def _sided(self, rule: str, found: re.Match[str] | None) -> Iterator[Stated]:
        side = self.side_of(found[2]) if found else None
        if found and side:
            yield Stated(side, found[1], rule, found[0])

    def _wished(self, rule: str, found: re.Match[str] | None) -> Iterator[Stated]:
        if found and self._objects.clean(found[2]) and not self._expected.match(found[2]):
            allowed = self._allowed.match(found[2])
            position: Position = "supports" if allowed else "demands"
            yield Stated(position, f"{found[1]} {found[2]}", rule, found[0])


def _denied(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.either('denying')})\b|n['’]t\b|\?", re.IGNORECASE)


def _tail(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf" (?:{words.either('qualifying')})\b.*", re.DOTALL)


def _said(words: Vocabulary) -> str:
    said, told = words.either("judging"), words.either("judging_to")
    return rf" (?:{said}|(?:{told}) [\w ]{{2,30}}?)(?: that)?"


def _opens(words: Vocabulary) -> str:
    think = rf"(?:{words.either('speakers')}) (?:{words.either('thinking')}) (?:that )?"
    return rf"(?:(?:And|But|Yet|So|Now) )?(?:{think})?"


def _thing(words: Vocabulary) -> str:
    return rf"(?!(?i:{words.either('unnamed')})\b)((?:[\w’'@-]+ ){{0,4}}[\w’'-]+)"


def _seems(words: Vocabulary) -> str:
    return rf" (?:{words.either('seeming')}) ([^;:!?]{{2,80}})"


def _ought(words: Vocabulary) -> str:
    return rf" ((?:{words.either('ought')}) (?!not\b|never\b|have\b)[^.,;:!?“”\"]{{2,80}})"


def _expected(words: Vocabulary) -> re.Pattern[str]:
    times = rf"should .*\b(?:{words.either('expected_time')}) {_TIME}"
    return re.compile(rf"should (?:{words.either('expected')})\b|{times}")
