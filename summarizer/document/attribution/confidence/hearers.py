"""Verbs of saying whose subject did not say it: "Roe was told", "the Gazette quoted Roe as saying".

Reads tokens. Which verb belongs to a quotation is decided by the order of the rules.
"""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import subject_after
from summarizer.document.attribution.grammar.tokens import Token

_HEARD = frozenset({"addressing", "hearsay"})  # "Roe was said to be “furious”"
_QUOTING = frozenset({"quoting", "relaying"})
_BETWEEN = frozenset({"between", "adverb"})
_NOT = frozenset({"negation", "negated"})
_NEAR = 8
"""Tokens beside a verb that are looked at: "quoted Tim Roe, the mayor, as saying"."""


def is_of_another(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether the subject of a verb hears or reports what another one says."""
    heard = tokens[verb].is_any(_HEARD) and is_passive(tokens, verb)
    return heard or _is_quoting(tokens, verb)


def speaker_behind(tokens: Sequence[Token], verb: int) -> Source | None:
    """Return who says it where the subject does not: "told by Roe", "quoted Roe as saying"."""
    if _is_quoting(tokens, verb):
        return subject_after(tokens, verb)
    named = tokens[verb + 1 : verb + 2]
    return subject_after(tokens, verb + 1) if named and "by" in named[0].tags else None


def is_denied(tokens: Sequence[Token], source: Source, verb: int) -> bool:
    """Return whether it is left open whether someone said it: "Roe never said", "if Roe said"."""
    after_subject = tokens[source.last + 1 : verb]
    beside = takewhile(lambda token: token.kind != "mark", reversed(after_subject))
    said = (*tokens[max(0, source.first - 1) : source.first], *beside)
    open_ = any(token.is_any(_NOT) for token in said)
    return open_ or "denying" in tokens[verb].tags or "to" in tokens[verb - 1].tags


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether something is done to the subject of a verb: "Roe was told"."""
    before = reversed(tokens[max(0, verb - _NEAR) : verb])
    helper = next((token for token in before if not token.is_any(_BETWEEN)), None)
    return helper is not None and "passive" in helper.tags


def _is_quoting(tokens: Sequence[Token], verb: int) -> bool:
    if not tokens[verb].is_any(_QUOTING):
        return False
    as_saying = any("as" in token.tags for token in tokens[verb + 1 : verb + _NEAR])
    return as_saying and not is_passive(tokens, verb)
