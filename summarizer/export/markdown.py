"""Summaries as Markdown, to be read or pasted into a newsroom's notes."""

import re
from collections.abc import Iterable, Iterator

from summarizer.export.links import web_address
from summarizer.schema import Actor, Figure, Quote, Stance, Summary

# Every character that begins or joins inline markup in CommonMark or GitHub's tables.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&#$])")
# What begins a block at the start of a line: a list, a heading underlined, a numbered item.
_BLOCK = re.compile(r"^[ \t]*(?:(\d+)([.)])(?!\S)|([-+=]))", re.MULTILINE)


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield a document a summary, with a rule between two."""
    for number, summary in enumerate(summaries):
        yield ("\n---\n\n" if number else "") + document(summary)


def document(summary: Summary) -> str:
    r"""Return one summary in Markdown.

    Nothing in the article can become markup: links, images and HTML in it show as text.

    Args:
        summary: The summary.

    Returns:
        The document, a newline at its end.

    Example:
        >>> from summarizer.article import Article
        >>> from summarizer.schema import ArticleInfo, Provenance, Usage
        >>> how = Provenance(model="m", strategy="one", facets=("gist",), prompts="p",
        ...                  version="1", usage=Usage(), seconds=0)
        >>> info = ArticleInfo.of(Article("Rain fell."))
        >>> document(Summary(article=info, gist="It rained.", provenance=how))
        '# Article 8a4b1e83d9ac\n\nIt rained.\n'
    """
    parts = [f"# {_flat(summary.article.title or f'Article {summary.article.id}')}"]
    parts += filter(None, (_origin(summary), _flat(summary.gist or "")))
    parts += _section("Quotes", _quotes(summary.quotes))
    parts += _section("Figures", _figures(summary.figures))
    parts += _section("Stances", (_stance(summary, one) for one in summary.stances))
    parts += _section("Actors", map(_actor, summary.actors))
    return "\n\n".join(parts) + "\n"


def _origin(summary: Summary) -> str:
    info = summary.article
    words = [_flat(part) for part in (info.publisher, info.author, info.date) if part]
    address = web_address(info.url)
    return " · ".join([*words, *([f"<{address}>"] if address else [])])


def _section(title: str, items: Iterable[str]) -> list[str]:
    lines = list(items)
    return [f"## {title}", "\n".join(lines)] if lines else []


def _quotes(quotes: tuple[Quote, ...]) -> Iterator[str]:
    for number, quote in enumerate(quotes):
        said = "\n\n".join(_plain(span.text) for span in quote.spans)
        source = _flat(quote.speaker_name or "unknown")
        lines = f"{said}\n\n— {source}".split("\n")
        yield "\n" * bool(number) + "\n".join(f"> {line}".rstrip() for line in lines)


def _figures(figures: tuple[Figure, ...]) -> Iterator[str]:
    if figures:
        yield "| Figure | What it measures |\n| --- | --- |"
    for figure in figures:
        yield f"| {_flat(figure.span.text)} | {_flat(figure.measures or '')} |"


def _stance(summary: Summary, stance: Stance) -> str:
    name = summary.actor(stance.actor).name
    return f"- **{_flat(name)}** {stance.position} {_flat(stance.target)}"


def _actor(actor: Actor) -> str:
    return f"- **{_flat(actor.name)}**" + (f", {_flat(actor.role)}" if actor.role else "")


def _flat(text: str) -> str:
    return _plain(" ".join(text.split()))


def _plain(text: str) -> str:
    return _BLOCK.sub(r"\1\\\2\3", _MARKUP.sub(r"\\\1", text))
