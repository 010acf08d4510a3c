"""Summaries as W3C Web Annotations.

Follows the Web Annotation Data Model (W3C Recommendation of 2017): every target carries a
TextQuoteSelector, which finds the words again after the page has changed, and a
TextPositionSelector, whose offsets are code points, as its section 4.2.5 asks.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel

from summarizer.export.links import web_address
from summarizer.schema import ArticleInfo, Facet, Span, Summary

Node = dict[str, object]

CONTEXT = 32
"""Characters of prefix and suffix. The specification names no number; 32 is what the widespread
annotation clients send."""

_MOTIVES: dict[Facet, str] = {
    "gist": "describing",
    "actors": "identifying",
    "stances": "assessing",
    "quotes": "identifying",
    "figures": "describing",
}


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
    names = {actor.id: actor.name for actor in summary.actors}
    if summary.gist:
        yield _annotation(summary, "gist", (), summary.gist, {})
    for actor in summary.actors:
        words = ", ".join(filter(None, (actor.name, actor.role)))
        yield _annotation(summary, "actors", actor.mentions, words, _facts(actor, "mentions"))
    for stance in summary.stances:
        words = f"{names[stance.actor]} {stance.position} {stance.target}"
        yield _annotation(summary, "stances", stance.evidence, words, _facts(stance, "evidence"))
    for quote in summary.quotes:
        words = quote.speaker_name or "unknown"
        yield _annotation(summary, "quotes", quote.spans, words, _facts(quote, "spans"))
    for figure in summary.figures:
        words = figure.measures or figure.span.text
        yield _annotation(summary, "figures", (figure.span,), words, _facts(figure, "span"))


def _facts(item: BaseModel, places: str) -> Node:
    return item.model_dump(mode="json", exclude={places})


def _annotation(
    summary: Summary, facet: Facet, spans: Sequence[Span], words: str, facts: Node
) -> Node:
    targets = [_target(summary.article, span) for span in spans]
    places = [(span.start, span.end) for span in spans]
    return {
        "id": _uuid(summary.article.digest, summary.provenance.model, facet, places, words, facts),
        "type": "Annotation",
        "motivation": _MOTIVES[facet],
        "generator": {
            "type": "Software",
            "name": f"summarizer {summary.provenance.version}, {summary.provenance.model}",
        },
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": facet},
            {"type": "TextualBody", "purpose": "commenting", "value": words},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(facts, ensure_ascii=False),
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
    """Return the article's address, or the RFC 6920 name of its text if it has none."""
    digest = urlsafe_b64encode(bytes.fromhex(info.digest.partition(":")[2]))
    return web_address(info.url) or f"ni:///sha-256;{digest.decode().rstrip('=')}"


def _uuid(*parts: object) -> str:
    """Return an IRI that stays the same for the same content."""
    return uuid5(NAMESPACE_URL, json.dumps(parts, ensure_ascii=False)).urn
