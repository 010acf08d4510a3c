"""The outline of a text: everything in it that a model may point at, found by code."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.document.paragraphs import Extent, find_paragraphs, unwrapped
from summarizer.document.quotations import Quotation, find_quotations
from summarizer.document.sentences import Sentence, split_sentences
from summarizer.errors import ArticleError
from summarizer.languages.detection import guess_language, is_known, is_surely, language_of
from summarizer.languages.table import Language, language

if TYPE_CHECKING:
    from summarizer.document.figures import Figure

Item = TypeVar("Item", Sentence, Quotation, "Figure")


@dataclass(frozen=True, slots=True)
class Passages:
    """The sentences and quotations of a text, in its order."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Outline(Passages):
    """What code found in a text, each list in the order of the text.

    ``text[item.start:item.end] == item.text`` holds for every item.
    """

    figures: "tuple[Figure, ...]"

    @property
    def keys(self) -> dict[int, str]:
        """The ids that a summary gives to the figures that measure something, by place."""
        from summarizer.document.figures.keys import keyed  # noqa: PLC0415  takes a while

        return {figure.start: key for key, figure in keyed(self.figures).items()}

    def data(self) -> dict[str, Any]:
        """Return all of it as plain data, the figures with their ids.

        Example:
            >>> *_, found = outline("In 2024 it lost 5 boats.").data().values()
            >>> [each["id"] for each in found]
            [None, 'F1']
        """
        keys = self.keys
        figures = [{"id": keys.get(each.start)} | each._asdict() for each in self.figures]
        sentences = [each._asdict() for each in self.sentences]
        quotations = [each._asdict() for each in self.quotations]
        return dict({"sentences": sentences, "quotations": quotations}, figures=figures)


def outline(text: str) -> Outline:
    """Find the sentences, quotations and figures of a text.

    Works on any string in any script, and takes time linear in its length.

    Args:
        text: The article's text.

    Returns:
        The outline, its offsets in Unicode code points.

    Raises:
        ArticleError: It is no string.

    Example:
        >>> found = outline('"We sent about 15,000 troops," he said.')
        >>> found.quotations[0].text
        'We sent about 15,000 troops,'
        >>> found.figures[0].value, found.figures[0].unit, found.figures[0].approximate
        (Decimal('15000'), 'troops', True)
    """
    if not isinstance(text, str):
        raise ArticleError(
            f"An outline is made of a text, not of {type(text).__name__}.",
            hint="Give the text of an article: outline(article.text).",
        )
    paragraphs = find_paragraphs(text)
    flat = unwrapped(text, paragraphs)
    spoken = language_of(text)
    found = read_passages(text, flat, paragraphs, spoken)
    figures = read_figures(text, flat, spoken)
    return Outline(found.sentences, found.quotations, figures)


def read_passages(text: str, flat: str, paragraphs: Sequence[Extent], spoken: Language) -> Passages:
    """Find the sentences and quotations of a text.

    Args:
        text: The text.
        flat: It without the line breaks inside of its paragraphs.
        paragraphs: The extents of its paragraphs.
        spoken: Its language.
    """
    sentences = split_sentences(flat, paragraphs, spoken)
    quotations = find_quotations(flat, paragraphs, sentences, spoken)
    if flat == text:
        return Passages(sentences, quotations)
    return Passages(_copied(sentences, text), _copied(quotations, text))


def read_figures(text: str, flat: str, spoken: Language) -> "tuple[Figure, ...]":
    """Find the figures of a text; see :func:`read_passages` for the arguments."""
    from summarizer.document.figures import ambiguous, find_figures  # noqa: PLC0415  takes a while
    from summarizer.document.figures.special import label  # noqa: PLC0415
    from summarizer.document.names.numbered import numbered_names  # noqa: PLC0415

    figures = find_figures(flat, spoken)
    if any(map(ambiguous.can_be_read_twice, figures)):
        figures = _in_their_language(flat, find_paragraphs(text), figures, spoken)
    names = {start for start, _ in numbered_names(flat, spoken)}
    figures = tuple(
        label(flat, each.start, each.end, "part of a name") if each.start in names else each
        for each in figures
    )
    return figures if flat == text else _copied(figures, text)


def _in_their_language(
    flat: str, paragraphs: Sequence[Extent], figures: "tuple[Figure, ...]", spoken: Language
) -> "tuple[Figure, ...]":
    """Read the figures again in paragraphs of another language; of an unknown one, in two ways.

    Only paragraphs are looked at whose numbers another language reads differently.
    """
    from summarizer.document.figures import ambiguous  # noqa: PLC0415  takes a while

    if not is_known(flat, spoken):
        decimal = spoken.property("numbers.decimal", ".")
        return tuple(ambiguous.with_both_readings(each, decimal) for each in figures)
    starts = [start for start, _ in paragraphs]

    def paragraph_of(each: "Figure") -> int:
        return bisect_right(starts, each.start) - 1

    doubtful = set(map(paragraph_of, filter(ambiguous.can_be_read_twice, figures)))
    parts = {number: flat[slice(*paragraphs[number])] for number in doubtful}
    others = {number: _other_language(part, spoken) for number, part in parts.items()}
    kept = [each for each in figures if not others.get(paragraph_of(each))]
    for number, other in others.items():
        if other:
            kept += _found_at(starts[number], parts[number], other)
    return tuple(sorted(kept, key=attrgetter("start")))


def _other_language(paragraph: str, spoken: Language) -> Language | None:
    """Return the language of a paragraph if it is surely not that of its article."""
    if is_known(paragraph, spoken):  # by far the commonest case
        return None
    other = language(guess_language(paragraph))
    return other if other is not spoken and is_surely(paragraph, other) else None


def _found_at(offset: int, paragraph: str, spoken: Language) -> "Iterator[Figure]":
    from summarizer.document.figures import find_figures  # noqa: PLC0415  takes a while

    for each in find_figures(paragraph, spoken):
        yield each._replace(start=each.start + offset, end=each.end + offset)


def _copied(found: Sequence[Item], text: str) -> tuple[Item, ...]:
    """Return items with the words as a text has them, line breaks among them."""
    return tuple(each._replace(text=text[each.start : each.end]) for each in found)
