"""Sentences: the units that a model points at and that evidence is cited by.

Works by marks and rules, with no tokenizer and no model. Knows nothing of who speaks.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from summarizer.document.abbreviations import abbreviations
from summarizer.document.paragraphs import Extent
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_STOPS = ".!?…؟।॥۔։።"
_WIDE_STOPS = "。！？｡"
_CLOSERS = "\"'”’“‘»«›‹)\\]」』）】〉》｣"
_ALL_STOPS = _STOPS + _WIDE_STOPS
# From the first stop of a run on: stops, then closing marks, then a space unless the stop is wide.
# Closing marks take a French one behind its space and the numbers of notes along.
_END = re.compile(
    rf"[{_ALL_STOPS}](?<![{_ALL_STOPS}].)[{_ALL_STOPS}]*+(?:"
    rf"(?<=[{_WIDE_STOPS}])[{_CLOSERS}]*+(\s*+)"
    rf"|(?:[{_CLOSERS}]|\[\d+\])*+(?:[\xa0\u202f ][»›](?=\s))?(\s++)"
    r")(?=\S)"
)
# What is said of a quotation that ended with its own mark still belongs to its sentence.
_NAMED = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,3}(\w+)\b")
_ATTRIBUTION = re.compile(r"[、，,]?(?:と|って|など)|\w{1,8}?[说說问問道]")
_start = attrgetter("start")


class Sentence(NamedTuple):
    """A sentence, or a line that counts as one, such as a headline.

    Args:
        start: Offset of its first character.
        end: Offset after its last character, closing marks included.
        text: The sentence, as the text has it.
        paragraph: Number of its paragraph, from 0.
    """

    start: int
    end: int
    text: str
    paragraph: int


def split_sentences(
    text: str, paragraphs: Sequence[Extent], language: Language
) -> tuple[Sentence, ...]:
    """Split a text into its sentences.

    Every character that is not white space is in exactly one of them.

    Args:
        text: Any text in any script.
        paragraphs: The extents of its paragraphs.
        language: Its language.

    Returns:
        The sentences in order.

    Example:
        >>> from summarizer.languages.table import language
        >>> text = 'Mr. Li left. "Why?" she asked.'
        >>> [each.text for each in split_sentences(text, [(0, len(text))], language("en"))]
        ['Mr. Li left.', '"Why?" she asked.']
    """
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs):
        for match in _END.finditer(text, start, end):
            after = match.end()
            if text[after].islower():
                continue
            last = match.start(match.lastindex or 1)
            if _ends_sentence(text, (start, match.start(), last, after), language):
                sentences.append(Sentence(start, last, text[start:last], number))
                start = after  # noqa: PLW2901  the rest of the paragraph
        sentences.append(Sentence(start, end, text[start:end], number))
    return tuple(sentences)


def sentence_at(sentences: Sequence[Sentence], offset: int) -> int:
    """Return the index of the sentence at an offset, or of the one before it."""
    return max(0, bisect_right(sentences, offset, key=_start) - 1)


def _ends_sentence(text: str, place: tuple[int, int, int, int], language: Language) -> bool:
    """Return whether a stop ends a sentence: where this begins, the stop, and where it ends."""
    start, stop, last, after = place
    bare = last == stop + 1
    if text[stop] == ".":
        return not (bare and abbreviations(language).has(text, start, stop, after))
    return bare or not _is_attribution(text, after, language)


def _is_attribution(text: str, after: int, language: Language) -> bool:
    """Return whether the words behind a quotation say who said it: "Mary Poole said"."""
    named = _NAMED.match(text, after)
    spoken = named and "behind_question" in lexicon(language).tags(named[1])
    return bool(spoken or _ATTRIBUTION.match(text, after))
