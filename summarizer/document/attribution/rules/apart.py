"""Rules that read who speaks where no word beside the quotation says it."""

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.confidence.levels import certainty_of
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.readers.eastern import eastern_speaker
from summarizer.document.attribution.readers.implied import (
    before_colon,
    speaker_introduced,
    subject_of_sentence,
)
from summarizer.document.attribution.readers.lines import (
    first_of_list,
    heading,
    is_below_quotation,
    label_before,
    signature,
)
from summarizer.document.attribution.readers.marked import marked_agent
from summarizer.document.attribution.rules.context import Context
from summarizer.document.attribution.rules.rule import rule


@rule("eastern", example="田中氏が「晴れだ」と話した。", speaker="田中")
def eastern(context: Context) -> Attribution | None:
    """Read a verb of saying beside the quotation, in Japanese or Chinese."""
    named = eastern_speaker(
        context.text, context.quotation.outer_start, context.quotation.outer_end
    )
    if named is None:
        return None
    start, end, sure = named
    speaker = context.text[start:end]
    certainty = certainty_of("eastern", clear=sure)
    return Attribution(speaker, start, end, speaker, "eastern", certainty)


@rule("marked", example="मंत्री रवि वर्मा ने कहा, “हम जीत गए।”", speaker="रवि वर्मा")
def marked(context: Context) -> Attribution | None:
    """Read the agent of the sentence in languages that mark it, such as Hindi."""
    quotation = context.quotation
    marks = context.article.marks_agents
    found = marks and marked_agent(context.text, quotation.outer_start, quotation.outer_end)
    if not found:
        return None
    speaker = context.text[found.start : found.end]
    name = speaker if found.named else None
    return Attribution(speaker, found.start, found.end, name, "marked", "guessed")


@rule("signed", example="“We won.”\n\nJane Roe, 34, a nurse\n\nIt rained.", speaker="Jane Roe")
def signed(context: Context) -> Found | None:
    """Read a label: behind or below the quotations, or above as the first one is."""
    article, tokens, at = context.article, context.tokens, context.at
    below = signature(article.names, tokens, at)
    above = heading(article.names, tokens, at)
    if article.headed is None and (below or above):
        article.headed = above is not None
    if not article.headed:
        source = below or (above if above and not is_below_quotation(tokens, above) else None)
    else:
        source = above or heading(article.names, tokens, first_of_list(tokens, at))
    sure = source in {below, above} and context.is_full_name(source)
    return Found(source, "signed", sure) if source else None


@rule("colon", example="Jane Roe: “We won the cup.”", speaker="Jane Roe")
def colon(context: Context) -> Found | None:
    """Read the name before a colon, or a label in front of the quotation."""
    label = label_before(context.article.names, context.tokens, context.at)
    if label is None:
        return before_colon(context.tokens, context.at)
    return Found(label, "colon", context.is_full_name(label), context.at - 1)


@rule(
    "introduced",
    example="“Yes,” Bo Poe said. Jane Roe tweeted a warning. “Do not come.”",
    speaker="Jane Roe",
)
def introduced(context: Context) -> Found | None:
    """Read a verb of saying in the sentence before, unless a speaker explicitly goes on."""
    carried = context.carried
    if carried and carried.certain:
        return None
    return speaker_introduced(context.tokens, context.at)


@rule("continues", example="“One,” said Jane Roe. “Two.\n\n“Three.”", speaker="Jane Roe")
def continues(context: Context) -> Attribution | None:
    """Carry the speaker on to a paragraph that opens the quotation again."""
    return context.carried_as("continues")


@rule("next", example="Jane Roe said: “We won.” “Twice.”", speaker="Jane Roe")
def following(context: Context) -> Attribution | None:
    """Carry the speaker on to a quotation right behind."""
    return context.carried_as("next")


@rule("around", example="“We won,” Jane Roe said. “Twice.”", speaker="Jane Roe")
def around(context: Context) -> Attribution | None:
    """Carry the speaker who is named between two quotations on to the second."""
    carried = context.carried_as("around")
    return carried and (carried._replace(certainty="guessed") if context.turns else carried)


@rule(
    "same-paragraph",
    example="Jane Roe said it was “a farce” to vote. Rain fell on “the finest hats” of all.",
    speaker="Jane Roe",
)
def same_paragraph(context: Context) -> Attribution | None:
    """Carry the speaker on within the paragraph, unless the clause has a subject of its own."""
    return None if context.other_subject else context.carried_as("same-paragraph")


@rule("main-subject", example="Jane Roe sat by “the finest river” of Oslo.", speaker="Jane Roe")
def main_subject(context: Context) -> Found | None:
    """Read the subject of the sentence, whatever its verb."""
    if context.other_subject:
        return context.other_subject
    found = subject_of_sentence(context.tokens, context.at)
    if found and context.is_unclear(found.source):
        return None
    return found and (context.surely_named(found) or found)


@rule(
    "last",
    example="“We won,” Jane Roe said.\n\nIt rained for days on end. “Twice.”",
    speaker="Jane Roe",
)
def last(context: Context) -> Attribution | None:
    """Fall back on who spoke last, if that is near and no one else is named since."""
    alone = context.quotation.kind == "direct" and context.is_open and not context.names_another
    return context.last.carried("last", clear=False) if context.last and alone else None
