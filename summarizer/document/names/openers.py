"""Words before a name that have their capital from the sentence: "Imagine Jane Roe"."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from summarizer.document.names.families import is_personal
from summarizer.document.names.runs import Run
from summarizer.document.names.vocabulary import Vocabulary

_SHORT = 2
"""Letters of what is no surname."""
_FULL = 2
"""Words of a given name and a surname."""


def without_openers(text: str, runs: Sequence[Run], known: Vocabulary) -> Iterator[Run]:
    """Yield the runs, each that opens a sentence without the word before a name used elsewhere.

    A politician's party and state are no name ("R-S.C."), nor is a number ("Two Norwegians").

    Args:
        text: The text.
        runs: Its runs of capitalised words.
        known: The words of its language.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> text = "We met Jane Roe there. Imagine Jane Roe left. Continued Roe: we will go on."
        >>> [run.name for run in read_names(text, language("en")).runs]
        ['Jane Roe', 'Jane Roe', 'Roe']
    """
    certain = {run.words for run in runs if run.sure}
    names = {words for words in certain if len(words) > 1 and is_personal(words, known)}
    surnames = {words[-1] for words in names}
    verbs = known.verbs - known.own_given
    for run in runs:
        verb = run.words[0].lower() in verbs and len(run.words) == 1
        verb = verb and not run.titles and run.words not in certain and run.name not in surnames
        alone = not run.sure and len(run.words) == 1 and run.words not in certain
        if verb or known.seat.fullmatch(run.name) or (alone and _is_sort(text, run.end, known)):
            continue  # "Keeps saying no", "R-S.C.", "Hedge fund Lenn Capital"
        first, rest = run.words[0], run.words[1:]
        may_open = (
            bool(rest)
            and not run.titles
            and (not run.sure or (len(rest) > 1 and f" {first.lower()} " in text))
        )
        counts = bool(rest) and first.lower() in known.counts and run.words not in certain
        if counts or (rest and not run.titles and _is_compound(first, known)):
            start = text.index(rest[0], run.start + len(first))
            yield replace(run, start=start, words=rest, sure=True)
        elif may_open and _is_calling(first, rest, known):
            yield replace(run, words=rest, titles=(first,), sure=True)
        elif (
            may_open
            and (_is_known(rest, names, surnames) or _is_doing(first, rest, known))
            and _is_opener(first.lower(), rest, known)
        ):
            start = text.index(rest[0], run.start + len(first))
            yield replace(run, start=start, words=rest, sure=True)
        else:
            yield run


def _is_sort(text: str, end: int, known: Vocabulary) -> bool:
    """Return whether the noun of a body and its name are behind a word: "Hedge fund Lenn"."""
    noun, _, name = text[end : end + 20].lstrip().partition(" ")
    return noun in known.institutions and name[:1].isupper()


def _is_compound(word: str, known: Vocabulary) -> bool:
    """Return whether a word only says whose or from where a body is: "Norwegian-owned"."""
    return word.rpartition("-")[2] in known.compounds


def _is_calling(first: str, rest: tuple[str, ...], known: Vocabulary) -> bool:
    """Return whether a noun for a person is before a full name: "Birdwatcher Ian Cray"."""
    low = first.lower()
    if len(rest) != _FULL or low in known.given_names or not is_personal(rest, known):
        return False
    things = (*known.noun_endings, *known.verb_endings)
    if low not in known.callings and not low.endswith(known.calling_endings):
        return False
    common = known.common | known.bodies | known.function_words | known.lands
    return not any(word.lower() in common or word.lower().endswith(things) for word in rest)


def _is_known(
    words: tuple[str, ...], names: Container[tuple[str, ...]], surnames: Container[str]
) -> bool:
    """Return whether words are a name that the article uses elsewhere, or a surname: not "Co"."""
    return words in names or (len(words) == 1 and words[0] in surnames and len(words[0]) > _SHORT)


def _is_doing(first: str, rest: tuple[str, ...], known: Vocabulary) -> bool:
    """Return whether what is done to someone is before a full name: "Backing Jane Roe"."""
    gerund = first.endswith(known.gerund) and first.lower() not in known.given_names
    return gerund and rest[0].lower() in known.given_names and is_personal(rest, known)


def _is_opener(first: str, rest: tuple[str, ...], known: Vocabulary) -> bool:
    """Return whether a word is no part of the name behind it."""
    if first in known.own_given or first in known.openers or first in known.particles:
        return False
    return len(rest) > 1 or first.endswith(known.verb_endings)
