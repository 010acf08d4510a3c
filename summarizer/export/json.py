"""Summaries as indented JSON: one object, or an array of several."""

import json
from collections.abc import Iterable, Iterator

from summarizer.schema import Summary


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the document."""
    found = [summary.model_dump(mode="json") for summary in summaries]
    yield json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=2) + "\n"
