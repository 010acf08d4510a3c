"""What a rule finds: a source among the tokens of a text."""

from typing import NamedTuple

from summarizer.document.attribution.grammar.phrases import Source


class Found(NamedTuple):
    """A source that a rule found.

    Args:
        source: The source.
        rule: The name of the rule.
        certain: Whether the circumstances are clear: nothing else beside it could be meant.
        cue: Number of the token by which it was found, such as the verb; -1 where there is none.
    """

    source: Source
    rule: str
    certain: bool
    cue: int = -1
