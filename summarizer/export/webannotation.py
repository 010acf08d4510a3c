"""Summaries as W3C Web Annotations.

As in the Web Annotation Data Model (W3C Recommendation, 2017), every target has two selectors: a
TextQuoteSelector, which finds the words after the page has changed, and a TextPositionSelector,
whose offsets are code points (section 4.2.5).
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from summarizer.export.links import web_address
from summarizer.facets import facets_of
from summarizer.facets.shown import Entry
from summarizer.facets.stored import StoredFacet
from summarizer.schema import ArticleInfo, Span, Summary

Node = dict[str, object]

CONTEXT = 32
"""Characters of prefix and suffix. The specification gives no number; common annotation clients use
32."""


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the document: one AnnotationCollection with one page."""
    items = [item for summary in summaries for item in _annotations(summary)]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _uuid("collection", [item["id"] for item in items]),
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {
            "id": _uuid("page", [item["id"] for item in items]),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    yield json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _annotations(summary: Summary) -> Iterator[Node]:
    for facet in facets_of(summary):
        for entry in facet.entries(summary):
            yield _annotation(summary, facet, entry)


def _annotation(summary: Summary, facet: StoredFacet[Any], entry: Entry) -> Node:
    targets = [_target(summary.article, span) for span in entry.spans]
    places = [(span.start, span.end) for span in entry.spans]
    model = summary.provenance.model
    return {
        "id": _uuid(summary.article.digest, model, facet.name, places, entry.words, entry.facts),
        "type": "Annotation",
        "motivation": facet.motive,
        "generator": {
            "type": "Software",
            "name": f"summarizer {summary.provenance.version}, {model}",
        },
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": facet.name},
            {"type": "TextualBody", "purpose": "commenting", "value": entry.words},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(entry.facts, ensure_ascii=False),
            },
        ],
        "target": targets[0] if len(targets) == 1 else targets or _source(summary.article),
    }


def _target(info: ArticleInfo, span: Span) -> Node:
    exact: Node = {"type": "TextQuoteSelector", "exact": span.text}
    if info.text is not None:
        exact["prefix"] = info.text[max(0, span.start - CONTEXT) : span.start]
        exact["suffix"] = info.text[span.end : span.end + CONTEXT]
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": _source(info), "selector": [exact, position]}


def _source(info: ArticleInfo) -> str:
    """Return the URL of the article, or the RFC 6920 name of its text if it has none."""
    digest = urlsafe_b64encode(bytes.fromhex(info.digest.partition(":")[2]))
    return web_address(info.url) or f"ni:///sha-256;{digest.decode().rstrip('=')}"


def _uuid(*parts: object) -> str:
    """Return an IRI that is the same for the same content."""
    return uuid5(NAMESPACE_URL, json.dumps(parts, ensure_ascii=False)).urn
