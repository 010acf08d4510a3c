"""Who said a quotation, by a rule or in the words of a model."""

from typing import Literal, NamedTuple

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.facets.decisions import BY_MODEL, UNDECIDED, Decision, by_rule, combined
from summarizer.facets.described import source_in
from summarizer.facets.question import Problem

WasSaid = Literal["yes", "no", "denied"]


class Speaker(NamedTuple):
    """Who said a quotation: a named actor, an unnamed source in the article's words, or unknown.

    Args:
        key: The quotation's id.
        name: The name, or the article's words; None if unknown.
        named: Whether it is a name.
        decision: Who decided.
        said: Whether anybody said it; the article may deny that.
        means: The full name of the person that a description means; None if that is open.
    """

    key: str
    name: str | None
    named: bool
    decision: Decision = UNDECIDED
    said: WasSaid = "yes"
    means: str | None = None

    @property
    def actor(self) -> str | None:
        """The name by which it is an actor; None where it is not named."""
        return self.name if self.named else self.means


def ruled(document: Document, quote: AttributedQuote) -> Speaker:
    """Return the speaker that the rules read; without a name where they read none."""
    if not (quote.rule and quote.certainty and (quote.name or is_described(document, quote))):
        return Speaker(quote.key, None, named=False)
    decision = by_rule(quote.rule, quote.certainty)
    if quote.name or quote.attribution is None:
        return Speaker(quote.key, quote.name, named=True, decision=decision)
    described = quote.attribution
    means = document.descriptions.means(described.speaker, described.start)
    return Speaker(quote.key, described.speaker, named=False, decision=decision, means=means)


def is_described(document: Document, quote: AttributedQuote) -> bool:
    """Return whether the rules read a source that is no name, and no pronoun."""
    return quote.source is not None and not document.is_pronoun(quote.source)


def is_open(document: Document, quote: AttributedQuote) -> bool:
    """Return whether a model is asked who said it.

    Descriptions are not asked about in scripts whose capitals show names: there the rules are
    better at them (docs/accuracy.md).
    """
    described = is_described(document, quote) and not document.is_caseless
    return not (quote.certain or described)


def answered(document: Document, key: str, written: str) -> Speaker | Problem:
    """Return the speaker that a model names, or why the article does not bear it out.

    Args:
        document: The article.
        key: The quotation's id.
        written: What the model says.
    """
    standing = source_in(document, written, key)
    if standing is None:
        return Speaker(key, None, named=False)
    return standing if isinstance(standing, Problem) else _speaker(document, key, standing)


def _speaker(document: Document, key: str, standing: str) -> Speaker:
    named = document.is_name(standing)
    name = document.full_name(standing) if named else standing
    rule = ruled(document, document.quote(key))
    agrees = rule.name is not None and document.same_actor(rule.name, name)
    decision = combined([rule.decision, BY_MODEL]) if agrees else BY_MODEL
    end = document.quote(key).places[-1][1]
    means = None if named else document.descriptions.means(standing, end)
    return Speaker(key, name, named, decision, means=means)
