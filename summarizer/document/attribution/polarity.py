"""Whether a text says that a source said something, took it back, or never said it.

Reads tokens, for quotations and statements alike. The words are in the tables of the languages: the
verbs ``denying``, ``refraining``, ``retracting`` and ``regretting``, and the words ``not``,
``falsely``, ``invented`` and ``wording``.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.grammar.parsed import ParsedText
from summarizer.document.attribution.grammar.phrases import (
    REACH,
    Source,
    is_skipped,
    sentence_start,
)
from summarizer.document.attribution.grammar.tokens import BREAKS, Token
from summarizer.languages.lexicon import Tags
from summarizer.schema import Polarity

_NOT = frozenset({"not", "negated", "refraining"})
_DENIED = _NOT | {"denying"}
_TOLD = frozenset({"saying", "terming", "terming_bare", "accusing", "quoting"})
_USED = _TOLD | {"using"}
_FRAMES = frozenset({"denying", "regretting", "quoting", "misquoting"})
_LEADING = _NOT | {"effort", "helper"}
_GOVERNED = frozenset({"for", "having", "introducing", "helper", "determiner", "effort"})
_NAMED = frozenset({"name", "pronoun", "own"})
_TAKING = frozenset({"taking", "retracting"})
_SHOWN = frozenset({"wording", "footage"})
_CLAUSES = frozenset({"introducing", "gerund", "determiner", "having"})
_ANSWERING = _SHOWN | _DENIED
_SAID = frozenset({"saying_so", "wording"})
_CLOSING = _SAID | _USED
_DENIAL = _DENIED | _CLOSING | {"determiner", "helper", "possessive", "introducing"}
_NEAR = 5
"""Tokens between words of one phrase: "the quotation was, he said, invented"."""
_FAR = 14
"""Tokens of a short sentence, and beside a quotation."""


def polarity_at(tokens: Sequence[Token], cue: int) -> Polarity:
    """Return whether a verb reports what is said, denied, taken back or not said."""
    if "denying" in tokens[cue].tags:
        denied = _has_clause(tokens, cue) and not _is_negated(tokens, cue)
        return "denied" if denied else "said"
    frame = _frame(tokens, cue)
    if "regretting" in tokens[frame].tags:
        return "retracted"
    false = frame != cue or "quoting" in tokens[cue].tags
    denied = "denying" in tokens[frame].tags and not _is_negated(tokens, frame)
    if _is_negated(tokens, cue) or denied:
        return "unsaid"
    return "unsaid" if false and _is_false(tokens, frame) else "said"


def polarities(parsed: ParsedText, found: Sequence[Attribution | None]) -> Iterator[Polarity]:
    """Yield for each quotation whether it is said, denied, taken back or not said.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.document.outline import outline
        >>> from summarizer.languages.table import language
        >>> text = "Jane Roe never said the plan was “a disaster for the town”."
        >>> names, parts = read_names(text, language("en")), outline(text)
        >>> [*polarities(ParsedText(names, parts.quotations, parts.sentences), [None])]
        ['unsaid']
    """
    tokens = parsed.tokens
    for at, who in zip(parsed.quoted, found, strict=True):
        offset = who.cue[0] if who and who.cue else -1
        cue = bisect_right(tokens, offset, key=attrgetter("start")) - 1
        polarity = _of_quotation(tokens, at, cue)
        after = answered(parsed, at, who.name if who else None)
        yield after if after and polarity == "said" else polarity


def _of_quotation(tokens: Sequence[Token], at: int, cue: int) -> Polarity:
    """Return what the sentence of a quotation says of it."""
    first, end = sentence_start(tokens, at), sentence_end(tokens, at)
    before, after = tokens[max(first, at - _FAR) : at], tokens[at + 1 : min(end, at + _FAR)]
    names_words = not _tags((*before, *after)).isdisjoint(_SHOWN)
    if names_words and _is_made_up(before, after):
        return "unsaid"
    verb = _verb(tokens, at, cue, (first, end))
    polarity = "said" if verb is None else polarity_at(tokens, verb)
    if polarity == "denied" and verb is not None and verb > at:
        return "said"  # "…," Roe said. Poe denied it
    if verb is not None and verb > at and _is_unsaid_before(tokens, at, first):
        return "unsaid"
    return "retracted" if polarity == "said" and names_words and takes_back(after) else polarity


def _is_unsaid_before(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Return whether someone denies that another said it: "Roe never said “…”, an aide said"."""
    for verb in range(at - 1, max(first, at - _FAR), -1):
        if tokens[verb].low == ",":
            return False
        if tokens[verb].is_any(_TOLD):
            return polarity_at(tokens, verb) == "unsaid"
    return False


def answered(parsed: ParsedText, at: int, name: str | None) -> Polarity | None:
    """Return what the next sentence says of someone's words: that she "did not say that"."""
    tokens = parsed.tokens
    here = sentence_end(tokens, at)
    if here >= len(tokens) or tokens[here].kind not in BREAKS:
        return None
    end = sentence_end(tokens, here + 1, _FAR + 1)
    words = tokens[here + 1 : end] if end - here - 1 <= _FAR else ()
    if len(words) < 2 or _tags(words).isdisjoint(_ANSWERING):
        return None
    if _disowns(words, tokens[sentence_start(tokens, at) : here]):
        return "unsaid"
    taken_back = takes_back(words)
    if not (taken_back or _is_denial(words)) or not _is_of(parsed, here + 1, end, name):
        return None
    return "retracted" if taken_back else "unsaid"


