"""The verbs among the words of a sentence, known by their form and their neighbours."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from summarizer.document.captions.vocabulary import Vocabulary
from summarizer.document.captions.words import Word

_OWNING = ("'s", "’s", "s'", "s’", "-")


class Verbs:
    """Knows which words of one sentence are verbs.

    Args:
        words: The words.
        known: The words of the language.
        text: The text.

    Attributes:
        low: Returns a word in lower case; empty outside of the sentence.
        kind: Returns what a word is; a mark outside of the sentence.
    """

    def __init__(self, words: Sequence[Word], known: Vocabulary, text: str) -> None:
        self.words, self.known, self._text = words, known, text
        lows, kinds = [word.low for word in words], [word.kind for word in words]
        self.low: Callable[[int], str] = defaultdict(str, enumerate(lows)).__getitem__
        self.kind: Callable[[int], str] = defaultdict(lambda: "mark", enumerate(kinds)).__getitem__
        self._verbs: dict[int, bool] = {}

    def is_capital(self, at: int) -> bool:
        """Return whether a word begins with a capital."""
        return self.kind(at) == "word" and self._text[self.words[at].start].isupper()

    def is_adverb(self, at: int) -> bool:
        """Return whether a word may stand among the verbs: "has also fallen"."""
        low, ends = self.low(at), self.known.adverb_ends
        return low in self.known.adverbs or (len(low) > 4 and bool(ends) and low.endswith(ends))

    def is_negated(self, at: int) -> bool:
        """Return whether a word negates its clause."""
        return self.low(at) in self.known.negated or self.low(at).endswith(self.known.negated_ends)

    def is_pronoun(self, at: int) -> bool:
        """Return whether a word says "it", a verb behind it or not: "that's"."""
        stem, _, verb = self.low(at).replace("’", "'").partition("'")
        known, pronoun = self.known, stem in self.known.pronouns
        noun = stem in known.possessive or stem in known.relatives or stem in known.each
        return pronoun and bool(verb or not noun)

    def is_form(self, at: int) -> bool:
        """Return whether a word looks like a form of a verb that is not in a dictionary."""
        low, ends = self.low(at), (*self.known.gerund, *self.known.past)
        return low in self.known.forms or (len(low) > 4 and bool(ends) and low.endswith(ends))

    def is_gerund(self, at: int) -> bool:
        """Return whether a word is a gerund."""
        return bool(self.known.gerund) and self.low(at).endswith(self.known.gerund)

    def is_verb(self, at: int) -> bool:
        """Return whether a word is a finite verb here, and no noun or adjective."""
        if at not in self._verbs:
            self._verbs[at] = self._is_verb(at)
        return self._verbs[at]

    def _is_verb(self, at: int) -> bool:
        low, known = self.low(at), self.known
        if (
            at == 0
            or self.kind(at) != "word"
            or "-" in low
            or (self.is_capital(at) and self.kind(at - 1) == "word")
        ):
            return False
        if low.removesuffix("n't").removesuffix("n’t") in known.helpers:
            before = self.low(at - 1)
            return before not in known.articles and before not in known.infinitive
        if self.low(at - 1) in known.who and not (self.is_adverb(at) or low in known.before_nouns):
            return low not in known.pronouns
        helped = at - 2 if self.is_adverb(at - 1) else at - 1
        if low in known.verbs and self.low(helped) in known.helpers:
            return True
        if not self._may_be_verb(at):
            return False
        return low not in known.bases or self._has_plural(at)

    def _may_be_verb(self, at: int) -> bool:
        """Return whether a word looks like a verb, with nothing before it that makes it a noun."""
        low, before, known = self.low(at), self.low(at - 1), self.known
        past = len(low) > 4 and bool(known.past) and low.endswith(known.past)
        past = past and low not in known.adjectives
        nominal = before in known.before_nouns or before.endswith(_OWNING)
        return (low in known.verbs or past) and not nominal and self.kind(at - 1) != "figure"

    def _has_plural(self, at: int) -> bool:
        """Return whether a verb without an ending has a subject for it: "crews fill"."""
        at -= 1
        while at and self.is_adverb(at):
            at -= 1
        before = self.low(at)
        plural = before.endswith("s") and before not in self.known.owners
        return plural or before in self.known.plurals | self.known.relatives
