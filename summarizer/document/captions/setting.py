"""A figure among the words of its sentence, and the phrases around it."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.document.captions.caption import Caption, with_gap
from summarizer.document.captions.phrases import Phrases
from summarizer.document.captions.words import Place

_LEAST = 5
"""Words between "it" and a figure that say what it is."""


class Setting(Phrases):
    """Where a figure is, and who is before it."""

    @property
    def is_hyphened(self) -> bool:
        """Whether it is an adjective: "a four-point lead"."""
        unit = self.figure.unit or ""
        return bool(unit) and self.figure.text.endswith("-" + unit)

    @property
    def is_bare(self) -> bool:
        """Whether its sentence ends with it, and nothing says what it counts: "set it at 12"."""
        figure = self.figure
        if figure.unit or figure.percent or figure.currency:
            return False
        at = self.low(self.at - 1) in self.known.prepositions
        return at and self.clauses.kind(self.at + 1) == "mark"

    def gapped(self, rule: str, places: Sequence[Place]) -> Caption:
        """Return a caption of places, one of which holds the figure, with a gap for it.

        It is inferred where one is not in the sentence: the name for a pronoun.
        """
        start, end = self.figure.start, self.figure.end
        at = next(at for at, (first, last) in enumerate(places) if first <= start < last)
        before = [*places[:at], (places[at][0], start)]
        made = with_gap(self.text, rule, before, [(end, places[at][1]), *places[at + 1 :]])
        inside = self.words[0].start, self.words[-1].end
        if all(inside[0] <= first and last <= inside[1] for first, last in made.pieces):
            return made
        return replace(made, certainty="inferred")

    def size(self, place: Place) -> int:
        """Return how many words a place has."""
        return len(self.text[slice(*place)].split())

    def span(self, first: int, end: int) -> Place:
        """Return the place of the words from one to before another."""
        return self.words[first].start, self.words[end - 1].end

    def named(self, pronoun: int) -> Place | None:
        """Return a place of the name that a pronoun means."""
        return self._who(self.words[pronoun].start)

    def is_condition(self, at: int) -> bool:
        """Return whether a word opens what something depends on: "if", "unless"."""
        return self.low(at) in self.known.unreal and self.low(at) in self.known.openers

    def is_name(self, at: int) -> bool:
        """Return whether a word begins with a capital and is none that only opens a sentence."""
        low = self.low(at)
        return self.clauses.is_capital(at) and low not in self.known.small | self.known.times

    def is_alone(self, at: int) -> bool:
        """Return whether a word means only other people: not "we", nor "many voters"."""
        own = self.low(at) in self.known.there | self.known.speakers
        noun = self.low(at) not in self.known.personal and self.noun(at + 1)
        return self.clauses.is_pronoun(at) and not (own or noun)

    def is_it(self, at: int) -> bool:
        """Return whether "it" is only another word for what is behind: "It was the first win"."""
        known, verb = self.known, self.low(at + 1)
        thing = self.low(at) in known.pronouns - known.gendered - known.plurals
        return thing and verb in known.ages and self.at - at > _LEAST
