"""The positions that a sentence states of somebody who it names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.document.opinions.judgements import Judgements
from summarizer.document.opinions.objects import Objects
from summarizer.document.opinions.readers import Reader, Stated, first, phrases, stated
from summarizer.document.opinions.vocabulary import Vocabulary

LONGEST = 1500
"""Characters of a sentence that is read; what is longer is no sentence of a story."""

_NEAR = 120
"""Characters before a name that are looked at."""

_ASIDE = r"(?: \([^()]{1,40}\))?(?:, [^,.;:\"“”()]{2,80},)?"
_NAMED = r"(?:[\w’'-]+ ){0,4}$"
_THING = r"((?:(?!(?:not|never|was|were|is|are|been|who|which|had|has|have)\b)[\w’'$-]+ ?){1,6})"
_AGENT = re.compile(rf" (?:of|from|by) {_NAMED}")
_MAIN = re.compile(r"(?:\S{1,20} ){0,4}$")


class _Links:
    """What may be between a name and its verb."""

    def __init__(self, words: Vocabulary) -> None:
        either = words.either
        relative, personal = either("relatives"), either("personal_relatives")
        clause = rf"(?:,? (?:{relative})|, [^,.;:\"“”()]{{2,80}} (?:{personal}))?"
        self.adverb = rf"(?: (?:{either('adverbs')}))*"
        self.start = rf"{_ASIDE}{clause}{self.adverb}"
        self.has = rf"(?: (?:{either('auxiliaries')}))?"
        self.reported = (
            rf"(?: (?:{either('reporting')}|(?:{either('reporting_to')}) [\w ]{{2,30}}?)"
            rf"(?: \w+day)?(?: that)? (?:he|she|it|they){self.adverb})"
        )
        intends = rf"{self.has} (?:{either('intending')})"
        will, would, reported = either("will"), either("would"), self.reported
        self.will = rf"(?:(?:{reported})? (?:{will})|{reported} (?:{would})|{reported}?{intends})"
        self.is_doing = rf" (?:{either('doing')})"


class Acts:
    """Reads what somebody does: "Roe praised the plan", "the plan was praised by Roe".

    Args:
        words: The words for the articles of a language.
        objects: Reads objects.
        judgements: Reads what somebody calls something.
    """

    def __init__(self, words: Vocabulary, objects: Objects, judgements: Judgements) -> None:
        self._words = words
        self._may_state = lru_cache(maxsize=8)(words.may_state)  # each name of a sentence asks
        self._objects = objects
        self._judgements = judgements
        links = _Links(words)
        self._compile(links)
        finite, base, gerund = (tuple(words.verbs(f)) for f in ("finite", "base", "gerund"))
        start, has, adverb, reported = links.start, links.has, links.adverb, links.reported
        self._active = (
            phrases(finite, rf"{start}{reported}?{has}{adverb} "),
            phrases(base, rf"{start}{links.will}{adverb} "),
            phrases(gerund, rf"{start}{reported}?{links.is_doing}{adverb} "),
        )
        # What goes on behind an object: "praised the plan but rejected its cost".
        self._joined = (phrases(finite, rf",? (?:and|but){has}{adverb} "),)
        # Behind some other verb: "Roe left, rejecting the plan", "Roe left and rejected the plan".
        self._later = (
            phrases(
                gerund,
                r"(?!['’])(?:(?! (?:who|which|if)\b)[^;:“”\"]){1,120}?"
                r"(?:,? (?:while|by|before)|,) ",
            ),
            phrases(
                finite,
                r"(?!['’])(?:(?! (?:who|which|that|if|sa(?:id|ys?))\b)[^,;:“”\"]){1,60}?"
                r",? (?:and|but) ",
            ),
        )
        self._owned = (
            (phrases(words.listed("nouns"), r"['’]s?(?: \w+)? "),),
            (
                phrases(
                    words.listed("roles"),
                    r"(?:,| (?:is|was)(?: once)?) (?:an?|the|one of the)(?: [\w-]+){0,3} ",
                    "s? (?:of|for)",
                ),
            ),
        )
        self._passive = phrases(
            finite,
            rf"(?:^|[,;] |\b(?:that|and|but) ){_THING}(?<! ),?"
            rf"(?: (?:(?:has|have|had) been|is|was|are|were))?{adverb} ",
            rf"(?=[ \u00a0]) by {_NAMED}",
        )
        self._done_by = phrases(finite, " ", rf"(?=[ \u00a0]) by {_NAMED}")
        gaining = rf"(?:{words.either('gaining')}) "
        self._gained = phrases(
            words.listed("gains"),
            r"((?:[A-Z][\w’'.-]* )+|[Tt]he \w+ (?:\w+ )?)(?:(?:has|have|had|also|recently) )?"
            rf"{gaining}(?:the )?(?:\w+ )?",
            rf"s? (?:of|from|by) {_NAMED}",
        )
        self._gain = re.compile(f" {gaining}")

    def _compile(self, links: _Links) -> None:
        either = self._words.either
        self._begin = re.compile(rf"{links.start}{links.has}{links.adverb}")
        # Behind a clause of its own, another one goes on: "met Roe, who left, and praised Poe".
        self._of_whom = re.compile(rf",? (?:{either('relatives')}) ")
        self._unreal = re.compile(
            rf"(?:^had|\b(?:{either('unreal')})) (?:[\w’'-]+ ){{0,3}}$", re.IGNORECASE
        )
        self._governed = re.compile(
            rf"\b(?:{either('governing')}) (?:(?:{either('governing_articles')}) |l['’])?$",
            re.IGNORECASE,
        )

    def stated(self, sentence: str, start: int, end: int) -> tuple[Stated, ...]:
        """Read the positions that a sentence states of an actor.

        Args:
            sentence: The sentence.
            start: Offset of the actor's name in it, titles included.
            end: Offset after it.
        """
        if len(sentence) > LONGEST or self.is_unreal(sentence, start):
            return ()
        begun = self._begin.match(sentence, end)
        judged = self._judgements.judged(sentence, begun.end() if begun else end)
        called = tuple(stated(judged, self._objects))
        if not self._may_state(sentence):
            return called
        return (*self._with_verbs(sentence, start, end), *called)

    def is_unreal(self, sentence: str, start: int) -> bool:
        """Say whether a clause that begins there says what may be, or what others say."""
        return bool(self._unreal.search(sentence[max(0, start - _NEAR) : start]))

    def _with_verbs(self, sentence: str, start: int, end: int) -> Iterator[Stated]:
        for readers in self._owned:
            if found := self._first(readers, sentence, end):
                yield found[0]
        yield from self._suffered(sentence, start, end)
        yield from self._done(sentence, start, end)

    def _done(self, sentence: str, start: int, end: int) -> Iterator[Stated]:
        """Yield what somebody does who is the subject of a verb."""
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

    def _suffered(self, sentence: str, start: int, end: int) -> Iterator[Stated]:
        """Yield what was done by somebody: "the plan was praised by", "won the backing of"."""
        before = sentence[max(0, start - _NEAR) : start]
        agent = _AGENT.search(before)
        if agent is None or sentence.startswith(("'", "’"), end):
            return
        # What both end with, and what each holds, is looked for first: they are slow to fail.
        passive = (self._passive,) if self._done_by.pattern.search(before) else ()
        gained = (self._gained,) if self._gain.search(before) else ()
        for reader in (*passive, *gained):
            if found := reader.pattern.search(before):
                position = reader.positions[(found.lastindex or 2) - 1]
                yield from stated([(position, found[1])], self._objects)

    def _first(
        self, readers: tuple[Reader, ...], sentence: str, at: int
    ) -> tuple[Stated, int] | None:
        return first(readers, self._objects, sentence, at)
