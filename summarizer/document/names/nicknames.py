"""Nicknames between quotation marks within a name: "William “Bill” Roe"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from summarizer.document.names.words import Words, bare

_MARKS = "\"'“”„‘’"
_PAIRS = frozenset(('""', "''", "“”", "„“", "„”", "‘’"))
_NICKNAME = re.compile(rf"([{_MARKS}])(?<=\w .)(\w[\w.-]*)([{_MARKS}])(?= \w)")


def find_nicknames(text: str, words: Words, capitals: Collection[str]) -> Iterator[int]:
    """Yield the number of each word that is a nickname within a name.

    Args:
        text: The article's text.
        words: Its words.
        capitals: Those that are written as names.

    Example:
        >>> from summarizer.document.names.words import split_words
        >>> text = "We met William “Bill” Roe."
        >>> list(find_nicknames(text, split_words(text, ()), {"William", "Bill", "Roe"}))
        [3]
    """
    for match in _NICKNAME.finditer(text):
        at = bisect_left(words.starts, match.start(2))
        around = words.texts[at - 1 : at + 2] if at else []
        paired = match[1] + match[3] in _PAIRS
        beside = paired and words.starts[at + 1 : at + 2] == [match.end() + 1]
        if beside and all(word in capitals and word.istitle() for word in around):
            yield at


def with_nickname(
    text: str, words: Words, group: range, nicknames: Collection[int]
) -> tuple[str, ...]:
    """Return the words of a name, a nickname with its marks.

    Args:
        text: The article's text.
        words: Its words.
        group: The numbers of the name's words.
        nicknames: Those that are nicknames.
    """
    return tuple(
        text[words.starts[at] - 1 : words.end(at) + 1] if at in nicknames else bare(words.texts[at])
        for at in group
    )


def nickname(words: tuple[str, ...]) -> str:
    """Return the nickname in the words of a name; an empty string where there is none.

    Example:
        >>> nickname(("William", "“Bill”", "Roe"))
        'Bill'
    """
    return next((word.strip(_MARKS) for word in words[1:-1] if word[0] in _MARKS), "")
