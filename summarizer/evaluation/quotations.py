"""Score quotations: which were found, and whether their speakers are right.

The result is counts for each article, so that rates over a data set, or over a bootstrap sample of
it, come from sums.
"""

from collections import Counter
from collections.abc import Sequence

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
from summarizer.evaluation.speakers import ActorRegistry

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


class _Comparison:
    def __init__(self, case: Case, predicted: Sequence[Predicted], least_words: int) -> None:
        article = FoldedText(case.article.text)
        self._quotations = predicted
        self._gold = case.quotations or ()
        self._people = ActorRegistry(case.article.text)
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

    def _quotation(self, number: int, quotation: Quotation) -> Counter[str]:
        named = quotation.named
        kinds = [self._people.kind(speaker, named=named) for speaker in quotation.speakers]
        source = min(kinds, key=_BY_WEIGHT.index)
        counts = Counter(["gold", f"gold_{quotation.kind}", f"gold_source_{source}"])
        if number in self._found:
            counts.update(["found", f"found_{quotation.kind}", f"found_source_{source}"])
            speaker = self._speaker(number)
            verdicts = [
                self._people.agree(wanted, speaker, named=named) for wanted in quotation.speakers
            ]
            counts[f"right_source_{source}"] = int((source, True) in verdicts)
            counts[f"named_source_{source}"] = int(self._people.is_name(speaker))
        return counts

    def _speaker(self, number: int) -> str | None:
        """Return the speaker of the prediction that covers most of a quotation."""
        wanted = self._wanted[number]
        best = max(self._found[number], key=lambda p: (len(self._predicted[p] & wanted), -p))
        return self._quotations[best].speaker

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
