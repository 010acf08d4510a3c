"""The names and numbers in something written that an article does not give.

It compares written words with a text: typography may differ, letters and digits may not.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from summarizer.document.figures import Figure, find_figures
from summarizer.document.names.people import Names
from summarizer.document.names.places import find_name
from summarizer.document.names.runs import find_runs
from summarizer.document.names.words import WORD, bare, is_capital, opens_sentence, split_words
from summarizer.languages.detection import guess_language
from summarizer.languages.table import Language, language

_SCRIPTS = re.compile(
    r"(?P<kana>[\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f]{2,})"
    r"|(?P<han>[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,})"
    r"|(?P<thai>[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]{2,})"
)


class Numbers(NamedTuple):
    """The numbers that an article gives. Make one with :func:`read_numbers`.

    Args:
        language: The article's language.
        values: The values of its figures.
        digits: Its runs of digits.
    """

    language: Language
    values: frozenset[Decimal]
    digits: frozenset[str]


def read_numbers(text: str, spoken: Language, figures: Iterable[Figure]) -> Numbers:
    """Return the numbers that a text gives.

    Args:
        text: The text.
        spoken: Its language.
        figures: Its figures.
    """
    values = frozenset(value for figure in figures for value in _values(figure))
    return Numbers(spoken, values, frozenset(re.findall(r"\d+", text)))


def foreign_names(names: Names, written: str) -> tuple[str, ...]:
    """Return the names in something written that the article does not give.

    A name is a word with a capital, or a run of characters in a script without case. The first
    word of a sentence counts as one only if the article does not have it in lower case either and
    it is no function word. A possessive or a plural ("Russians") counts as the word itself,
    and so is a short form of a name that the article spells out.

    Args:
        names: The names of the article.
        written: What was written about it.

    Returns:
        The foreign names, in order, each once.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("Jane Roe spoke in Oslo.", language("en"))
        >>> foreign_names(names, "Roe met Tim Poe in Oslo's harbour.")
        ('Tim Poe',)
    """
    found = chain(
        _foreign_words(names, written),
        _crossed_names(names, written),
        _foreign_runs(names.text, written),
    )
    return tuple(dict.fromkeys(found))


def foreign_numbers(numbers: Numbers, written: str) -> tuple[str, ...]:
    """Return the numbers in something written whose value the article does not give.

    A gist or caption is too short to guess its language from, and is read in the article's. Its
    own words decide only where there is no number for the article's language.

    Args:
        numbers: The numbers of the article.
        written: What was written about it.

    Returns:
        The foreign numbers as written, each once.

    Example:
        >>> from summarizer.document.figures import find_figures
        >>> text = "Die Werft und der Hafen: 1.250 Stellen."
        >>> from summarizer.languages.table import language
        >>> numbers = read_numbers(text, language("de"), find_figures(text, language("de")))
        >>> foreign_numbers(numbers, "1.250 Stellen, 1.251")
        ('1.251',)
    """
    figures = list(find_figures(written, numbers.language))
    own = language(guess_language(written))
    if own is not numbers.language:
        figures += [more for more in find_figures(written, own) if not _meets(more, figures)]
    foreign = (figure.text for figure in figures if not _given(figure, numbers))
    return tuple(dict.fromkeys(foreign))


def _foreign_words(names: Names, written: str) -> Iterator[str]:
    """Yield foreign words with a capital, neighbours as one name."""
    run: list[str] = []
    end = 0
    for match in WORD.finditer(written):
        apart = bool(written[end : match.start()].strip(" \u00a0."))
        foreign = not _known(names, match[1], opens=opens_sentence(written, match.start()))
        if run and (apart or not foreign):
            yield " ".join(run)
            run = []
        if foreign:
            run.append(bare(match[1]))
        end = match.end(1)
    if run:
        yield " ".join(run)


def _known(names: Names, word: str, *, opens: bool) -> bool:
    word = bare(word)
    if not is_capital(word, names.vocabulary.prefixes) or _is_given(names, word):
        return True
    if word.lower() in names.vocabulary.function_words and (
        opens or word == "I" or word[:2] == "I'"
    ):
        return True
    if opens and word.lower() in names.words:
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(_known(names, part, opens=opens) for part in parts)


def _is_given(names: Names, word: str) -> bool:
    """Return whether a word, its plural or its neighbour ("Iraqi" for "Iraq") is the article's."""
    forms = [word, word.replace(".", "")]
    if len(word) > 3:
        forms += [word + ending for ending in names.vocabulary.endings]
        forms += [word.removesuffix(ending) for ending in names.vocabulary.endings]
    return not names.words.isdisjoint(forms)


def _crossed_names(names: Names, written: str) -> Iterator[str]:
    """Yield names that join one person's given name to another's surname."""
    if sum(map(str.isupper, written)) < 2:
        return
    words = split_words(written, names.vocabulary.stopped)
    for run in find_runs(written, words, names.vocabulary):
        if names.crosses(run.words) and not find_name(names.text, run.name):
            yield run.name


def _foreign_runs(text: str, written: str) -> Iterator[str]:
    """Yield stretches in scripts without spaces that the text does not cover.

    A run of katakana is one word. In other scripts, where words are not kept apart, a stretch is
    foreign where no two neighbouring characters of it are neighbours in the text.
    """
    matches = list(_SCRIPTS.finditer(written))
    pairs = set(map("".join, pairwise(text))) if matches else set()
    for match in matches:
        run = match.group()
        if run in text:
            continue
        if match.lastgroup == "kana":
            yield run
        else:
            yield from _uncovered(run, pairs)


def _uncovered(run: str, pairs: set[str]) -> Iterator[str]:
    covered = [
        run[max(0, i - 1) : i + 1] in pairs or run[i : i + 2] in pairs for i in range(len(run))
    ]
    for known, places in groupby(range(len(run)), key=covered.__getitem__):
        if not known:
            yield "".join(run[i] for i in places)


def _meets(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(figure.start < other.end and other.start < figure.end for other in others)


def _values(figure: Figure) -> Iterator[Decimal]:
    return (value for value in (figure.value, figure.low, figure.high) if value is not None)


def _given(figure: Figure, numbers: Numbers) -> bool:
    values = list(_values(figure))
    if values:
        return numbers.values.issuperset(values)
    return numbers.digits.issuperset(re.findall(r"\d+", figure.text))
