"""The names and numbers in something written that an article does not give.

It compares written words with a text: typography may differ, letters and digits may not.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.document.names.common import Capitals, Reading, read_han
from summarizer.document.names.disguised import disguised_names, plain
from summarizer.document.names.people import Names
from summarizer.document.names.places import find_name
from summarizer.document.names.runs import find_runs
from summarizer.document.names.words import bare, is_capital, split_words
from summarizer.languages.detection import guess_language
from summarizer.languages.table import Language, language

if TYPE_CHECKING:
    from summarizer.document.figures import Figure

_SCRIPTS = (
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


class Stranger(NamedTuple):
    """A word, or neighbouring ones, that the article does not have.

    Args:
        text: The words.
        reading: Whether they are a name, may be one, or are common words.
    """

    text: str
    reading: Reading


def read_numbers(text: str, spoken: Language, figures: "Iterable[Figure]") -> Numbers:
    """Return the numbers that a text gives.

    Args:
        text: The text.
        spoken: Its language.
        figures: Its figures.
    """
    values = frozenset(value for figure in figures for value in (*_values(figure), *_day(figure)))
    return Numbers(spoken, values, frozenset(re.findall(r"\d+", text)))


def foreign_names(names: Names, written: str) -> tuple[str, ...]:
    """Return the words in something written that may be names which the article does not give.

    They are words with a capital, and runs of characters in a script without case. A possessive or
    a plural ("Russians") counts as the word itself, and so does a short form of a name that the
    article spells out. What is shown to be a common word is left out
    (:mod:`summarizer.document.names.common`).

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
    found = find_strangers(names, written)
    return tuple(dict.fromkeys(each.text for each in found if each.reading != "common"))


def find_strangers(names: Names, written: str) -> Iterator[Stranger]:
    """Yield the foreign names in something written, and what each is.

    Runs of Han characters that are common words are among them: in an article in that script, only
    the strict checks refuse them.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("Der Umsatz der Werft sank.", language("de"))
        >>> [(each.text, each.reading) for each in find_strangers(names, "Zelda sagte, Öl fehle.")]
        [('Zelda', 'name'), ('Öl', 'unclear')]
    """
    written = plain(names, written)
    yield from _foreign_words(names, written)
    for disguised in disguised_names(names, written):
        yield Stranger(disguised, "name")
    for crossed in _crossed_names(names, written):
        yield Stranger(crossed, "name")
    for body in _recombined(names, written):
        yield Stranger(body, "unclear")
    yield from _foreign_runs(names, written)


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
    from summarizer.document.figures import find_figures  # noqa: PLC0415  takes a while

    figures = list(find_figures(written, numbers.language))
    own = language(guess_language(written))
    if own is not numbers.language:
        figures += [more for more in find_figures(written, own) if not _meets(more, figures)]
    foreign = (figure.text for figure in figures if not _given(figure, numbers))
    return tuple(dict.fromkeys(foreign))


def _foreign_words(names: Names, written: str) -> Iterator[Stranger]:
    """Yield foreign words with a capital, neighbours as one name."""
    capitals = Capitals(names, written)
    run: dict[str, Reading] = {}
    end = 0
    for at, match in enumerate(capitals.words):
        apart = bool(written[end : match.start()].strip(" \u00a0."))
        foreign = not _known(names, match[1], opens=capitals.opens(at))
        reading = capitals.reading(at) if foreign else "common"
        if run and (apart or reading == "common"):
            yield _joined(run)
            run = {}
        if reading != "common":
            run[bare(match[1])] = reading
        end = match.end(1)
    if run:
        yield _joined(run)


def _joined(run: dict[str, Reading]) -> Stranger:
    """Return neighbouring words as one name; two with a capital are hardly common words."""
    named = len(run) > 1 or "name" in run.values()
    return Stranger(" ".join(run), "name" if named else "unclear")


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


def _recombined(names: Names, written: str) -> Iterator[str]:
    """Yield bodies put together of others: "Ministry of Energy", of one of Trade and a Council."""
    known = names.vocabulary
    texts = split_words(written, known.stopped).texts
    for head, of, part in zip(texts, texts[1:], texts[2:], strict=False):
        name = f"{head} {of} {bare(part)}"
        body = head[:1].isupper() and head.lower() in known.heads | known.bodies
        if body and of in known.of and part[:1].isupper() and not find_name(names.text, name):
            yield name


def _foreign_runs(names: Names, written: str) -> Iterator[Stranger]:
    """Yield stretches in scripts without spaces that the text does not cover.

    A run of katakana is one word. In other scripts, where words are not kept apart, a stretch is
    foreign where no two neighbouring characters of it are neighbours in the text.
    """
    matches = list(re.finditer(_SCRIPTS, written))
    pairs = set(map("".join, pairwise(names.text))) if matches else set()
    for match in matches:
        run = match.group()
        if run in names.text:
            continue
        if match.lastgroup == "kana":
            yield Stranger(run, "name")
            continue
        for start, end in _uncovered(run, pairs):
            piece = run[start:end]
            after = run[end:] + written[match.end() :]
            reading = read_han(names, piece, after) if match["han"] else "name"
            yield Stranger(piece, reading)


def _uncovered(run: str, pairs: set[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each piece of a run that shares no pair with the text."""
    covered = [
        run[max(0, i - 1) : i + 1] in pairs or run[i : i + 2] in pairs for i in range(len(run))
    ]
    for known, places in groupby(range(len(run)), key=covered.__getitem__):
        if not known:
            piece = list(places)
            yield piece[0], piece[-1] + 1


def _meets(figure: "Figure", others: "Iterable[Figure]") -> bool:
    return any(figure.start < other.end and other.start < figure.end for other in others)


def _values(figure: "Figure") -> Iterator[Decimal]:
    return (value for value in (figure.value, figure.low, figure.high) if value is not None)


def _day(figure: "Figure") -> Iterator[Decimal]:
    """Yield the number of a day, which reads as one of days without its particle: "10日辞任"."""
    if re.fullmatch(r"\d+[日일]", figure.text):
        yield Decimal(figure.text[:-1])


def _given(figure: "Figure", numbers: Numbers) -> bool:
    values = list(_values(figure))
    if values:
        return numbers.values.issuperset(values)
    return numbers.digits.issuperset(re.findall(r"\d+", figure.text))
