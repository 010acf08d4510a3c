"""What a check has against an answer: that it is wrong, or only that it is doubtful."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.document.document import Document
from summarizer.facets.question import short


class Objection(NamedTuple):
    """One thing that a check has against an answer.

    Args:
        reason: The code under which it is reported.
        detail: A sentence.
        wrong: Whether the answer is refused. What is only doubtful is kept as guessed, with the
            reason as its doubt.
    """

    reason: str
    detail: str
    wrong: bool = True


def refusal(objections: Iterable[Objection]) -> Objection | None:
    """Return the first objection by which an answer is refused; None if it is kept.

    Example:
        >>> refusal([Objection("echo", "It repeats the number.")]).reason
        'echo'
    """
    return next((each for each in objections if each.wrong), None)


def doubt_of(objections: Iterable[Objection]) -> str | None:
    """Return the reason of the first objection that leaves an answer doubtful; None if none does.

    Example:
        >>> doubt_of([Objection("contradicted", "It does not fit.", wrong=False)])
        'contradicted'
    """
    return next((each.reason for each in objections if not each.wrong), None)


def unknown_words(
    document: Document, written: str, where: str = "", *, strict: bool
) -> Iterator[Objection]:
    """Yield the names and numbers in a written text that the article does not have.

    A word that may be a name or a common word is doubtful; a strict check refuses it too.

    Args:
        document: The article.
        written: What was written about it.
        where: What is said of the place of the word: ", in the caption of '9',".
        strict: Whether what is doubtful is refused.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Jane Roe left."))
        >>> [each.detail for each in unknown_words(document, "Jane Roe met Bo Li.", strict=False)]
        ["'Bo Li' does not stand in the article."]
    """
    for each in document.unknown(written):
        if strict or each.reading == "name":
            detail = f"{short(each.word)!r}{where} does not stand in the article."
            yield Objection(each.reason, detail)
        elif each.reading == "unclear":
            detail = f"{short(each.word)!r}{where} may be a name that the article does not have."
            yield Objection(each.reason, detail, wrong=False)
