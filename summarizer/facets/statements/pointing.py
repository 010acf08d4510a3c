"""Where the words are that a model points at: by their sentence and by the first and last of them.

Letters and digits count; case, spaces and the kind of a mark do not.
"""

import re
from collections.abc import Iterator

from summarizer.document.document import Document
from summarizer.document.names.words import is_spaced, unspaced_in
from summarizer.facets.faults import Place
from summarizer.facets.objections import Objection
from summarizer.facets.question import short

NEXT = 2
"""Sentences behind the first in which the last words may be."""

_RUN = re.compile(r"[^\W_]+")
_OPENING = re.compile(r"[\"'`“‘„‚«‹「『(\[$€£¥]+\Z")
_CLOSING = re.compile("[.,!?…]?[\"'”’“‘»›」』]+|[)\\]%‰]|[\u00a0\u202f][»›%]| %")


def find_words(text: str, written: str, start: int, end: int) -> list[Place]:
    """Return every place of some words between two offsets, as whole words.

    Example:
        >>> find_words("He said “The mine” and the mine.", 'the "Mine', 0, 32)
        [(9, 17), (23, 31)]
    """
    runs = _RUN.findall(written)
    if not runs:
        return [(at, at + len(written)) for at in _every(text, written.strip(), start, end)]
    words = r"[\W_]+".join(map(re.escape, runs))
    letter = rf"[^\W_{unspaced_in(text)}]"  # wide ranges take long to compile
    opens = rf"(?<!{letter})" if is_spaced(runs[0][0]) else ""
    closes = rf"(?!{letter})" if is_spaced(runs[-1][-1]) else ""
    found = re.compile(f"{opens}{words}{closes}", re.IGNORECASE)
    return [match.span() for match in found.finditer(text, start, end)]


def located(document: Document, number: int, first: str, last: str) -> Place | Objection:
    """Return the place of the words between the first and the last, or what is wrong with them.

    Args:
        document: The article.
        number: The number of their sentence.
        first: The first words.
        last: The last words; in the same sentence or in one of the next.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Roe said that the mine would close by May."))
        >>> located(document, 1, "the mine", "by May")
        (14, 41)
        >>> located(document, 1, "by May", "the mine").reason
        'wrong_order'
    """
    if not _RUN.search(first) or not _RUN.search(last):
        return Objection("no_words", f"{short(first)!r} and {short(last)!r} are no words.")
    start = _only(first, _opening(document, number, first), number)
    if isinstance(start, Objection):
        return start
    behind = _closing(document, start, last)
    if not behind and _opening(document, number, last):
        return Objection("wrong_order", f"{short(last)!r} stands before {short(first)!r}.")
    end = _only(last, behind, number)
    return end if isinstance(end, Objection) else _marked(document, start[0], end[1])


def _every(text: str, mark: str, start: int, end: int) -> Iterator[int]:
    at = text.find(mark, start, end) if mark else -1
    while at >= 0:
        yield at
        at = text.find(mark, at + 1, end)


def _opening(document: Document, number: int, first: str) -> list[Place]:
    """Return the places of the first words in a sentence; if there are none, in the article."""
    text = document.article.text
    (sentence,) = document.sentences(number - 1, number - 1)
    within = find_words(text, first, sentence.start, sentence.end)
    return within or find_words(text, first, 0, len(text))


def _closing(document: Document, start: Place, last: str) -> list[Place]:
    """Return the places of the last words in the first ones' sentence; else up to one behind it."""
    text, at = document.article.text, document.sentence_at(start[0])
    found: list[Place] = []
    for more in (0, NEXT):
        end = document.sentences(at, at + more)[-1].end
        found = found or [
            each for each in find_words(text, last, start[0], end) if each[1] >= start[1]
        ]
    return found


def _only(words: str, places: list[Place], number: int) -> Place | Objection:
    if not places:
        detail = f"{short(words)!r} does not stand in sentence {number}."
        return Objection("words_not_in_sentence", detail)
    if len(places) > 1:
        return Objection("ambiguous_words", f"{short(words)!r} stands there more than once.")
    return places[0]


def _marked(document: Document, start: int, end: int) -> Place:
    """Return a place with the marks that belong to its words: "“" before, "%" behind."""
    text = document.article.text
    opening = _OPENING.search(text, max(0, start - 3), start)
    closing = _CLOSING.match(text, end)
    return (opening.start() if opening else start, closing.end() if closing else end)


def parted(text: str, places: tuple[Place, ...], cue: Place) -> tuple[Place, ...]:
    """Return the places of some words without what reports them in the middle of one.

    Example:
        >>> text = "The mine, Roe said, would close."
        >>> [text[start:end] for start, end in parted(text, ((0, 31),), (14, 18))]
        ['The mine', 'would close']
    """
    pieces: list[Place] = []
    for start, end in places:
        left, right = text.rfind(",", start, cue[0]), text.find(",", cue[1], end)
        parts = [_trimmed(text, start, left), _trimmed(text, right + 1, end)]
        split = start < left and cue[1] <= right
        said = [part for part in parts if split and _RUN.search(text, *part)]
        pieces += said or [(start, end)]
    return tuple(pieces)


def _trimmed(text: str, start: int, end: int) -> Place:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
