"""Who is called by the first word of a name alone: a given name, or a surname that comes first."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from summarizer.document.names.runs import Run
from summarizer.document.names.speaking import speaks
from summarizer.document.names.vocabulary import Vocabulary

_RELATED = 60
"""Characters before a word in which its bearer may be called a relative."""
_AFTER = re.compile(r" ([a-z]+)")
_NEAR = 12
"""Characters before a word in which something shows that it is a place or a thing."""


def first_names(
    text: str, runs: Sequence[Run], known: Vocabulary, full: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield each word that means one person whose name begins with it, and the full name.

    Args:
        text: The article's text.
        runs: Its runs of capitalised words.
        known: The words of its language.
        full: The full names of persons in it.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("“No,” said Sato Kenji. Mr Sato left.", language("en"))
        >>> names.full("Sato")
        'Sato Kenji'
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in full:
        first, *_, last = name.split()
        if last.lower() not in known.function_words | known.calendar:  # "Carter I think"
            bearers[first].append(name)
    alone: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        word = run.words[0]
        if len(run.words) == 1 and word in bearers and len(bearers[word]) == 1:
            alone[word].append(run)
    firsts = Counter({run.name: run.words[0] for run in runs if len(run.words) > 1}.values())
    for word, short in alone.items():
        [name] = bearers[word]
        whole = [run for run in runs if run.name == name]
        if _is_called(text, short, whole, known, only=firsts[word] == 1):
            yield word, name


def _is_called(
    text: str, short: list[Run], whole: list[Run], known: Vocabulary, *, only: bool
) -> bool:
    """Return whether a person is called by a word: no "Boston" after "Boston Marathon".

    A firm is where the word begins no other name.
    """
    before = [text[max(0, run.start - _NEAR) : run.start] for run in short]
    things = sum(known.is_definite(text, run.start) for run in short)
    if any(map(known.place.search, before)) or 2 * things > len(short):
        return False  # "in Jordan", "the Bill"
    near = (text[max(0, run.start - _RELATED) : run.start] for run in short)
    if any(map(known.relative.search, near)):
        return True  # "her brother, Rowan"
    word = short[0].name.lower()
    if word in known.given_names or word in known.surname_first or any(r.titles for r in short):
        return True
    opening = (run.start for run in short if not _describes(text, run, known))
    first = min((run.start for run in short if run.sure), default=max(opening, default=0))
    later = any(run.start < first for run in whole)
    both = [any(speaks(text, run, known) for run in each) for each in (short, whole)]
    last = whole[0].words[-1].lower() if whole else ""
    firm = last not in known.bodies and word not in known.lands  # no "Boston" of "Boston Post"
    return later and (
        all(both) or (firm and (any(both) or (only and any(run.sure for run in whole))))
    )


def _describes(text: str, run: Run, known: Vocabulary) -> bool:
    """Return whether a word that opens a sentence says what people are: "Marine biologists"."""
    after = _AFTER.match(text, run.end)
    bases = known.bases(after[1]) if after else ()
    return any(each in known.callings or each.endswith(known.calling_endings) for each in bases)
