"""Outside of the marks: whether the words between the quotations speak of saying.

Reads each stretch between two pairs of marks once, however many pairs a sentence has.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summarizer.document.quotations.marks import Pair
from summarizer.document.quotations.roles import Roles


class Outside:
    """What is outside of the marks of one text; asked from its start to its end.

    Args:
        text: The text.
        pairs: Its pairs of marks, in order and apart from each other.
        words: What the words of its language say.

    Example:
        >>> from summarizer.document.quotations.marks import find_pairs
        >>> from summarizer.document.quotations.roles import roles
        >>> from summarizer.languages.table import language
        >>> text = "“Rain” falls on “said”."
        >>> pairs = find_pairs(text, [(0, len(text))])
        >>> Outside(text, pairs, roles(language("en"))).speaks(0, len(text))
        False
    """

    def __init__(self, text: str, pairs: Sequence[Pair], words: Roles) -> None:
        self._text = text
        self._words = words
        self._starts = [pair.start for pair in pairs]
        self._ends = [pair.end for pair in pairs]
        self._read = 0
        self._latest = 0
        """The last pair, of those read, with words of saying before it."""

    def speaks(self, at: int, stop: int) -> bool:
        """Return whether a word of saying is between two offsets, outside of the marks.

        Neither offset may lie before that of an earlier call.
        """
        first, last = bisect_right(self._ends, at), bisect_left(self._starts, stop)
        if first == last:
            return self._words.speaks(self._text, at, stop)
        return (
            self._words.speaks(self._text, at, self._starts[first])
            or self._words.speaks(self._text, self._ends[last - 1], stop)
            or self._between(first, last)
        )

    def _between(self, first: int, last: int) -> bool:
        """Return whether words of saying are between two of the pairs from first to last."""
        for pair in range(max(first, self._read) + 1, last):
            if self._words.speaks(self._text, self._ends[pair - 1], self._starts[pair]):
                self._latest = pair
        self._read = max(self._read, last - 1)
        return self._latest > first
