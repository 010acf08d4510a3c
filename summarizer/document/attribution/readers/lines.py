r"""Labels that name the speaker of a quotation: "Jane Roe, mayor of Oslo".

Letters and vox pops sign below or behind ("- Jane Roe, Oslo", "Jane Roe, 34, a nurse"); interviews
and lists of voices name above ("Jane Roe", "And from Chairwoman Jane Roe:") or in front
("Jane Roe (D-Ohio): …"). Reads tokens and the text; knows nothing of verbs of saying.
"""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import Source, phrase_on
from summarizer.document.attribution.grammar.sources import subject_after
from summarizer.document.attribution.grammar.tokens import BREAKS, Token
from summarizer.document.names.people import Names

_DASHES = frozenset("-–—")
_OPENING = _DASHES | {"(", "["}
_LONGEST = 20
"""Tokens of a label."""
_CREDIT = 6
"""Tokens up to the quotation of a line that credits a picture."""
_FULL_STOP = "."
_ENDS = ".!?…"
_LEADING = frozenset({"connective", "preposition"})
_QUOTED = ["paragraph", "quote", "paragraph"]
_TOPICS = frozenset({"touched", "to", "for"})
_CREDITING = frozenset({"by", "giving"})  # "Reaction from Roe"
_LED = 4
"""Tokens before the one that leads to the name: "And finally, this from"."""
_DESCRIBING = frozenset({"determiner", "person", "title", "preposition"})
_DESCRIBED = frozenset({"name", "own", "word", "mark"})


def signature(names: Names, tokens: Sequence[Token], at: int) -> Source | None:
    r"""Return who signs on the line below a quotation, or behind it on its own line.

    Example:
        >>> from summarizer.document.outline import outline
        >>> from summarizer.document.attribution.grammar.tokens import tokenise
        >>> from summarizer.languages.table import language
        >>> text = "“We won.”\n\nJane Roe, 34, a nurse\n\nIt rained."
        >>> from summarizer.document.names.people import read_names
        >>> names, parts = read_names(text, language("en")), outline(text)
        >>> tokens = tokenise(names, parts.quotations, parts.sentences)
        >>> signature(names, tokens, 1).kind
        'name'
    """
    first = at + 1
    while first < len(tokens) and tokens[first].kind in BREAKS:
        first += 1
    last = _line_end(tokens, first)
    if last == first or tokens[at - 1].kind not in BREAKS:
        return None
    label = _labelled(names, tokens, first, last)
    if tokens[first].low in _OPENING:
        return label or _dashed(tokens, first, last)
    alone = tokens[at - 1].kind == "paragraph" and label and label.first == first
    behind = last == first + 1 and tokens[first - 1].kind != "paragraph"
    described = last > first + 1 and tokens[first + 1].low == ","
    return label if alone and (behind or described) else None


def heading(names: Names, tokens: Sequence[Token], at: int) -> Source | None:
    """Return who the line above a quotation names, which is all that its paragraph holds."""
    if at < 2 or tokens[at - 1].kind != "paragraph" or not _is_whole(tokens, at):
        return None
    first = _line_start(tokens, at - 1)
    named = _labelled(names, tokens, first, at - 1)
    credit = at - first <= _CREDIT and all(token.kind != "quote" for token in tokens[first:at])
    if named is None and credit and first > 1:  # "Getty Images"
        named = _labelled(names, tokens, _line_start(tokens, first - 1), first - 1)
    return named


def first_of_list(tokens: Sequence[Token], at: int) -> int:
    """Return the first of the quotations above that have a paragraph each to themselves."""
    floor = max(2, at - _LONGEST)
    while at > floor and [each.kind for each in tokens[at - 3 : at]] == _QUOTED:
        at -= 2
    return at


