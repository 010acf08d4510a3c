"""Short forms that a text defines itself: "World Health Organization (WHO)"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import Words, is_capital, unowned

_SHORT = re.compile(r"\([\"“]?([A-Z]{2,8})s?[\"”]?\)")


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
        if initials.upper() == short and is_capital(words[first], known.prefixes):
            return first
    return None
