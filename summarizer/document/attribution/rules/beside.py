"""Rules that read the words right beside a quotation, and the sentence that it is part of."""

from summarizer.document.attribution.confidence.certainty import speaks
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.readers.behind import found_at_end
from summarizer.document.attribution.rules.place import Place
from summarizer.document.attribution.rules.rule import rule


@rule("agent", example="The plan was called “a farce” by Jane Roe.", speaker="Jane Roe")
def agent(place: Place) -> Found | None:
    """Read the agent of a passive behind the quotation."""
    return place.behind_as("agent")


@rule(
    "at-end",
    example="The cup was called a “disaster” for the town of Oslo, Jane Roe said.",
    speaker="Jane Roe",
)
def at_end(place: Place) -> Found | None:
    """Read a verb of saying at the end of the sentence, where none nearer has a speaker."""
    if place.before is None:
        return None if place.behind else found_at_end(place.tokens, place.at)
    if place.is_relayed or place.is_explicit or speaks(place.tokens, place.before.source):
        return None
    return found_at_end(place.tokens, place.at)


@rule("own", example="Jane Roe’s claim that it was a “disaster” is wrong.", speaker="Jane Roe")
def own(place: Place) -> Found | None:
    """Read the owner of a noun for something said."""
    return place.before_as("own")


@rule(
    "according-before",
    example="According to Jane Roe, the vote is “rigged for good.”",
    speaker="Jane Roe",
)
def according_before(place: Place) -> Found | None:
    """Read “according to” before the quotation."""
    return place.before_as("according-before")


@rule("passive", example="The Gazette quoted Jane Roe as saying: “We won.”", speaker="Jane Roe")
def passive(place: Place) -> Found | None:
    """Read the agent of a passive before the quotation, or who is heard or quoted there."""
    return place.before_as("passive")


@rule("before", example="Jane Roe said: “We won the cup.”", speaker="Jane Roe")
def before(place: Place) -> Found | None:
    """Read a subject and its verb right before the quotation."""
    return place.before_as("before")


@rule(
    "before-part", example="Jane Roe said the plan was a “disaster” for Oslo.", speaker="Jane Roe"
)
def before_part(place: Place) -> Found | None:
    """Read a subject and its verb before a quotation that is part of a clause."""
    return place.before_as("before-part")


@rule("according", example="“We won the cup,” according to Jane Roe.", speaker="Jane Roe")
def according(place: Place) -> Found | None:
    """Read “according to” behind the quotation."""
    return place.behind_as("according")


@rule("after-verb", example="“We won the cup,” said Jane Roe.", speaker="Jane Roe")
def after_verb(place: Place) -> Found | None:
    """Read a verb of saying right behind the quotation, and its subject behind the verb."""
    return place.behind_as("after-verb")


@rule("after-subject", example="“We won the cup,” Jane Roe said.", speaker="Jane Roe")
def after_subject(place: Place) -> Found | None:
    """Read a subject right behind the quotation, and its verb of saying behind it."""
    return place.behind_as("after-subject")


@rule("after-name", example="“We won the cup,” Jane Roe in Oslo.", speaker="Jane Roe")
def after_name(place: Place) -> Found | None:
    """Read a name alone right behind a quotation whose sentence goes on."""
    return place.behind_as("after-name")
