"""Align predicted quotations with those of the gold.

The alignment uses letters and offsets only; ``speakers`` compares the speakers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.evaluation.folding import FoldedText, fold_quotation

MIN_OVERLAP = 0.8
"""Share of common letters and digits from which two passages are the same quotation."""

Letters = frozenset[int]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Predicted:
    """A predicted quotation.

    Args:
        text: Its words.
        speaker: Its speaker; None if unknown.
        start: Offset of its first character, in code points; None if not given.
        end: Offset after its last character, in code points; None if not given.
    """

    text: str
    speaker: str | None = None
    start: int | None = None
    end: int | None = None


def locate(
    predicted: Sequence[Predicted], article: FoldedText, quoted: Sequence[Stretch]
) -> list[Stretch | None]:
    """Find the place of each predicted quotation.

    Given offsets are used if the words are there. Otherwise the words are searched for; a place
    within quotation marks that no earlier prediction has is preferred.

    Args:
        predicted: The predictions of one article.
        article: The article.
        quoted: The passages within quotation marks.

    Returns:
        The place of each prediction; None if its words are not in the article.

    Example:
        >>> words = [Predicted("No"), Predicted("Yes"), Predicted("Maybe")]
        >>> locate(words, FoldedText("No, he said: 'No.' 'Yes.'"), [(14, 17), (20, 24)])
        [(14, 16), (20, 23), None]
    """
    taken: set[Stretch] = set()

    def place(quotation: Predicted) -> Stretch | None:
        words = fold_quotation(quotation.text)
        return _given(quotation, words, article.text) or search(words)

    def search(words: str) -> Stretch | None:
        best = min(article.find(words), key=rank, default=None)
        if best:
            taken.add(best)
        return best

    def rank(found: Stretch) -> tuple[bool, bool, int]:
        within = any(start <= found[0] and found[1] <= end for start, end in quoted)
        return found in taken, not within, found[0]

    return [place(quotation) for quotation in predicted]


def _given(quotation: Predicted, words: str, text: str) -> Stretch | None:
    """Return the place that a prediction gives, if its words are there."""
    start, end = quotation.start, quotation.end
    if not words or start is None or end is None or not 0 <= start < end <= len(text):
        return None
    return (start, end) if fold_quotation(text[start:end]) == words else None


def similarity(one: Letters, other: Letters) -> float:
    """Return the Jaccard index of two sets of letters: 1 if they are equal."""
    return len(one & other) / len(one | other) if one and other else 0.0


def union(parts: Iterable[Letters]) -> Letters:
    """Return the union of sets of letters."""
    return frozenset().union(*parts)


def align(gold: Sequence[Letters], predicted: Sequence[Letters]) -> dict[int, list[int]]:
    """Align gold quotations with predicted ones; each is used once.

    First one to one, the most similar first; then several predictions that together are one gold
    quotation; then one prediction that covers several gold quotations.

    Args:
        gold: The letters of each gold quotation.
        predicted: The letters of each prediction; empty if it has no place.

    Returns:
        The indexes of the predictions for the index of each gold quotation that was found.

    Example:
        >>> whole, left, right = (frozenset(range(*ends)) for ends in ((0, 20), (0, 9), (9, 20)))
        >>> align([whole], [left, right])
        {0: [1, 0]}
    """
    alignment = _Alignment(gold, predicted)
    alignment.match_pairs()
    alignment.match_pieces()
    alignment.match_runs()
    return alignment.found


class _Alignment:
    def __init__(self, gold: Sequence[Letters], predicted: Sequence[Letters]) -> None:
        self._gold = dict(enumerate(gold))
        self._predicted = {number: part for number, part in enumerate(predicted) if part}
        self.found: dict[int, list[int]] = {}

    def match_pairs(self) -> None:
        alike = [
            (-similarity(whole, part), g, p)
            for g, whole in self._gold.items()
            for p, part in self._predicted.items()
            if whole & part
        ]
        for distance, g, p in sorted(alike):
            if -distance >= MIN_OVERLAP and g in self._gold and p in self._predicted:
                self._take([g], [p])

    def match_pieces(self) -> None:
        for g, whole in sorted(self._gold.items()):
            pieces = self._pieces(whole)
            if len(pieces) > 1 and similarity(whole, self._join(pieces)) >= MIN_OVERLAP:
                self._take([g], pieces)

    def match_runs(self) -> None:
        for p, part in sorted(self._predicted.items()):
            inside = [
                g
                for g, whole in sorted(self._gold.items())
                if len(whole & part) >= MIN_OVERLAP * len(whole)
            ]
            joined = union(self._gold[g] for g in inside)
            if len(inside) > 1 and similarity(joined, part) >= MIN_OVERLAP:
                self._take(inside, [p])

    def _pieces(self, whole: Letters) -> list[int]:
        pieces: list[int] = []
        by_share = sorted(
            self._predicted.items(), key=lambda item: (-len(item[1] & whole), item[0])
        )
        for p, part in by_share:
            within = len(part & whole) >= MIN_OVERLAP * len(part)
            if within and len(part & self._join(pieces)) < (1 - MIN_OVERLAP) * len(part):
                pieces.append(p)
        return pieces

    def _join(self, pieces: list[int]) -> Letters:
        return union(self._predicted[p] for p in pieces)

    def _take(self, gold: list[int], predicted: list[int]) -> None:
        for g in gold:
            self.found[g] = predicted
            del self._gold[g]
        for p in predicted:
            del self._predicted[p]
