"""Whether stored figures are those of their article: places, values, clauses and captions."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.document.document import Document
from summarizer.facets.faults import (
    Data,
    Fault,
    altered_copies,
    foreign_words,
    misplaced_before,
    number,
    places,
    short,
    stored_items,
    words_of,
)
from summarizer.facets.stored import one_line

if TYPE_CHECKING:
    from summarizer.document import figures as parsing

NUMBERS = ("value", "low", "high")
UNITS = ("unit", "currency")
FLAGS = ("percent", "approximate", "ordinal")


def figure_faults(data: Data, document: Document) -> Iterator[Fault]:
    """Find captions of foreign words, and figures that the article does not give so.

    Args:
        data: A stored summary.
        document: Its article, read by code.
    """
    parsed = {(figure.start, figure.end): figure for figure in document.every_figure}
    for item, figure in stored_items(data, "figures"):
        spans = [figure.get("span")]
        yield from _torn(item, figure, document)
        yield from misplaced_before(item, figure, [figure.get("span")], document)
        yield from _recaptioned(item, figure, document)
        wrong = list(altered_copies(item, spans, document.article.text))
        place = next(places(spans), None)
        if wrong or place is None:
            yield from wrong
        elif place not in parsed:
            yield Fault(item, f"No figure of the article is {short(words_of(spans))}.")
        else:
            yield from _misread(item, figure, parsed[place], older=_is_older(data))


def _torn(item: str, figure: Data, document: Document) -> Iterator[Fault]:
    """Find a clause that is no copy, or that does not hold its figure."""
    if figure.get("context") is None:  # 0.1.0 stored none
        return
    spans = [figure["context"], figure.get("span")]
    yield from altered_copies(item, spans[:1], document.article.text)
    around, inner = (next(places([span]), (0, 0)) for span in spans)
    if not around[0] <= inner[0] <= inner[1] <= around[1]:
        yield Fault(item, f"Its clause, {short(words_of(spans[:1]))}, does not hold it.")


def _recaptioned(item: str, figure: Data, document: Document) -> Iterator[Fault]:
    """Find a caption that is not put together of the words that it is said to copy.

    What it copies is right there; only the words between may be foreign. Read alone, a copy may
    give other numbers than in its sentence: "40 to 48 from 35".
    """
    spans = figure.get("measures_evidence", [])
    altered = list(altered_copies(item, spans, document.article.text))
    yield from altered
    said = str(figure.get("measures") or "")
    rest = said if altered else _uncopied(said, spans)
    if rest is None:
        yield Fault(item, f"Its caption, {short(said)}, is not made of the words that it copies.")
    yield from foreign_words(item, said if rest is None else rest, document)


def _uncopied(said: str, spans: object) -> str | None:
    """Return a caption with gaps for the copies in it, in their order; None where one is not."""
    rest = ""
    for span in spans if isinstance(spans, list) else ():
        copy = re.escape(one_line(words_of([span])))
        found = re.search(rf"(?<!\w){copy}(?!\w)", said)  # "Roe" is no copy in "Roehampton"
        if found is None:
            return None
        rest, said = f"{rest}{said[: found.start()]} … ", said[found.end() :]
    return rest + said


def _is_older(data: Data) -> bool:
    """Return whether another version made a summary: earlier ones read fewer nouns as units."""
    made = data.get("provenance")
    return isinstance(made, dict) and made.get("version") != __version__


def _misread(item: str, figure: Data, parsed: "parsing.Figure", *, older: bool) -> Iterator[Fault]:
    for name in NUMBERS:
        if number(figure.get(name)) != getattr(parsed, name):
            yield _reads(item, name, getattr(parsed, name), figure.get(name))
    for name in UNITS:
        stored, read = figure.get(name), getattr(parsed, name)
        missed = older and stored is None and name == "unit" and str(read) not in parsed.text
        if stored != read and not missed:
            yield _reads(item, name, read, stored)
    if figure.get("change", parsed.change) != parsed.change:  # 0.1.0 stored none
        yield _reads(item, "change", parsed.change, figure["change"])
    for name in FLAGS:
        if figure.get(name, False) != getattr(parsed, name):
            yield _reads(item, name, getattr(parsed, name), figure.get(name))


def _reads(item: str, name: str, true: object, stored: object) -> Fault:
    return Fault(item, f"The article gives its {name} as {true}, not {short(stored)}.")
