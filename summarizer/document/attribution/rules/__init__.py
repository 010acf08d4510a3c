"""The rules of attribution: :data:`RULES` names them, :data:`STEPS` has their order.

To mend a wrong attribution, see which rule decided (``summarizer explain``), and change what that
rule reads, or the place of its step: the first that finds a speaker decides. Rules of one side
never decide against each other, so that one step asks them all. Words are in the tables.
"""

from collections.abc import Callable

from summarizer.document.attribution.attributions import Attribution
from summarizer.document.attribution.confidence.certainty import speaks
from summarizer.document.attribution.confidence.levels import certainty_of
from summarizer.document.attribution.found import Found
from summarizer.document.attribution.grammar.phrases import Source
from summarizer.document.attribution.readers.behind import found_at_end
from summarizer.document.attribution.readers.eastern import eastern_speaker
from summarizer.document.attribution.readers.implied import (
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
from summarizer.document.attribution.rules.table import BY_NAME, RULES, Rule

__all__ = ["BY_NAME", "READING_WORDS", "RULES", "STEPS", "Rule"]

Step = Callable[[Context], Found | Attribution | None]
_FURTHER = frozenset({"continues", "next", "around"})


def eastern(context: Context) -> Attribution | None:
    """Read a verb of saying beside the quotation, in Japanese or Chinese."""
    quotation = context.quotation
    named = eastern_speaker(context.text, quotation.outer_start, quotation.outer_end)
    if named is None:
        return None
    start, end, sure = named
    speaker, certainty = context.text[start:end], certainty_of("eastern", clear=sure)
    return Attribution(speaker, start, end, speaker, "eastern", certainty)


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


def at_end(context: Context) -> Found | None:
    """Read a verb of saying at the end of the sentence, where none nearer has a speaker."""
    if context.before is None:
        return None if context.behind else found_at_end(context.tokens, context.at)
    explicit = context.before.certain or (context.behind and context.behind.certain)
    if explicit or context.is_relayed or speaks(context.tokens, context.before.source):
        return None
    return found_at_end(context.tokens, context.at)


def before(context: Context) -> Found | None:
    """Read the words before the quotation, unless only those behind are explicit."""
    outdone = context.behind and context.behind.certain and not context.is_relayed
    return None if outdone else context.before


def behind(*rules: str) -> Step:
    """Return what reads the words right behind the quotation by some rules."""
    return lambda context: (
        context.behind if context.behind and context.behind.rule in rules else None
    )


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


def colon(context: Context) -> Found | None:
    """Read the name before a colon, or a label in front of the quotation."""
    tokens, at = context.tokens, context.at
    if label := label_before(context.article.names, tokens, at):
        return Found(label, "colon", context.is_full_name(label), at - 1)
    if at < 2 or tokens[at - 1].low != ":" or tokens[at - 2].kind != "name":
        return None
    name = Source("name", at - 2, at - 2, tokens[at - 2].item)
    return Found(name, "colon", certain=True, cue=at - 1)


def introduced(context: Context) -> Found | None:
    """Read a verb of saying in the sentence before, unless a speaker explicitly goes on."""
    certain = context.carried and context.carried.certain
    return None if certain else speaker_introduced(context.tokens, context.at)


def further(context: Context) -> Attribution | None:
    """Carry the speaker on to what is right behind, or behind the verb between."""
    carried = context.carried
    if carried is None or carried.rule not in _FURTHER:
        return None
    turns = carried.rule == "around" and context.turns
    return carried._replace(certainty="guessed") if turns else carried


def same_paragraph(context: Context) -> Attribution | None:
    """Carry the speaker on within the paragraph, unless the clause has a subject of its own."""
    return None if context.other_subject else context.carried


def main_subject(context: Context) -> Found | None:
    """Read the subject of the sentence, whatever its verb."""
    if context.other_subject:
        return context.other_subject
    found = subject_of_sentence(context.tokens, context.at)
    if found and context.is_unclear(found.source):
        return None
    return found and (context.surely_named(found) or found)


def last(context: Context) -> Attribution | None:
    """Fall back on who spoke last, if that is near and no one else is named since."""
    alone = context.quotation.kind == "direct" and context.is_open and not context.names_another
    return context.last.carried("last", clear=False) if context.last and alone else None


READING: tuple[Step, ...] = (
    eastern,
    marked,
    behind("agent"),
    at_end,
    before,
    behind("according", "after-verb", "after-subject"),
    signed,
    behind("after-name"),
    colon,
    introduced,
    further,
)
STEPS = (*READING, same_paragraph, main_subject, last)
"""The steps in their order."""
READING_WORDS = (*READING, main_subject)
"""Those for languages that have no table: none that falls back on who was named before."""
