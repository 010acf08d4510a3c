"""Rules that read the words right beside a quotation, and the sentence that it is part of."""

from summarizer.document.attribution.confidence.certainty import speaks
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.readers.behind import found_at_end
from summarizer.document.attribution.rules.context import Context
from summarizer.document.attribution.rules.rule import rule


@rule("agent", example="The plan was called “a farce” by Jane Roe.", speaker="Jane Roe")
def agent(context: Context) -> Found | None:
    """Read the agent of a passive behind the quotation."""
    return context.behind_as("agent")


@rule(
    "at-end",
    example="The cup was called a “disaster” for the town of Oslo, Jane Roe said.",
    speaker="Jane Roe",
)
def at_end(context: Context) -> Found | None:
    """Read a verb of saying at the end of the sentence, where none nearer has a speaker."""
    if context.before is None:
        return None if context.behind else found_at_end(context.tokens, context.at)
    if context.is_relayed or context.is_explicit or speaks(context.tokens, context.before.source):
        return None
    return found_at_end(context.tokens, context.at)


@rule("own", example="Jane Roe’s claim that it was a “disaster” is wrong.", speaker="Jane Roe")
def own(context: Context) -> Found | None:
    """Read the owner of a noun for something said."""
    return context.before_as("own")


@rule(
    "according-before",
    example="According to Jane Roe, the vote is “rigged for good.”",
    speaker="Jane Roe",
)
def according_before(context: Context) -> Found | None:
    """Read “according to” before the quotation."""
    return context.before_as("according-before")


@rule("passive", example="The Gazette quoted Jane Roe as saying: “We won.”", speaker="Jane Roe")
def passive(context: Context) -> Found | None:
    """Read the agent of a passive before the quotation, or who is heard or quoted there."""
    return context.before_as("passive")


@rule("before", example="Jane Roe said: “We won the cup.”", speaker="Jane Roe")
def before(context: Context) -> Found | None:
    """Read a subject and its verb right before the quotation."""
    return context.before_as("before")


@rule(
    "before-part", example="Jane Roe said the plan was a “disaster” for Oslo.", speaker="Jane Roe"
)
def before_part(context: Context) -> Found | None:
    """Read a subject and its verb before a quotation that is part of a clause."""
    return context.before_as("before-part")


@rule("according", example="“We won the cup,” according to Jane Roe.", speaker="Jane Roe")
def according(context: Context) -> Found | None:
    """Read “according to” behind the quotation."""
    return context.behind_as("according")


@rule("after-verb", example="“We won the cup,” said Jane Roe.", speaker="Jane Roe")
def after_verb(context: Context) -> Found | None:
    """Read a verb of saying right behind the quotation, and its subject behind the verb."""
    return context.behind_as("after-verb")


@rule("after-subject", example="“We won the cup,” Jane Roe said.", speaker="Jane Roe")
def after_subject(context: Context) -> Found | None:
    """Read a subject right behind the quotation, and its verb of saying behind it."""
    return context.behind_as("after-subject")


@rule("after-name", example="“We won the cup,” Jane Roe in Oslo.", speaker="Jane Roe")
def after_name(context: Context) -> Found | None:
    """Read a name alone right behind a quotation whose sentence goes on."""
    return context.behind_as("after-name")
