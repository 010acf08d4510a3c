"""A rule of attribution: a name, what it reads, an example, and the function that reads it."""

from collections.abc import Callable
from typing import NamedTuple

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.rules.context import Context

Reads = Callable[[Context], Found | Attribution | None]


class Rule(NamedTuple):
    """A way to find who said a quotation.

    Args:
        name: Its name, in :attr:`Attribution.rule`.
        description: What it reads, in a line.
        example: A text of whose last quotation it decides who said it.
        speaker: Who said that quotation.
        read: Returns what it finds in a context, or None.
    """

    name: str
    description: str
    example: str
    speaker: str
    read: Reads


def rule(name: str, *, example: str, speaker: str) -> Callable[[Reads], Rule]:
    """Make a rule of the function that reads it; its docstring is the description."""

    def made(read: Reads) -> Rule:
        return Rule(name, read.__doc__ or name, example, speaker, read)

    return made
