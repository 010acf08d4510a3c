"""A figure among the words of its sentence, and the phrases around it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from summarizer.document.captions.caption import Caption, put_together
from summarizer.document.captions.clauses import Frame
from summarizer.document.captions.phrases import Phrases
from summarizer.document.captions.words import Place

_GAP = " … "
"""Where the figure was: "Brandywater offered … for the workshop"."""

_HEDGE = 60
"""Characters before a figure in which its hedges are."""

_WHOLE = 7
"""Words between a verb and a figure that are copied as they are."""

_LEAST, _MOST = 3, 9
"""Words of what "it" is."""

_FAR_NOUN = 40
"""Characters between a figure and the end of the noun that it counts, beside the noun."""


class Setting(Phrases):
    """Where a figure is, and who is before it."""

    @property
    def last(self) -> str:
        """The word before the figure and its hedges."""
        return self.low(self.front - 1)

    @cached_property
    def front(self) -> int:
        """The first word of the figure, its hedges and articles counted: "at least 40"."""
        start, at = self.figure.start, self.at
        hedge = self.known.hedge.search(self.text, max(self.words[0].start, start - _HEDGE), start)
        while hedge and at and self.words[at - 1].start >= hedge.start():
            at -= 1
        while at and (self.clauses.is_adverb(at - 1) or self._is_bound(at - 1)):
            at -= 1
        return at - 2 if self._is_described(at) else at

    def _is_described(self, at: int) -> bool:
        """Return whether an adjective is before a figure: "a small three-point lead"."""
        article = self.low(at - 2) in self.known.indefinite and self.clauses.kind(at - 1) == "word"
        duration = self.is_attached and not (self.figure.currency or self.figure.percent)
        plain = self.is_hyphened or not duration
        return article and plain and not self.clauses.is_capital(at - 1)

    def _is_bound(self, at: int) -> bool:
        """Return whether a preposition is no more than "more than": "found over 40"."""
        return self.low(at) in self.known.bounds and self.low(at - 1) not in self.known.moves

    @cached_property
    def opens(self) -> bool:
        """Whether the figure opens a clause, and so may be in its subject."""
        opening = self.known.openers | self.known.ands | self.known.saying
        marked = self.clauses.kind(self.front - 1) in {"mark", "comma"}
        return marked or self.last in opening

    @cached_property
    def is_paired(self) -> bool:
        """Whether it is one of two that only together say something: "50 percent to 44"."""
        at, kind, between = self.at, self.clauses.kind, self.known.between
        first = self.is_first and not self.figure.percent
        second = self.low(at - 1) in between and kind(at - 2) == "figure"
        return kind(at - 1) == "figure" or ((first or second) and not self._is_moved)

    @property
    def is_first(self) -> bool:
        """Whether it is the first of two."""
        after = self.low(self.at + 1) in self.known.between
        return after and self.clauses.kind(self.at + 2) == "figure"

    @property
    def _is_moved(self) -> bool:
        near = self.words[max(0, self.at - 12) : self.at]
        return any(word.low in self.known.moves - self.known.prepositions for word in near)

    @property
    def is_hyphened(self) -> bool:
        """Whether it is an adjective: "a four-point lead"."""
        unit = self.figure.unit or ""
        return bool(unit) and self.figure.text.endswith("-" + unit)

    @property
    def is_attached(self) -> bool:
        """Whether its unit is a measure that is written with it: "18 months"."""
        return bool(self.figure.unit) and not self.counted

    @cached_property
    def counted(self) -> range:
        """The noun that it counts, behind it; empty where there is none."""
        unit, end = self.figure.unit or "", self.figure.end
        start = self.text.find(unit, end, end + len(unit) + _FAR_NOUN) if unit else -1
        inside = (
            at
            for at in range(self.at + 1, len(self.words))
            if start <= self.words[at].start and self.words[at].end <= start + len(unit)
        )
        found = [*inside] if start >= 0 else []
        return range(found[0], found[-1] + 1) if found else range(0)

    def made(
        self, rule: str, pieces: Sequence[Place], joint: str = " ", lead: str = ""
    ) -> Caption | None:
        """Return a caption of these pieces; it is inferred where one is not in the sentence."""
        pieces = pieces if rule == "owned" else [*map(self._bounded, pieces)]
        made = put_together(self.text, rule, pieces, joint=joint, lead=lead)
        inside = all(map(self._holds, pieces))
        return made if made is None or inside else replace(made, certainty="inferred")

    def around(
        self, rule: str, before: Sequence[Place], behind: Sequence[Place]
    ) -> Caption | None:
        """Return a caption of what is before and behind a figure, with a gap for it."""
        if not (before and behind):
            return self.made(rule, [*before, *behind])
        front = self.made(rule, before)
        made = self.made(rule, behind, lead=f"{front.text}{_GAP}") if front else None
        pieces = (*front.pieces, *made.pieces) if front and made else ()
        return replace(made, pieces=pieces, certainty=front.certainty) if front and made else None

    def is_scattered(self, made: Caption) -> bool:
        """Return whether words of the clause are between the pieces of a caption."""
        if made.rule in {"age", "owned", "bracketed"}:
            return False
        pieces = sorted([*made.pieces, (self.words[self.front].start, self.figure.end)])
        gaps = (self.text[a[1]:b[0]] for a, b in zip(pieces, pieces[1:]))
        return any(len(gap.split()) > 1 for gap in gaps)

    def _bounded(self, place: Place) -> Place:
        """Return a place with the bound of the figure behind it: "employs at least"."""
        start, end = place
        behind = self.words[self.front].start
        bound = self.known.bound.match(self.text, behind, self.figure.start)
        leads = self.front and end == self.words[self.front - 1].end
        return (start, bound.end()) if bound and leads else place

    def _holds(self, place: Place) -> bool:
        """Return whether a place is in the sentence, and not where a pronoun's name is."""
        return self.words[0].start <= place[0] and place[1] <= self.words[-1].end

    def named(self, subject: range) -> Place | None:
        """Return the place of a subject, or of whom it means, if it is a pronoun."""
        if self.low(subject[0]) in self.known.pronouns and len(subject) == 1:
            teller = self.clauses.teller(subject[0])
            return self.place(teller) if teller else self._who(self.words[subject[0]].start)
        return self.place(subject)

    def whose(self, frame: Frame, end: int) -> list[Place] | None:
        """Return a subject and what it does, up to a word; None where that says nothing certain."""
        name, between = self.named(frame.subject), range(frame.verb.start, end)
        if name is None or not between:
            return None
        done = self._led(frame, end) if self._leads(frame, end) else self._over_object(frame, end)
        return [name, *map(self.place, done), *self._closing(frame)] if done else None

    def _led(self, frame: Frame, end: int) -> list[range]:
        """Return the words between a subject and a figure, without what parts verb and figure."""
        between = range(frame.verb.start, end)
        figures = [at for at in between if self.clauses.kind(at) == "figure"]
        if not figures and len(between) <= _WHOLE:
            return [between]
        tail = self._tail(frame, end, max(figures, default=frame.verb.stop - 1))
        beside = figures and self._is_beside(frame.verb)
        if beside or (tail and self._is_inner(frame.verb.stop, tail)):
            return []
        if not tail:
            return [frame.verb] if figures else []
        lasts = self.low(tail[0]) in self.known.during and not figures
        around = (at for at in between if self.low(at) in self.known.prepositions)
        verb = range(frame.verb.start, max(next(around), frame.verb.stop)) if lasts else frame.verb
        return [verb, tail]

    def _is_beside(self, verb: range) -> bool:
        """Return whether a verb only describes: "asking 90 people, with a margin of"."""
        return self.clauses.is_gerund(verb[0]) and self.low(verb[0]) not in self.known.moves

    def _is_inner(self, first: int, tail: range) -> bool:
        """Return whether a phrase belongs to another verb or noun: "fined for dumping it on"."""
        known, words = self.known, range(first, tail.start)
        if self.low(first) in known.articles | known.owners and self._is_aim(tail[0]):
            return True  # "rejected a plan of the town to close"
        if self.is_attached and self._is_during(first, tail):
            return True
        return any(
            self.clauses.is_gerund(at) or (self._is_aim(at - 1) and self.low(at) in known.verbs)
            for at in words
        )

    def _is_during(self, first: int, tail: range) -> bool:
        """Return whether a time is of what is between: "below 9 for the first time in years"."""
        known = self.known
        gaps = [at for at in range(first, tail.start) if self.clauses.kind(at) == "figure"]
        if not gaps or self.low(tail[0]) in known.since | known.between:
            return False
        around = known.prepositions - known.ofs
        behind = (at for at in range(gaps[-1], tail.start) if self.low(at) in around)
        lost = gaps[0] == first and self.low(tail[0]) in known.during  # "taught 90 pupils for"
        return lost or any(self.low(at + 1) not in known.times for at in behind)

    def _is_aim(self, at: int) -> bool:
        return self.low(at) in self.known.infinitive

    def _over_object(self, frame: Frame, end: int) -> list[range]:
        """Return a verb before its object: "fined the owner $9", "removed from it 12 letters"."""
        between = range(frame.verb.stop, end)
        share = self.figure.percent and not self.is_first
        if self.is_attached and not share and self._is_noun(between):
            return [range(frame.verb.start, end)]
        phrase = self.phrase(frame.verb.stop, self.known.prepositions)
        return [frame.verb] if phrase and phrase.stop == end and self.counted else []

    def _closing(self, frame: Frame) -> list[Place]:
        """Return the part of the verb at the end of the clause: "gab um 6 Prozent nach"."""
        if not self.known.verb_last:
            return []
        end = self.at + 1
        while self.clauses.kind(end) not in {"mark", "comma"} and not self._opens(end):
            end += 1
        last = range(end - 1, end)
        helped = self.low(frame.verb[0]) in self.known.helpers and self.clauses.is_verb(end - 1)
        closing = end - 1 > self.at and (self.low(end - 1) in self.known.particles or helped)
        return [self.place(last)] if closing else []

    def _opens(self, at: int) -> bool:
        return self.low(at) in self.known.openers | self.known.ands

    def _is_noun(self, words: range) -> bool:
        """Return whether some words are one short noun."""
        small = self.known.articles | self.known.owners
        inner = [at for at in words if self.low(at) not in small]
        around = self.known.moves | self.known.particles
        plain = not any(self.ends(at) or self.low(at) in around for at in inner)
        return len(words) <= _WHOLE and bool(inner) and plain

    def _leads(self, frame: Frame, end: int) -> bool:
        """Return whether a verb leads to the word behind it: no clause is between."""
        known, last = self.known, self.low(end - 1)
        commas = [at for at in range(frame.verb.start, end) if self.clauses.kind(at) == "comma"]
        parted = [at for at in commas if at < end - 2 or last not in known.since | known.between]
        joins = last in known.leading or self.clauses.kind(end - 1) == "comma"
        verb = self.clauses.is_form(end - 1) or last in known.verbs or known.verb_last
        return (joins or verb) and parted in ([], [end - 1])

    def _tail(self, frame: Frame, end: int, floor: int) -> range | None:
        """Return what leads to a figure far from its verb: "voted … to adopt"."""
        if self.low(end - 1) in self.known.ands or self.clauses.kind(end - 1) == "comma":
            return None
        moved = any(self.low(at) in self.known.moves for at in frame.verb)
        if self.is_attached and self.low(end - 1) in self.known.during:
            return range(end - 1, end)  # "blocked the quay … for three hours"
        gap = any(self.clauses.kind(at) == "figure" for at in range(frame.verb.stop, end))
        for at in range(end - 1, max(floor, end - 6), -1):
            led = self.low(at) in self.known.infinitive and self.low(at + 1) in self.known.verbs
            around = self.low(at) in self.known.prepositions - self.known.ofs or at - 1 == floor
            if led or ((moved or gap) and around and self.low(at) in self.known.prepositions):
                return range(at, end)
        return None

    def _is_thing(self, low: str) -> bool:
        return low in self.known.pronouns - self.known.gendered - self.known.each

    def pointed(self, frame: Frame | None, end: int) -> range:
        """Return what "it" is: "It was the first win in 37 years"."""
        if frame is None or not self._is_thing(self.low(frame.subject[0])):
            return range(0)
        said = range(frame.verb.stop, end)
        kinds = {self.clauses.kind(at) for at in said}
        short = _LEAST <= len(said) <= _MOST and kinds == {"word"}
        is_it = len(frame.verb) == 1 and self.low(frame.verb[0]) in self.known.helpers
        return said if short and is_it else range(0)
