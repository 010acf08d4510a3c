"""Who speaks in languages that mark who does something: Hindi "रवि वर्मा ने कहा".

Reads the words of the sentence up to the mark of the agent; the rules for other scripts are in
:mod:`summarizer.document.attribution`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.languages.table import DEFAULT, language

_REACH = 160
"""Characters looked at on each side of a quotation."""
_WORD = re.compile(r"[^\s।॥,،:“”„\"‘’«»]+")
_SCRIPTS = re.compile("[\u0600-\u06ff\u0900-\u097f\u0a00-\u0a7f]")
_SENTENCE = re.compile(r"[।॥۔\n]")


class Agent(NamedTuple):
    """Who does what a sentence says.

    Args:
        start: Offset of its first character, titles apart.
        end: Offset after its last character.
        named: Whether it has a name; a title alone is none.
    """

    start: int
    end: int
    named: bool


def marks_agents(text: str) -> bool:
    """Return whether a text is in a script of such a language."""
    return _SCRIPTS.search(text) is not None


def marked_agent(text: str, start: int, end: int) -> Agent | None:
    """Find the agent of a quotation's sentence, before it or else behind it.

    Example:
        >>> text = "मंत्री रवि वर्मा ने कहा, “हम जीत गए।”"
        >>> found = marked_agent(text, text.index("“"), len(text))
        >>> text[found.start : found.end], found.named
        ('रवि वर्मा', True)
    """
    low = max(0, start - _REACH)
    floor = max([low, *(mark.end() for mark in _SENTENCE.finditer(text, low, start))])
    stop = _SENTENCE.search(text, end, end + _REACH)
    stretches = ((floor, start), (end, stop.start() if stop else min(len(text), end + _REACH)))
    return next((found for each in stretches for found in _agents(text, *each)), None)


def _agents(text: str, start: int, end: int) -> Iterator[Agent]:
    """Yield the agents of a stretch of text, the last one first."""
    words = list(_WORD.finditer(text, start, end))
    for at in range(len(words) - 1, 0, -1):
        if words[at].group() in _listed("agent_mark"):
            yield _agent(words[:at])


def _agent(words: Sequence["re.Match[str]"]) -> Agent:
    """Return the words at the end of some that name someone; the title where no name follows it."""
    first = len(words) - 1
    ends = _listed("agent_title") | _listed("postposition")
    while first > 0 and words[first - 1].group() not in ends:
        first -= 1
    named = words[-1].group() not in ends
    return Agent(words[first if named else -1].start(), words[-1].end(), named)


@cache
def _listed(name: str) -> frozenset[str]:
    return language(DEFAULT).words(f"speech.{name}")
