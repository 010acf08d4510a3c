"""Why code gives a quotation to its speaker: the rule, the words that it read, and the others.

For people who look into a wrong attribution. It asks every rule of every quotation, which takes
longer than reading an article does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.article import Article
from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.attribution import Attribution, candidates
from summarizer.document.attribution.rules import BY_NAME
from summarizer.document.document import Document
from summarizer.errors import SettingsError
from summarizer.schema import Certainty


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker that a rule gives to a quotation.

    Args:
        speaker: The full name, or the article's words for a source without a name.
        rule: The name of the rule.
        description: What the rule reads, in a line.
        certainty: How sure the rule is.
        start: Offset of the words that it read.
        end: Offset after them.
        text: Those words.
    """

    speaker: str
    rule: str
    description: str
    certainty: Certainty
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Who said a quotation, and why.

    Args:
        id: The quotation's id: Q1, Q2, ….
        words: Its words, those of its first paragraph.
        decided: The speaker by the first rule that names one; None where no rule does.
        others: Other speakers, by the rules behind it, each once.
    """

    id: str
    words: str
    decided: Candidate | None
    others: tuple[Candidate, ...]


def explain(article: Article, item: str | None = None) -> tuple[Explanation, ...]:
    """Say of each quotation which rule decides who said it, and who else it could have been.

    Args:
        article: The article.
        item: The id of one quotation, such as "Q3"; all, if not given.

    Returns:
        An explanation for each quotation, in the order of the article.

    Raises:
        SettingsError: The article has no quotation with this id.

    Example:
        >>> (why,) = explain(Article("Bo Poe slept. “We won,” Jane Roe said."))
        >>> why.decided.speaker, why.decided.rule, why.decided.text, why.decided.certainty
        ('Jane Roe', 'after-subject', 'Jane Roe said', 'explicit')
        >>> [(other.speaker, other.rule) for other in why.others]
        []
    """
    document = Document(article)
    chosen = document.quotes if item is None else (_chosen(document, item),)
    weighed = _weighed(document)
    return tuple(_explained(article.text, quote, weighed[quote.start]) for quote in chosen)


def _chosen(document: Document, item: str) -> AttributedQuote:
    try:
        return document.quote(item)
    except KeyError as error:
        last = f"Q1 to Q{len(document.quotes)}" if document.quotes else "none"
        hint = f"The article's quotations: {last}."
        raise SettingsError(f"There is no quotation {item!r}.", hint=hint) from error


def _weighed(document: Document) -> dict[int, tuple[Attribution, ...]]:
    """Return what every rule says, by the offset of the quotation."""
    outline = document.outline
    found = candidates(
        document.article.text, document.known_names, outline.quotations, outline.sentences
    )
    starts = (quotation.start for quotation in outline.quotations)
    return dict(zip(starts, found, strict=True))


def _explained(text: str, quote: AttributedQuote, found: Sequence[Attribution]) -> Explanation:
    every = tuple(_once_each(_candidate(text, each) for each in found))
    return Explanation(quote.key, quote.text, every[0] if every else None, every[1:])


def _once_each(every: Iterator[Candidate]) -> Iterator[Candidate]:
    """Yield the first candidate for each speaker."""
    speakers = set[str]()
    for each in every:
        if each.speaker not in speakers:
            speakers.add(each.speaker)
            yield each


def _candidate(text: str, found: Attribution) -> Candidate:
    start, end = found.read
    return Candidate(
        speaker=found.name or found.speaker,
        rule=found.rule,
        description=BY_NAME[found.rule].description,
        certainty=found.certainty,
        start=start,
        end=end,
        text=text[start:end],
    )
