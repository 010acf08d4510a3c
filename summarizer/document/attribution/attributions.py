"""Who said a quotation, and how that is known."""

from typing import NamedTuple, Self

from summarizer.document.attribution.confidence.levels import certainty_of, weaker
from summarizer.schema import Certainty


class Attribution(NamedTuple):
    """Who said a quotation.

    Args:
        speaker: The speaker as the article writes it: a name, a described source ("a spokesman
            for the ministry"), a pronoun.
        start: Offset of the mention that was read.
        end: Offset after it.
        name: The full name, pronouns and surnames resolved; None for unnamed sources.
        rule: The name of the rule in :data:`~summarizer.document.attribution.rules.RULES` that
            found it.
        certainty: How sure it is: "explicit" where the article says so right beside the quotation,
            "inferred" where a rule reads a verb or the structure nearby, "guessed" where nothing
            but the surroundings speak for it.
        cue: Start and end of the words by which the mention was found, such as a verb of saying;
            None where there are none.
    """

    speaker: str
    start: int
    end: int
    name: str | None
    rule: str
    certainty: Certainty
    cue: tuple[int, int] | None = None

    @property
    def certain(self) -> bool:
        """Whether the article says so explicitly and right beside the quotation."""
        return self.certainty == "explicit"

    @property
    def read(self) -> tuple[int, int]:
        """Start and end of the words that were read: the mention and the cue."""
        start, end = self.cue or (self.start, self.end)
        return min(start, self.start), max(end, self.end)

    def carried(self, rule: str, *, clear: bool) -> Self:
        """Return it for another quotation, to which a rule carries it over; never surer."""
        certainty = certainty_of(rule, clear=clear)
        return self._replace(rule=rule, certainty=weaker(certainty, self.certainty))
