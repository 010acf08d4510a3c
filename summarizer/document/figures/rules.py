"""Everything that one language knows of figures, put together once."""

from dataclasses import dataclass
from functools import cache

from summarizer.document.figures.approximations import Approximations
from summarizer.document.figures.codes import Codes
from summarizer.document.figures.compounds import Compounds
from summarizer.document.figures.dates import Dates
from summarizer.document.figures.labels import Labels
from summarizer.document.figures.measures import Measures
from summarizer.document.figures.nouns import Nouns
from summarizer.document.figures.numberwords import Vocabulary
from summarizer.document.figures.ranges import Ranges
from summarizer.document.figures.ranks import Ranks
from summarizer.document.figures.ratios import Ratios
from summarizer.document.figures.spelled import Spelled
from summarizer.languages.table import Language


@dataclass(frozen=True, slots=True)
class Rules:
    """How one language writes figures. Make them with :func:`rules_of`."""

    words: Vocabulary
    spelled: Spelled
    ranks: Ranks
    dates: Dates
    labels: Labels
    codes: Codes
    measures: Measures
    nouns: Nouns
    ranges: Ranges
    approximations: Approximations
    compounds: Compounds
    ratios: Ratios
    counters: frozenset[str]


@cache
def rules_of(language: Language) -> Rules:
    """Return the rules of a language; their patterns are compiled on first use."""
    words, measures = Vocabulary(language), Measures(language)
    ratios = Ratios(language, words, measures)
    return Rules(
        words=words,
        spelled=Spelled(language, words, measures, ratios),
        ranks=Ranks(language),
        dates=Dates(language),
        labels=Labels(language),
        codes=Codes(language),
        measures=measures,
        nouns=Nouns(language, words, measures),
        ranges=Ranges(language),
        approximations=Approximations(language),
        ratios=ratios,
        compounds=Compounds(language, words, measures),
        counters=language.words("numbers.counters"),
    )
