"""The quotations in the form: who said each, or that nobody did."""

from collections.abc import Iterator, Mapping

from summarizer.document.attributed_quote import AttributedQuote
from summarizer.document.document import Document
from summarizer.facets.form import KeyedItem, KeyedPart, Rows
from summarizer.facets.question import Problem, short
from summarizer.facets.quotes.speakers import Speaker, WasSaid, answered, ruled

WORDS = 5
"""First words of a quotation that the prompt lists: the article is above."""

NOT_SAID = {
    "no": ("not_a_statement", "The model reads {!r} as no statement."),
    "denied": ("denied", "That anyone said {!r} is denied, as the model reads the article."),
}


class QuoteItem(KeyedItem):
    """A quotation with its speaker."""

    said: WasSaid = "yes"
    speaker: str | None = None


class QuotesPart(KeyedPart[Speaker, QuoteItem]):
    """Lists every quotation, with the speaker where the article is explicit."""

    template = "form_quotes"
    item = QuoteItem
    settled = frozenset(reason for reason, _ in NOT_SAID.values())

    def listed(self, document: Document) -> Mapping[str, Rows]:
        """List the quotations with their first words, and who said them where that is known."""
        return {"quotations": [_row(document, quote) for quote in document.quotes]}

    def keys(self, document: Document) -> Mapping[str, object]:
        """Return the quotations."""
        return {quote.key: quote for quote in document.quotes}

    def place(self, document: Document, key: str) -> range:
        """Return the sentences around a quotation."""
        quote = document.quote(key)
        first = document.sentence_at(quote.start)
        return range(first - 1, document.sentence_at(quote.places[-1][1] - 1) + 2)

    def is_open(self, document: Document, key: str) -> bool:
        """Return whether the article is not explicit about the speaker."""
        return not document.quote(key).certain

    def judge(
        self, document: Document, item: QuoteItem, *, strict: bool
    ) -> Iterator[Speaker | Problem]:
        """Find the speaker in the article; report what nobody said."""
        quote = document.quote(item.id)
        if item.said != "yes":
            reason, detail = NOT_SAID[item.said]
            yield Speaker(quote.key, None, named=False, said=item.said)
            yield Problem(reason, detail.format(short(quote.text)), quote.key)
        elif not quote.certain:
            yield _speaker(document, quote, item.speaker or "")


def _row(document: Document, quote: AttributedQuote) -> tuple[str, int, str, str | None]:
    words = quote.text.split()
    opening = " ".join([*words[:WORDS], *(["…"] if len(words) > WORDS else [])])
    known = ruled(document, quote).name if quote.certain else None
    return quote.key, document.sentence_at(quote.start) + 1, opening, known


def _speaker(document: Document, quote: AttributedQuote, written: str) -> Speaker | Problem:
    speaker, rule = answered(document, quote.key, written), ruled(document, quote)
    if isinstance(speaker, Speaker) and speaker.name is None and rule.name:
        return rule._replace(decision=rule.decision.doubted("unconfirmed"))
    return speaker
