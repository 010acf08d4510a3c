"""Summaries as JSON Lines: one compact object a line, as a batch writes them."""

from collections.abc import Iterable, Iterator

from summarizer.schema import Summary


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the lines."""
    for summary in summaries:
        yield summary.model_dump_json() + "\n"
