"""How sure each rule is: the one table, calibrated on annotated news.

``benchmarks/certainty.py`` counts how often each rule is right. After a change to the rules, run it
on the tune set, and give every rule the levels that its counts bear: "explicit" from 0.985 of named
speakers, "inferred" from 0.93 of all, "guessed" below. A rule that is not in the table guesses.
"""

from typing import NamedTuple, get_args

from summarizer.schema import Certainty

LEVELS: tuple[Certainty, ...] = get_args(Certainty)
"""The surest first."""


class Levels(NamedTuple):
    """How sure a rule is.

    Args:
        clear: Where the circumstances are clear: nothing but the speaker and a verb of saying is
            beside the quotation, or the rule says what is clear.
        otherwise: Elsewhere. Where they speak against it, every rule guesses.
    """

    clear: Certainty
    otherwise: Certainty


_GUESS = Levels("guessed", "guessed")
BY_RULE = {
    "eastern": Levels("explicit", "inferred"),
    "signed": Levels("explicit", "inferred"),
    "colon": Levels("explicit", "inferred"),
    "according": Levels("explicit", "inferred"),
    "according-before": Levels("explicit", "inferred"),
    "before": Levels("explicit", "guessed"),
    "before-part": Levels("explicit", "guessed"),
    "after-verb": Levels("explicit", "inferred"),
    "after-subject": Levels("explicit", "inferred"),
    "after-name": Levels("inferred", "inferred"),
    "agent": Levels("inferred", "inferred"),
    "at-end": Levels("inferred", "inferred"),
    "passive": Levels("inferred", "inferred"),
    "own": Levels("inferred", "inferred"),
    "introduced": _GUESS,
    "next": Levels("explicit", "inferred"),
    "around": Levels("explicit", "inferred"),
    "same-paragraph": Levels("inferred", "guessed"),
    "continues": Levels("explicit", "guessed"),
    "main-subject": _GUESS,
    "marked": _GUESS,
    "last": _GUESS,
}
"""The levels of each rule of :data:`~summarizer.document.attribution.rules.RULES`."""


def certainty_of(rule: str, *, clear: bool, vague: bool = False) -> Certainty:
    """Return how sure a rule is.

    The circumstances may be clear, or vague: then they speak against it.

    Example:
        >>> certainty_of("before", clear=True), certainty_of("last", clear=False)
        ('explicit', 'guessed')
    """
    if vague:
        return "guessed"
    levels = BY_RULE.get(rule, _GUESS)
    return levels.clear if clear else levels.otherwise


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the less sure of two.

    Example:
        >>> weaker("guessed", "inferred")
        'guessed'
    """
    return max(one, other, key=LEVELS.index)
