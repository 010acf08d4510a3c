"""The rules of attribution by name, for explanations."""

from typing import NamedTuple


class Rule(NamedTuple):
    """A way to find who said a quotation.

    Args:
        name: Its name, in :attr:`Attribution.rule`.
        description: What it reads, in a line.
        example: A text of whose last quotation it decides who said it.
        speaker: Who said that quotation.
    """

    name: str
    description: str
    example: str
    speaker: str = "Jane Roe"


RULES = (
    Rule(
        "eastern",
        "Read a verb of saying beside the quotation, in Japanese or Chinese.",
        "田中氏が「晴れだ」と話した。",
        "田中",
    ),
    Rule(
        "marked",
        "Read the agent of the sentence in languages that mark it, such as Hindi.",
        "मंत्री रवि वर्मा ने कहा, “हम जीत गए।”",
        "रवि वर्मा",
    ),
    Rule(
        "agent",
        "Read the agent of a passive behind the quotation.",
        "The plan was called “a farce” by Jane Roe.",
    ),
    Rule(
        "at-end",
        "Read a verb of saying at the end of the sentence, where none nearer has a speaker.",
        "The cup was called a “disaster” for the town of Oslo, Jane Roe said.",
    ),
    Rule(
        "own",
        "Read the owner of a noun for something said.",
        "Jane Roe’s claim that it was a “disaster” is wrong.",
    ),
    Rule(
        "according-before",
        "Read “according to” before the quotation.",
        "According to Jane Roe, the vote is “rigged for good.”",
    ),
    Rule(
        "passive",
        "Read the agent of a passive before the quotation, or who is heard or quoted there.",
        "The Gazette quoted Jane Roe as saying: “We won.”",
    ),
    Rule(
        "before",
        "Read a subject and its verb right before the quotation.",
        "Jane Roe said: “We won the cup.”",
    ),
    Rule(
        "before-part",
        "Read a subject and its verb before a quotation that is part of a clause.",
        "Jane Roe said the plan was a “disaster” for Oslo.",
    ),
    Rule(
        "according",
        "Read “according to” behind the quotation.",
        "“We won the cup,” according to Jane Roe.",
    ),
    Rule(
        "after-verb",
        "Read a verb of saying right behind the quotation, and its subject behind the verb.",
        "“We won the cup,” said Jane Roe.",
    ),
    Rule(
        "after-subject",
        "Read a subject right behind the quotation, and its verb of saying behind it.",
        "“We won the cup,” Jane Roe said.",
    ),
    Rule(
        "signed",
        "Read a label: behind or below the quotations, or above as the first one is.",
        "“We won.”\n\nJane Roe, 34, a nurse\n\nIt rained.",
    ),
    Rule(
        "after-name",
        "Read a name alone right behind a quotation whose sentence goes on.",
        "“We won the cup,” Jane Roe in Oslo.",
    ),
    Rule(
        "colon",
        "Read the name before a colon, or a label in front of the quotation.",
        "Jane Roe: “We won the cup.”",
    ),
    Rule(
        "introduced",
        "Read a verb of saying in the sentence before, unless a speaker explicitly goes on.",
        "“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”",
    ),
    Rule(
        "continues",
        "Carry the speaker on to a paragraph that opens the quotation again.",
        "“One,” said Jane Roe. “Two.\n\n“Three.”",
    ),
    Rule(
        "next",
        "Carry the speaker on to a quotation right behind.",
        "Jane Roe said: “We won.” “Twice.”",
    ),
    Rule(
        "around",
        "Carry the speaker who is named between two quotations on to the second.",
        "“We won,” Jane Roe said. “Twice.”",
    ),
    Rule(
        "same-paragraph",
        "Carry the speaker on within the paragraph, unless the clause has a subject of its own.",
        "Jane Roe said it was “a farce” to vote. Rain fell on “the finest hats” of all.",
    ),
    Rule(
        "main-subject",
        "Read the subject of the sentence, whatever its verb.",
        "Jane Roe sat by “the finest river” of Oslo.",
    ),
    Rule(
        "last",
        "Fall back on who spoke last, if that is near and no one else is named since.",
        "“We won,” Jane Roe said.\n\nIt rained for days on end. “Twice.”",
    ),
)
"""Every rule."""

BY_NAME = {rule.name: rule for rule in RULES}
"""The rules by their names."""
