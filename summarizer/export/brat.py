"""Summaries as brat standoff: for each article its text and a file of annotations.

Follows brat's rules: a text-bound annotation holds no line break, so a span over several lines
becomes fragments; ids are counted per letter; offsets are code points, the text file is the
article unaltered.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import get_args

from summarizer.errors import ArticleError
from summarizer.schema import (
    Actor,
    ActorKind,
    Figure,
    Position,
    Quote,
    QuoteKind,
    Span,
    Stance,
    Summary,
)

# brat reads its files with codecs.open, which ends a line wherever str.splitlines does; a tab
# ends a field.
_LINE = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""What Windows takes for a device, whatever follows the dot."""
_BREAK = re.compile(r"[\x7f-\x9f\u2028\u2029]")

CONFIGURATION = f"""\
[entities]
Actor
Quote
Stance
Figure

[relations]
Said\tArg1:Actor, Arg2:Quote
Holds\tArg1:Actor, Arg2:Stance
Alias\tArg1:Actor, Arg2:Actor, <REL-TYPE>:symmetric-transitive
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Kind\tArg:Actor, Value:{"|".join(get_args(ActorKind))}
Form\tArg:Quote, Value:{"|".join(get_args(QuoteKind))}
Position\tArg:Stance, Value:{"|".join(get_args(Position))}
Percent\tArg:Figure
Approximate\tArg:Figure
Ordinal\tArg:Figure
"""
"""What annotation.conf says, so that brat shows the folder as it is."""


def save(summaries: Iterable[Summary], folder: Path) -> None:
    """Write ``annotation.conf`` and, for each summary, a file ``.txt`` and a file ``.ann``.

    Raises:
        ArticleError: A summary is kept without its article's text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(CONFIGURATION, encoding="utf-8")
    used = Counter[str]()
    for summary in summaries:
        name = _name(summary.article.id)
        nth = used[name.casefold()] = used[name.casefold()] + 1  # some systems know no case
        stem = name if nth == 1 else f"{name}~{nth}"
        text = _text(summary)
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8", newline="")
        lines = "".join(f"{line}\n" for line in annotations(summary))
        (folder / f"{stem}.ann").write_text(lines, encoding="utf-8", newline="")


def annotations(summary: Summary) -> Iterator[str]:
    r"""Yield the lines of the file of annotations.

    Args:
        summary: The summary; its article's text is not needed.

    Yields:
        Lines without their newlines: text-bound annotations (T), the equivalence of an actor's
        mentions (*), relations (R), attributes (A) and notes (#).

    Example:
        >>> from summarizer.article import Article
        >>> from summarizer.schema import ArticleInfo, Figure, Provenance, Usage
        >>> info = ArticleInfo.of(Article("Two\nboats sank."))
        >>> how = Provenance(model="m", strategy="one", facets=("figures",), prompts="p",
        ...                  version="1", usage=Usage(), seconds=0)
        >>> boats = Figure(id="F1", span=Span.of(info.text, 0, 9), value=2)
        >>> next(annotations(Summary(article=info, figures=(boats,), provenance=how)))
        'T1\tFigure 0 3;4 9\tTwo boats'
    """
    sheet = _Sheet()
    for actor in summary.actors:
        sheet.actor(actor)
    for quote in summary.quotes:
        sheet.quote(quote)
    for stance in summary.stances:
        sheet.stance(stance)
    for figure in summary.figures:
        sheet.figure(figure)
    return iter(sheet.lines)


class _Sheet:
    """The lines of one article; counts the ids and knows where each actor stands."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._counts = Counter[str]()
        self._actors: dict[str, str] = {}

    def actor(self, actor: Actor) -> None:
        marks = [mark for span in actor.mentions if (mark := self._bound("Actor", [span]))]
        if not marks:
            return
        self._actors[actor.id] = marks[0]
        if len(marks) > 1:
            self.lines.append(f"*\tAlias {' '.join(marks)}")
        if actor.kind:
            self._add("A", f"Kind {marks[0]} {actor.kind}")
        self._note(marks[0], {"name": actor.name, "role": actor.role})

    def quote(self, quote: Quote) -> None:
        mark = self._bound("Quote", quote.spans)
        if mark:
            self._relate("Said", quote.speaker, mark)
            self._add("A", f"Form {mark} {quote.kind}")
            self._note(mark, {"speaker_name": quote.speaker_name})

    def stance(self, stance: Stance) -> None:
        mark = self._bound("Stance", stance.evidence)
        if mark:
            self._relate("Holds", stance.actor, mark)
            self._add("A", f"Position {mark} {stance.position}")
            self._note(mark, {"target": stance.target})

    def figure(self, figure: Figure) -> None:
        mark = self._bound("Figure", [figure.span])
        if mark:
            for flag in ("percent", "approximate", "ordinal"):
                if getattr(figure, flag):
                    self._add("A", f"{flag.title()} {mark}")
            facts = ("value", "low", "high", "unit", "currency", "measures")
            self._note(mark, figure.model_dump(mode="json", include=set(facts)))

    def _bound(self, kind: str, spans: Sequence[Span]) -> str | None:
        pieces = sorted({piece for span in spans for piece in _fragments(span)})
        if not pieces:  # nothing but line breaks: brat has no word for it
            return None
        places = ";".join(f"{start} {end}" for start, end, _ in pieces)
        return self._add("T", f"{kind} {places}\t{' '.join(text for *_, text in pieces)}")

    def _relate(self, relation: str, actor: str | None, mark: str) -> None:
        if actor in self._actors:
            self._add("R", f"{relation} Arg1:{self._actors[actor]} Arg2:{mark}")

    def _note(self, mark: str, facts: dict[str, object]) -> None:
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
    """Return a name that stays in the folder and that every file system takes."""
    short = re.sub(r"[^\w.-]+", "_", name).strip(".").encode()[:100].decode(errors="ignore")
    return f"_{short}" if _DEVICE.match(short) else short or "article"


def _text(summary: Summary) -> str:
    if summary.article.text is None:
        raise ArticleError(
            f"The summary of {summary.article.id!r} is kept without its article.",
            hint="Give the folder of the articles with --articles.",
        )
    return summary.article.text