def sentence_end(tokens: Sequence[Token], at: int, reach: int = 2 * REACH) -> int:
    """Return the number of the token behind a sentence, or of one far behind."""
    end = min(len(tokens), at + reach)
    for place in range(at, end):
        if tokens[place].kind in BREAKS:
            return place
    return end


def _is_of(parsed: ParsedText, first: int, end: int, name: str | None) -> bool:
    """Return whether the first who is named in a sentence is the one who said the words."""
    for at, token in enumerate(parsed.tokens[first:end], start=first):
        if token.kind in _NAMED:
            return parsed.name(Source(token.kind, at, at, token.item)) == name
    return False


def _verb(tokens: Sequence[Token], at: int, cue: int, sentence: tuple[int, int]) -> int | None:
    """Return the verb that says whether a quotation is said: the last one within a denial."""
    first, end = sentence
    if first <= cue < end and not (tokens[cue].is_any(_DENIED) or tokens[cue].kind == "mark"):
        return cue if tokens[cue].is_any(_TOLD) and cue <= at + _NEAR else None
    before = range(at - 1, max(first, at - 2 * _FAR) - 1, -1)
    near = (*before, *range(at + 1, min(end, at + _NEAR)))
    return next((i for i in near if tokens[i].is_any(_TOLD)), None)


def _frame(tokens: Sequence[Token], verb: int) -> int:
    """Return the verb within which another one is: "denied having said", "quoted her as saying"."""
    parted = any("having" in token.tags for token in tokens[verb + 1 : verb + 3])
    whole = parted or "as" in tokens[verb - 1].tags
    for at in range(verb - 1, max(-1, verb - 2 * _FAR), -1):
        token = tokens[at]
        if token.kind == "cue" or token.is_any(_FRAMES):
            return at
        small = token.kind in _NAMED or token.is_any(_GOVERNED) or is_skipped(token)
        if token.kind in BREAKS or not (whole or small):
            return verb
    return verb


def _is_negated(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a verb is negated or refused: "did not say", "refused to say"."""
    at = verb - 1 - (tokens[verb - 1].kind == "quote")
    while at >= max(0, verb - _FAR) and (is_skipped(tokens[at]) or tokens[at].is_any(_LEADING)):
        if tokens[at].is_any(_NOT):
            return "merely" not in tokens[at + 1].tags
        at -= 1
    behind = tokens[verb + 1 : verb + 3]
    closed = len(behind) > 1 and (behind[1].kind == "mark" or "introducing" in behind[1].tags)
    return closed and "not" in behind[0].tags


def _is_false(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether a verb quotes wrongly: "misquoted", "falsely claimed"."""
    beside = tokens[max(0, verb - _NEAR) : verb + 3]
    return "misquoting" in tokens[verb].tags or any("falsely" in each.tags for each in beside)


def _is_made_up(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether the words beside a quotation say that nobody said it."""
    for token, noun in pairwise(before):
        if "invented" in token.tags and noun.is_any(_SHOWN):  # "a doctored video shows"
            return True
        if token.is_any(_TOLD) and "determiner" not in noun.tags:  # not "tweeted a quotation"
            return False
    return _disowns((*before, *after))


def _disowns(words: Sequence[Token], said: Sequence[Token] = ()) -> bool:
    """Return whether words, or a video of them, are said to be no one's: "the quote is made up"."""
    for at, token in enumerate(words):
        seen = "footage" in token.tags and any(each.low == token.low for each in said)
        if seen or "wording" in token.tags:
            return _is_no_ones(words[at + 1 : at + 1 + 2 * _NEAR])
    return False


def _is_no_ones(words: Sequence[Token]) -> bool:
    """Return whether what follows says so: "falsely attributed to Roe", "that Roe never used"."""
    tags = _tags(words)
    never = any(token.is_any(_USED) and _is_negated(words, at) for at, token in enumerate(words))
    made = "invented" in tags or {"made", "up"} <= tags
    return never or {"falsely", "attributing"} <= tags or (made and tags.isdisjoint(_NOT))


def _has_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Return whether something said is denied: not "denied entry to us"."""
    after = tokens[verb + 1 : verb + 2]
    return any(each.kind != "word" or each.is_any(_CLAUSES) or is_skipped(each) for each in after)


def _is_denial(words: Sequence[Token]) -> bool:
    """Return whether a sentence says that something was not said, and no more."""
    if not words[-1].is_any(_CLOSING):
        return False
    tags = _tags(words)
    plain = (token.kind in _NAMED or token.is_any(_DENIAL) or is_skipped(token) for token in words)
    said = not any(map(tags.isdisjoint, (_DENIED, _USED | {"denying"}, _SAID)))
    return said and all(plain)


def _tags(words: Sequence[Token]) -> Tags:
    """Return the tags that some of the words have."""
    return frozenset[str]().union(*[token.tags for token in words])


def takes_back(words: Sequence[Token]) -> bool:
    """Return whether what is said is taken back: "retracted the remark", "took back her words"."""
    for at, token in enumerate(words):
        if token.tags.isdisjoint(_TAKING):
            continue
        near = words[at + 1 : at + 1 + _NEAR]
        taken = "retracting" in token.tags or any("back" in each.tags for each in near)
        if any(each.is_any(_NOT | {"to"}) for each in words[max(0, at - 2) : at]):
            continue  # "called on her to retract the remark"
        if taken and any("wording" in each.tags for each in near):
            return any(each.kind in _NAMED for each in words) or "," in {e.low for e in words}
    return False
