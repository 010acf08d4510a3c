"""How sure each rule is where the text is not explicit.

Measured on the annotated quotations (``docs/accuracy.md``): of the speakers that a rule named, how
many were right.
"""

from typing import get_args

from summarizer.schema import Certainty

LEVELS: tuple[Certainty, ...] = get_args(Certainty)
"""The surest first."""

_GUESSING = frozenset({"continues", "main-subject", "owner", "last"})
"""Rules that guess: right were 0 of 5 by "continues", where the quotation before is not explicit;
12 of 14 by "main-subject"; 2 of 20 by "last". The others were right in 27 of 31 and more."""


def certainty_of(rule: str, *, explicit: bool) -> Certainty:
    """Return how sure a rule is.

    Args:
        rule: Its name.
        explicit: Whether the text says right beside the quotation who said it.

    Example:
        >>> certainty_of("before", explicit=True), certainty_of("last", explicit=False)
        ('explicit', 'guessed')
    """
    if explicit:
        return "explicit"
    return "guessed" if rule in _GUESSING else "inferred"


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the less sure of two.

    Example:
        >>> weaker("guessed", "inferred")
        'guessed'
    """
    return max(one, other, key=LEVELS.index)
