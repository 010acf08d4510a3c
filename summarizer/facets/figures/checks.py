"""The checks on captions: what is wrong with one, and what is doubtful."""

from collections.abc import Iterator

from summarizer.document.document import Document
from summarizer.document.support import mostly_unsupported, unsupported
from summarizer.facets.objections import Objection, unknown_words
from summarizer.facets.question import short

LONGEST = 200
"""Characters of a caption. The question asks for eight words."""


def caption_objections(
    document: Document, key: str, caption: str, *, strict: bool
) -> Iterator[Objection]:
    """Yield what is wrong or doubtful with the caption of a figure.

    Args:
        document: The article.
        key: The figure's key, such as F1.
        caption: What it measures, on one line.
        strict: Whether everything doubtful is refused, and each word has to be said near the
            figure or in the title. Otherwise a caption is doubtful if most of its words are neither
            in the figure's sentence nor in the one before.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("The ferry carried 340 cars. Jane Roe left."))
        >>> captions = ("cars that the ferry carried", "trucks sold abroad", "cars of Bo Li")
        >>> for caption in captions:
        ...     objections = list(caption_objections(document, "F1", caption, strict=False))
        ...     print([(each.reason, each.wrong) for each in objections[:1]])
        []
        [('word_not_in_passage', False)]
        [('name_not_in_article', True)]
    """
    figure = document.figures[key]
    if len(caption) > LONGEST:
        yield Objection(
            "too_long", f"The caption of {figure.text!r} has {len(caption)} characters."
        )
    if not any(map(str.isalpha, caption)):
        yield Objection("empty", f"The caption of {figure.text!r} says nothing.")
    if not unsupported(figure.text, caption):
        yield Objection("echo", f"The caption {short(caption)!r} only repeats {figure.text!r}.")
    is_name = strict or document.is_name(caption)  # not "age of Jane Roe"
    if is_name and document.full_name(caption) in document.names:
        detail = f"The caption {caption!r} says of whom {figure.text!r} is, not what."
        yield Objection("only_a_name", detail, wrong=strict)
    where = f", in the caption of {figure.text!r},"
    yield from unknown_words(document, caption, where, strict=strict)
    yield from _unsaid(document, key, caption, strict=strict)


def _unsaid(document: Document, key: str, caption: str, *, strict: bool) -> Iterator[Objection]:
    """Yield the words that are not said near a figure; for a lenient check, if most are not."""
    figure = document.figures[key]
    if strict:
        near = document.passage(figure.start, before=2, after=1)
        words = unsupported(f"{document.article.title or ''} {near}", caption)
    else:
        words = mostly_unsupported(document.passage(figure.start), caption)
    for word in words:
        detail = f"{short(word)!r} is not said near {figure.text!r}."
        yield Objection("word_not_in_passage", detail, wrong=strict)
