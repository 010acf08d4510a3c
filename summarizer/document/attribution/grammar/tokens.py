"""A text as the rules of attribution read it: words outside of quotations, names in one piece.

Cuts only; what the pieces mean for who said what is decided in the modules beside it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import Literal, NamedTuple

from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence
from summarizer.languages.lexicon import NONE, Tags, lexicon
from summarizer.languages.table import Language

Kind = Literal["name", "pronoun", "cue", "word", "own", "mark", "quote", "stop", "paragraph"]

# Marks above, below and beside letters belong to their word, and are none themselves.
_JOINED = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f"
_WORD = rf"[^\W_][{_JOINED}]*(?:[-‐‑.&'’][^\W_][{_JOINED}]*)*"
_PIECE = re.compile(rf"\d+(?:[.,]\d+)*|@\w+(?:\.\w+)*|{_WORD}|[,:;()\[\]|·•—–-]|\.\.\.|…")
_OWN = re.compile(r"['’ʼ]s\b|(?<=s)['’ʼ](?!\w)")
_NEXT = re.compile(r" ([a-z]+)(?:,| (\w*))")
_FIRST = re.compile(r"\w+")
_APOSTROPHES = frozenset("'’ʼ")
_MARKS = frozenset([*",:;()[]|·•—–-…", "..."])
_CUES = frozenset({"saying", "labelling"})
_KEPT = frozenset({"quote", "stop", "paragraph"})
_LONGEST_ARTICLE = 8
_NO_RUN: tuple[Run | None, int] = (None, -1)
_NO_NAMES = frozenset({"collective", "time", "gerund", "past", "adverb", "person"})
_COMMON = frozenset({"person", "determiner"})
_BEHIND_NOUNS = frozenset({"preposition", "relative", "auxiliary"})


class Token(NamedTuple):
    """One piece of a text.

    ``low`` is the word in lower case or the mark itself; ``item`` the number of the name's run or
    of the quotation. "own" is the possessive of the name before it. A "stop" is where a
    sentence begins; its ``low`` is "soft" directly after a quotation, whose sentence may go on.
    ``tags`` is what the lexicon says of the word.
    """

    kind: Kind
    start: int
    end: int
    low: str
    item: int = -1
    tags: Tags = NONE

    def is_any(self, tags: Tags) -> bool:
        """Return whether it has one of several tags."""
        return not self.tags.isdisjoint(tags)


_token = partial(tuple.__new__, Token)
"""Makes a token of a tuple, in half the time of its own constructor."""


def tokenise(
    names: Names,
    quotations: Sequence[Quotation],
    sentences: Sequence[Sentence],
    skipped: frozenset[int] = frozenset(),
) -> tuple[Token, ...]:
    """Cut a text into the tokens that attribution reads.

    Args:
        names: The names of the text.
        quotations: Its quotations, in order.
        sentences: Its sentences, in order.
        skipped: The offsets that are in no sentence: its byline and datelines.

    Returns:
        The tokens in order; each quotation is one. Bylines and datelines give none.

    Example:
        >>> from summarizer.languages.table import language
        >>> from summarizer.document.names.people import read_names
        >>> names = read_names("Jane Roe slept.", language("en"))
        >>> [token.kind for token in tokenise(names, (), ())]
        ['name', 'word']
    """
    cutter = _Cutter(names)
    found = [*cutter.breaks(quotations, sentences), *cutter.pieces(quotations)]
    found.sort(key=attrgetter("start"))
    if skipped:
        found = [token for token in found if token.kind in _KEPT or token.start not in skipped]
    return tuple(found)


class _Cutter:
    """Cuts one text."""

    def __init__(self, names: Names) -> None:
        self._text = names.text
        self._language = names.vocabulary.language
        self._measured = names.vocabulary.language.property("grammar.speakers_measured")
        self._sure = {run.words for run in names.runs if run.sure}
        self._capital_nouns = names.vocabulary.language.property("grammar.nouns_are_capital")
        self._names = {
            run.start: (run, number)
            for number, run in enumerate(names.runs)
            if not self._is_common(run) and (names.bearers(run.words) or not self._is_ordinary(run))
        }

    def breaks(
        self, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
    ) -> Iterator[Token]:
        """Yield where sentences and paragraphs begin, outside of quotations."""
        starts = [quotation.outer_start for quotation in quotations]
        ends = [quotation.outer_end for quotation in quotations]
        paragraph = -1
        for sentence in sentences:
            at = sentence.start
            before = bisect_right(starts, at - 1) - 1
            inside = before >= 0 and at < ends[before]
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                if not inside:
                    yield Token("paragraph", at, at, "")
            elif not inside:
                soft = before >= 0 and at - ends[before] <= 2 and not self._begins(sentence.text)
                yield Token("stop", at, at, "soft" if soft else "")

    def pieces(self, quotations: Sequence[Quotation]) -> list[Token]:
        """Return the quotations and what is between them."""
        found: list[Token] = []
        gap = 0
        for number, quotation in enumerate(quotations):
            self._gap(gap, quotation.outer_start, found)
            gap = max(gap, quotation.outer_end)
            found.append(Token("quote", quotation.outer_start, gap, "", number))
        self._gap(gap, len(self._text), found)
        return found

    def _gap(self, at: int, end: int, found: list[Token]) -> None:
        """Add the tokens between two quotations."""
        while at < end:
            at = self._cut(at, end, found)

    def _cut(self, at: int, end: int, found: list[Token]) -> int:
        """Add tokens up to one that ends within a piece; return where the text is cut anew."""
        text, names, language = self._text, self._names, self._language
        for match in _PIECE.finditer(text, at, end):
            start, stop = match.span()
            run, number = names.get(start, _NO_RUN)
            if run and run.end <= end:
                at, low = run.end, run.name.lower()
                found.append(_token(("name", start, at, low, number, self._tagged(low))))
            else:
                word, at = match[0], stop
                if not word.isalpha():
                    if "-" in word and (inverted := self._inverted(word, start)):
                        found += inverted
                        continue
                    word = _unowned(word)
                    at = start + len(word)
                low = word.lower()
                kind, tags = _read(low, language)
                found.append(_token((kind, start, at, low, -1, tags)))
            if text[at : at + 1] in _APOSTROPHES and (own := _OWN.match(text, at)):
                at = own.end()
                found.append(Token("own", own.start(), at, ""))
            if at != stop:
                return at
        return end

    def _plain(self, word: str, start: int) -> Token:
        low = word.lower()
        kind, tags = _read(low, self._language)
        return Token(kind, start, start + len(word), low, -1, tags)

    def _inverted(self, word: str, start: int) -> tuple[Token, Token] | None:
        """Return the verb and the pronoun of "dit-il" and "a-t-elle"."""
        verb, _, pronoun = word.rpartition("-")
        read_as = lexicon(self._language).inverted.get(pronoun.lower())
        if read_as is None:
            return None
        verb = re.sub(r"(?i)-t$", "", verb)
        if not verb or "-" in verb:
            return None
        at = start + len(word) - len(pronoun)
        meant = Token("pronoun", at, at + len(pronoun), read_as, -1, self._tagged(read_as))
        return self._plain(verb, start), meant

    def _tagged(self, low: str) -> Tags:
        return _read(low, self._language)[1]

    def _begins(self, sentence: str) -> bool:
        """Return whether a sentence of its own follows a quotation that ended with its own mark."""
        word = (_FIRST.match(sentence) or [""])[0]
        return word == word.capitalize() and "begin" in self._tagged(word.lower())

    def _is_common(self, run: Run) -> bool:
        """Return whether a run is a noun for people where nouns have capitals: "Die Opposition".

        "eine Schweißerin" is one as well: no name has that article.
        """
        if not self._capital_nouns or (run.titles and run.words[0][:1].isupper()):
            return False  # "Frau Richter"
        before = self._text[max(0, run.start - _LONGEST_ARTICLE) : run.start].split(" ")
        if len(run.words) == 1 and "indefinite" in self._tagged(before[-2:][0].lower()):
            return True
        return all(self._tagged(word.lower()) & _COMMON for word in run.words)

    def _is_ordinary(self, run: Run) -> bool:
        """Return whether a run is a day, or a word with its capital from the sentence alone."""
        tags = [self._tagged(word.lower()) for word in run.words]
        given = len(tags) > 1 and "given_month" in tags[0]  # "April Roe"
        opening = not run.sure and len(run.words) == 1 and not run.titles
        return (
            run.name == "I"
            or any("day" in each for each in tags[given:])
            or (opening and not tags[0].isdisjoint(_NO_NAMES))
            or (opening and self._is_adjective(run))
        )

    def _is_adjective(self, run: Run) -> bool:
        """Return whether a noun follows what opens a sentence: "Marine biologists in Oslo"."""
        words = _NEXT.match(self._text, run.end) if self._measured else None
        if words is None or run.words in self._sure or self._tagged(words[1]):
            return False
        behind = words[2] or ""
        if behind[:1].isupper():  # "Drill operator Abel Ruzo", but "Roe hires Abel Ruzo"
            return not words[1].endswith("s")
        return not behind or bool(self._tagged(behind) & _BEHIND_NOUNS)


@lru_cache(maxsize=1 << 15)  # articles have the same words again and again
def _read(word: str, spoken: Language) -> tuple[Kind, Tags]:
    """Return what a word in lower case is, and what the lexicon says of it."""
    tags = lexicon(spoken).tags(word)
    if "pronoun" in tags:
        return "pronoun", tags
    if not tags.isdisjoint(_CUES):
        return "cue", tags
    return "mark" if word in _MARKS else "word", tags


def _unowned(word: str) -> str:
    """Return a word without a possessive at its end."""
    own = _OWN.search(word)
    return word[: own.start()] if own and own.start() else word
