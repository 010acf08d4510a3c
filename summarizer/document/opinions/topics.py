"""What "it", "this" and "them" mean: the things that a position can be about, where they are named.

A thing is a noun of the list ``matters`` with a determiner or an owner: "the plan", "Roe's bill".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.document.opinions.holders import Holders
from summarizer.document.opinions.phrases import Phrases
from summarizer.document.opinions.stated import Place
from summarizer.document.opinions.things import find_thing, is_bare, is_open, points_back
from summarizer.document.opinions.vocabulary import vocabulary
from summarizer.document.opinions.words import Words
from summarizer.document.sentences import Sentence
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_WORD = re.compile(r"[^\W\d_]+")
_WIDEST = 1500
"""Characters of a sentence that is read; what is longer is no sentence of a story."""
_SINGULAR = ("ss", "is")
"""How nouns in "-s" end that are not several: "mess", "analysis"."""


class Topic(NamedTuple):
    """A thing that a sentence names.

    Args:
        text: Its words.
        sentence: The index of the sentence.
        start: Where it is in the text.
        end: Offset after it.
        head: Its noun.
        plural: Whether it is several.
        speech: In which speech it is.
    """

    text: str
    sentence: int
    start: int
    end: int
    head: str
    plural: bool
    speech: Place | None


class Asked(NamedTuple):
    """What is asked for.

    Args:
        sentence: The index of the sentence of a position.
        before: An offset before which its thing is named.
        plural: Whether it is several.
        pointing: Whether "this" or "that" is said for it.
    """

    sentence: int
    before: int
    plural: bool
    pointing: bool


class Topics:
    """Finds the things that an article speaks of. Sentences are read when they are asked for.

    Args:
        sentences: The sentences.
        spoken: The language of the article.
        holders: Knows where names are.
        speech: Start and end of the speech in quotation marks.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        spoken: Language,
        holders: Holders,
        speech: Sequence[Place],
    ) -> None:
        self._sentences = sentences
        self._spoken = spoken
        self._holders = holders
        self._speech = speech
        self._starts = [start for start, _ in speech]
        self._known = vocabulary(spoken)
        self._singular = self._known.words("matters") | self._known.words("claims")
        self._undoing = self._known.forms("undoing")
        self._tags = lexicon(spoken).tags
        self._read: dict[int, list[Topic]] = {}

    def meant(self, asked: Asked) -> Topic | None:
        """Return the thing that a pronoun means, where no other may be meant.

        It is the only one that its own sentence names before, or else the sentence before. Where
        that tells what becomes of a thing, "it" is rather what is done to it.
        """
        index = asked.sentence
        for at in (index, index - 1):
            named = [each for each in self.within(at) if self._fits(each, asked)] if at >= 0 else []
            if named and (len(named) > 1 or self._is_undone(named[0], asked.before)):
                return None
            if not named and at == index and self._has_turned(index):
                return None
            if named:
                return named[0]
        return None

    def _has_turned(self, index: int) -> bool:
        """Return whether a sentence says what was: "had opposed the dam but now backs it"."""
        said = self._sentences[index].text.casefold().split()
        past = self._known.words("before_then") | self._known.words("over")
        then = next((at for at, word in enumerate(said) if word in past), len(said))
        return any("but" in self._tags(word) for word in said[then:])

    def undoes(self, words: str) -> bool:
        """Return whether the words of a position are what is done to a thing: "blocked"."""
        return not self._undoing.isdisjoint(_WORD.findall(words.lower()))

    def _is_undone(self, topic: Topic, before: int) -> bool:
        """Return whether its sentence tells what becomes of a thing: "the plan was scrapped"."""
        sentence = self._sentences[topic.sentence]
        first, end = topic.start - sentence.start, topic.end - sentence.start
        behind = sentence.text[end : max(end, before - sentence.start)]
        return self.undoes(f"{sentence.text[:first]} {behind}")

    def _fits(self, topic: Topic, asked: Asked) -> bool:
        speech = topic.speech in (None, self._speech_at(asked.before))
        return topic.plural == asked.plural and topic.end <= asked.before and speech

    def pointed_at(self, words: str, index: int, stated: int = -1) -> int | None:
        """Return the sentence that says what words point at: the one before, or the first.

        What begins its sentence, is something said, or leaves open which, is in the one before, as
        are several things, and one on which a side is taken there. A decision and the like are
        what the article is about, if the first names or reports one: "Pit to close".

        Args:
            words: Words that only point at a thing.
            index: The index of their sentence.
            stated: The index of the last sentence that takes a side on what it names in full.
        """
        if index == 0 or not points_back(words, self._spoken):
            return None
        first, noun = words.casefold().split()
        one = noun.removesuffix("s")
        before, own = self._sentences[index - 1 : index + 1]
        points = first in self._known.words("pointing") or is_open(words, self._spoken)
        if points or one in self._known.words("claims") or own.text.startswith(words):
            return index - 1
        told = any(
            x.head == noun and not is_bare(x.text, self._spoken) for x in self.within(index - 1)
        )
        several = one != noun and not noun.endswith(_SINGULAR)
        near = several or (stated == index - 1 and before.paragraph == own.paragraph)
        opening = _WORD.findall(self._sentences[0].text.casefold())
        named = any(x.startswith(one) for x in opening)
        if told or (near and not named):
            return index - 1
        return 0 if named or any(map(self._decides, opening)) else index - 1

    def _decides(self, word: str) -> bool:
        """Return whether a word is about a decision: "drops", "backs", "deal"."""
        known = self._known
        side = any(each.kind == "verb" for each in known.cues.get(word, ()))
        done = word in self._undoing or word in known.forms("deciding")
        return side or done or word in known.matters

    def within(self, index: int) -> list[Topic]:
        """Return the things that a sentence names, in order."""
        if index not in self._read:
            self._read[index] = [*self._topics(index)]
        return self._read[index]

    def _is_title(self, index: int) -> bool:
        return index == 0 < len(self._sentences) - 1 and self._sentences[0].text[-1] not in ".!?"

    def _speech_at(self, offset: int) -> Place | None:
        at = bisect_right(self._starts, offset) - 1
        return self._speech[at] if at >= 0 and offset < self._speech[at][1] else None

    def _topics(self, index: int) -> Iterator[Topic]:
        sentence = self._sentences[index]
        words = Words(sentence.text[:_WIDEST], self._spoken)
        if len(sentence.text) > _WIDEST or self._known.matters.isdisjoint(words.low):
            return
        base = sentence.start
        named = self._holders.within(base, sentence.end)
        phrases = Phrases(words, self._known, [(x.start - base, x.end - base) for x in named])
        reached = -1
        for at in range(len(words)):
            found = find_thing(phrases, at, bare=self._is_title(index)) if at > reached else None
            if found:
                start, reached = found
                first, last = words.span(start, reached)
                text = " ".join(sentence.text[first:last].split())
                yield Topic(
                    text,
                    index,
                    base + first,
                    base + last,
                    words.at(at),
                    plural=words.at(at) not in self._singular,
                    speech=self._speech_at(base + first),
                )
