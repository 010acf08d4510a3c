"""Score quotations: which were found, and whether their speakers are right.

The result is counts for each article, so that rates over a data set, or over a bootstrap sample of
it, come from sums.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.evaluation.cases import Case, Quotation
from summarizer.evaluation.folding import FoldedText
from summarizer.evaluation.matching import (
    MIN_OVERLAP,
    Letters,
    Predicted,
    Stretch,
    align,
    locate,
    union,
)
from summarizer.evaluation.mentions import MentionKind
from summarizer.evaluation.speakers import People

_BY_WEIGHT: tuple[MentionKind, ...] = ("name", "nominal", "pronoun", "none")
"""If annotators give a quotation several sources, the first of these kinds counts."""


def score_quotations(
    case: Case, predicted: Sequence[Predicted], *, least_words: int = 1
) -> Counter[str]:
    """Compare predicted quotations with the gold of one article.

    Args:
        case: The article and its gold.
        predicted: The predicted quotations.
        least_words: Gold quotations with fewer words are optional: they count neither as found
            nor as missed.

    Returns:
        Counts: ``predicted``; of these ``verbatim`` and ``judged`` (not optional); of the judged
        ``right``; ``gold`` and of these ``found``; letters; and the numbers found and right for
        each kind of source.

    Example:
        >>> from summarizer.article import Article
        >>> case = Case(Article('"We won," he said.'), (Quotation(1, 8, 2, ("he",)),), ((1, 8),))
        >>> counts = score_quotations(case, [Predicted("We won"), Predicted("We lost")])
        >>> counts["right"], counts["judged"], counts["verbatim"], counts["found"]
        (1, 2, 1, 1)
    """
    return _Comparison(case, predicted, least_words).counts()


class Judged(NamedTuple):
    """A quotation of the gold that was found.

    Args:
        predicted: The index of the prediction that covers most of it.
        source: The kind of its source in the gold.
        right: Whether the predicted speaker agrees with the gold.
    """

    predicted: int
    source: MentionKind
    right: bool


def judged(case: Case, predicted: Sequence[Predicted]) -> Iterator[Judged]:
    """Yield the quotations of one article that were found and are not optional.

    Args:
        case: The article and its gold.
        predicted: The predicted quotations.

    Example:
        >>> from summarizer.article import Article
        >>> case = Case(Article('"We won," Bo Li said.'), (Quotation(1, 8, 2, ("Bo Li",)),))
        >>> list(judged(case, [Predicted("We won", "Jo Roe")]))
        [Judged(predicted=0, source='name', right=False)]
    """
    return _Comparison(case, predicted, 1).judged()


class _Comparison:
    def __init__(self, case: Case, predicted: Sequence[Predicted], least_words: int) -> None:
        article = FoldedText(case.article.text)
        self._quotations = predicted
        self._gold = case.quotations or ()
        self._people = People(case.article.text)
        self._places = locate(predicted, article, case.quoted)
        self._predicted = _letters(self._places, article)
        self._wanted = _letters([quotation.place for quotation in self._gold], article)
        self._optional = [q.optional or q.words < least_words for q in self._gold]
        self._found = align(self._wanted, self._predicted)

    def counts(self) -> Counter[str]:
        """Return the sum of all counts."""
        counts = self._predictions() + self._letters()
        for number, quotation in enumerate(self._gold):
            if not self._optional[number]:
                counts += self._quotation(number, quotation)
        return counts

    def _predictions(self) -> Counter[str]:
        counts = Counter(predicted=len(self._quotations))
        counts["verbatim"] = sum(place is not None for place in self._places)
        optional = self._union(optional=True)
        for number, letters in enumerate(self._predicted):
            found = [gold for gold, numbers in self._found.items() if number in numbers]
            needed = any(not self._optional[gold] for gold in found)
            beside = bool(letters) and len(letters & optional) >= MIN_OVERLAP * len(letters)
            counts["right"] += needed
            counts["judged"] += needed or (not found and not beside)
        return counts

    def _letters(self) -> Counter[str]:
        needed = self._union(optional=False)
        placed = union(self._predicted) - (self._union(optional=True) - needed)
        unplaced = sum(
            sum(map(str.isalnum, quotation.text))
            for quotation, place in zip(self._quotations, self._places, strict=True)
            if place is None
        )
        return Counter(
            letters_right=len(placed & needed),
            letters_predicted=len(placed) + unplaced,
            letters_gold=len(needed),
        )

    def judged(self) -> Iterator[Judged]:
        """Yield the quotations that were found and are not optional."""
        for number, quotation in enumerate(self._gold):
            if number in self._found and not self._optional[number]:
                yield self._judged(number, quotation)

    def _quotation(self, number: int, quotation: Quotation) -> Counter[str]:
        source = self._source(quotation)
        counts = Counter(["gold", f"gold_{quotation.kind}", f"gold_source_{source}"])
        if number in self._found:
            counts.update(["found", f"found_{quotation.kind}", f"found_source_{source}"])
            found = self._judged(number, quotation)
            speaker = self._quotations[found.predicted].speaker
            counts[f"right_source_{source}"] = int(found.right)
            counts[f"named_source_{source}"] = int(self._people.is_name(speaker))
        return counts

    def _source(self, quotation: Quotation) -> MentionKind:
        kinds = (self._people.kind(each, named=quotation.named) for each in quotation.speakers)
        return min(kinds, key=_BY_WEIGHT.index)

    def _judged(self, number: int, quotation: Quotation) -> Judged:
        wanted, source = self._wanted[number], self._source(quotation)
        best = max(self._found[number], key=lambda p: (len(self._predicted[p] & wanted), -p))
        speaker, named = self._quotations[best].speaker, quotation.named
        verdicts = [self._people.agree(each, speaker, named=named) for each in quotation.speakers]
        return Judged(best, source, (source, True) in verdicts)

    def _union(self, *, optional: bool) -> Letters:
        chosen = (number for number, is_one in enumerate(self._optional) if is_one is optional)
        return union(self._wanted[number] for number in chosen)


def _letters(places: Sequence[Stretch | None], article: FoldedText) -> list[Letters]:
    """Return the letters at each place; empty if a place is missing or repeated."""
    firsts = {place: number for number, place in reversed(list(enumerate(places))) if place}
    return [
        article.letters(*place) if place and firsts[place] == number else frozenset()
        for number, place in enumerate(places)
    ]
