"""Sentences: the units that a model points at and that evidence is cited by.

Works by marks and rules, with no tokenizer and no model. Knows nothing of who speaks.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.document.abbreviations import abbreviations
from summarizer.document.paragraphs import find_paragraphs
from summarizer.languages.detection import guess_language
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language, language

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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that counts as one, such as a headline.

    Args:
        start: Offset of its first character.
        end: Offset after its last character, closing marks included.
        text: The sentence, as it is in the text.
        paragraph: Number of its paragraph, from 0.
    """

    start: int
    end: int
    text: str
    paragraph: int


@lru_cache(maxsize=2)  # quotations, names and evidence ask for the same text again
def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into its sentences.

    Every character that is not white space is in exactly one of them.

    Args:
        text: Any text in any script.

    Returns:
        The sentences in order.

    Example:
        >>> [sentence.text for sentence in split_sentences('Mr. Li left. "Why?" she asked.')]
        ['Mr. Li left.', '"Why?" she asked.']
    """
    sentences: list[Sentence] = []
    written_in = language(guess_language(text))
    for number, (start, end) in enumerate(find_paragraphs(text)):
        for match in _END.finditer(text, start, end):
            if _ends_sentence(text, start, match, written_in):
                stop = match.start(match.lastindex or 1)
                sentences.append(Sentence(start, stop, text[start:stop], number))
                start = match.end()  # noqa: PLW2901  the rest of the paragraph
        sentences.append(Sentence(start, end, text[start:end], number))
    return tuple(sentences)


def _ends_sentence(text: str, start: int, match: "re.Match[str]", written_in: Language) -> bool:
    after = match.end()
    if text[after].islower():
        return False
    stop = match.start()
    bare = match.start(match.lastindex or 1) == stop + 1
    if text[stop] == ".":
        return not (bare and abbreviations(written_in).has(text, start, stop, after))
    return bare or not _is_attribution(text, after, written_in)


def _is_attribution(text: str, after: int, written_in: Language) -> bool:
    """Tell whether the words behind a quotation say who said it: "Mary Poole said"."""
    named = _NAMED.match(text, after)
    spoken = named and "behind_question" in lexicon(written_in).tags(named[1])
    return bool(spoken or _ATTRIBUTION.match(text, after))
