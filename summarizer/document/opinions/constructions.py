"""The constructions in which a text states a position, by name.

To mend a wrong stance, see which construction it was read in (``summarizer explain``). The readers
of the constructions are beside this module; the words are in the tables of the languages.
"""

from dataclasses import dataclass

from summarizer.schema import Certainty


@dataclass(frozen=True, slots=True)
class Construction:
    """A way to state a position.

    Args:
        name: Its name, in :attr:`~summarizer.document.opinions.stated.Stated.rule`.
        description: What it reads, in a line.
        example: A text; its last position is in this construction.
        certainty: How sure a position in it is at best: ``explicit`` where at least 85 of 100 read
            right, ``guessed`` where fewer than 70 do.
    """

    name: str
    description: str
    example: str
    certainty: Certainty = "explicit"


CONSTRUCTIONS = (
    Construction("verb", "Read a verb, its subject and its object.", "Jane Roe backed the law."),
    Construction(
        "relative-verb",
        "Read a verb in a clause about its subject.",
        "Jane Roe, who backed the law, left.",
        "inferred",
    ),
    Construction(
        "joined-verb",
        "Read a verb that “and” or “but” joins to an earlier one.",
        "Jane Roe praised the plan but rejected the cost.",
    ),
    Construction(
        "later-verb",
        "Read a verb in -ing behind another verb of the same subject.",
        "Jane Roe left the room, rejecting the plan.",
    ),
    Construction(
        "reduced",
        "Read a clause that is set behind its subject without “who”.",
        "The residents opposed to the plan left.",
        "inferred",
    ),
    Construction(
        "denied",
        "Read a verb that takes a position where it is denied.",
        "Jane Roe does not accept the plan.",
    ),
    Construction("passive", "Read a passive.", "The plan was praised by Jane Roe."),
    Construction(
        "stirring",
        "Read what the object of a verb feels.",
        "The plan angered Jane Roe.",
        "guessed",
    ),
    Construction("adjective", "Read what a subject is.", "Jane Roe is critical of the plan."),
    Construction(
        "given",
        "Read a noun that the subject of a verb gives.",
        "Jane Roe expressed support for the plan.",
    ),
    Construction(
        "noun",
        "Read a noun and whose it is.",
        "Jane Roe’s support for the plan is known.",
        "guessed",
    ),
    Construction(
        "gain",
        "Read what gains the support or the criticism of somebody.",
        "The plan won the support of Jane Roe.",
        "inferred",
    ),
    Construction(
        "role",
        "Read what somebody is called.",
        "Jane Roe, a critic of the plan, left.",
        "inferred",
    ),
    Construction(
        "called",
        "Read what a subject calls something.",
        "Jane Roe called the plan a disgrace.",
    ),
    Construction(
        "judged",
        "Read what a subject says that something is.",
        "Jane Roe said the plan was unfair.",
        "inferred",
    ),
    Construction(
        "echo",
        "Read who thinks as one before does.",
        "Jane Roe opposes the plan, and so does Ann Lee.",
        "inferred",
    ),
    Construction(
        "spoken-verb",
        "Read what “I” or “we” do or are in a quotation.",
        "“We support the plan,” Jane Roe said.",
        "inferred",
    ),
    Construction(
        "spoken-judgement",
        "Read what a quotation says that something is.",
        "“The plan is a disgrace,” Jane Roe said.",
        "guessed",
    ),
)
"""Every construction."""

BY_NAME = {each.name: each for each in CONSTRUCTIONS}
"""The constructions by their names."""
