"""A position that a sentence states, and what every reader of one needs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.document.opinions.clauses import Clauses
from summarizer.document.opinions.holding import Subject, is_own_body, joined
from summarizer.document.opinions.objects import is_open
from summarizer.document.opinions.phrases import Phrase, Phrases
from summarizer.document.opinions.vocabulary import Cue, vocabulary
from summarizer.document.opinions.words import OWNED, Words
from summarizer.schema import Position, Strength

Place = tuple[int, int]
"""Start and end in a sentence."""

_STRENGTHS: tuple[Strength, ...] = ("strong", "weak")
_BESIDE = 3
"""Words around one that takes a position, in which its strength is shown."""
_FORE = 4
"""Words before one that says what is thought, in which that is denied."""
_MARKS = re.compile(r"[\"“”„«»‹›‘`]|''|(?<!\w)['’]|(?<![sS])['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A position that a sentence states.

    Args:
        position: Which one.
        target: What it is about, as it is written there, without quotation marks.
        rule: The name of the construction; see
            :data:`~summarizer.document.opinions.constructions.CONSTRUCTIONS`.
        word: The word that takes the position.
        at: Where it is in the sentence.
        about: Where the words for its target are.
        holders: The words for those who take the position; none for who speaks there.
        sure: Whether the words leave no doubt about it.
        strength: What the words around it make of it; None where they leave it as it is.
    """

    position: Position
    target: str
    rule: str
    word: str
    at: int
    about: int
    holders: tuple[Place, ...] = ()
    sure: bool = True
    strength: Strength | None = None


