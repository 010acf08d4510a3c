"""What "it", "this" and "them" mean: the things that a position can be about, where they are named.

A thing is a noun of the list ``matters`` with a determiner or an owner: "the plan", "Roe's bill".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from summarizer.document.opinions.holders import Holders
from summarizer.document.opinions.phrases import Phrases
from summarizer.document.opinions.stated import Place
from summarizer.document.opinions.vocabulary import vocabulary
from summarizer.document.opinions.words import OWNED, Words
from summarizer.document.sentences import Sentence
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_WORD = re.compile(r"[^\W\d_]+")
_BACK = 5
"""Sentences with the noun of a thing in which it may be named in full."""
_BARE = 2
"""Words of a thing that says little: "the plan"."""
_WIDEST = 1500
"""Characters of a sentence that is read; what is longer is no sentence of a story."""
_LONGEST = 12
"""Words of a thing that are kept."""
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
        pointing: Whether it only points at one before: "that exemption".
        speech: In which speech it is.
    """

    text: str
    sentence: int
    start: int
    end: int
    head: str
    plural: bool
    pointing: bool
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
        self._pointing = spoken.words("names.articles") | self._known.words("pointing")
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
            if named:
                return named[0]
        return None

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

    def whole(self, topic: Topic) -> Topic:
        """Return where a thing that is only pointed at is named in full: "that exemption"."""
        return self.fuller(topic.text, topic.sentence, topic.start) or topic

    def fuller(self, words: str, index: int, before: int) -> Topic | None:
        """Return the last thing that was named in more words: of "the plan" "a plan to close it".

        Args:
            words: The words of a thing.
            index: The index of their sentence.
            before: An offset before which the other one is.
        """
        head = words.rsplit(maxsplit=1)[-1].casefold()
        said = self._naming.get(head, ()) if self.is_bare(words) else ()
        last = bisect_right(said, index)
        near = (x for at in reversed(said[max(0, last - _BACK) : last]) for x in self._full(at))
        return next((x for x in near if x.head == head and x.end <= before), None)

    def _full(self, index: int) -> Iterator[Topic]:
        """Yield the things that a sentence names in more than two words, the last first."""
        for each in reversed(self.within(index)):
            words = each.text.split()
            bare = _BARE + ("determiner" in lexicon(self._spoken).tags(words[0].casefold()))
            counted = any(map(str.isdigit, each.text.partition(each.head)[0]))  # "a 6-3 decision"
            if len(words) > bare and not counted and each.speech is None:
                yield each

    def is_bare(self, words: str) -> bool:
        """Return whether words only point at a thing: "the plan", "this refusal"."""
        first, *rest = words.split() or [""]
        points = first.casefold() in self._pointing
        return points and len(rest) == 1 and rest[0].islower() and not self._known.is_body(rest[0])

    def pointed_at(self, words: str, index: int, stated: int = -1) -> int | None:
        """Return the sentence that says what words point at: the one before, or the first.

        What begins its sentence, is something said, or leaves open which, is in the one before, as
        are several things, and one on which a side is taken there. A decision and the like are
        mostly what the article is about: "Roe defended the decision".

        Args:
            words: Words that only point at a thing.
            index: The index of their sentence.
            stated: The index of the last sentence that takes a side on what it names in full.
        """
        if index == 0 or not (self.is_bare(words) or self._is_open(words)):
            return None
        first, noun = words.casefold().split()
        one = noun.removesuffix("s")
        before, own = self._sentences[index - 1 : index + 1]
        points = first in self._known.words("pointing") or self._is_open(words)
        if points or one in self._known.words("claims") or own.text.startswith(words):
            return index - 1
        several = one != noun and not noun.endswith(_SINGULAR)
        near = several or (stated == index - 1 and before.paragraph == own.paragraph)
        return index - 1 if near and one not in self._sentences[0].text.casefold() else 0

    def _is_open(self, words: str) -> bool:
        """Return whether words leave open which things they mean: "any extension"."""
        first, *rest = words.casefold().split()
        return first in self._known.words("open_things") and len(rest) == 1

    def within(self, index: int) -> list[Topic]:
        """Return the things that a sentence names, in order."""
        if index not in self._read:
            self._read[index] = [*self._topics(index)]
        return self._read[index]

    @cached_property
    def _naming(self) -> dict[str, list[int]]:
        """The sentences that have a word, for each noun of a thing."""
        found: dict[str, list[int]] = {}
        for index, sentence in enumerate(self._sentences):
            for word in self._known.matters.intersection(_WORD.findall(sentence.text.lower())):
                found.setdefault(word, []).append(index)
        return found

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
            found = _thing(phrases, at, bare=self._is_title(index)) if at > reached else None
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
                    pointing=words.at(start) in self._known.words("pointing"),
                    speech=self._speech_at(base + first),
                )


def _thing(phrases: Phrases, at: int, *, bare: bool) -> tuple[int, int] | None:
    """Return start and end of a thing whose noun is at an index; in headlines it may be bare."""
    words, known = phrases.words, phrases.known
    if words.at(at) not in known.matters or at in phrases.named:
        return None
    found = phrases.left(at + 1, near=True)
    does = words.has(at + 1, "determiner") and not words.has(at + 1, "conjunction")
    if found is None or does or not _ends(phrases, at + 1) or found.end != at + 1:
        return None
    start = found.start + (words.at(found.start) in OWNED)  # "it’s a plan"
    points = words.at(start - 1) in known.words("pointing")
    start -= points and not words.has(start, "determiner", "possessive")  # "that plan"
    owned = any(words.at(x) in OWNED for x in range(start, at))
    definite = owned or words.has(start, "determiner", "possessive")
    if not (definite or bare) or words.at(start) in known.words("denying"):
        return None
    return (start if definite else at), _end(phrases, at + 1)


def _ends(phrases: Phrases, at: int, *, newly: bool = False) -> bool:
    """Return whether no noun goes on at an index; behind "newly" a participle does not end it."""
    words = phrases.words
    if words.is_small(at) or words.at(at) in OWNED or phrases.is_time(at):
        return True
    return phrases.is_verb(at) and not newly


def _end(phrases: Phrases, end: int) -> int:
    """Return where a thing ends with what belongs to it: "the extension of the rent cap"."""
    words, known, start = phrases.words, phrases.known, end
    while words.at(end) in known.words("belonging") and end < start + _LONGEST:
        found = phrases.right(end + 1 + words.has(end, "to"))
        moved = words.has(end, "to") and words.has(end + 1, "indefinite")
        if found is None or moved:  # "put the bill to a vote"
            break
        end = found.end
        newly = words.has(end - 1, "adverb")  # "newly built homes"
        while not _ends(phrases, end, newly=newly):
            if words.at(end).endswith(known.finite) and not newly:
                break
            end += 1
    return end
