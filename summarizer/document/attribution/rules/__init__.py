"""The rules of attribution, in the order in which they are asked: the first that finds one decides.

To mend a wrong attribution, see which rule decided (``summarizer explain``), and change what that
rule reads, or its place in :data:`RULES`. Words are in the tables of the languages.
"""

from summarizer.document.attribution.rules import apart, beside
from summarizer.document.attribution.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    apart.eastern,
    apart.marked,
    beside.agent,
    beside.at_end,
    beside.own,
    beside.according_before,
    beside.passive,
    beside.before,
    beside.before_part,
    beside.according,
    beside.after_verb,
    beside.after_subject,
    apart.signed,
    beside.after_name,
    apart.colon,
    apart.introduced,
    apart.continues,
    apart.following,
    apart.around,
    apart.same_paragraph,
    apart.main_subject,
    apart.last,
)

_FALLBACKS = frozenset({"same-paragraph", "last"})
READING_WORDS = tuple(rule for rule in RULES if rule.name not in _FALLBACKS)
"""The rules for languages that have no table: none that falls back on who was named before."""

BY_NAME = {rule.name: rule for rule in RULES}
"""The rules by their names."""
