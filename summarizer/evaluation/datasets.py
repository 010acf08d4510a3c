"""Read gold data: annotated news, sentences with quantities, and folders of seed articles.

Everything becomes a :class:`~summarizer.evaluation.cases.Case`; scoring is elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from summarizer.article import Article
from summarizer.errors import ArticleError
from summarizer.evaluation.cases import Amount, Attributed, Case, Quotation, merge
from summarizer.evaluation.gold import Gold, GoldStance, read_seeds
from summarizer.evaluation.matching import Stretch
from summarizer.evaluation.opinions import GoldOpinion
from summarizer.schema import QuoteKind
from summarizer.schema.invalid import invalid
from summarizer.storage.reader import records

_NUMBER = r"[\d.]+(?:E[+-]?\d+)?"
_QUANTITY = re.compile(rf"(-?{_NUMBER})(?:\s*-\s*({_NUMBER}))?")

HINT = (
    'Gold is a folder of seeds, or JSON Lines such as {"id": "a1", "text": "…", "direct_quotes": '
    "[…]}."
)
"""What to give in the place of what is no gold."""


class _Direct(BaseModel):
    text: str
    start: int
    end: int
    speaker_text: str | None = None
    kind: QuoteKind = "direct"
    words: int | None = None


class _Source(BaseModel):
    text: str


class _Content(BaseModel):
    start: int
    end: int


class _Attribution(BaseModel):
    source: _Source | None = None
    content: _Content | None = None
    kind: Literal["direct", "mixed", "indirect"] | None = None
    nested_in_quote: bool = False


class _Quantity(BaseModel):
    value: str
    unit: str
    normalized_unit: str


class _Line(BaseModel):
    id: str
    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    direct_quotes: list[_Direct] | None = None
    attributions: list[_Attribution] = []
    segments: list[Stretch] = []
    discard: list[Stretch] = []
    quantities: list[_Quantity] | None = None
    stances: list[GoldStance | GoldOpinion] | None = None


def read_cases(paths: Iterable[str | Path]) -> list[Case]:
    """Read gold data.

    Args:
        paths: Folders of seeds (``NAME.txt`` with ``NAME.gold.json``), and JSON Lines files with
            the fields ``id``, ``text`` and the annotations: ``direct_quotes``, ``attributions``
            (of which ``content`` and ``kind`` are for statements), ``segments``, ``discard``,
            ``quantities``, ``stances`` (ours, or opinions in sentences, as MPQA has them). Lines
            with the same id, in one file or several, are merged.

    Returns:
        The cases, in the order of the files.

    Raises:
        ArticleError: A file cannot be read, or a line is not gold.

    Example:
        >>> cases = read_cases(["seeds"])
        >>> cases[-2].article.id, len(cases[-2].quotations)
        ('putin-thanks-kim', 5)
    """
    paths = list(paths)
    cases: list[Case] = []
    lines: dict[str, dict[str, object]] = {}
    for path in paths:
        if Path(path).is_dir():
            cases += [_seed(article, gold) for article, gold in read_seeds(path)]
        else:
            _read_lines(str(path), lines)
    cases += _alike([_case(_line(name, data)) for name, data in lines.items()])
    if all(case.is_bare for case in cases):
        named = ", ".join(map(str, paths))
        raise ArticleError(f"{named} has articles, but no annotations.", hint=HINT)
    return cases


def _read_lines(path: str, lines: dict[str, dict[str, object]]) -> None:
    for record in records(path):
        if isinstance(record, ArticleError):
            raise ArticleError(str(record), hint=HINT)
        if not isinstance(record.data, dict) or not isinstance(record.data.get("id"), str):
            raise ArticleError(f"{record.where} is no gold: it has no id.", hint=HINT)
        lines.setdefault(record.data["id"], {}).update(record.data)


def _line(name: str, data: dict[str, object]) -> _Line:
    try:
        return _Line.model_validate(data)
    except ValidationError as error:
        raise ArticleError(
            f"The gold of {name!r} is wrong: {invalid(error)}.",
            hint=f"{HINT} Lines of one id are put together: give the articles' file, too.",
        ) from error


def _case(line: _Line) -> Case:
    article = Article(
        line.text, id=line.id, title=line.title, date=line.date, publisher=line.publisher
    )
    quoted = line.direct_quotes
    return Case(
        article,
        None if quoted is None else merge(_quotation(direct, line.discard) for direct in quoted),
        tuple(line.segments),
        tuple(each.source.text for each in line.attributions if each.source),
        None if line.quantities is None else tuple(map(_amount, line.quantities)),
        *_stances(line.stances),
        statements=tuple(_statements(line.attributions)) or None,
    )


def _statements(attributions: Iterable[_Attribution]) -> Iterator[Attributed]:
    """Yield the attributions whose words are not all between quotation marks."""
    for each in attributions:
        if each.content and each.kind in {"mixed", "indirect"}:
            yield Attributed(
                each.content.start,
                each.content.end,
                each.source.text if each.source else None,
                optional=each.kind == "mixed" or each.nested_in_quote,
            )


def _stances(
    given: list[GoldStance | GoldOpinion] | None,
) -> tuple[tuple[GoldStance, ...] | None, tuple[GoldOpinion, ...] | None]:
    """Return the stances and the opinions of a line, None for the kind that it does not have."""
    if given is None:
        return None, None
    opinions = tuple(each for each in given if isinstance(each, GoldOpinion))
    stances = tuple(each for each in given if isinstance(each, GoldStance))
    return (None, opinions) if opinions else (stances, None)


def _alike(cases: list[Case]) -> list[Case]:
    """Return the cases, those without any stance as the others of their file are."""
    if not any(case.opinions for case in cases):
        return cases
    return [
        replace(case, stances=None, opinions=()) if case.stances == () else case for case in cases
    ]


def _quotation(direct: _Direct, discard: list[Stretch]) -> Quotation:
    return Quotation(
        direct.start,
        direct.end,
        len(direct.text.split()) if direct.words is None else direct.words,
        (direct.speaker_text,),
        direct.kind,
        optional=any(start < direct.end and direct.start < end for start, end in discard),
    )


def _amount(quantity: _Quantity) -> Amount:
    match = _QUANTITY.fullmatch(quantity.value)
    if not match:
        raise ArticleError(
            f"{quantity.value!r} is not a quantity.", hint="Write 12.5, or 12.5-13 for a range."
        )
    ends = sorted(Decimal(end) for end in match.groups() if end)
    written = (quantity.unit, quantity.normalized_unit)
    return Amount(tuple(ends), tuple("" if unit == "-" else unit for unit in written))


def _seed(article: Article, gold: Gold) -> Case:
    spans = [(span, quote) for quote in gold.quotes for span in quote.spans]
    quotations = (
        Quotation(
            span.start,
            span.end,
            len(span.text.split()),
            (quote.speaker,),
            quote.kind,
            named=quote.named if quote.speaker else None,
        )
        for span, quote in spans
    )
    marked = [span for span, _ in spans] + list(gold.not_quotes)
    return Case(
        article,
        merge(quotations),
        tuple((span.start, span.end) for span in marked),
        tuple(actor.name for actor in gold.actors),
        tuple(map(Amount.of, gold.figures)),
        gold.stances,
    )
