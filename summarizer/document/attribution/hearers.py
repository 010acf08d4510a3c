"""Verbs of saying whose subject did not say it: "Roe was told", "the Gazette quoted Roe as saying".

Reads tokens. Which verb belongs to a quotation is decided in :mod:`.beside`.
"""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.attribution.phrases import Source
from summarizer.document.attribution.sources import subject_after
from summarizer.document.attribution.tokens import Token
from summarizer.document.cues import MODALS, OBJECT_VERBS

_HEARD = OBJECT_VERBS | {"said"}  # "Roe was said to be “furious”"
_QUOTING = frozenset("quoted quotes cited cites reported".split())
_BE = frozenset("was were is are been being be".split())
_BETWEEN = frozenset("also not then later first".split())
_NOT = MODALS | frozenset("not never nor neither rarely seldom if whether did does do".split())
_DENYING = frozenset("denied denies deny".split())
_NEAR = 8
"""Tokens beside a verb that are looked at: "quoted Tim Roe, the mayor, as saying"."""


def is_of_another(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the subject of a verb hears or hands on what another one says."""
    heard = tokens[verb].low in _HEARD and _is_passive(tokens, verb)
    return heard or _is_quoting(tokens, verb)


def speaker_behind(tokens: Sequence[Token], verb: int) -> Source | None:
    """Return who says it where the subject does not: "told by Roe", "quoted Roe as saying"."""
    if _is_quoting(tokens, verb):
        return subject_after(tokens, verb)
    named = tokens[verb + 1 : verb + 2]
    return subject_after(tokens, verb + 1) if named and named[0].low == "by" else None


def is_denied(tokens: Sequence[Token], source: Source, verb: int) -> bool:
    """Tell whether it is left open whether somebody said it: "Roe never said", "if Roe said"."""
    after_subject = tokens[source.last + 1 : verb]
    beside = takewhile(lambda token: token.kind != "mark", reversed(after_subject))
    said = (*tokens[max(0, source.first - 1) : source.first], *beside)
    open_ = any(token.low in _NOT or token.low.endswith(("n't", "n’t")) for token in said)
    return open_ or tokens[verb].low in _DENYING or tokens[verb - 1].low == "to"


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    before = reversed(tokens[max(0, verb - _NEAR) : verb])
    helper = next((t.low for t in before if t.low not in _BETWEEN and not t.low.endswith("ly")), "")
    return helper in _BE


def _is_quoting(tokens: Sequence[Token], verb: int) -> bool:
    after = [token.low for token in tokens[verb + 1 : verb + _NEAR]]
    return tokens[verb].low in _QUOTING and "as" in after and not _is_passive(tokens, verb)
