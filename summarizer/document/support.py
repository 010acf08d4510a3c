"""Which words of something written a text supports: the check on captions and targets."""

import re
from collections.abc import Iterable
from functools import cache

from summarizer.document.names.words import is_cased
from summarizer.languages.forms import conjugate
from summarizer.languages.table import DEFAULT, codes, language

WORD = re.compile(r"[^\W\d_]+")
_PIECE = r"[\u30a1-\u30ff\uff66-\uff9f]+|[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
_FIRST_OF_PIECES = "\u3005"

STEM = 4
"""Letters. Words that share so many first letters count as forms of one word."""

SHORT = STEM + 1
"""Letters. Two words that are so short, such as "sent" and "sends", need to share one less."""


def free_words() -> frozenset[str]:
    """Return the words that may be in a caption though the passage does not say them.

    They are the small words and the names of kinds of measure, in the shared tables.
    """
    return language(DEFAULT).words("sentences.free")


def content_words(written: str) -> list[str]:
    """Return the words of something written, without small words and words for measures.

    Of Japanese and Chinese, they are what is not written in hiragana.

    Example:
        >>> content_words("the distance to the lake"), content_words("利用者の減少率")
        (['lake'], ['利用者'])
    """
    free = free_words() | language(DEFAULT).words("sentences.measured")
    words = WORD.findall(written)
    if not written.isascii():
        words = [piece for word in words for piece in pieces_of(word) or [word]]
    return [word for word in words if word.casefold() not in free]


def pieces_of(word: str) -> list[str]:
    """Return the words of Japanese or Chinese in a word, as far as it is in these scripts.

    That is what is not written in hiragana, which are mostly endings.

    Example:
        >>> pieces_of("利用者の減少率"), pieces_of("lake")
        (['利用者', '減少率'], [])
    """
    return re.findall(_PIECE, word) if max(word) >= _FIRST_OF_PIECES else []


def unsupported(text: str, written: str) -> tuple[str, ...]:
    """Return the content words of something written that a text does not say.

    Two words are one if their first letters agree, case aside, or if they are forms of one
    irregular verb or noun. In scripts without spaces a word counts as said if most of its pairs of
    letters are in the text.

    Args:
        text: What may support the words.
        written: What was written about it.

    Returns:
        The words without support, in order.

    Example:
        >>> unsupported("Troops were sent to Kursk; ships left.", "soldiers sending, leaving ships")
        ('soldiers',)
    """
    free = free_words()
    words = WORD.findall(written)
    return _unsaid(text, (each for each in words if each.casefold() not in free))


def mostly_unsupported(text: str, written: str) -> tuple[str, ...]:
    """Return the content words of something written that a text does not say, if most are.

    Words for what may be measured, such as "distance", count as said. Of Japanese and Chinese, the
    words are what is not written in hiragana.

    Args:
        text: What may support the words.
        written: What was written about it.

    Returns:
        The words without support, in order; none if the text says at least half of all words.

    Example:
        >>> mostly_unsupported("Roe walked to the lake.", "distance that Roe hiked")
        ()
        >>> mostly_unsupported("Roe walked to the lake.", "trucks sold abroad")
        ('trucks', 'sold', 'abroad')
    """
    words = content_words(written)
    missing = _unsaid(text, words)
    return missing if 2 * len(missing) > len(words) else ()


def says_any(text: str, written: str) -> bool:
    """Return whether a text says a content word of something written, or it has none.

    Example:
        >>> says_any("The council raised a tax.", "the property tax increase")
        True
    """
    words = content_words(written)
    return not words or len(_unsaid(text, words)) < len(words)


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
        if len(word) > 1 and not is_cased(word[0]) and not _is_said(folded, word)
    )


def _unsaid(text: str, words: Iterable[str]) -> tuple[str, ...]:
    folded = text.casefold()
    found = frozenset(WORD.findall(folded))
    small = ((word, word.casefold()) for word in words)
    left = [word for word, low in small if low not in found and low != "s"]  # of a possessive
    if not left:
        return ()
    said = _stems(found)
    return tuple(
        word
        for word in left
        if said.isdisjoint(_stems([word.casefold()])) and not _is_said(folded, word.casefold())
    )


def _stems(words: Iterable[str]) -> frozenset[str]:
    """Return what makes words forms of one word: first letters, and the lemmas of odd forms."""
    irregular = _irregular()
    found: set[str] = set()
    for word in words:
        found.add(word[:STEM])
        if len(word) <= SHORT:
            found.add(f"{word[: STEM - 1]}-")
        found.update(irregular.get(word, ()))
    return frozenset(found)


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Return the lemmas of each irregular form, in all languages: "stole" is of "steal"."""
    found: dict[str, tuple[str, ...]] = {}
    for spoken in map(language, codes()):
        plurals = spoken.pairs("numbers.plurals")
        families = [(one, frozenset({one, many})) for many, one in plurals.items()]
        families += [
            (lemma, conjugate(lemma, spoken).forms) for lemma in spoken.pairs("verbs.irregular")
        ]
        for lemma, forms in families:
            for form in forms:
                found[form] = (*found.get(form, ()), f"{spoken.code}:{lemma}")
    return found


def _is_said(text: str, word: str) -> bool:
    if word.isascii() or is_cased(word[0]):
        return False
    pairs = [word[i : i + 2] for i in range(max(1, len(word) - 1))]
    return 2 * sum(pair in text for pair in pairs) > len(pairs)
