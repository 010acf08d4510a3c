"""A text as the rules of attribution read it: words outside of quotations, names in one piece.

Cuts only; what the pieces mean for who said what is decided in the modules beside it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import Literal, NamedTuple

from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence
from summarizer.languages.lexicon import NONE, Tags, lexicon
from summarizer.languages.table import Language

Kind = Literal["name", "pronoun", "cue", "word", "own", "mark", "quote", "stop", "paragraph"]

# Kinds of tokens that many rules ask for.
BREAKS = frozenset({"stop", "paragraph"})
MARKS = frozenset({"mark", "quote"})
WORDS = frozenset({"word", "cue", "name", "pronoun"})
# Tags that many rules ask for.
JOINTS = frozenset({"and", "but"})
SMALL = frozenset({"preposition", "determiner"})
LINKING = frozenset({"preposition", "conjunction"})
ARTICLE = frozenset({"article", "indefinite"})
DATES = frozenset({"day", "time"})

# Marks above, below and beside letters belong to their word, and are none themselves.
_JOINED = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f"
_WORD = rf"[^\W_][{_JOINED}]*(?:[-‐‑.&'’][^\W_][{_JOINED}]*)*"
_OWN = re.compile(r"['’ʼ]s\b|(?<=s)['’ʼ](?!\w)")
_PIECE = re.compile(
    rf"(?:\d+(?:[.,]\d+)*|@\w+(?:\.\w+)*|{_WORD}|[,:;()\[\]|·•—–-]|\.\.\.|…)(?:{_OWN.pattern})?"
)
_NEXT = re.compile(r" ([a-z]+)(?:,| (\w*))")
_FIRST = re.compile(r"\w+")
_MARKS = frozenset([*",:;()[]|·•—–-…", "..."])
_CUES = frozenset({"saying", "labelling"})
_KEPT = frozenset({"quote", "stop", "paragraph"})
_LONGEST_ARTICLE = 8
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
    found.sort(key=itemgetter(1))
    if skipped:
        found = [token for token in found if token.kind in _KEPT or token.start not in skipped]
    return tuple(found)


class _Cutter:
    """Cuts one text."""

    def __init__(self, names: Names) -> None:
        self._text = names.text
        language = names.vocabulary.language
        self._language, self._tags = language, lexicon(language).tags
        self._measured = language.property("grammar.speakers_measured")
        self._sure = {run.words for run in names.runs if run.sure}
        self._capital_nouns = language.property("grammar.nouns_are_capital")
        self._names = {
            run.start: (run, number)
            for number, run in enumerate(names.runs)
            if names.bearers(run.words) or not self._is_ordinary(run)
            if not (self._capital_nouns and self._is_common(run))
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
        names, language = self._names, self._language
        for match in _PIECE.finditer(self._text, at, end):
            start, stop = match.span()
            if start in names and names[start][0].end <= end:
                at = self._add_name(*names[start], found)
            else:
                for kind, first, last, low, tags in _pieces(match[0], language):
                    at = start + last
                    found.append(_token((kind, start + first, at, low, -1, tags)))
            if at != stop:
                return at
        return end

    def _add_name(self, run: Run, number: int, found: list[Token]) -> int:
        """Add a name and its possessive; return where they end."""
        low = run.name.lower()
        found.append(_token(("name", run.start, run.end, low, number, self._tags(low))))
        own = _OWN.match(self._text, run.end)
        if own is None:
            return run.end
        found.append(Token("own", own.start(), own.end(), ""))
        return own.end()

    def _begins(self, sentence: str) -> bool:
        """Return whether a sentence of its own follows a quotation that ended with its own mark."""
        word = (_FIRST.match(sentence) or [""])[0]
        return word == word.capitalize() and "begin" in self._tags(word.lower())

    def _is_common(self, run: Run) -> bool:
        """Return whether a run is a noun for people where nouns have capitals: "Die Opposition".

        "eine Schweißerin" is one as well: no name has that article.
        """
        if run.titles and run.words[0][:1].isupper():  # "Frau Richter"
            return False
        before = self._text[max(0, run.start - _LONGEST_ARTICLE) : run.start].split(" ")
        if len(run.words) == 1 and "indefinite" in self._tags(before[-2:][0].lower()):
            return True
        return all(self._tags(word.lower()) & _COMMON for word in run.words)

    def _is_ordinary(self, run: Run) -> bool:
        """Return whether a run is a day, or a word with its capital from the sentence alone."""
        first, *others = [self._tags(word.lower()) for word in run.words]
        dated = "day" in first and not (others and "given_month" in first)  # "April Roe"
        if dated or run.name == "I" or any("day" in each for each in others):
            return True
        opening = not (others or run.sure or run.titles)
        return opening and (not first.isdisjoint(_NO_NAMES) or self._is_adjective(run))

    def _is_adjective(self, run: Run) -> bool:
        """Return whether a noun follows what opens a sentence: "Marine biologists in Oslo"."""
        words = _NEXT.match(self._text, run.end) if self._measured else None
        if words is None or run.words in self._sure or self._tags(words[1]):
            return False
        behind = words[2] or ""
        if behind[:1].isupper():  # "Drill operator Abel Ruzo", but "Roe hires Abel Ruzo"
            return not words[1].endswith("s")
        return not behind or bool(self._tags(behind) & _BEHIND_NOUNS)


_Piece = tuple[Kind, int, int, str, Tags]
"""A token within a written word: its kind, start and end, the word in lower case, its tags."""


@lru_cache(maxsize=1 << 15)  # articles have the same words again and again
def _pieces(word: str, spoken: Language) -> tuple[_Piece, ...]:
    """Cut a word as it is written into tokens: "mine's" has two, and so has "dit-il"."""
    own = _OWN.search(word)
    if own and own.start():
        owner = _piece(word[: own.start()], spoken)
        return owner, ("own", own.start(), own.end(), "", NONE)
    verb, _, pronoun = word.rpartition("-")
    verb = re.sub(r"(?i)-t$", "", verb)
    meant = lexicon(spoken).inverted.get(pronoun.lower()) if verb and "-" not in verb else None
    if meant is None:
        return (_piece(word, spoken),)
    start, tags = len(word) - len(pronoun), lexicon(spoken).tags(meant)
    return _piece(verb, spoken), ("pronoun", start, len(word), meant, tags)


def _piece(word: str, spoken: Language) -> _Piece:
    """Return a word as one token."""
    low = word.lower()
    tags = lexicon(spoken).tags(low)
    return _kind(low, tags), 0, len(word), low, tags


def _kind(low: str, tags: Tags) -> Kind:
    if "pronoun" in tags:
        return "pronoun"
    if not tags.isdisjoint(_CUES):
        return "cue"
    return "mark" if low in _MARKS else "word"
