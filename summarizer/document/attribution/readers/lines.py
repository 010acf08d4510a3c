"""Lines that name the speaker of a quotation which has a paragraph to itself.

Letters and vox pops sign below ("- Jane Roe, Oslo", "Jane Roe, 34, a nurse"); interviews and lists
of voices name above ("Jane Roe"). Reads tokens and the text; knows nothing of verbs of saying.
"""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.grammar.sources import subject_after
from summarizer.document.attribution.grammar.tokens import Token
from summarizer.document.names.people import Names

_DASHES = frozenset("-–—")
_LONGEST = 14
"""Tokens of such a line."""
_CREDIT = 6
"""Tokens up to the quotation of a line that credits a picture."""
_ENDS = ".!?…"


def signature(names: Names, tokens: Sequence[Token], at: int) -> Source | None:
    r"""Return who signs on the line below a quotation.

    Args:
        names: The article's names.
        tokens: Its tokens.
        at: Number of the quotation's token.

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
    first = at + 2
    if first >= len(tokens) or tokens[at + 1].kind != "paragraph":
        return None
    if tokens[first].low in _DASHES:
        source = subject_after(tokens, first, closed=False)
        return source if source and source.kind == "name" else None
    source = _named(names, tokens, first)
    described = source and tokens[first + 1 : first + 2] and tokens[first + 1].low == ","
    return source if described and tokens[at - 1].kind == "paragraph" else None


def heading(names: Names, tokens: Sequence[Token], at: int) -> Source | None:
    """Return who the line above a quotation names, which begins its paragraph."""
    alone = at + 1 == len(tokens) or tokens[at + 1].kind == "paragraph"
    if at < 2 or not alone or tokens[at - 1].kind != "paragraph":
        return None
    first = _line_before(tokens, at - 1)
    named = _named(names, tokens, first)
    credit = at - first <= _CREDIT and all(token.kind != "quote" for token in tokens[first:at])
    if named is None and credit and first > 1:  # "Getty Images"
        named = _named(names, tokens, _line_before(tokens, first - 1))
    return named


def _line_before(tokens: Sequence[Token], end: int) -> int:
    """Return the first token of the paragraph that ends at a token."""
    first = end
    while first > max(0, end - _LONGEST) and tokens[first - 1].kind != "paragraph":
        first -= 1
    return first


def _named(names: Names, tokens: Sequence[Token], first: int) -> Source | None:
    """Return the full name with which a short line begins that is no sentence."""
    if first > 0 and tokens[first - 1].kind != "paragraph":
        return None
    last = first
    while last < len(tokens) and tokens[last].kind in {"name", "own", "word", "mark"}:
        last += 1
    ended = last == len(tokens) or tokens[last].kind == "paragraph"
    if not ended or last - first > _LONGEST or tokens[first].kind != "name":
        return None
    parted = last - first == 1 or tokens[first + 1].kind == "mark"
    *given, last_word = tokens[first].low.split()
    if not given or last_word in names.vocabulary.bodies or not parted:
        return None
    sentence = names.text[tokens[last - 1].end :][:1] in _ENDS and not _is_label(tokens[first:last])
    return None if sentence else Source("name", first, first, tokens[first].item)


def _is_label(line: Sequence[Token]) -> bool:
    """Return whether a line is a name, or a name with an age, and not a sentence."""
    return len(line) == 1 or (len(line) > 2 and line[2].low.isdecimal())
