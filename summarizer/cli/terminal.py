"""A summary for reading on a terminal, and what keeps an article from steering it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from summarizer.schema import Figure, Quote, Rejected, Summary

UNKNOWN = "Unknown speaker"


def plain(text: str) -> str:
    """Return a text on one line, without the characters that could steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def show(summary: "Summary", console: "Console") -> None:
    """Print a summary for a reader: quotes grouped by speaker, everything else in lists.

    Args:
        summary: The summary.
        console: Where to print; it decides on colours and width.
    """
    from rich.padding import Padding

    for heading, lines in _sections(summary):
        console.print(_styled(heading, "bold"))
        for depth, line in lines:
            console.print(
                Padding(line, (0, 0, 0, 2 * depth), expand=False), highlight=False, soft_wrap=False
            )
        console.print()
    console.print(_styled(_closing(summary), "dim"))


def _sections(summary: "Summary") -> Iterator[tuple[str, "list[tuple[int, Text]]"]]:
    made = summary.provenance
    gist = plain(summary.gist) if summary.gist else "No gist held up."
    asked = "gist" in made.facets and (summary.gist or made.strategy != "none")
    yield (
        plain(summary.article.title or summary.article.id),
        [(0, _styled(gist))] if asked else [],
    )
    if summary.quotes:
        yield "Quotes", list(_quotes(summary))
    if summary.stances:
        yield "Stances", list(_stances(summary))
    if summary.figures:
        yield "Figures", [(1, _figure(figure)) for figure in summary.figures]
    if summary.actors:
        yield "Actors", list(_actors(summary))
    left = [each for each in summary.rejected if each.reason != "not_a_statement"]
    if left:
        yield "Left out", [(1, _styled(f"{_what(each)}: {plain(each.detail)}")) for each in left]


def _quotes(summary: "Summary") -> "Iterator[tuple[int, Text]]":
    speakers: dict[str, list[Quote]] = {}
    for quote in summary.quotes:
        speakers.setdefault(quote.speaker_name or UNKNOWN, []).append(quote)
    for speaker, quotes in speakers.items():
        yield 1, _styled(plain(speaker), "cyan")
        for quote in quotes:
            yield 2, _styled(f"“{plain(quote.text)}”")


def _stances(summary: "Summary") -> "Iterator[tuple[int, Text]]":
    for stance in summary.stances:
        name = plain(summary.actor(stance.actor).name)
        text = _styled(name, "cyan").append(f" {stance.position} ", "bold")
        yield 1, text.append(plain(stance.target))
        for span in stance.evidence:
            yield 2, _styled(plain(span.text), "dim")


def _what(rejected: "Rejected") -> str:
    """Say what was left out: a figure stays, and goes without a caption."""
    return "caption" if rejected.facet == "figures" else rejected.facet


def _figure(figure: "Figure") -> "Text":
    text = _styled(plain(figure.span.text), "green")
    counted = figure.unit if figure.unit and figure.unit not in figure.span.text else None
    told = figure.measures or counted
    return text.append(f"  {plain(told)}" if told else "")


def _actors(summary: "Summary") -> "Iterator[tuple[int, Text]]":
    for actor in summary.actors:
        text = _styled(plain(actor.name), "cyan")
        notes = [plain(note) for note in (actor.role, actor.kind) if note]
        count = len(actor.mentions)
        notes.append(f"{count} mention{'s' * (count != 1)}")
        yield 1, text.append(f"  {', '.join(notes)}", "dim")


def _closing(summary: "Summary") -> str:
    made = summary.provenance
    if made.strategy == "none":
        return "by code alone: no model was asked"
    if made.cached:
        return f"{plain(made.model)}, out of the cache"
    return (
        f"{plain(made.model)}, {made.usage.requests} questions, "
        f"{made.usage.prompt_tokens - made.usage.cached_tokens} tokens read, "
        f"{made.usage.completion_tokens} written, {made.seconds:.0f} s"
    )


def _styled(text: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(text, style=style)
