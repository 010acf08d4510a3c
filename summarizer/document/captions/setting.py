"""A figure among the words of its sentence, and the phrases around it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from summarizer.document.captions.caption import Caption, with_gap
from summarizer.document.captions.verbs import Verbs
from summarizer.document.captions.vocabulary import Vocabulary
from summarizer.document.captions.words import Place, Words
from summarizer.document.figures import Figure

_NOBODY = frozenset({"there", "speakers"})


class Setting(Verbs):
    """Where a figure is, who is before it, and the phrases of its sentence.

    Args:
        text: The text.
        figure: The figure.
        words: The words of its sentence, and which of them it is.
        known: The words of the language.
        who: Returns a place of the name that a pronoun at an offset means.
    """

    def __init__(
        self,
        text: str,
        figure: Figure,
        words: Words,
        known: Vocabulary,
        who: Callable[[int], Place | None],
    ) -> None:
        super().__init__(text, figure, words, known)
        self._who = who
        self._sizes: dict[range, int] = {}

    def ends(self, at: int) -> bool:
        """Return whether a word is no part of the noun before it."""
        plain = self.kind(at) in {"word", "quoted"}
        return not plain or "ending" in self.classes(at) or self.is_verb(at)

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
        at = "prepositions" in self.classes(self.at - 1)
        return at and self.kind(self.at + 1) == "mark"

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

    def size(self, parts: Iterable[range]) -> int:
        """Return how many words some parts of the sentence have, as a reader counts them."""
        return sum(map(self._size, parts))

    def _size(self, part: range) -> int:
        if part not in self._sizes:
            self._sizes[part] = len(self.text[slice(*self.span(part.start, part.stop))].split())
        return self._sizes[part]

    def span(self, first: int, end: int) -> Place:
        """Return the place of the words from one to before another."""
        return self.words[first].start, self.words[end - 1].end

    def named(self, pronoun: int) -> Place | None:
        """Return a place of the name that a pronoun means."""
        return self._who(self.words[pronoun].start)

    def is_name(self, at: int) -> bool:
        """Return whether a word begins with a capital and is none that only opens a sentence."""
        return "nameless" not in self.classes(at) and self.is_capital(at)

    def is_alone(self, at: int) -> bool:
        """Return whether a word means only other people: not "we", nor "many voters"."""
        if not self.is_pronoun(at) or self.classes(at) & _NOBODY:
            return False
        after = self.classes(at + 1)
        plain = "forms" in after or "adverbs" in after or self.ends(at + 1)
        return plain or "personal" in self.classes(at)
