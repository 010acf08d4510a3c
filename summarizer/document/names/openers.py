"""Words before a name that have their capital from the sentence: "Imagine Jane Roe"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.document.names.families import is_personal
from summarizer.document.names.runs import Run
from summarizer.document.names.vocabulary import Vocabulary


def without_openers(text: str, runs: Sequence[Run], known: Vocabulary) -> Iterator[Run]:
    """Yield the runs, each that opens a sentence without the word before a name used elsewhere.

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
    names = {run.words for run in runs if run.sure and is_personal(run.words, known)}
    surnames = {words[-1] for words in names}
    for run in runs:
        first, *rest = run.words
        known_rest = tuple(rest) in names or (
            len(rest) == 1 and rest[0] in surnames and len(rest[0]) > 2
        )
        bare = known_rest and not (run.sure or run.titles)
        if bare and _is_opener(first.lower(), rest, known):
            start = text.index(rest[0], run.start + len(first))
            yield replace(run, start=start, words=tuple(rest), sure=True)
        else:
            yield run


def _is_opener(first: str, rest: list[str], known: Vocabulary) -> bool:
    """Return whether a word is no part of the name behind it."""
    if first in known.given_names or first in known.openers or first in known.particles:
        return False
    return len(rest) > 1 or first.endswith(known.verb_endings)
