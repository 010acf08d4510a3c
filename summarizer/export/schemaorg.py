"""Summaries as schema.org JSON-LD: a NewsArticle with its Quotations.

A speaker is the quotation's ``spokenByCharacter``, which schema.org defines as "the Person or
Organization to whom the quotation is attributed within the containing CreativeWork".
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.export.dates import iso_date
from summarizer.export.links import web_address
from summarizer.facets import facets_of
from summarizer.schema import Summary

Node = dict[str, object]


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the document, which can be embedded in a script element unchanged."""
    graph = [_article(summary) for summary in summaries]
    found = graph[0] if len(graph) == 1 else {"@graph": graph}
    text = json.dumps({"@context": "https://schema.org", **found}, ensure_ascii=False, indent=2)
    # A "</script>" in the article must not end the script element.
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
            **_parts(summary),
        }
    )


def _parts(summary: Summary) -> Node:
    """Return the properties of all facets; lists of the same property are joined."""
    parts: dict[str, Any] = {}
    for facet in facets_of(summary):
        for name, value in facet.linked(summary).items():
            parts[name] = parts[name] + value if name in parts else value
    return parts


def _present(node: Node) -> Node:
    """Return the node without empty properties, at any depth."""
    known = {name: _known(value) for name, value in node.items()}
    return {name: value for name, value in known.items() if value not in (None, [], {})}


def _known(value: object) -> object:
    if isinstance(value, list):
        return [_known(each) for each in value]
    return _present(value) if isinstance(value, dict) else value
