"""The positions that a sentence states of an actor that it names."""

import re
from collections.abc import Iterable, Iterator

from summarizer.document.opinions.agents import Agents
from summarizer.document.opinions.judgements import Judgements
from summarizer.document.opinions.links import Links
from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Reader, Stated, cleaned, first, phrases
from summarizer.document.opinions.vocabulary import Vocabulary

LONGEST = 1500
"""Characters of a sentence that is read; what is longer is no sentence of a story."""

_NEAR = 120
"""Characters before a name that are looked at."""

_MAIN = re.compile(r"(?:\S{1,20} ){0,4}$")


class Acts:
    """Reads what an actor does: "Roe praised the plan", "the plan was praised by Roe".

    Args:
        words: The words for the articles of a language.
        objects: Reads objects.
        judgements: Reads what an actor calls something.
    """

    def __init__(self, words: Vocabulary, objects: Objects, judgements: Judgements) -> None:
        links = Links(words)
        self._words = words
        self._objects, self._judgements = objects, judgements
        self._agents = Agents(words, links, objects)
        self._nouns, self._roles = (_nouns(words),), (_roles(words),)
        self._active, self._joined = _active(words, links), _joined(words, links)
        self._later = _later(words)
        self._begin = re.compile(rf"{links.start}{links.has}{links.adverb}")
        self._unreal, self._governed = _unreal(words), _governed(words)
        # Behind a clause of its own, another one goes on: "met Roe, who left, and praised Poe".
        self._of_whom = re.compile(rf",? (?:{words.either('relatives')}) ")

    def stated(
        self, sentence: str, places: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[Stated, ...]]:
        """Yield the positions that a sentence states of the actor at each place.

        Args:
            sentence: The sentence.
            places: Start and end of the actors' names in it, titles included.
        """
        is_read = len(sentence) <= LONGEST
        may_state = is_read and self._words.may_state(sentence)
        for start, end in places:
            found = tuple(self._of(sentence, start, end, may_state=may_state)) if is_read else ()
            yield () if found and self.is_unreal(sentence, start) else found

    def _of(self, sentence: str, start: int, end: int, *, may_state: bool) -> Iterator[Stated]:
        if may_state:
            yield from self._with_verbs(sentence, start, end)
        begun = self._begin.match(sentence, end)
        judged = self._judgements.judged(sentence, begun.end() if begun else end)
        yield from cleaned(judged, self._objects)

    def is_unreal(self, sentence: str, start: int) -> bool:
        """Return whether a clause that begins there says what may be, or what others say."""
        return bool(self._unreal.search(sentence[max(0, start - _NEAR) : start]))

    def _with_verbs(self, sentence: str, start: int, end: int) -> Iterator[Stated]:
        for readers in (self._nouns, self._roles):
            if found := self._first(readers, sentence, end):
                yield found[0]
        if not sentence.startswith(("'", "’"), end):
            yield from self._agents.suffered(sentence[max(0, start - _NEAR) : start])
        yield from self._done(sentence, start, end)

    def _done(self, sentence: str, start: int, end: int) -> Iterator[Stated]:
        """Yield what an actor does who is the subject of a verb."""
        if self._governed.search(sentence[max(0, start - 20) : start]):
            return
        if sentence.endswith(", ", 0, start) and sentence.startswith(", ", end):
            end += not self._first(self._active, sentence, end)  # "the mayor, Jane Roe, praised"
        found = self._first(self._active, sentence, end)
        if found is None and start < _NEAR and _MAIN.match(sentence[:start]):
            found = self._first(self._later, sentence, end)
        goes_on = not self._of_whom.match(sentence, end)
        while found:
            yield found[0]
            found = self._first(self._joined, sentence, found[1]) if goes_on else None

    def _first(
        self, readers: tuple[Reader, ...], sentence: str, at: int
    ) -> tuple[Stated, int] | None:
        return first(readers, self._objects, sentence, at)


def _active(words: Vocabulary, links: Links) -> tuple[Reader, ...]:
    start, has, adverb, reported = links.start, links.has, links.adverb, links.reported
    return (
        phrases("verb", words.verbs("finite"), rf"{start}{reported}?{has}{adverb} "),
        phrases("verb", words.verbs("base"), rf"{start}{links.will}{adverb} "),
        phrases("verb", words.verbs("gerund"), rf"{start}{reported}?{links.is_doing}{adverb} "),
    )


def _joined(words: Vocabulary, links: Links) -> tuple[Reader, ...]:
    """Read what goes on behind an object: "praised the plan but rejected its cost"."""
    before = rf",? (?:and|but){links.has}{links.adverb} "
    return (phrases("joined-verb", words.verbs("finite"), before),)


def _later(words: Vocabulary) -> tuple[Reader, ...]:
    """Read behind another verb: "Roe left, rejecting the plan", "Roe left and rejected it"."""
    doing = (
        r"(?!['’])(?:(?! (?:who|which|if)\b)[^;:“”\"]){1,120}?(?:,? (?:while|by|before)|,) ",
        r"(?!['’])(?:(?! (?:who|which|that|if|sa(?:id|ys?))\b)[^,;:“”\"]){1,60}?,? (?:and|but) ",
    )
    return (
        phrases("later-verb", words.verbs("gerund"), doing[0]),
        phrases("later-verb", words.verbs("finite"), doing[1]),
    )


def _nouns(words: Vocabulary) -> Reader:
    return phrases("noun", words.listed("nouns"), r"['’]s?(?: \w+)? ")


def _roles(words: Vocabulary) -> Reader:
    before = r"(?:,| (?:is|was)(?: once)?) (?:an?|the|one of the)(?: [\w-]+){0,3} "
    return phrases("role", words.listed("roles"), before, "s? (?:of|for)")


def _unreal(words: Vocabulary) -> re.Pattern[str]:
    before = rf"(?:^had|\b(?:{words.either('unreal')})) (?:[\w’'-]+ ){{0,3}}$"
    return re.compile(before, re.IGNORECASE)


def _governed(words: Vocabulary) -> re.Pattern[str]:
    articles = rf"(?:(?:{words.either('governing_articles')}) |l['’])?"
    return re.compile(rf"\b(?:{words.either('governing')}) {articles}$", re.IGNORECASE)
