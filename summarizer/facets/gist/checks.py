"""The checks on a gist: what is wrong with one, and what is doubtful."""

from collections.abc import Iterable, Iterator

from summarizer.document.document import Document
from summarizer.document.names import foreign_numbers, read_names, read_numbers
from summarizer.document.outline import outline
from summarizer.document.sentences import Sentence
from summarizer.facets.objections import Objection, unknown_words
from summarizer.facets.question import short

LONGEST = 500
"""Characters. The question asks for 25 words."""


SENTENCES = 2
"""Sentences that are kept. The question asks for one; small models run on."""


def cut(written: str) -> str:
    """Return a gist on one line, without the braces of the JSON around it and what runs on."""
    gist = " ".join(written.split()).strip("{}[] ")
    kept = outline(gist).sentences[:SENTENCES]
    return gist[: kept[-1].end] if kept else ""


def gist_objections(
    document: Document, gist: str, numbers: Iterable[int] = (), *, strict: bool
) -> Iterator[Objection]:
    """Yield what is wrong or doubtful with a gist.

    Args:
        document: The article.
        gist: The gist.
        numbers: The sentences that it cites, counted from 1. A name or number of the article that
            is not in them or beside them is doubtful.
        strict: Whether a word that may be a foreign name is refused too.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Roe left. Snow fell. It rained. Poe paid 9 crowns."))
        >>> for gist, cited in (("Roe paid 9 crowns.", [1]), ("Siri left.", [1])):
        ...     for each in gist_objections(document, gist, cited, strict=False):
        ...         print(each.reason, each.wrong)
        not_in_evidence False
        name_not_in_article True
    """
    if not gist:
        yield Objection("empty", "The gist is empty.")
    if len(gist) > LONGEST:
        detail = f"The gist has {len(gist)} characters; at most {LONGEST} are kept."
        yield Objection("too_long", detail)
    yield from unknown_words(document, gist, strict=strict)
    cited = _near(document, numbers)
    for word in (*_absent_names(document, gist, cited), *_absent_numbers(document, gist, cited)):
        detail = f"{short(word)!r} does not stand in the sentences cited, or beside them."
        yield Objection("not_in_evidence", detail, wrong=False)


def _near(document: Document, numbers: Iterable[int]) -> tuple[Sentence, ...]:
    """Return the sentences that are cited, and those beside them, each once."""
    sentences = document.outline.sentences
    near = {each for number in numbers for each in range(number - 2, number + 1)}
    return tuple(sentences[at] for at in sorted(near.intersection(range(len(sentences)))))


def _absent_names(document: Document, gist: str, cited: tuple[Sentence, ...]) -> Iterator[str]:
    """Yield the names of the article that no cited sentence mentions, in any form."""
    for run in read_names(gist, document.language).runs if cited else ():
        places = document.mentions(document.aliases([run.name, document.full_name(run.name)]))
        if places and not any(each.start <= at < each.end for at, _ in places for each in cited):
            yield run.name


def _absent_numbers(document: Document, gist: str, cited: tuple[Sentence, ...]) -> Iterator[str]:
    """Yield the numbers of the article that no cited sentence gives."""
    from summarizer.document.figures import find_figures  # noqa: PLC0415  takes a while

    text = " ".join(sentence.text for sentence in cited)
    given = read_numbers(text, document.language, find_figures(text, document.language))
    foreign = {word for _, word in document.foreign(gist)}
    yield from (each for each in foreign_numbers(given, gist) if cited and each not in foreign)
