"""Whether a sentence shows that an actor says or does something."""

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.document.sentences import Sentence
from summarizer.facets.described import has_pronoun, may_be_same

BACK = 3
"""How many sentences before a pronoun its name may be."""


def shows(document: Document, actor: str, at: int) -> bool:
    """Return whether a sentence names an actor outside of speech, or is the actor's speech.

    What another speaker certainly says, or what code reads as another's position, is not the
    actor's. A pronoun may mean those who the last sentence with a name names.

    Args:
        document: The article.
        actor: The actor.
        at: The index of the sentence.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Jane Roe left. “Poe is wrong,” she said."))
        >>> [shows(document, actor, 1) for actor in ("Jane Roe", "Poe")]
        [True, False]
    """
    sentence = document.outline.sentences[at]
    quotes = [each for each in document.quotes if _overlaps(each, sentence)]
    if any(_says(document, actor, each) for each in quotes):
        return True
    holders = [each.actor for each in document.opinions if each.sentence == at and not each.quote]
    if holders:
        return any(may_be_same(document, holder, actor) for holder in holders)
    if any(each.certain for each in quotes):
        return False
    return _names(document, actor, sentence) or _may_mean(document, actor, at)


def _overlaps(quote: AttributedQuote, sentence: Sentence) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in quote.places)


def _says(document: Document, actor: str, quote: AttributedQuote) -> bool:
    """Return whether an actor, or who is described by its name, says a quotation."""
    speaker = quote.name or quote.source
    if speaker is None:
        return False
    described = quote.source or document.is_caseless  # "a spokeswoman for Roe"
    return may_be_same(document, speaker, actor) or bool(described and actor in speaker)


def _names(document: Document, actor: str, sentence: Sentence) -> bool:
    """Return whether a sentence has a name of an actor, not only within a quotation."""
    quoted = document.outline.quotations
    return any(
        sentence.start <= start < sentence.end
        and not any(each.start <= start < each.end for each in quoted)
        for start, _ in document.places_of([actor, document.full_name(actor)])
    )


def _may_mean(document: Document, actor: str, at: int) -> bool:
    """Return whether a pronoun in a sentence may mean an actor."""
    sentences = document.outline.sentences
    if not has_pronoun(document, sentences[at].text):
        return False
    subjects = [subject for subject in document.subjects if subject.end <= sentences[at].start]
    last = document.sentence_at(subjects[-1].start) if subjects else -1
    if last < at - BACK:
        return False
    there = (each for each in subjects if document.sentence_at(each.start) == last)
    return any(may_be_same(document, each.name, actor) for each in there)
