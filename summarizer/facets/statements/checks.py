"""The checks on statements: what is wrong with one, and what is doubtful."""

from collections.abc import Iterator

from summarizer.document.document import Document
from summarizer.document.sentences import Sentence
from summarizer.document.statements import Statement
from summarizer.facets.described import has_pronoun, may_be_same, source_in
from summarizer.facets.faults import Place
from summarizer.facets.objections import Objection
from summarizer.facets.question import Problem, short
from summarizer.facets.statements.pointing import find_words

NEAR = 3
"""Sentences around a statement in which its cue may be, and before a pronoun its name."""


def cue_of(document: Document, written: str, said: Place) -> Place | Objection:
    """Return the words nearest to a statement that report it, as a model gives them.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Roe said that Poe said it rained."))
        >>> cue_of(document, "said", (14, 32)), cue_of(document, "wrote", (14, 32)).reason
        ((4, 8), 'cue_not_in_article')
    """
    around = _around(document, said)
    found = find_words(document.article.text, written, around[0].start, around[-1].end)
    if not found:
        detail = f"{short(written)!r} does not stand beside the words that are said."
        return Objection("cue_not_in_article", detail)
    return min(found, key=lambda place: (_distance(place, said) < 0, abs(_distance(place, said))))


def nearest(document: Document, written: str, place: Place) -> int:
    """Return where some words are that stand nearest to a place; the place where there are none.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("The mayor left. It rained, the mayor said."))
        >>> nearest(document, "the mayor", (37, 41))
        27
    """
    text = document.article.text
    found = find_words(text, written, 0, len(text)) or [place]
    return min(found, key=lambda each: abs(_distance(each, place)))[0]


def speaker_of(document: Document, written: str, cue: Place) -> str | Problem | None:
    """Return the source that a model names: any words that stand beside the cue will do.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Of them 7 percent said it rained."))
        >>> speaker_of(document, "7 percent", (18, 22))
        '7 percent'
    """
    found = source_in(document, written, "statements")
    if isinstance(found, Problem) and found.reason == "not_a_source":
        text = document.article.text
        for start, end in find_words(text, written, 0, len(text)):
            if cue[0] == end + 1 or cue[1] + 1 == start:
                return text[start:end]
    return found


def statement_objections(
    document: Document, statement: Statement, known: Statement | None
) -> Iterator[Objection]:
    """Yield what is wrong or doubtful with a statement.

    Args:
        document: The article.
        statement: The statement, as a model reads it.
        known: The one of code's whose place it takes, if any.
    """
    yield from _misplaced(document, statement)
    yield from _misattributed(document, statement, known)
    if _runs_on(document, statement, known):
        detail = "The words go on into another paragraph, or into what code reads apart."
        yield Objection("runs_on", detail, wrong=False)


def _misplaced(document: Document, statement: Statement) -> Iterator[Objection]:
    """Yield that all is a quotation, and that the cue is among the words or far from them."""
    cue = short(document.article.text[slice(*statement.cue)])
    around = _around(document, (statement.start, statement.end))
    if _is_quoted(document, statement):
        yield Objection("quotation", "All of the words stand in quotation marks.")
    if any(_distance(statement.cue, place) < 0 for place in statement.places):
        yield Objection("cue_within", f"{cue!r} is among the words that are said.")
    if not around[0].start <= statement.cue[0] < around[-1].end:
        detail = f"{cue!r} does not stand beside the words that are said."
        yield Objection("cue_not_in_article", detail)


def _misattributed(
    document: Document, statement: Statement, known: Statement | None
) -> Iterator[Objection]:
    """Yield that the speaker is another than the article names, or is not named near by."""
    speaker = statement.name or statement.source
    shown = bool(speaker) and _shows(document, speaker, statement)
    named = known.name if known and known.certainty == "explicit" else None
    if named and not may_be_same(document, named, speaker):
        detail = f"The article names {named!r} as the speaker."
        yield Objection("explicit_speaker", detail, wrong=not shown)
    elif speaker and not shown:
        detail = f"No sentence around it shows that {short(speaker)!r} says so."
        yield Objection("speaker_not_shown", detail, wrong=False)


def _around(document: Document, said: Place) -> tuple[Sentence, ...]:
    """Return the sentences around some words, within their paragraphs."""
    first, last = document.sentence_at(said[0]), document.sentence_at(said[1] - 1)
    paragraphs = {each.paragraph for each in document.sentences(first, last)}
    near = document.sentences(first - NEAR, last + NEAR)
    return tuple(each for each in near if each.paragraph in paragraphs)


def _distance(one: Place, other: Place) -> int:
    """Return how far two places are apart; less than 0 where they overlap."""
    return max(one[0] - other[1], other[0] - one[1])


def _is_quoted(document: Document, statement: Statement) -> bool:
    """Return whether no word is outside of quotation marks."""
    quoted = {
        at
        for each in document.outline.quotations
        for at in range(max(each.start, statement.start), min(each.end, statement.end))
    }
    text = document.article.text
    said = (at for place in statement.places for at in range(*place))
    return not any(text[at].isalnum() for at in said if at not in quoted)


def _runs_on(document: Document, statement: Statement, known: Statement | None) -> bool:
    """Return whether the words go on into another paragraph, or into what code reads apart."""
    first, last = (document.sentence_at(at) for at in (statement.start, statement.end - 1))
    others = (each for each in document.statements if each is not known)
    apart = (each for each in others if statement.start < each.start < statement.end)
    return first < last and (
        len({each.paragraph for each in document.sentences(first, last)}) > 1
        or any(document.sentence_at(each.start) > first for each in apart)
    )


def _shows(document: Document, speaker: str, statement: Statement) -> bool:
    """Return whether the sentences of a statement name its speaker, or may mean it by "she"."""
    first = document.sentence_at(min(statement.start, statement.cue[0]))
    last = document.sentence_at(max(statement.end, statement.cue[1]) - 1)
    places = document.mentions(document.aliases([speaker, document.full_name(speaker)]))
    outside = [
        document.sentence_at(place[0])
        for place in places
        if all(_distance(place, said) >= 0 for said in statement.places)
    ]
    if any(first <= at <= last for at in outside):
        return True
    sentences = document.sentences(first, last)
    text = document.article.text[sentences[0].start : sentences[-1].end]
    return has_pronoun(document, text) and any(first - NEAR <= at < first for at in outside)
