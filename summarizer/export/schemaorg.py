"""Summaries as schema.org JSON-LD: a NewsArticle with its Quotations.

A speaker is the quotation's ``spokenByCharacter``, which schema.org defines as "the Person or
Organization to whom the quotation is attributed within the containing CreativeWork".
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from summarizer.export.dates import iso_date
from summarizer.export.links import web_address
from summarizer.schema import Actor, Figure, Quote, Summary

Node = dict[str, object]

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "country": "Country",
    "group": "Organization",
}


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the document: one graph, which a page can carry in a script element as it is."""
    graph = [_article(summary) for summary in summaries]
    found = graph[0] if len(graph) == 1 else {"@graph": graph}
    text = json.dumps({"@context": "https://schema.org", **found}, ensure_ascii=False, indent=2)
    # No "</script>" in the article may end the element that carries the document.
    yield text.replace("<", "\\u003c") + "\n"


def _article(summary: Summary) -> Node:
    info = summary.article
    return _present(
        {
            "@type": "NewsArticle",
            "headline": info.title,
            "url": web_address(info.url),
            "datePublished": iso_date(info.date),
            "author": info.author and {"@type": "Person", "name": info.author},
            "publisher": info.publisher and {"@type": "Organization", "name": info.publisher},
            "identifier": info.digest,
            "abstract": summary.gist,
            "mentions": [*map(_actor, summary.actors), *map(_figure, summary.figures)],
            "hasPart": [_quotation(summary, quote) for quote in summary.quotes],
        }
    )


def _actor(actor: Actor) -> Node:
    return _present(
        {"@type": _TYPES.get(actor.kind or ""), "name": actor.name, "description": actor.role}
    )


def _quotation(summary: Summary, quote: Quote) -> Node:
    return _present(
        {
            "@type": "Quotation",
            "text": quote.text,
            "spokenByCharacter": _speaker(summary, quote),
        }
    )


def _speaker(summary: Summary, quote: Quote) -> Node:
    if quote.speaker is None:
        return _present({"name": quote.speaker_name})
    actor = summary.actor(quote.speaker)
    speaks = {"@type": "Organization"} if actor.kind == "country" else {}  # its government
    return _actor(actor) | speaks


def _figure(figure: Figure) -> Node:
    return _present(
        {
            "@type": "MonetaryAmount" if figure.currency else "QuantitativeValue",
            "name": figure.measures,
            "description": figure.span.text,
            "value": _number(figure.value),
            "minValue": _number(figure.low),
            "maxValue": _number(figure.high),
            "currency": figure.currency,
            "unitCode": "P1" if figure.percent else None,
            "unitText": None if figure.currency else figure.unit,
        }
    )


def _number(value: Decimal | None) -> int | float | str | None:
    if value is None or abs(value.adjusted()) > 15:
        return None if value is None else str(value)  # JSON's readers round longer numbers
    return int(value) if value == value.to_integral_value() else float(value)


def _present(node: Node) -> Node:
    """Return the node without the properties that nothing is known of."""
    return {name: value for name, value in node.items() if value not in (None, [], {})}
