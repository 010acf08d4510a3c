"""Short forms that a text defines itself: "World Health Organization (WHO)"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.document.names.runs import Run
from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import Words, is_capital, unowned

_SHORT = re.compile(r"\([\"“]?([A-Z]{2,8})s?[\"”]?\)")
_BLANK = re.compile(r"\s*")

_TWO = 2
"""Names from which their first word is that of none."""
_LEAST, _MOST = 3, 6
"""Letters of initials that the text does not define."""


def defined_forms(text: str, words: Words, known: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield each short form that the text defines, and its long form.

    Args:
        text: The text.
        words: Its words.
        known: The words of its language.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.document.names.words import split_words
        >>> from summarizer.languages.table import language
        >>> text = "the World Health Organization (WHO)"
        >>> list(defined_forms(text, split_words(text, ()), vocabulary(language("en"))))
        [('WHO', 'World Health Organization')]
    """
    for match in _SHORT.finditer(text):
        short = match.group(1)
        at = bisect_left(words.starts, match.start())
        before = range(max(0, at - len(short) - 4), at)
        first = _spelled_out(words.texts, before, short, known)
        if first is not None:
            yield short, unowned(" ".join(text[words.starts[first] : match.start()].split()))


def called_forms(text: str, runs: Sequence[Run], known: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield each word by which the text calls the one body whose name has it, and that name.

    Args:
        text: The text.
        runs: Its runs of capitalised words.
        known: The words of its language.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("She wrote to the Lenn Post. The Post replied.", language("en"))
        >>> names.full("Post")
        'Lenn Post'
    """
    bodies: dict[str, set[str]] = {}
    before: set[str] = set()
    firms = {run.name: run.words[0] for run in runs if len(run.words) > 1}
    first = Counter(firms.values())
    last = {run.words[-1] for run in runs if len(run.words) > 1}
    for run in runs:
        for word in _called(run.words, known) if len(run.words) > 1 else ():
            whole = " ".join(run.words[:-1]) == word  # "Orkem" is not "Orkem Coatings Ltd"
            if whole or word not in before:
                bodies.setdefault(word, set()).add(run.name)
        if run.sure and run.words[-1].lower() not in known.short_bodies:
            before.add(run.name)
    for run in runs if bodies else ():
        names = bodies.get(run.name, set())
        legal = any(name.split()[-1].lower() in known.legal for name in names)
        whole = any(name.rpartition(" ")[0] == run.name for name in names)
        legal = legal and (whole or first[run.name] < _TWO)  # not "Lenn" of two firms
        legal = legal and run.name not in last  # "Bo Orr" and "Orr Group"
        opens = _BLANK.fullmatch(text, 0, run.start)  # headlines leave the article out
        if len(names) == 1 and (legal or opens or known.is_definite(text, run.start)):
            yield run.name, next(iter(names))
    yield from _initials(runs, known)


def _initials(runs: Sequence[Run], known: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield each run of initials that are those of one body: CNS, the Coastal News Service."""
    short = {run.name for run in runs if run.name.isupper() and _LEAST <= len(run.name) <= _MOST}
    bodies: dict[str, set[str]] = {}
    for run in runs if short else ():
        initials = "".join(word[0] for word in run.words if word not in known.unwritten)
        if initials in short and run.words[-1].lower() in known.bodies:
            bodies.setdefault(initials, set()).add(run.name)
    yield from ((each, names.pop()) for each, names in bodies.items() if len(names) == 1)


def _called(words: tuple[str, ...], known: Vocabulary) -> tuple[str, ...]:
    """Return how a body may be called: "Post", "Lenn", the "Union" of "Union of Bakers".

    The "U.S. Supreme Court" is the "Supreme Court".
    """
    if words[-1].lower() in known.legal:
        none = known.people.search(words[0]) or words[0] in known.short_forms  # "U.S. Trust Corp"
        first = () if none else words[:1]
        return (" ".join(words[:-1]), *first)
    if words[-1].lower() in known.short_bodies:
        state = words[0].replace(".", "") in known.short_forms
        return (words[-1], *([" ".join(words[1:])] if state else ()))
    of = words[1] in known.body_links or words[1].islower()
    return words[:1] if of and words[0].lower() in known.short_bodies else ()


def _spelled_out(words: Sequence[str], before: range, short: str, known: Vocabulary) -> int | None:
    """Return the first of the words whose initials make a short form."""
    for first in before[:-1]:
        initials = "".join(
            part[0]
            for word in words[first : before.stop]
            if word not in known.unwritten
            for part in word.split("-")
            if part
        )
        written = "".join(word[0] for word in words[first : before.stop] if word[0].isupper())
        if short in {initials.upper(), written} and is_capital(words[first], known.prefixes):
            return first
    return None
