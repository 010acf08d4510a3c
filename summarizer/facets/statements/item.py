"""What the form's answer about a statement says, and the statement that it points at."""

from typing import Literal, cast

from summarizer.document.document import Document
from summarizer.document.statements import Statement
from summarizer.facets.faults import Place
from summarizer.facets.form import FormItem
from summarizer.facets.objections import Objection
from summarizer.facets.question import Problem, short
from summarizer.facets.statements.checks import cue_of, nearest, speaker_of
from summarizer.facets.statements.pointing import located, parted
from summarizer.schema import Polarity

Places = tuple[Place, ...]


class StatementItem(FormItem):
    """What a source is reported to have said; with an id, what becomes of one that code found.

    With an id, null stands for what code found.
    """

    id: str | None = None
    polarity: Literal[Polarity, "none"] = "said"
    speaker: str | None = None
    cue: str | None = None
    sentence: int | None = None
    first: str | None = None
    last: str | None = None

    @property
    def label(self) -> str:
        """What an answer is known again by: the one it is about, or its sentence."""
        return self.id or f"[{self.sentence}]"

    @property
    def answered(self) -> str:
        """The answer in short."""
        ends = " … ".join(filter(None, (self.first, self.last)))
        return short(f"{self.label} {self.speaker or 'unknown'}: {ends} ({self.cue})")


def read_statement(
    document: Document, item: StatementItem, known: Statement | None
) -> Statement | Objection:
    """Return the statement that an item points at, in the words of the article.

    Args:
        document: The article.
        item: The item.
        known: The one of code's that it is about, if any.

    Returns:
        The statement, without a key and a rule; or what does not stand there.
    """
    places = _places(document, item, known)
    if isinstance(places, Objection):
        return places
    cue = _cue(document, item, known, (places[0][0], places[-1][1]))
    if isinstance(cue, Objection):
        return cue
    source = _source(document, item, known, cue)
    if isinstance(source, Objection):
        return source
    places = parted(document.article.text, places, cue)
    polarity = cast("Polarity", item.polarity)
    return Statement(
        key="",
        places=places,
        source=source[0],
        name=source[1],
        at=source[2],
        cue=cue,
        polarity=polarity,
        rule="",
        certainty="inferred",
        quote=_quote(document, places),
    )


def _places(document: Document, item: StatementItem, known: Statement | None) -> Places | Objection:
    """Return where the words are; those that code found where an item gives no others."""
    if known and not (item.first or item.last):
        return known.places
    number = item.sentence or (document.sentence_at(known.start) + 1 if known else None)
    if not (item.first and item.last and number):
        return Objection("no_words", "A statement has no sentence, or no first or last words.")
    if not 1 <= number <= len(document.outline.sentences):
        return Objection("no_such_sentence", f"The article has no sentence {number}.")
    place = located(document, number, item.first, item.last)
    return place if isinstance(place, Objection) else (place,)


def _cue(
    document: Document, item: StatementItem, known: Statement | None, said: Place
) -> Place | Objection:
    if item.cue:
        return cue_of(document, item.cue, said)
    return known.cue if known else Objection("no_cue", "No words report the statement.")


def _source(
    document: Document, item: StatementItem, known: Statement | None, cue: Place
) -> tuple[str, str | None, int] | Objection:
    """Return the article's words for the source, its full name if it has one, and where it is."""
    if known and item.speaker is None:
        return known.source, known.name, known.at
    found = speaker_of(document, item.speaker or "", cue)
    if isinstance(found, Problem):
        return Objection(found.reason, found.detail)
    if not found:
        return "", None, cue[0]
    name = document.full_name(found) if document.is_name(found) else None
    return found, name, nearest(document, found, cue)


def _quote(document: Document, places: Places) -> str | None:
    """Return the key of the first quotation within the words."""
    inside = (
        each.key
        for each in document.quotes
        if any(start <= each.start < end for start, end in places)
    )
    return next(inside, None)
