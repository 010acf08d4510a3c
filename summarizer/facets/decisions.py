"""Who decided an item of a summary, rules or the model, and how sure that is."""

from collections.abc import Iterable
from typing import NamedTuple, Self, TypedDict

from summarizer.document.attribution.confidence.levels import LEVELS
from summarizer.schema import Certainty, Decided, DecidedBy


class Fields(TypedDict):
    """The fields of an item that say who decided it."""

    decided_by: DecidedBy | None
    certainty: Certainty | None
    rule: str | None
    doubt: str | None


class Decision(NamedTuple):
    """Who decided an item.

    Args:
        by: Rules, the model, both, or none.
        certainty: How sure it is; None where nothing is decided.
        rule: The name of the rule; None where the model alone decided.
        doubt: Why a check doubts it, as a reason in ``rejected``; None: it does not.
    """

    by: DecidedBy
    certainty: Certainty | None = None
    rule: str | None = None
    doubt: str | None = None

    def as_rule(self, rule: str) -> Self:
        """Return it with another rule in the place of its rule, if it has one."""
        return self._replace(rule=rule) if self.rule else self

    def doubted(self, doubt: str | None) -> Self:
        """Return it as a guess, for this reason; as it is where there is none."""
        return self._replace(certainty="guessed", doubt=doubt) if doubt else self

    @property
    def fields(self) -> Fields:
        """The decision by the names of an item's fields."""
        return {
            "decided_by": self.by,
            "certainty": self.certainty,
            "rule": self.rule,
            "doubt": self.doubt,
        }


DECIDED = (*Fields.__annotations__,)
"""The names of those fields."""

UNDECIDED = Decision("none")
BY_MODEL = Decision("model", "inferred")


def by_rule(rule: str, certainty: Certainty) -> Decision:
    """Return the decision of a rule."""
    return Decision("rule", certainty, rule)


def combined(decisions: Iterable[Decision]) -> Decision:
    """Return the one decision that several come to.

    The surest rule gives its name, the first of equals. What a rule infers or guesses and the
    model confirms is inferred.

    Example:
        >>> combined([by_rule("last", "guessed"), BY_MODEL])
        Decision(by='both', certainty='inferred', rule='last', doubt=None)
    """
    every = sorted(decisions, key=lambda each: each.doubt is not None)
    rules = [(LEVELS.index(each.certainty), each) for each in every if each.rule and each.certainty]
    if not rules:
        return every[0] if every else BY_MODEL
    best = min(rules, key=lambda pair: pair[0])[1]
    if all(each.by == "rule" for each in every):
        return best
    return Decision("both", "explicit" if best.certainty == "explicit" else "inferred", best.rule)


def fields_of(item: Decided) -> dict[str, str | None]:
    """Return the decision of an item by the names of its fields."""
    return {name: getattr(item, name) for name in DECIDED}


GUESSED = "guessed"


def is_guessed(item: object) -> bool:
    """Return whether an item is a guess, or a check doubts it."""
    doubt = getattr(item, "doubt", None)
    return getattr(item, "certainty", None) == GUESSED or doubt is not None


def note_on(item: Decided) -> str:
    """Return who decided an item in a few words; empty where it does not say.

    Example:
        >>> from summarizer.schema import Quote, Span
        >>> span = Span.of("“Rain.”", 1, 6)
        >>> said = {"id": "Q1", "spans": (span,), "kind": "direct"}
        >>> note_on(Quote(**said, decided_by="both", certainty="explicit", rule="after-verb"))
        'explicit in the text, by rule “after-verb” and the model'
        >>> note_on(Quote(**said, decided_by="model", certainty="inferred"))
        'inferred by the model'
    """
    if item.decided_by is None:
        return ""
    if item.decided_by == "none":
        return "not decided"
    who = {"rule": f"rule “{item.rule}”", "both": f"rule “{item.rule}” and the model"}
    doubt = f" ({item.doubt.replace('_', ' ')})" if item.doubt else ""
    return f"{how_sure(item.certainty, who.get(item.decided_by, 'the model'))}{doubt}"


def how_sure(certainty: Certainty | None, who: str) -> str:
    """Return in words how sure someone is.

    Example:
        >>> how_sure("explicit", "the model"), how_sure("guessed", "rule “last”")
        ('explicit in the text, by the model', 'guessed by rule “last”')
    """
    return f"explicit in the text, by {who}" if certainty == "explicit" else f"{certainty} by {who}"
