"""The rules of attribution: :data:`RULES` names them, :data:`STEPS` has their order.

To mend a wrong attribution, see which rule decided (``summarizer explain``), and change what that
rule reads, or the place of its step. Words are in the tables of the languages.
"""

from summarizer.document.attribution.rules.steps import READING_WORDS, STEPS
from summarizer.document.attribution.rules.table import BY_NAME, RULES, Rule

__all__ = ["BY_NAME", "READING_WORDS", "RULES", "STEPS", "Rule"]
