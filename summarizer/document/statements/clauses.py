"""Where the reported words end, and how they are cut out of the text."""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.statements.cues import is_reporting
from summarizer.document.statements.openings import opening

FAR = 150
"""Tokens of reported words at the most, so that time stays linear."""
_NEAR = 8
_LINKS = frozenset({"adverb", "skipped"})
_JOINTS = frozenset({"and", "but"})
_CUES = frozenset({"stating", "labelling"})
_TURNS = frozenset({"aside", "but", "and"})
_ASIDES = frozenset({"aside", "relative"})
_SPACE = " \t\n\r\u00a0\u202f"
_BEFORE = _SPACE + ",;:—–-"
_BEHIND = _SPACE + ".,;:—–-!?…"


def clause_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the number of the token before which the words end that begin with a token.

    They end with the sentence, before another source ("according to"), before something else that
    the source says (", saying"), and before what the reporter adds (", but he").
    """
    last = min(end, first + FAR)
    for at in range(first + 1, last):
        token = tokens[at]
        if token.low == ";" or "according" in token.tags:
            return at
        if token.low == "," and at > first + 1 and _is_left(tokens, at + 1, last):
            return at
        if token.is_any(_JOINTS) and _says_more(tokens, at, last):
            return at
    return last


def phrase_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where something ends that is no clause: before "after", "which" and their like."""
    ends = (at for at in range(first + 2, end) if _is_aside(tokens[at]))
    return next(ends, end)


def _is_aside(token: Token) -> bool:
    return token.is_any(_ASIDES) and "introducing" not in token.tags


def _is_left(tokens: Sequence[Token], word: int, end: int) -> bool:
    """Return whether the words end at a comma, as what follows it shows."""
    if word >= end:
        return False
    tags = tokens[word].tags
    if "gerund" in tags and "stating" in tags:
        return opening(tokens, word, end) is not None
    if "departing" in tags:
        return True
    if "but" in tags and word + 1 < end and _is_subject(tokens[word + 1]):
        return True
    return tokens[word].is_any(_TURNS) and _says_more(tokens, word, end)


def _is_subject(token: Token) -> bool:
    return token.kind == "pronoun" or "contracted" in token.tags


def _says_more(tokens: Sequence[Token], joint: int, end: int) -> bool:
    """Return whether a verb of saying follows: "and said", "but Poe said", "while 9 said"."""
    for at in range(joint + 1, min(end, joint + _NEAR)):
        token = tokens[at]
        if token.kind in {"mark", "quote"} or token.is_any(_JOINTS) or "introducing" in token.tags:
            return False
        if token.is_any(_CUES) and "gerund" not in token.tags:
            return "uninflected" not in token.tags and _reports(tokens, joint, at, end)
    return False


def _reports(tokens: Sequence[Token], joint: int, verb: int, end: int) -> bool:
    """Return whether a verb behind "and" reports, and is no noun or part of what is said."""
    between = tokens[joint + 1 : verb]
    if "labelling" in tokens[verb].tags and _is_subject(tokens[joint + 1]):
        return True
    if not is_reporting(tokens, verb):
        return False
    alone = all(token.is_any(_LINKS) for token in between)
    led = (alone and "saying" in tokens[verb].tags) or _is_subject(tokens[joint + 1])
    return led or opening(tokens, verb, end) is not None


def place_of(text: str, tokens: Sequence[Token], first: int, end: int) -> tuple[int, int]:
    """Return the offsets of the words from a token up to another, without marks around them."""
    start = tokens[first - 1].end if first else 0
    stop = tokens[end].start if end < len(tokens) else len(text)
    start += len(text[start:stop]) - len(text[start:stop].lstrip(_BEFORE))
    stop = start + len(text[start:stop].rstrip(_BEHIND))
    return start, max(start, stop)
