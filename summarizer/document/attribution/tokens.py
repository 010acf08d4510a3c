"""A text as the rules of attribution read it: words outside of quotations, names in one piece.

Cuts only; what the pieces mean for who said what is decided in the modules beside it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from summarizer.document.bylines import credited
from summarizer.document.cues import COLLECTIVES, DAYS, FOREIGN, LABELLING, PRONOUNS, SAYING, TIMES
from summarizer.document.names.people import Names
from summarizer.document.names.runs import Run
from summarizer.document.quotations import Quotation
from summarizer.document.sentences import Sentence

Kind = Literal["name", "pronoun", "cue", "word", "own", "mark", "quote", "stop", "paragraph"]

_PIECE = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W_][\w\u0300-\u036f]*(?:[-‐‑.&'’][^\W_][\w\u0300-\u036f]*)*"
    r"|[,:;()\[\]—–-]|\.\.\.|…"
)
_OWN = re.compile(r"['’ʼ]s\b|(?<=s)['’ʼ](?!\w)")
_OPENING = re.compile(
    r"(?:A|An|And|At|But|Her|His|He|In|It|Its|She|That|The|Their|They|This|When)\b"
)
"""What begins a sentence of its own behind a quotation that ended with its own mark."""
_APOSTROPHES = frozenset("'’ʼ")
_INVERTED = re.compile(r"(\w+?)(?:-t)?-(ils?|elles?)", re.IGNORECASE)
_FRENCH = {"il": "he", "elle": "she", "ils": "they", "elles": "they"}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(SAYING | LABELLING | FOREIGN, "cue"),
    **dict.fromkeys(PRONOUNS, "pronoun"),
    **dict.fromkeys([*",:;()[]—–-…", "..."], "mark"),
}
_UNNAMED = COLLECTIVES | TIMES


class Token(NamedTuple):
    """One piece of a text.

    ``low`` is the word in lower case or the mark itself; ``item`` the number of the name's run or
    of the quotation. "own" is the possessive of the name before it. A "stop" stands where a
    sentence begins; its ``low`` is "soft" directly after a quotation, whose sentence may go on.
    """

    kind: Kind
    start: int
    end: int
    low: str
    item: int = -1


def tokenise(
    text: str, names: Names, quotations: Sequence[Quotation], sentences: Sequence[Sentence]
) -> tuple[Token, ...]:
    """Cut a text into the tokens that attribution reads.

    Args:
        text: The text.
        names: Its names.
        quotations: Its quotations, in order.
        sentences: Its sentences, in order.

    Returns:
        The tokens in order; each quotation is one. Bylines and datelines give none.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe slept."
        >>> names = read_names(text, language("en"))
        >>> [token.kind for token in tokenise(text, names, (), ())]
        ['name', 'word']
    """
    pieces = [
        token
        for token in _pieces(text, names, quotations)
        if token.kind == "quote" or token.start not in credited(text)
    ]
    found = [*_breaks(quotations, sentences), *pieces]
    return tuple(sorted(found, key=attrgetter("start")))


def _breaks(quotations: Sequence[Quotation], sentences: Sequence[Sentence]) -> Iterator[Token]:
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
            soft = before >= 0 and at - ends[before] <= 2 and not _OPENING.match(sentence.text)
            yield Token("stop", at, at, "soft" if soft else "")


def _pieces(text: str, names: Names, quotations: Sequence[Quotation]) -> Iterator[Token]:
    runs = {
        run.start: (run, number)
        for number, run in enumerate(names.runs)
        if names.bearers(run.words) or not _ordinary(run)
    }
    gap = 0
    for number, quotation in enumerate(quotations):
        yield from _gap(text, gap, quotation.outer_start, runs)
        gap = max(gap, quotation.outer_end)
        yield Token("quote", quotation.outer_start, gap, "", number)
    yield from _gap(text, gap, len(text), runs)


def _gap(text: str, at: int, end: int, runs: dict[int, tuple[Run, int]]) -> Iterator[Token]:
    """Yield the tokens between two quotations."""
    while match := _PIECE.search(text, at, end):
        start, at = match.span()
        run, number = runs.get(start, (None, -1))
        if run and run.end <= end:
            at = run.end
            yield Token("name", start, at, run.name.lower(), number)
        else:
            word = match.group()
            if "-" in word and (inverted := _INVERTED.fullmatch(word)):  # "dit-il", "a-t-elle"
                yield _plain(inverted[1], start)
                yield Token("pronoun", at - len(inverted[2]), at, _FRENCH[inverted[2].lower()])
                continue
            word = word if word.isalpha() else _unowned(word)
            at = start + len(word)
            yield _plain(word, start)
        if text[at : at + 1] in _APOSTROPHES and (own := _OWN.match(text, at)):
            at = own.end()
            yield Token("own", own.start(), at, "")


def _ordinary(run: Run) -> bool:
    """Tell whether a run is a day, or a word with its capital from the sentence alone."""
    low = run.words[0].lower()
    opening = not run.sure and len(run.words) == 1 and not run.titles
    return (
        run.name == "I"
        or any(word.lower() in DAYS for word in run.words[_is_given(run) :])
        or (opening and (low in _UNNAMED or low.endswith(("ing", "ed", "ly"))))
    )


def _is_given(run: Run) -> bool:
    """Tell whether a run begins with a month that is a given name: "April Roe"."""
    return len(run.words) > 1 and run.words[0] in {"April", "August", "June"}


def _unowned(word: str) -> str:
    """Return a word without a possessive at its end."""
    own = _OWN.search(word)
    return word[: own.start()] if own and own.start() else word


def _plain(word: str, start: int) -> Token:
    low = word.lower()
    return Token(_KINDS.get(low, "word"), start, start + len(word), low)
