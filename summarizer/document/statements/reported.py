"""What a reader of statements finds: a source, the word that reports, and the words reported."""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.tokens import Token

Part = tuple[int, int]
"""Number of the first token of some words, and of the token behind them."""


class SentenceTokens(NamedTuple):
    """The tokens of one sentence.

    Args:
        tokens: The text's tokens.
        first: Number of the sentence's first token.
        end: Number of the token behind it.
    """

    tokens: Sequence[Token]
    first: int
    end: int


class Opening(NamedTuple):
    """Where the words that a verb reports begin.

    Args:
        first: Number of their first token.
        rule: The name of the construction.
    """

    first: int
    rule: str


class Reported(NamedTuple):
    """Words that a source is reported to have said.

    Args:
        source: The source.
        cue: Number of the token by which it was found.
        rule: The name of the construction.
        parts: The words that are reported.
    """

    source: Source
    cue: int
    rule: str
    parts: tuple[Part, ...]
