"""Names that begin with a number: "3M", "7-Eleven", "20th Century Studios"."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from summarizer.document.names.runs import Run
from summarizer.document.names.vocabulary import vocabulary
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_NUMBERED = re.compile(
    r"(?<![\w$€£¥#.,:/-])\d{1,4}(?:(?P<led>[A-Z]{1,2}|st|nd|rd|th)(?: [A-Z][\w&-]*){1,4}"
    r"|-?[A-Z]\w*|[a-z]{4}\w*)(?![\w-])"
)
_NOUNS = frozenset({"ambiguous", "noun_too"})
"""Tags of a verb that may be a noun: "3M reports of fraud"."""

_BEHIND = re.compile(r"(?P<own>['’]s\b)| (\w+)")


def numbered_names(text: str, spoken: Language) -> tuple[tuple[int, int], ...]:
    """Return where names are that begin with a number.

    One is shown by what it owns or says: "3M" alone may be an amount, and so is "10th Five-Year".
    A text that shows one has it wherever it is written.

    Args:
        text: The text.
        spoken: Its language.

    Example:
        >>> from summarizer.languages.table import language
        >>> numbered_names("3M said so. 3M fell, and 4M people left.", language("en"))
        ((0, 2), (12, 14))
    """
    names = sorted({*_shown(text, spoken)}, key=len, reverse=True)
    if not names:
        return ()
    either = "|".join(map(re.escape, names))
    every = re.finditer(rf"(?<![\w$€£¥#.,:/-])(?:{either})(?![\w-])", text)
    return tuple(match.span() for match in every)


def with_numbered(text: str, runs: Sequence[Run], spoken: Language) -> tuple[Run, ...]:
    """Return the runs of a text with the names that begin with a number, whole."""
    places = numbered_names(text, spoken)
    if not places:
        return tuple(runs)
    within = {at for place in places for at in range(*place)}
    kept = [run for run in runs if run.start not in within]
    kept += [Run(*place, (*text[slice(*place)].split(),), (), sure=True) for place in places]
    return tuple(sorted(kept, key=attrgetter("start")))


def _shown(text: str, spoken: Language) -> Iterator[str]:
    for match in _NUMBERED.finditer(text):
        known, words = vocabulary(spoken), lexicon(spoken)
        behind = _BEHIND.match(text, match.end())
        said = behind[2].lower() if behind and not behind["own"] else ""
        acts = behind and (not said or (said in known.speaking and not _NOUNS & words.tags(said)))
        ordinal = (match["led"] or "").islower()
        if acts and (not ordinal or match[0].split()[-1].lower() in known.bodies):
            yield match[0]