class Sentence:
    """A sentence with its words, phrases and clauses.

    Args:
        words: Its words.
        names: Start and end of the names in it.
        speech: Start and end of the speech in quotation marks in it.
    """

    def __init__(self, words: Words, names: Iterable[Place], speech: Sequence[Place]) -> None:
        self.known = vocabulary(words.language)
        self.words = words
        self.phrases = Phrases(self.words, self.known, names)
        self.clauses = Clauses(self.phrases)
        self._speech = speech

    def by(
        self, subject: Subject | None, about: Phrase | None, cue: Cue, at: int, rule: str = ""
    ) -> Stated | None:
        """Return the position of a subject; "I" and "we" are the speaker.

        What a speaker says that others think is none.

        Args:
            subject: Who takes it.
            about: What it is about.
            cue: The word that takes it.
            at: The index of the word.
            rule: The construction, if it is not what links the subject.
        """
        if subject is None or about is None:
            return None
        start, rule = subject.phrase.start, rule or subject.link
        inside = self.speech_at(subject.phrase.head - 1)
        ours = is_own_body(self.phrases, subject.phrase, "ours")
        if self.words.at(start) in self.known.words("speakers") or (ours and inside):
            wants = self.words.at(at) in self.known.forms("wished")  # "I want names"
            matter = not self.known.matters.isdisjoint(self.words.low[about.start : about.end])
            wants = wants and not (cue.after or cue.tail or matter)
            speaks = inside and not wants and self._is_own(start, inside)
            said = self.stated(cue, about, "spoken-verb", at) if speaks else None
            return replace(said, sure=False) if said and ours else said
        imputed = subject.reported and self.words.at(at) in self.known.forms("soft")
        if inside or imputed:
            return None  # what a speaker says that others think
        every = joined(self.phrases, self._spoken_for(subject.phrase))
        holders = [self.words.span(first, last) for first, last in every]
        found = self.stated(cue, about, rule, at, holders)
        return replace(found, sure=False) if found and subject.reported else found

    def _spoken_for(self, holder: Phrase) -> Phrase:
        """Return the people that a holder is a part of, or speaks for: "a group of farmers"."""
        counting = self.known.words("speakers_for") | self.known.words("crowds")
        speaks = self.words.at(holder.head - 1) in counting
        if not speaks or holder.end <= holder.head + 1:
            return holder
        start = holder.head + 1
        ends = (x for x in range(start, holder.end) if self.words.has(x, "preposition", "past"))
        head = next((x for x in ends if x not in self.phrases.named), holder.end)
        return Phrase(start, holder.end, head)

    def of(
        self, holder: Phrase | None, about: Phrase | None, cue: Cue, at: int, rule: str
    ) -> Stated | None:
        """Return the position of one that is no subject: "praised by Roe"."""
        if holder is None or about is None:
            return None
        if self.words.at(holder.start) in OWNED:
            return None  # "week’s convention"
        if self.speech_at(holder.head - 1) or self.words.has(holder.head - 1, "day"):
            return None
        place = self.words.span(holder.start, holder.head)
        return self.stated(cue, about, rule, at, [place])

    def stated(
        self, cue: Cue, about: Phrase, rule: str, at: int, holders: Iterable[Place] = ()
    ) -> Stated | None:
        """Return a position; None where no word says what it is about."""
        start, end = self.words.span(about.start, about.end)
        target = " ".join(_MARKS.sub("", self.words.text[start:end]).split())
        if cue.position is None or not target or not is_open(self.phrases, cue, about, at):
            return None
        points = self.words.at(about.start - 1) in self.known.words("pointing")
        if points and about.end == about.start + 1 and not self.words.is_small(about.start):
            return None  # "that claim"
        if cue.position != "demands" and self._is_over(max(about.end, at), at):
            return None
        place = self.words.places[at]
        word = self.words.text[slice(*place)]
        theirs = cue.kind == "noun" and self.words.has(self.adjectives_before(at) - 1, "possessive")
        open_ = self.words.at(about.start) in self.known.words("open_owners")
        soft = self.known.forms("soft") | self.known.words("concerned")
        sure = word.casefold() not in soft and not theirs and not open_
        strength = self._strength(at)
        return Stated(
            cue.position, target, rule, word, place[0], start, (*holders,), sure, strength
        )

    def _is_over(self, end: int, at: int) -> bool:
        """Return whether a position is of the past: "opposed it until 2020", "but now backs it"."""
        words, known = self.words, self.known
        if words.has(at, "gerund") and words.at(at - 1) in known.words("before_past"):
            return not known.words("now").isdisjoint(words.low)  # "backs it now, after opposing it"
        was = words.has(at - 1, "passive", "auxiliary") and not words.has(at - 1, "modal")
        past = words.has(at, "past") or was
        then = words.at(at - 1) in known.words("before_then")
        if then and any(words.has(x, "but") for x in range(end, len(words))):
            return True
        return past and any(
            words.at(x) in known.words("now") and words.at(x - 1) not in known.perfect
            for x in range(end, len(words))
        )

    def speech_at(self, at: int) -> Place | None:
        """Return the quotation in which a word is."""
        offset = self.words.places[at][0]
        return next((each for each in self._speech if each[0] <= offset < each[1]), None)

    def _is_own(self, start: int, speech: Place) -> bool:
        """Return whether "I" is the speaker, and no one that they quote or speak of."""
        words, before = self.words, start - 1
        if words.is_quote_mark(before) and words.places[before][0] > speech[0]:
            return False
        if self._is_rejected(start) or self._is_cited(start, speech):
            return False
        before -= words.has(before, "that") or words.at(before) in self.known.words("asking")
        return not words.has(before, "saying") and words.at(before) not in self.known.words(
            "thinking"
        )

    def _is_cited(self, start: int, speech: Place) -> bool:
        """Return whether a quotation in a quotation is open: "he says, ‘No, I want it"."""
        words = self.words
        marks = (x for x in range(start - 1, words.index(speech[0]), -1) if words.is_quote_mark(x))
        last = next(marks, 0)
        return last > 0 and (words.is_stop(last - 1) or words.has(last - 1, "saying"))

    def _is_rejected(self, start: int) -> bool:
        """Return whether it is not to be thought: "don’t think we blame him, we hate him"."""
        words, thinking = self.words, self.known.words("thinking")
        for at in range(start - 1, -1, -1):
            if words.has(at, "but") or (words.is_stop(at) and words.at(at) != ","):
                return False
            if words.at(at) in thinking:
                denied = range(max(0, at - _FORE), at)
                return any(words.has(x, "negated", "negation") for x in denied)
        return False

    def adjectives_before(self, at: int) -> int:
        """Return where the adjectives before a noun begin."""
        start, words = at, self.words
        while start > max(0, at - 3) and start not in self.phrases.ends:
            if words.is_small(start - 1) or words.at(start - 1) in OWNED:
                break
            start -= 1
        return start

    def side(self, start: int, end: int) -> Position | None:
        """Return the side of some words; unclear where they have both, or deny it."""
        words, known = self.words, self.known
        sides: set[Position | None] = set()
        denied = False
        quoted = words.is_quote_mark(start)
        for at in range(start + quoted, min(end, len(words))):
            ended = words.is_quote_mark(at) if quoted else words.is_stop(at)
            apart = words.has(at, "and") and words.has(
                at + 1, "determiner"
            )  # "good and the cut bad"
            kind = words.has(at, "of") and words.at(at - 1) in known.words(
                "kinds"
            )  # "act of folly"
            if ended or apart or (words.at(at) in known.words("qualifying") and not kind):
                break
            short = words.at(at + 1) in known.words("short_of")  # "nothing short of a disgrace"
            denied = denied or (words.at(at) in known.words("denying") and not short)
            if words.has(at, "but"):  # "late, but brave"
                sides.clear()
            if quoted and words.at(at) in known.words("hostile"):
                sides.add("criticises")
            worth = (cue for cue in known.cues.get(words.at(at), ()) if cue.kind == "worth")
            sides |= {cue.position for cue in worth if self.phrases.after(at + 1, cue.after)}
        if denied and sides == {"praises"}:
            return "criticises"
        if len(sides) > 1 or (sides and denied):
            return "unclear"
        return sides.pop() if sides else None

    def _strength(self, at: int) -> Strength | None:
        """Return how strong the words beside a word make it."""
        parted = self.words.is_stop
        joins = self.words.has
        before = range(at - 1, at - 1 - _BESIDE, -1)
        opens = (x + 1 for x in before if parted(x) or joins(x, "conjunction"))
        start = next(opens, at - _BESIDE)
        near = {self.words.at(each) for each in range(start, at + _BESIDE)}
        known = (each for each in _STRENGTHS if not near.isdisjoint(self.known.words(each)))
        return next(known, None)