def is_below_quotation(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether the line of a label is right below a quotation, and may sign that one."""
    first = _line_start(tokens, source.first)
    return first > 1 and tokens[first - 2].kind == "quote"


def label_before(names: Names, tokens: Sequence[Token], at: int) -> Source | None:
    """Return who is named in front of a quotation: "Jane Roe, mayor of Oslo: …", "Jane Roe. …"."""
    last = at - 1
    if last < 1 or not (tokens[last].kind == "stop" or tokens[last].low in _DASHES | {":"}):
        return None
    first = last
    while first > max(0, at - _LONGEST) and tokens[first - 1].kind not in BREAKS:
        first -= 1
    return _labelled(names, tokens, first, last)


def _is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the sentence of a quotation ends with it, and no one speaks behind it."""
    behind = tokens[at + 1 : at + 2]
    return all(token.kind in BREAKS | {"quote"} for token in behind)


def _line_start(tokens: Sequence[Token], end: int) -> int:
    """Return the first token of the paragraph that ends at a token."""
    first = end
    while first > max(0, end - _LONGEST) and tokens[first - 1].kind != "paragraph":
        first -= 1
    return first


def _line_end(tokens: Sequence[Token], first: int) -> int:
    """Return the token behind a short line; the first where it is long or quotes something."""
    for at in range(first, min(len(tokens), first + _LONGEST)):
        if tokens[at].kind == "paragraph":
            return at
        if tokens[at].kind in {"quote", "stop"}:
            return first
    return len(tokens) if len(tokens) <= first + _LONGEST else first


def _dashed(tokens: Sequence[Token], first: int, last: int) -> Source | None:
    """Return the name behind a dash: "- Roe, Oslo"."""
    source = subject_after(tokens, first, closed=False)
    return source if source and source.kind == "name" and tokens[last - 1].low != ":" else None


def _labelled(names: Names, tokens: Sequence[Token], first: int, last: int) -> Source | None:
    """Return the full name that a label gives which ends before a token; a sentence is none."""
    if first > 0 and tokens[first - 1].kind not in BREAKS:
        return None
    while first < last and (tokens[first].kind == "mark" or tokens[first].low.isdecimal()):
        first += 1
    starts = dict.fromkeys((first, _led(tokens, first, last)))
    sources = (_named(names, tokens, start, last) for start in starts if start < last)
    return next(filter(None, sources), None)


def _named(names: Names, tokens: Sequence[Token], start: int, last: int) -> Source | None:
    """Return the full name that the tokens from start to last give, if they make no sentence."""
    source = phrase_on(tokens, start, closed=False)
    if source is None or source.kind != "name" or not _is_full(names, tokens[source.first]):
        return None
    end = tokens[last - 1].end
    return source if _describes(tokens[source.last + 1 : last], names.text[end : end + 1]) else None


def _led(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the name may begin: behind "And from", "Reaction by", "In the words of"."""
    for at in range(min(first + _LED, last - 1), first - 1, -1):
        before = tokens[first:at]
        credits_it = tokens[at].is_any(_CREDITING) and all(each.kind != "cue" for each in before)
        leads = tokens[at].is_any(_LEADING) and all(each.kind == "word" for each in before)
        topic = at == first and tokens[at].is_any(_TOPICS)  # "On Jane Roe:"
        if credits_it or (leads and not topic):
            return at + 1
    return first


def _is_full(names: Names, token: Token) -> bool:
    """Return whether a name has a given name here or elsewhere, or a title, and is no body's."""
    *given, last_word = token.low.split()
    run = names.runs[token.item]
    named = given or run.titles or names.bears(run.words[-1])
    return bool(named) and last_word not in names.vocabulary.bodies


def _describes(rest: Sequence[Token], end: str) -> bool:
    """Return whether the words behind a name say who it is, and make no sentence of it.

    Args:
        rest: The tokens between the name and the end of the label.
        end: The character behind the label.
    """
    if not rest or rest[0].low == ":":
        return end not in "!?…" or not end
    if rest[-1].low == ":":
        return rest[0].kind in {"mark", "own"} or "preposition" in rest[0].tags
    if any(token.kind not in _DESCRIBED or "modal" in token.tags for token in rest):
        return False
    if rest[0].kind != "mark":  # "Jane Roe of Ohio"
        return "preposition" in rest[0].tags and all(map(_is_place, rest[1:]))
    return end not in _ENDS or not end or (end == _FULL_STOP and _is_listed(rest))


def _is_place(token: Token) -> bool:
    return token.kind in {"name", "mark"} or "day" in token.tags or "determiner" in token.tags


def _is_listed(rest: Sequence[Token]) -> bool:
    """Return whether all between marks are nouns: ", the mayor", not ", the mayor, slept"."""
    starts = [at for at in range(1, len(rest)) if rest[at - 1].kind == "mark"]
    return all(
        rest[at].kind in {"name", "mark"}
        or rest[at].low.isdecimal()
        or rest[at].is_any(_DESCRIBING)
        for at in starts[1:]
    )
