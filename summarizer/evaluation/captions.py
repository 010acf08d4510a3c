"""Whether a caption names what a careful reader's caption names, and nothing of its neighbours."""

from collections.abc import Iterable
from itertools import groupby

from summarizer.document.support import WORD, content_words, unsupported


def is_named(caption: str, right: str, beside: Iterable[str]) -> bool:
    """Return whether a caption has all content words of the right one's head, and no others' head.

    It is stricter than the words that the gold lists, one of which is enough. But it is blind to
    meaning: "firm lost" does not name "loss of the firm".

    Args:
        caption: A caption to score.
        right: What a careful reader wrote for the same figure.
        beside: What the reader wrote for the figures before and after it.

    Example:
        >>> right, beside = "rise in the price of asphalt", ["bus fare"]
        >>> is_named("price of asphalt has climbed", right, beside)
        True
        >>> is_named("prices", right, beside), is_named("asphalt and bus fare", right, beside)
        (False, False)
    """
    if not caption or unsupported(caption, head(right)):
        return False
    others = {word for each in beside for word in unsupported(right, head(each))}
    return all(unsupported(caption, word) for word in others)


def head(caption: str) -> str:
    """Return the first content words of a caption that stand together.

    Words for measures, such as "rise" and "price", are none: "rise in the price of asphalt" is
    about asphalt.

    Example:
        >>> head("rise in the price of asphalt in May"), head("Stellen der Werft insgesamt")
        ('asphalt', 'Stellen')
    """
    groups = groupby(WORD.findall(caption), lambda word: bool(content_words(word)))
    return next((" ".join(words) for says, words in groups if says), caption)
