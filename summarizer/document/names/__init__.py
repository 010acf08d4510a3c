"""Whether, and where, the names and numbers that somebody wrote stand in a text.

Owns the comparison of written words with a text: typography is folded, letters and digits never
are. Who is who among the names of a text is :mod:`summarizer.document.names.people`'s business.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain, groupby, pairwise

from summarizer.document.figures import Figure, find_figures
from summarizer.document.lexicon import FUNCTION_WORDS
from summarizer.document.names.people import Names, full_name, people, same_actor
from summarizer.document.names.places import find_name, mentions
from summarizer.document.names.words import WORD, bare, is_capital, opens_sentence
from summarizer.document.outline import outline
from summarizer.languages.detection import guess_language
from summarizer.languages.table import language

__all__ = [
    "find_name",
    "foreign_names",
    "foreign_numbers",
    "full_name",
    "mentions",
    "people",
    "same_actor",
]

_SCRIPTS = re.compile(
    r"(?P<kana>[\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f]{2,})"
    r"|(?P<han>[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,})"
    r"|(?P<thai>[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]{2,})"
)
_ENDINGS = ("s", "n", "ns", "an", "ans", "i", "is")
"""What makes "Korea" "Koreans", "Iraq" "Iraqi": taken off or put on, the name is the same."""


def foreign_names(text: str, written: str) -> tuple[str, ...]:
    """Return the names in something written that the article does not give.

    A name is a word with a capital, or a run of characters in a script without case. The first
    word of a sentence counts as one only if the article does not have it in lower case either and
    it is no function word. A possessive or a plural ("Russians") is as good as the word itself,
    and so is a short form of a name that the article spells out.

    Args:
        text: The article's text.
        written: What was written about it.

    Returns:
        The foreign names, in order, each once.

    Example:
        >>> foreign_names("Jane Roe spoke in Oslo.", "Roe met Tim Poe in Oslo's harbour.")
        ('Tim Poe',)
    """
    names = people(text)
    found = chain(
        _foreign_words(names, written),
        _crossed_names(text, names, written),
        _foreign_runs(text, written),
    )
    return tuple(dict.fromkeys(found))


def foreign_numbers(text: str, written: str) -> tuple[str, ...]:
    """Return the numbers in something written whose value the article does not give.

    A gist or caption is too short to tell its language by, and is read in the article's. Its own
    words decide only where there is no number for the article's language.

    Args:
        text: The article's text.
        written: What was written about it.

    Returns:
        The foreign numbers as written, each once.

    Example:
        >>> foreign_numbers("About 1.5 million people fled.", "1,500,000 fled, 20 died.")
        ('20',)
        >>> foreign_numbers("Die Werft und der Hafen: 1.250 Stellen.", "1.250 Stellen, 1.251")
        ('1.251',)
    """
    given, own = language(guess_language(text)), language(guess_language(written))
    figures = list(find_figures(written, given))
    if own is not given:
        figures += [more for more in find_figures(written, own) if not _meets(more, figures)]
    if not figures:
        return ()
    known, digits = _numbers(text)
    foreign = (figure.text for figure in figures if not _given(figure, known, digits))
    return tuple(dict.fromkeys(foreign))


@lru_cache(maxsize=128)  # every caption and target of an article asks
def _numbers(text: str) -> tuple[frozenset[Decimal], frozenset[str]]:
    """Return the values that a text gives, and its runs of digits."""
    values = frozenset(value for figure in outline(text).figures for value in _values(figure))
    return values, frozenset(re.findall(r"\d+", text))


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
    if not is_capital(word) or _stands(names, word):
        return True
    if word.lower() in FUNCTION_WORDS and (opens or word == "I" or word[:2] == "I'"):
        return True
    if opens and word.lower() in names.words:
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(_known(names, part, opens=opens) for part in parts)


def _stands(names: Names, word: str) -> bool:
    """Tell whether a word, its plural or its neighbour ("Iraqi" for "Iraq") is the article's."""
    forms = [word, word.replace(".", "")]
    if len(word) > 3:
        forms += [word + ending for ending in _ENDINGS]
        forms += [word.removesuffix(ending) for ending in _ENDINGS]
    return not names.words.isdisjoint(forms)


def _crossed_names(text: str, names: Names, written: str) -> Iterator[str]:
    """Yield names that join one person's given name to another's surname."""
    capitals = sum(map(str.isupper, written))
    for run in Names(written).runs if capitals > 1 else ():
        if names.crosses(run.words) and not find_name(text, run.name):
            yield run.name


def _foreign_runs(text: str, written: str) -> Iterator[str]:
    """Yield stretches in scripts without spaces that the text does not cover.

    A run of katakana is one word. In other scripts, where words are not told apart, a stretch is
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


def _given(figure: Figure, known: frozenset[Decimal], digits: frozenset[str]) -> bool:
    values = list(_values(figure))
    if values:
        return all(value in known for value in values)
    return all(number in digits for number in re.findall(r"\d+", figure.text))
