"""Which predicted quotations are which quotations of the gold.

Knows letters and offsets only; who said a quotation is no concern of this file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.evaluation.folding import FoldedText, fold_quotation

ENOUGH = 0.8
"""Share of the letters and digits, shared to joined, from which two stretches are one quotation."""

Letters = frozenset[int]
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A predicted quotation.

    Args:
        text: Its words.
        speaker: Who is predicted to have said it.
        start: Offset of its first character, where the prediction gives one.
        end: Offset after its last character.
    """

    text: str
    speaker: str | None = None
    start: int | None = None
    end: int | None = None


def locate(
    predicted: Sequence[Said], article: FoldedText, quoted: Sequence[Stretch]
) -> list[Stretch | None]:
    """Find the place of each predicted quotation.

    Offsets count where they hold the words. Otherwise the words are searched for, and a place that
    no earlier prediction took, within quotation marks, is preferred.

    Args:
        predicted: The predictions of one article.
        article: The article.
        quoted: The stretches within quotation marks.

    Returns:
        A place for each prediction; None where its words do not stand in the article.

    Example:
        >>> said = [Said("No"), Said("Yes"), Said("Maybe")]
        >>> locate(said, FoldedText("No, he said: 'No.' 'Yes.'"), [(14, 17), (20, 24)])
        [(14, 16), (20, 23), None]
    """
    taken: set[Stretch] = set()

    def place(said: Said) -> Stretch | None:
        words = fold_quotation(said.text)
        return _stated(said, words, article.text) or search(words)

    def search(words: str) -> Stretch | None:
        best = min(article.find(words), key=rank, default=None)
        if best:
            taken.add(best)
        return best

    def rank(found: Stretch) -> tuple[bool, bool, int]:
        within = any(start <= found[0] and found[1] <= end for start, end in quoted)
        return found in taken, not within, found[0]

    return [place(said) for said in predicted]


def _stated(said: Said, words: str, text: str) -> Stretch | None:
    start, end = said.start, said.end
    if not words or start is None or end is None or not 0 <= start < end <= len(text):
        return None
    return (start, end) if fold_quotation(text[start:end]) == words else None


def similarity(one: Letters, other: Letters) -> float:
    """Return the share of letters that two stretches have in common: 1 if they are the same."""
    return len(one & other) / len(one | other) if one and other else 0.0


def union(parts: Iterable[Letters]) -> Letters:
    """Join stretches."""
    return frozenset().union(*parts)


def align(gold: Sequence[Letters], predicted: Sequence[Letters]) -> dict[int, list[int]]:
    """Match quotations of the gold with predicted ones; each is used once.

    First one to one, the most alike first; then several predicted pieces that make up one of the
    gold; then one prediction that runs over several of the gold.

    Args:
        gold: The letters of each quotation of the gold.
        predicted: The letters of each predicted one; empty where it has no place.

    Returns:
        For each number of a gold quotation that was found, the numbers of its predictions.

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
            if -distance >= ENOUGH and g in self._gold and p in self._predicted:
                self._take([g], [p])

    def match_pieces(self) -> None:
        for g, whole in sorted(self._gold.items()):
            pieces = self._pieces(whole)
            if len(pieces) > 1 and similarity(whole, self._join(pieces)) >= ENOUGH:
                self._take([g], pieces)

    def match_runs(self) -> None:
        for p, part in sorted(self._predicted.items()):
            inside = [
                g
                for g, whole in sorted(self._gold.items())
                if len(whole & part) >= ENOUGH * len(whole)
            ]
            joined = union(self._gold[g] for g in inside)
            if len(inside) > 1 and similarity(joined, part) >= ENOUGH:
                self._take(inside, [p])

    def _pieces(self, whole: Letters) -> list[int]:
        pieces: list[int] = []
        by_share = sorted(
            self._predicted.items(), key=lambda item: (-len(item[1] & whole), item[0])
        )
        for p, part in by_share:
            within = len(part & whole) >= ENOUGH * len(part)
            if within and len(part & self._join(pieces)) < (1 - ENOUGH) * len(part):
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
