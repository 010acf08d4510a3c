"""Summaries as Markdown, for reading or for notes."""

import re
from collections.abc import Iterable, Iterator

from summarizer.export.links import web_address
from summarizer.facets import sections
from summarizer.facets.stored import one_line
from summarizer.facets.wording import wording
from summarizer.schema import Summary

# Characters of inline markup in CommonMark, and in GitHub's tables.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&#$])")
# What begins a block at the start of a line: a list item, a number, a heading underline.
_BLOCK = re.compile(r"^[ \t]*(?:(\d+)([.)])(?!\S)|([-+=]))", re.MULTILINE)


def pieces(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield one document for each summary, with a rule between two."""
    for number, summary in enumerate(summaries):
        yield ("\n---\n\n" if number else "") + document(summary)


def document(summary: Summary) -> str:
    r"""Return one summary in Markdown.

    Nothing in the article can become markup: links, images and HTML are escaped.

    Args:
        summary: The summary.

    Returns:
        The document, with a newline at its end.

    Example:
        >>> from summarizer import summarize
        >>> document(summarize("“It rained,” Ada Brandt said.", model="none")).splitlines()[4:7]
        ['**Ada Brandt**', '', '> It rained,']
    """
    parts = [f"# {_flat(summary.article.title or f'Article {summary.article.id}')}"]
    parts += filter(None, [_origin(summary)])
    words = wording(summary)
    found = [(each, "\n".join(each.markdown(summary, _plain))) for each in sections(summary)]
    parts += [lines for section, lines in found if section.lead and lines]
    for section, lines in found:
        parts += [f"## {_flat(words(section.label))}", lines] if lines and not section.lead else []
    return "\n\n".join(parts) + "\n"


def _origin(summary: Summary) -> str:
    info = summary.article
    words = [_flat(part) for part in (info.publisher, info.author, info.date) if part]
    address = web_address(info.url)
    return " · ".join([*words, *([f"<{address}>"] if address else [])])


def _flat(text: str) -> str:
    return _plain(one_line(text))


def _plain(text: str) -> str:
    return _BLOCK.sub(r"\1\\\2\3", _MARKUP.sub(r"\\\1", text))
