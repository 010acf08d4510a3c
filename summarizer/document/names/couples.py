"""Two people who share a surname: "Mr and Mrs Roe", "Tom and Sarah Roe"."""

from collections.abc import Collection, Iterator, Sequence

from summarizer.document.names.gender import title_gender
from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import bare


def find_couples(
    texts: Sequence[str], capitals: Collection[str], known: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the first and the last word of each couple.

    Args:
        texts: The words of a text.
        capitals: Those that are written as names.
        known: The words of its language.

    Example:
        >>> from summarizer.document.names.vocabulary import vocabulary
        >>> from summarizer.languages.table import language
        >>> known = vocabulary(language("en"))
        >>> list(find_couples("Mr and Mrs Roe".split(), {"Mr", "Mrs", "Roe"}, known))
        [(0, 3)]
    """
    for at in [at for at, word in enumerate(texts[:-2]) if at and word in known.ands]:
        if texts[at + 2] in capitals:
            pair = texts[at - 1], texts[at + 1]
            if _are_titles(pair, known) or _are_given(pair, texts, capitals, known):
                yield at - 1, at + 2


def _are_titles(pair: tuple[str, str], known: Vocabulary) -> bool:
    genders = {title_gender((bare(word),), known) for word in pair}
    return genders == {"m", "f"}


def _are_given(
    pair: tuple[str, str], texts: Sequence[str], capitals: Collection[str], known: Vocabulary
) -> bool:
    """Return whether two words are given names, the first one with no surname elsewhere."""
    if not {word.lower() for word in pair} <= known.given_names:
        return False
    places = (at for at, word in enumerate(texts) if word == pair[0])
    return not any(set(texts[at + 1 : at + 2]) & set(capitals) for at in places)
