"""Quotations: what is between quotation marks, and what it is.

Finds them in every typography. Who said them is not decided here.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summarizer.document.paragraphs import Extent
from summarizer.document.quotations.dialogue import find_turns, without_asides
from summarizer.document.quotations.marks import Pair, find_pairs
from summarizer.document.quotations.outside import Outside
from summarizer.document.quotations.roles import (
    REACH,
    Kind,
    Place,
    Role,
    is_short,
    roles,
)
from summarizer.document.sentences import Sentence, sentence_at
from summarizer.languages.table import Language

_WORD = re.compile(r"[^\W_]")
_TELLTALE = r"(?im)(?:^|\s){}\s"
_HORIZON = 300
"""Characters of a sentence looked at on each side of a quotation, so that no text is slow."""


class Quotation(NamedTuple):
    """What is between two quotation marks.

    Args:
        start: Offset of its first character, behind the opening mark.
        end: Offset after its last character, before the closing mark.
        text: The words, as the text has them.
        kind: ``"direct"`` for a statement of its own, ``"mixed"`` for a part of a sentence.
        role: ``"speech"`` for what a source said or wrote, ``"title"`` for the name of a work,
            ``"term"`` for a word that the writer keeps at a distance.
        continues: Whether it takes up the quotation before it, in a new paragraph.
        outer_start: Offset of the opening mark.
        outer_end: Offset after the closing mark.
    """

    start: int
    end: int
    text: str
    kind: Kind
    role: Role
    continues: bool
    outer_start: int
    outer_end: int


def find_quotations(
    text: str,
    paragraphs: Sequence[Extent],
    sentences: Sequence[Sentence],
    language: Language,
) -> tuple[Quotation, ...]:
    """Find the quotations of a text.

    Args:
        text: Any text in any script.
        paragraphs: The extents of its paragraphs.
        sentences: Its sentences.
        language: Its language.

    Returns:
        The quotations in order; of nested ones the outermost.

    Example:
        >>> from summarizer.document.outline import outline
        >>> [found.text for found in outline("« Oui », dit-il.").quotations]
        ['Oui']
    """
    pairs = sorted(_pairs(text, paragraphs, language), key=lambda pair: pair.start)
    reader = _Reader(text, pairs, sentences, language)
    return tuple(found for pair in pairs if (found := reader.read(pair)))


def _pairs(text: str, paragraphs: Sequence[Extent], language: Language) -> list[Pair]:
    """Return the pairs of marks, those of attributes in markup apart, and turns of dialogue."""
    pairs = find_pairs(text, paragraphs)
    if "=" in text or ">" in text:
        pairs = [pair for pair in pairs if not _is_markup(text, pair)]
    pairs = without_asides(text, pairs, language)
    ends = [pair.end for pair in pairs]
    for turn in find_turns(text, paragraphs, language):
        after = bisect_right(ends, turn.start)
        if after == len(ends) or pairs[after].start >= turn.end:
            pairs.append(turn)
    return pairs


def _is_markup(text: str, pair: Pair) -> bool:
    """Return whether marks are those of an attribute, whose value may hold a line break."""
    return text[max(0, pair.start - 1)] == "=" or text.startswith(">", pair.inner)


@cache
def _telltale(language: Language) -> re.Pattern[str] | None:
    """Return a word that every text has whose verbs of saying are known."""
    telltale = language.property("grammar.telltale")
    return re.compile(_TELLTALE.format(telltale)) if telltale else None


class _Reader:
    """Classifies the pairs of one text, in their order."""

    def __init__(
        self, text: str, pairs: list[Pair], sentences: Sequence[Sentence], language: Language
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._roles = roles(language)
        self._outside = Outside(text, pairs, self._roles)
        telltale = _telltale(language)
        self._verbs_known = telltale is not None and telltale.search(text) is not None
        single = sum(map(self._is_single, pairs))
        self._single_is_minor = 0 < single * 2 <= len(pairs)
        self._titles: set[str] = set()
        self._terms: set[str] = set()

    def read(self, pair: Pair) -> Quotation | None:
        """Return the quotation between two marks, or ``None`` if there are no words."""
        words = self._text[pair.inner : pair.close].strip()
        if not (words[:1].isalnum() or _WORD.search(words)):
            return None
        start = self._text.index(words, pair.inner)
        end, first, last = start + len(words), pair.start, pair.end
        before = self._text[max(0, first - REACH) : first]
        place = Place(self._text, start, end, first, last, before)
        kind = self._roles.kind_of(place, verbs_known=self._verbs_known)
        role = self._role(pair, place, words)
        return Quotation(start, end, words, kind, role, pair.continues, first, last)

    def _is_single(self, pair: Pair) -> bool:
        return pair.inner - pair.start == 1 and self._text[pair.start] in "'‘"

    def _role(self, pair: Pair, place: Place, words: str) -> Role:
        if self._single_is_minor and self._is_single(pair):
            return "term"  # the writer's own marks, or a headline's, which the text repeats
        if not is_short(words):
            return "speech"
        role = self._roles.role_of(place, self._verbs_known and (lambda: self._is_silent(pair)))
        name = words.rstrip(".,")
        if role == "title":
            self._titles.add(name)
        if role == "term":
            self._terms.add(name)
        elif name in self._terms and self._roles.is_modifier(place):
            return "term"  # the headline's 'free' parking, of which the text speaks again
        return "title" if name in self._titles else role

    def _is_silent(self, pair: Pair) -> bool:
        """Return whether the sentence of a pair speaks of saying nowhere outside of marks.

        Where the verbs of saying are not known, their absence shows nothing.
        """
        sentence = self._sentences[sentence_at(self._sentences, pair.start)]
        at = max(sentence.start, pair.start - _HORIZON)
        stop = min(max(sentence.end, pair.end), pair.end + _HORIZON)
        return not self._outside.speaks(at, stop)
