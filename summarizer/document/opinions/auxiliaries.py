"""What is between a subject and its verb: auxiliaries, adverbs, times."""

from summarizer.document.opinions.phrases import Phrases


class Auxiliaries:
    """Finds where a verb begins with what belongs to it.

    Args:
        phrases: The noun phrases of the sentence.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._words = phrases.words
        self._known = phrases.known

    def start(self, verb: int) -> int:
        """Return where the auxiliaries and adverbs of a verb begin."""
        at = verb
        while self.is_skipped(at - 1):
            at -= 1
        return at

    def is_skipped(self, at: int) -> bool:
        """Return whether a word is between a subject and its verb, and no part of either."""
        words, known = self._words, self._known
        return (
            words.at(at) in known.skipped
            or words.has(at, "auxiliary", "adverb", "negated")
            or (words.is_quote_mark(at) and words.at(at) not in ("'", "’"))
            or self._phrases.is_time(at)
            or self._is_aside(at)
        )

    def _is_aside(self, at: int) -> bool:
        """Return whether there is a comma of "is, however, against"."""
        adverbs, word = self._known.words("adverbs"), self._words.at
        before = word(at - 1) in adverbs and word(at - 2) == ","
        return word(at) == "," and (before or (word(at + 1) in adverbs and word(at + 2) == ","))

    def is_being(self, at: int) -> bool:
        """Return whether there is a form of "be"."""
        return self._words.has(at, "passive") or self._words.at(at) in self._known.words("being")

    def is_passive(self, start: int, verb: int) -> bool:
        """Return whether a form of "be" is among the words before a verb."""
        return any(self.is_being(each) for each in range(start, verb))
