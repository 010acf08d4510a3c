"""The verbs among the words of a sentence, known by their form and their neighbours."""

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property

from summarizer.document.captions.vocabulary import Classes, Vocabulary
from summarizer.document.captions.words import Words
from summarizer.document.figures import Figure

_OWNING = ("'s", "’s", "s'", "s’", "-")
_VERBAL = frozenset({"verbs", "auxiliaries", "past"})
_NO_SUBJECTS = frozenset({"articles", "infinitive"})
_NO_VERBS = frozenset({"adverbs", "before_nouns"})
_SEVERAL = frozenset({"plurals", "relatives"})
_ADJECTIVES = frozenset({"possessive", "relatives", "each"})


class Verbs:
    """Knows the words of a sentence, and which of them are verbs.

    Args:
        text: The text.
        figure: A figure of it.
        words: The words of its sentence, and which of them it is.
        known: The words of the language.

    Attributes:
        low: Returns a word in lower case; empty outside of the sentence.
        kind: Returns what a word is; a mark outside of the sentence.
        classes: Returns the classes of a word.
        stem: Returns those of its stem.
    """

    def __init__(self, text: str, figure: Figure, words: Words, known: Vocabulary) -> None:
        self.text, self.figure, self.known = text, figure, known
        self.words, self.at = words
        _, _, lows, kinds, classes, stems = zip(*self.words, strict=True)
        self.low: Callable[[int], str] = defaultdict(str, enumerate(lows)).__getitem__
        self.kind: Callable[[int], str] = defaultdict(lambda: "mark", enumerate(kinds)).__getitem__
        self.classes, self.stem = (
            defaultdict[int, Classes](frozenset, enumerate(each)).__getitem__
            for each in (classes, stems)
        )
        self._verbs: dict[int, bool] = {}
        self._having: dict[str, list[int]] = {}

    def is_capital(self, at: int) -> bool:
        """Return whether a word begins with a capital."""
        return self.kind(at) == "word" and self.text[self.words[at].start].isupper()

    def is_adverb(self, at: int) -> bool:
        """Return whether a word may stand among the verbs: "has also fallen"."""
        return "adverbs" in self.classes(at)

    def behind_and(self, at: int) -> int:
        """Return the place of a word, or of the one behind it where it is "and"."""
        return at + ("ands" in self.classes(at))

    def is_pronoun(self, at: int) -> bool:
        """Return whether a word says "it", a verb behind it or not: "that's"."""
        stem, low = self.stem(at), self.low(at).replace("’", "'")
        return "pronouns" in stem and ("'" in low[:-1] or not stem & _ADJECTIVES)

    def within(self, part: range, kind: str) -> list[int]:
        """Return the words of a class that a part of the sentence has."""
        if kind not in self._having:
            self._having[kind] = [at for at, word in enumerate(self.words) if kind in word.classes]
        return [at for at in self._having[kind] if at in part]

    def verb(self, part: range) -> int | None:
        """Return the first verb of a part of the sentence."""
        return next((at for at in self._every_verb if at in part), None)

    @cached_property
    def _every_verb(self) -> list[int]:
        words = enumerate(self.words)
        may_be = (
            at for at, word in words if word.classes & _VERBAL or "who" in self.classes(at - 1)
        )
        return [*filter(self.is_verb, may_be)]

    def is_verb(self, at: int) -> bool:
        """Return whether a word is a finite verb here; behind a share it may be a plain one."""
        if at not in self._verbs:
            may_be = self.classes(at) & _VERBAL or "who" in self.classes(at - 1)
            self._verbs[at] = bool(may_be) and (self._is_of_share(at) or self._is_verb(at))
        return self._verbs[at]

    def _is_of_share(self, at: int) -> bool:
        """Return whether a verb is right behind a share: "12% say"."""
        first = self.at + 1 + self.is_adverb(self.at + 1)
        return self.figure.percent and at == first and "verbs" in self.classes(at)

    def _is_verb(self, at: int) -> bool:
        classes, before = self.classes(at), self.classes(at - 1)
        if not self._is_written_so(at):
            return False
        if "auxiliaries" in classes:
            return not before & _NO_SUBJECTS
        if "who" in before and not classes & _NO_VERBS:
            return "pronouns" not in classes
        helped = at - 2 if "adverbs" in before else at - 1
        if "verbs" in classes and "helpers" in self.classes(helped):
            return True
        return self._is_finite(at) and ("bases" not in classes or self._has_plural(at))

    def _is_written_so(self, at: int) -> bool:
        """Return whether a word is written as a verb: no opener, no name, no "three-year"."""
        if at == 0 or self.kind(at) != "word" or "-" in self.low(at):
            return False
        return not self.is_capital(at) or self.kind(at - 1) != "word"

    def _is_finite(self, at: int) -> bool:
        """Return whether a word looks like a verb, with nothing before it that makes it a noun."""
        classes, before = self.classes(at), self.classes(at - 1)
        verb = "verbs" in classes or ("past" in classes and "adjectives" not in classes)
        nominal = "before_nouns" in before or self.low(at - 1).endswith(_OWNING)
        return verb and not nominal and self.kind(at - 1) != "figure"

    def _has_plural(self, at: int) -> bool:
        """Return whether a verb without an ending has a subject for it: "crews fill"."""
        at -= 1
        while at and self.is_adverb(at):
            at -= 1
        before = self.classes(at)
        plural = self.low(at).endswith("s") and "owners" not in before
        return plural or bool(before & _SEVERAL)
