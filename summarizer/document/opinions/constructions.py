"""The constructions in which a text states a position, by name.

To mend a wrong stance, see which construction it was read in (``summarizer explain``). Where the
words of each are is in the readers beside this module; the words are in the tables of the
languages.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Construction:
    """A way to state a position.

    Args:
        name: Its name, in :attr:`~summarizer.document.opinions.readers.Stated.rule`.
        description: What it reads, in a line.
        example: A text; its last position is in this construction.
    """

    name: str
    description: str
    example: str


CONSTRUCTIONS = (
    Construction(
        "verb", "Read a verb behind the name, and its object.", "Jane Roe backed the law."
    ),
    Construction(
        "joined-verb",
        "Read a verb that “and” or “but” joins to one that takes a position.",
        "Jane Roe praised the plan but rejected its cost.",
    ),
    Construction(
        "later-verb",
        "Read a verb behind another verb of the same subject.",
        "Jane Roe left the room, rejecting the plan.",
    ),
    Construction(
        "noun",
        "Read a noun behind the possessive of the name.",
        "Jane Roe’s support for the plan is known.",
    ),
    Construction(
        "role",
        "Read what the sentence calls the actor.",
        "Jane Roe, a critic of the plan, left.",
    ),
    Construction("passive", "Read a passive before the name.", "The plan was praised by Jane Roe."),
    Construction(
        "gain",
        "Read what gains the support or the criticism of the actor.",
        "The plan won the support of Jane Roe.",
    ),
    Construction(
        "called",
        "Read what the actor calls something.",
        "Jane Roe called the plan a disgrace.",
    ),
    Construction(
        "judged",
        "Read what the actor says that something is.",
        "Jane Roe said the plan was unfair.",
    ),
    Construction(
        "wished",
        "Read what the actor says should be done.",
        "Jane Roe said the plan should be stopped.",
    ),
    Construction(
        "spoken-verb",
        "Read what “I” or “we” do in a quotation.",
        "“We support the plan,” Jane Roe said.",
    ),
    Construction(
        "spoken-judgement",
        "Read what a quotation says that something is.",
        "“The plan is a disgrace,” Jane Roe said.",
    ),
    Construction(
        "spoken-wish",
        "Read what a quotation says must be done.",
        "“The plan must be stopped,” Jane Roe said.",
    ),
)
"""Every construction."""

BY_NAME = {each.name: each for each in CONSTRUCTIONS}
"""The constructions by their names."""
