"""Which verb of saying belongs to a quotation: what stands before it, or what stands behind it.

Reads the tokens of one text. Who is meant, and what carries over from one quotation to the next,
is decided in :mod:`summarizer.document.attribution`.
"""

from collections.abc import Sequence

from summarizer.document.attribution.before import found_before
from summarizer.document.attribution.behind import found_at_end, found_behind
from summarizer.document.attribution.certainty import Found, is_relay, speaks
from summarizer.document.attribution.tokens import Token

_OPEN = (",", "?", "!", "—", "-", "–", "…")
"""How a quotation ends whose sentence goes on."""


def explicit(tokens: Sequence[Token], at: int, said: str) -> Found | None:
    """Return the source that a verb of saying gives to a quotation.

    Args:
        tokens: The text's tokens.
        at: Number of the quotation's token.
        said: What it says.

    Returns:
        The source, or None.

    Example:
        >>> from summarizer.document.quotations import find_quotations
        >>> from summarizer.document.attribution.tokens import tokenise
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> text = "“We won,” said Jane Roe."
        >>> names = read_names(text, language("en"))
        >>> explicit(tokenise(text, names, find_quotations(text), ()), 0, "We won,").rule
        'after-verb'
    """
    after = found_behind(tokens, at, open_end=said.endswith(_OPEN))
    before = found_before(tokens, at)
    if after and after.rule == "passive":
        return after
    if after and before and is_relay(tokens, after.source):
        return before
    sure = next((one for one in (after, before) if one and one.certain), None)
    if before and not sure and not speaks(tokens, before.source):
        return found_at_end(tokens, at) or before
    return sure or before or after or found_at_end(tokens, at)
