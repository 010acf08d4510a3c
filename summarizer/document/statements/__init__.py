"""Statements: what sources are reported to have said, without quotation marks.

Reads the tokens that attribution reads; knows nothing of models. The verbs that report are in
``[verbs]`` of the tables of the languages.
"""

from collections.abc import Iterator, Sequence

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.tokens import BREAKS, Token
from summarizer.document.statements.clauses import FAR
from summarizer.document.statements.cues import REPORTING, is_reporting
from summarizer.document.statements.making import RELAYING, Maker
from summarizer.document.statements.readers.according import according, as_said, is_as
from summarizer.document.statements.readers.around import inserted, inverted, thus, with_first_half
from summarizer.document.statements.readers.behind import (
    asked_by,
    behind_verb,
    clause_of_adjective,
)
from summarizer.document.statements.readers.headlines import headline
from summarizer.document.statements.readers.nouns import clause_of_noun
from summarizer.document.statements.reported import Reported, SentenceTokens
from summarizer.document.statements.statement import Statement

__all__ = ["Statement", "find_statements"]

_ACCORDING = frozenset({"according", "according_after", "thus"})
_CUES = REPORTING | _ACCORDING | {"as", "conveying", "feeling"}
_WORDS = frozenset({"word", "cue"})


def find_statements(parsed: ParsedText, quotes: Sequence[AttributedQuote]) -> tuple[Statement, ...]:
    """Find what sources are reported to have said without quotation marks.

    A statement within another one is left out: what Roe says that Poe said is Roe's.

    Args:
        parsed: The article as tokens.
        quotes: Its quotations, which statements may hold.

    Returns:
        The statements, in order.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe said the mine would close by May."
        >>> names, parts = read_names(text, language("en")), outline(text)
        >>> (found,) = find_statements(ParsedText(names, (), parts.sentences), ())
        >>> found.name, text[slice(*found.places[0])], text[slice(*found.cue)]
        ('Jane Roe', 'the mine would close by May', 'said')
    """
    maker = Maker(parsed, quotes)
    for sentence, cues in _sentences(parsed.tokens):
        for reported in _read(sentence, cues):
            maker.add(reported)
    return maker.statements()


_Cue = tuple[int, int]
"""Number of a word that may report, and of the first token that may belong to it."""


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[SentenceTokens, list[_Cue]]]:
    """Yield the sentences, and the words of each that may report."""
    first = floor = 0
    cues: list[_Cue] = []
    for at, token in enumerate(tokens):
        if token.tags:  # no mark has tags, and no break
            if not token.tags.isdisjoint(_CUES) and token.kind in _WORDS:
                cues.append((at, max(floor, at - FAR)))
        elif token.kind in BREAKS:
            yield SentenceTokens(tokens, first, at), cues
            first = floor = at + 1
            cues = []
        elif token.low == ";":
            floor = at + 1
    yield SentenceTokens(tokens, first, len(tokens)), cues


def _read(sentence: SentenceTokens, cues: Sequence[_Cue]) -> Iterator[Reported]:
    """Yield what a sentence reports, in the order of the words that report it."""
    tokens, reached, end = sentence
    if reached < end and (found := headline(sentence)):
        yield found
    for at, floor in cues:
        if at >= reached and (found := _read_at(SentenceTokens(tokens, floor, end), at)):
            reached = _reached(found)
            yield found


def _reached(found: Reported) -> int:
    """Return the token up to which all is what a source says, and is not read for others."""
    first, end = found.parts[-1]
    return end if first > found.cue and found.rule not in RELAYING else found.cue + 1


def _is_rank(sentence: SentenceTokens, at: int) -> bool:
    """Return whether a word is "second" here: "no segundo trimestre"."""
    before = sentence.tokens[at - 1].tags if at > sentence.first else frozenset()
    small = not before.isdisjoint({"preposition", "determiner"})
    return small and "open_according" not in sentence.tokens[at].tags


def _read_at(sentence: SentenceTokens, at: int) -> Reported | None:
    """Return what one word reports."""
    tags = sentence.tokens[at].tags
    if tags & _ACCORDING and not _is_rank(sentence, at):
        return thus(sentence, at) if "thus" in tags else according(sentence, at)
    if is_as(sentence, at):
        return as_said(sentence, at)
    if is_reporting(sentence.tokens, at):
        found = inverted(sentence, at) or behind_verb(sentence, at) or inserted(sentence, at)
        colon = found and found.rule == "colon"
        return with_first_half(sentence, found) if found and colon else found
    if "questioning" in tags and at + 2 < sentence.end and "by" in sentence.tokens[at + 1].tags:
        return asked_by(sentence, at)
    if "feeling" in tags:
        return clause_of_adjective(sentence, at)
    return clause_of_noun(sentence, at) if "conveying" in tags else None
