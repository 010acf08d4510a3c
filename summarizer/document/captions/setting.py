"""A figure among the words of its sentence, and the phrases around it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from summarizer.document.captions.caption import Caption, put_together
from summarizer.document.captions.phrases import Phrases
from summarizer.document.captions.words import Place

_GAP = " … "
"""Where the figure was: "Brandywater offered … for the workshop"."""

_HEDGE = 60
"""Characters before a figure in which its hedges are."""

_LEAST = 5
"""Words between "it" and a figure that say what it is."""

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
        made = put_together(self.text, rule, pieces, joint=joint, lead=lead)
        inside = all(map(self._holds, pieces))
        return made if made is None or inside else replace(made, certainty="inferred")

    def around(self, rule: str, before: Sequence[Place], behind: Sequence[Place]) -> Caption | None:
        """Return a caption of what is before and behind a figure, with a gap for it."""
        if not (before and behind):
            return self.made(rule, [*before, *behind])
        front = self.made(rule, before)
        made = self.made(rule, behind, lead=f"{front.text}{_GAP}") if front else None
        pieces = (*front.pieces, *made.pieces) if front and made else ()
        return replace(made, pieces=pieces, certainty=front.certainty) if front and made else None

    def size(self, place: Place) -> int:
        """Return how many words a place has."""
        return len(self.text[slice(*place)].split())

    def span(self, first: int, end: int) -> Place:
        """Return the place of the words from one to before another."""
        return self.words[first].start, self.words[end - 1].end

    @cached_property
    def whole(self) -> bool:
        """Whether the sentence begins with what it counts some of: "Of the 40 boats, nine sank"."""
        counts = self.low(1) in self.known.articles or self.clauses.kind(1) == "figure"
        commas = [at for at in range(len(self.words)) if self.clauses.kind(at) == "comma"]
        near = bool(commas) and not any(at < self.at for at in commas[1:])
        return self.low(0) in self.known.ofs and counts and near

    def _holds(self, place: Place) -> bool:
        """Return whether a place is in the sentence, and not where a pronoun's name is."""
        return self.words[0].start <= place[0] and place[1] <= self.words[-1].end

    def named(self, subject: range) -> Place | None:
        """Return the place of a subject, or of whom it means, if it is a pronoun."""
        if self.low(subject[0]) in self.known.pronouns and len(subject) == 1:
            teller = self.clauses.teller(subject[0])
            return self.place(teller) if teller else self._who(self.words[subject[0]].start)
        return self.place(subject)

    def is_condition(self, at: int) -> bool:
        """Return whether a word opens what something depends on: "if", "unless"."""
        return self.low(at) in self.known.unreal & self.known.openers

    def is_name(self, at: int) -> bool:
        """Return whether a word begins with a capital and is none that only opens a sentence."""
        small = self.known.articles | self.known.prepositions | self.known.pronouns
        return self.clauses.is_capital(at) and self.low(at) not in small

    def is_standing(self, first: int) -> bool:
        """Return whether a name stands at an amount, without a verb: "Jo Roe at 9 percent"."""
        amount = self.figure.percent or self.figure.currency
        named = any(map(self.is_name, range(first, self.front)))
        return bool(amount and named and self.last in self.known.prepositions)

    def is_alone(self, at: int) -> bool:
        """Return whether a word means only other people: not "we", nor "many voters"."""
        own = self.low(at) in self.known.there | self.known.speakers
        noun = self.low(at) not in self.known.personal and self.noun(at + 1)
        return self.clauses.is_pronoun(at) and not (own or noun)

    def is_it(self, at: int) -> bool:
        """Return whether "it" is only another word for what is behind: "It was the first win"."""
        known, verb = self.known, self.low(at + 1)
        thing = self.low(at) in known.pronouns - known.gendered - known.plurals
        return thing and verb in known.ages and self.front - at > _LEAST
