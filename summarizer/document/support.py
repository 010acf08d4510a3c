"""Which words of something written a text supports: the check on captions and targets."""

import re

from summarizer.languages.table import DEFAULT, language

WORD = re.compile(r"[^\W\d_]+")
STEM = 4
"""Letters. Words that share so many first letters count as forms of one word; short words, such as
"sent" and "sends", need one letter less."""


def free_words() -> frozenset[str]:
    """Return the words that may be in a caption though the passage does not say them.

    They are the small words and the names of kinds of measure, in the shared tables.
    """
    return language(DEFAULT).words("sentences.free")


def unsupported(text: str, written: str) -> tuple[str, ...]:
    """Return the content words of something written that a text does not say.

    Two words are one where their first letters agree, case aside. In scripts without spaces
    a word counts as said where most of its pairs of letters are in the text.

    Args:
        text: What may support the words.
        written: What was written about it.

    Returns:
        The words without support, in order.

    Example:
        >>> unsupported("Troops were sent to Kursk.", "number of soldiers sent")
        ('soldiers',)
    """
    folded = text.casefold()
    stems = _stems(folded)
    words = WORD.findall(written)
    return tuple(
        word
        for word in words
        if word.casefold() != "s"  # of a possessive
        and word.casefold() not in free_words()
        and word.casefold()[: _stem(word)] not in stems
        and not _is_said(folded, word.casefold())
    )


def caseless(text: str, written: str) -> tuple[str, ...]:
    """Return the words in scripts without capitals that a text does not say.

    Where no capital marks a name, every word has to be said: most of its pairs of letters have to
    be in the text, which forgives endings.

    Example:
        >>> caseless("김정은은 어제 말했다.", "김정은은 푸틴을 만났다")
        ('푸틴을', '만났다')
    """
    folded = text.casefold()
    return tuple(
        word
        for word in WORD.findall(written)
        if len(word) > 1 and word[0].upper() == word[0].lower() and not _is_said(folded, word)
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[: _stem(word)] for word in WORD.findall(text))


def _stem(word: str) -> int:
    return STEM if len(word) > STEM + 1 else STEM - 1


def _is_said(text: str, word: str) -> bool:
    if word.isascii() or word[0].upper() != word[0].lower():
        return False
    pairs = [word[i : i + 2] for i in range(max(1, len(word) - 1))]
    return 2 * sum(pair in text for pair in pairs) > len(pairs)
