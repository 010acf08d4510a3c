"""What "it", "this" and "them" mean: the things that a position can be about, where they are named.

A thing is a noun of the list ``matters`` with a determiner or an owner: "the plan", "Roe's bill".
"""

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
from summarizer.languages.table import Language

_BACK = 2
"""Sentences before a pronoun in which what it means may be."""
_OPENS = 2
"""Words from the start of a sentence in which its subject begins."""
_LONGEST = 12
"""Words of a thing that are kept."""


class Topic(NamedTuple):
    """A thing that a sentence names.

    Args:
        text: Its words.
        sentence: The index of the sentence.
        start: Where it is in the text.
        end: Offset after it.
        head: Its noun.
        plural: Whether it is several.
        claimed: Whether it is something said.
        opens: Whether the sentence begins with it.
        pointing: Whether it only points at one before: "that exemption".
        speech: In which speech it is.
    """

    text: str
    sentence: int
    start: int
    end: int
    head: str
    plural: bool
    claimed: bool
    opens: bool
    pointing: bool
    speech: Place | None


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
        self._read: dict[int, list[Topic]] = {}

    def meant(
        self, index: int, before: int, *, plural: bool, claims: bool = True, near: bool = False
    ) -> Topic | None:
        """Return what a pronoun means.

        Args:
            index: The index of its sentence.
            before: An offset behind which it does not stand.
            plural: Whether it means several.
            claims: Whether it may be what somebody said.
            near: Whether it has to be in the same sentence or the one before.
        """
        speech = self._speech_at(before)
        for at in range(index, max(-1, index - (1 if near else _BACK) - 1), -1):
            named = [
                x
                for x in self.within(at)
                if x.plural == plural
                and x.end <= before
                and x.speech in (None, speech)
                and claims >= x.claimed
            ]
            if named:
                opens = at < index and named[0].opens
                return self.whole(named[0] if opens else named[-1])
        return None if plural or near else self._title

    def is_named(self, words: str, index: int) -> bool:
        """Return whether a sentence names a thing in some words."""
        return any(each.text in words or words in each.text for each in self.within(index))

    def whole(self, topic: Topic) -> Topic:
        """Return where a thing that is only pointed at is named in full: "that exemption"."""
        if not topic.pointing:
            return topic
        for at in range(topic.sentence, max(-1, topic.sentence - _BACK - 1), -1):
            for each in reversed(self.within(at)):
                if each.head == topic.head and not each.pointing and each.end <= topic.start:
                    return each
        return topic

    def within(self, index: int) -> list[Topic]:
        """Return the things that a sentence names, in order."""
        if index not in self._read:
            self._read[index] = [*self._topics(index)]
        return self._read[index]

    @cached_property
    def _title(self) -> Topic | None:
        """Return what the headline is about."""
        found = [x for x in self.within(0) if not x.plural] if self._is_title(0) else []
        return found[0] if found else None

    def _is_title(self, index: int) -> bool:
        return index == 0 < len(self._sentences) - 1 and self._sentences[0].text[-1] not in ".!?"

    def _speech_at(self, offset: int) -> Place | None:
        at = bisect_right(self._starts, offset) - 1
        return self._speech[at] if at >= 0 and offset < self._speech[at][1] else None

    def _topics(self, index: int) -> Iterator[Topic]:
        sentence = self._sentences[index]
        words = Words(sentence.text, self._spoken)
        if self._known.matters.isdisjoint(words.low):
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
                    claimed=words.at(at).removesuffix("s") in self._known.words("claims"),
                    opens=start <= _OPENS,
                    pointing=words.at(start) in self._known.words("pointing"),
                    speech=self._speech_at(base + first),
                )


def _thing(phrases: Phrases, at: int, *, bare: bool) -> tuple[int, int] | None:
    """Return start and end of a thing whose noun is at an index; in headlines it may be bare."""
    words, known = phrases.words, phrases.known
    if words.at(at) not in known.matters or at in phrases.named:
        return None
    found = phrases.left(at + 1, near=True)
    if found is None or not _ends(phrases, at + 1) or found.end != at + 1:
        return None
    start = found.start + (words.at(found.start) in OWNED)  # "it’s a plan"
    if words.has(start - 1, "of"):
        return None
    owned = any(words.at(x) in OWNED for x in range(start, at))
    definite = owned or words.has(start, "determiner", "possessive")
    if not (definite or bare) or words.at(start) in known.words("denying"):
        return None
    start = start if definite else at - _is_compound(phrases, at)
    return start, _end(phrases, at + 1)


def _is_compound(phrases: Phrases, at: int) -> bool:
    """Return whether the word before a noun of a headline belongs to it: "rent cap"."""
    words, before = phrases.words, phrases.words.at(at - 1)
    number = words.at(at - 2)[:1].isdigit()  # "£3 million budget"
    return not (number or words.is_small(at - 1) or before.endswith(phrases.known.finite))


def _ends(phrases: Phrases, at: int) -> bool:
    """Return whether no noun goes on at an index."""
    words = phrases.words
    return words.is_small(at) or words.at(at) in OWNED or phrases.is_verb(at) or phrases.is_time(at)


def _end(phrases: Phrases, end: int) -> int:
    """Return where a thing ends with what belongs to it: "the extension of the rent cap"."""
    words, start = phrases.words, end
    while words.at(end) in phrases.known.words("belonging") and end < start + _LONGEST:
        found = phrases.right(end + 1 + words.has(end, "to"))
        if found is None:
            break
        end = found.end
    return end
