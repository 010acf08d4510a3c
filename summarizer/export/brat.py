"""Summaries as brat standoff: a text file and an annotation file for each article.

As brat requires, a text-bound annotation has no line break, so a span over several lines is split
into fragments; ids are counted per letter; offsets are code points. The text file is the unaltered
article.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from summarizer.errors import ArticleError
from summarizer.facets import ranked
from summarizer.facets.shown import Entity, Standoff
from summarizer.facets.stored import StoredFacet
from summarizer.schema import Span, Summary

# brat reads files with codecs.open, which breaks lines like str.splitlines; a tab ends a field.
_LINE = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""Device names of Windows, with any suffix."""
_BREAK = re.compile(r"[\x7f-\x9f\u2028\u2029]")

_CONFIGURATION = """\
[entities]
{entities}
[relations]
{relations}<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
{attributes}"""


def save(summaries: Iterable[Summary], folder: Path) -> None:
    """Write ``annotation.conf`` and, for each summary, a file ``.txt`` and a file ``.ann``.

    Raises:
        ArticleError: A summary has no text of its article.
    """
    folder.mkdir(parents=True, exist_ok=True)
    used = Counter[str]()
    facets = {facet.name: facet for facet in ranked("standoff")}
    for summary in summaries:
        name = _name(summary.article.id)
        nth = used[name.casefold()] = used[name.casefold()] + 1  # some file systems ignore case
        stem = name if nth == 1 else f"{name}~{nth}"
        text = _text(summary)
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8", newline="")
        lines = "".join(f"{line}\n" for line in annotations(summary))
        (folder / f"{stem}.ann").write_text(lines, encoding="utf-8", newline="")
        facets |= {facet.name: facet for facet in ranked("standoff", summary)}
    known = configuration(facets.values())
    (folder / "annotation.conf").write_text(known, encoding="utf-8")


def annotations(summary: Summary) -> Iterator[str]:
    r"""Yield the lines of an annotation file.

    Args:
        summary: The summary; its article's text is not needed.

    Yields:
        Lines without newlines: text-bound annotations (T), the equivalence of an actor's
        mentions (*), relations (R), attributes (A) and notes (#).

    Example:
        >>> from summarizer import summarize
        >>> list(annotations(summarize("“It\nrained,” Ada Brandt said.", model="none")))[-4]
        'T2\tQuote 1 3;4 11\tIt rained,'
    """
    sheet = _Sheet()
    for facet in ranked("standoff", summary):
        for item in facet.standoff(summary):
            sheet.annotate(facet, item)
    return iter(sheet.lines)


def configuration(asked: Iterable[StoredFacet[Any]]) -> str:
    """Return the content of annotation.conf, which brat needs to show the folder."""
    facets = [facet for facet in asked if not facet.lead]
    entities = [facet.entity for facet in facets]
    ties = [f"{e.relation}\tArg1:Actor, Arg2:{e.name}\n" for e in entities if e.relation]
    same = [
        f"Alias\tArg1:{facet.entity.name}, Arg2:{facet.entity.name}, "
        "<REL-TYPE>:symmetric-transitive\n"
        for facet in facets
        if facet.occurrences
    ]
    return _CONFIGURATION.format(
        entities="".join(f"{entity.name}\n" for entity in entities),
        relations="".join((*ties, *same)),
        attributes="".join(line for entity in entities for line in _attributes(entity)),
    )


def _attributes(entity: Entity) -> Iterator[str]:
    for name, values in entity.attributes.items():
        yield f"{name}\tArg:{entity.name}{', Value:' if values else ''}{'|'.join(values)}\n"


class _Sheet:
    """The lines of one article; it counts ids and keeps the annotation of each actor."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._counts = Counter[str]()
        self._marks: dict[str | None, str] = {}

    def annotate(self, facet: StoredFacet[Any], item: Standoff) -> None:
        """Annotate an item; an item with several occurrences is annotated at each of them."""
        entity = facet.entity
        parts = [[span] for span in item.spans] if facet.occurrences else [item.spans]
        marks = [mark for spans in parts if (mark := self._bound(entity.name, spans))]
        if not marks:
            return
        first = marks[0]
        if len(marks) > 1:
            self.lines.append(f"*\tAlias {' '.join(marks)}")
        if item.id:
            self._marks[item.id] = first
        if item.actor in self._marks:
            self._add("R", f"{entity.relation} Arg1:{self._marks[item.actor]} Arg2:{first}")
        for name, value in item.attributes.items():
            self._add("A", f"{name} {first}" if value is True else f"{name} {first} {value}")
        self._note(first, item.note)

    def _bound(self, kind: str, spans: Sequence[Span]) -> str | None:
        pieces = sorted({piece for span in spans for piece in _fragments(span)})
        if not pieces:  # only line breaks: brat cannot express that
            return None
        places = ";".join(f"{start} {end}" for start, end, _ in pieces)
        return self._add("T", f"{kind} {places}\t{' '.join(text for *_, text in pieces)}")

    def _note(self, mark: str, facts: Mapping[str, object]) -> None:
        known = {name: fact for name, fact in facts.items() if fact is not None}
        if known:
            note = json.dumps(known, ensure_ascii=False)
            self._add("#", f"AnnotatorNotes {mark}\t{_BREAK.sub(_escaped, note)}")

    def _add(self, letter: str, rest: str) -> str:
        self._counts[letter] += 1
        mark = f"{letter}{self._counts[letter]}"
        self.lines.append(f"{mark}\t{rest}")
        return mark


def _fragments(span: Span) -> Iterator[tuple[int, int, str]]:
    for match in _LINE.finditer(span.text):
        if not match[0].isspace():
            yield span.start + match.start(), span.start + match.end(), match[0]


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _name(name: str) -> str:
    """Return a file name that is safe on every file system and stays in the folder."""
    short = re.sub(r"[^\w.-]+", "_", name).strip(".").encode()[:100].decode(errors="ignore")
    return f"_{short}" if _DEVICE.match(short) else short or "article"


def _text(summary: Summary) -> str:
    if summary.article.text is None:
        raise ArticleError(
            f"The summary of {summary.article.id!r} is kept without its article.",
            hint="Give the folder of the articles with --articles.",
        )
    return summary.article.text
