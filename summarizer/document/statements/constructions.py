"""The constructions in which a text reports what a source says, by name.

To mend a wrong statement, see which construction it was read in (``summarizer explain``). Where the
words of each are is in the readers beside this module; the words are in the tables of the
languages.
"""

from summarizer.document.attribution.rules.table import Rule
from summarizer.schema import Certainty

CONSTRUCTIONS = (
    Rule(
        "clause",
        "Read a clause behind a verb of saying.",
        "Jane Roe said that the mine would close by May.",
    ),
    Rule("colon", "Read what is behind a verb and a colon.", "Jane Roe said: The mine will close."),
    Rule(
        "question",
        "Read a question behind a verb of asking.",
        "Jane Roe asked whether the mine would close.",
    ),
    Rule(
        "told",
        "Read a clause behind whom it was told.",
        "Jane Roe told Bo Poe the mine would close.",
    ),
    Rule(
        "urged",
        "Read what someone was asked to do.",
        "Jane Roe urged the town to close the mine.",
    ),
    Rule("pledge", "Read what the source will do.", "Jane Roe promised to close the mine by May."),
    Rule(
        "accused",
        "Read what someone is accused of.",
        "Jane Roe accused the town of closing the mine.",
    ),
    Rule(
        "termed",
        "Read what the source calls something.",
        "Jane Roe described the mine as a danger to all.",
    ),
    Rule("shown", "Read what a study or a poll shows.", "A poll shows a lead of nine points."),
    Rule(
        "announced",
        "Read the object of a verb of saying.",
        "Jane Roe announced the end of the mine.",
    ),
    Rule("touched", "Read what is spoken of.", "Jane Roe warned of a flood in the mine."),
    Rule("call", "Read what is called for.", "Jane Roe called for an end of the mine."),
    Rule(
        "inserted",
        "Read the words before a verb and its subject, or around them.",
        "The mine will close by May, Jane Roe said.",
    ),
    Rule(
        "inverted",
        "Read the words before a verb and the subject behind it.",
        "The mine will close by May, said Jane Roe.",
    ),
    Rule(
        "according",
        "Read the words before or behind “according to”.",
        "According to Jane Roe, the mine will close.",
    ),
    Rule(
        "as",
        "Read the words before or behind “as Roe said”.",
        "As Jane Roe said, the mine will close.",
    ),
    Rule(
        "feeling",
        "Read a clause behind an adjective for what someone feels or makes clear.",
        "Jane Roe was worried that the mine would close.",
    ),
    Rule(
        "noun",
        "Read a clause behind a noun for something said.",
        "Jane Roe’s claim that the mine is safe was wrong.",
    ),
    Rule(
        "headline",
        "Read a line behind its source and a colon.",
        "Jane Roe: the mine will close\n\nJane Roe left.",
    ),
)
"""Every construction."""

BY_NAME = {each.name: each for each in CONSTRUCTIONS}
"""The constructions by their names."""


_EXPLICIT = frozenset(
    "clause colon question told urged accused inserted inverted according headline".split()
)
"""Constructions that are right in nine of ten and more where the source is a name."""


def certainty_of(rule: str, kind: str, *, named: bool) -> Certainty:
    """Return how sure a construction is with a source of a kind.

    Args:
        rule: The name of the construction.
        kind: "name", "pronoun" or "nominal".
        named: Whether it is known who the source is.
    """
    if rule == "noun" or (kind == "pronoun" and not named):
        return "guessed"
    return "explicit" if rule in _EXPLICIT and kind == "name" and named else "inferred"
