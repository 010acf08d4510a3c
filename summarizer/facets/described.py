"""Whether words of an article can stand for someone, and whether two may stand for the same."""

import re
from functools import cache

from summarizer.document.document import Document
from summarizer.document.support import content_words, unsupported
from summarizer.facets.question import Problem, short
from summarizer.languages.forms import conjugate
from summarizer.languages.lexicon import Tags, lexicon
from summarizer.languages.table import Language

LONGEST = 12
"""Words of a description: "a person familiar with the talks between both sides" has nine."""

MARK = re.compile('["“”„«»]')
"""A quotation mark."""

PARTED = re.compile(r"[,;:.!?\"“”„«»]\s")
"""Marks that part what is around them: a description has none."""


def can_mean_someone(document: Document, standing: str) -> bool:
    """Return whether words of the article can stand for someone who acts or speaks.

    A description is no day, has a word of its own, does not begin with a number, a pronoun or
    another small word but an article, does not end with one or with a verb in the past, and is not
    only a part of what someone says.

    Args:
        document: The article.
        standing: The words, as they stand there.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("The families paid 15 crowns, Jane Roe said."))
        >>> [can_mean_someone(document, each) for each in ("The families", "15 crowns", "said")]
        [True, False, False]
        >>> document = Document.read(Article("Prices fell on Monday, the residents said."))
        >>> words = ("Prices", "Prices fell", "Monday", "residents")
        >>> [can_mean_someone(document, each) for each in words]
        [True, False, False, True]
    """
    if _is_weekday(document, standing):
        return False
    if document.is_name(standing):
        return True
    words = standing.split()
    return (
        len(words) <= LONGEST
        and not standing[0].isdigit()
        and not PARTED.search(standing)
        and _opens(document, words[0])
        and not _is_small(document, words[-1])
        and words[-1].lower() not in _pasts(document.language)
        and bool(unsupported("", standing))
        and not _is_only_quoted(document, standing)
    )


def can_be_role(document: Document, standing: str) -> bool:
    """Return whether words of the article can say what somebody is: "her younger brother".

    Args:
        document: The article.
        standing: The words, as they stand there.
    """
    has_words = not standing[0].isdigit() and bool(unsupported("", standing))
    return has_words and not _is_only_quoted(document, standing)


def _is_weekday(document: Document, standing: str) -> bool:
    """Return whether it is a day, and no short form of a name of the article: "Joe Friday"."""
    days = document.known_names.vocabulary.weekdays
    return standing.lower() in days and document.full_name(standing) == standing


def _opens(document: Document, word: str) -> bool:
    tags = _tags(document, word)
    return not document.is_pronoun(word) and ("determiner" in tags or not _is_small(document, word))


def _is_small(document: Document, word: str) -> bool:
    return "function" in _tags(document, word)


def _tags(document: Document, word: str) -> Tags:
    return lexicon(document.language).tags(word.lower())


@cache
def _pasts(language: Language) -> frozenset[str]:
    """Return the forms of verbs that are a past and nothing else: "fell", and not "left"."""
    lemmas = [each.partition("=")[0] for each in language.own("verbs.irregular")]
    verbs = [conjugate(lemma, language) for lemma in lemmas]
    others = frozenset(form for verb in verbs for form in (verb.lemma, *verb.participle))
    return frozenset(past for verb in verbs for past in verb.past) - others


def _is_only_quoted(document: Document, standing: str) -> bool:
    places = document.mentions([standing])
    quoted = document.outline.quotations
    return bool(places) and all(
        any(each.start <= start and end <= each.end for each in quoted) for start, end in places
    )


def source_in(document: Document, written: str, item: str) -> str | Problem | None:
    """Return the source that a model names, as the article writes it.

    Args:
        document: The article.
        written: What the model says.
        item: What it is about, such as "Q3".

    Returns:
        The article's words; None where the model says that nobody is named; or what is wrong.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("The families left, Jane Roe said."))
        >>> [source_in(document, each, "Q1") for each in ("the families", "not specified")]
        ['The families', None]
    """
    written = _bare(" ".join(written.split()))
    if not written or names_nobody(document, written):
        return None
    if document.is_pronoun(written):
        return Problem("speaker_is_pronoun", f"{written!r} is not a name.", item)
    standing = document.find(written) or document.find(written[0].swapcase() + written[1:])
    if standing is None:
        detail = f"{short(written)!r} does not stand in the article."
        return Problem("name_not_in_article", detail, item)
    if not can_mean_someone(document, standing):
        return Problem("not_a_source", f"{standing!r} describes nobody.", item)
    return standing


def _bare(written: str) -> str:
    """Return words without the marks around them: not those of a title at their end."""
    bare = written.strip("\"'“”‘’ .,")
    return written.strip(" .,") if MARK.search(bare) else bare


def names_nobody(document: Document, written: str) -> bool:
    """Return whether an answer says that the speaker is unknown, as "not specified" does."""
    return written.casefold().replace(" ", "_") in document.language.words("speech.nobody")


def has_pronoun(document: Document, text: str) -> bool:
    """Return whether a pronoun is among the words of a text.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Jane Roe left. “Late,” she said."))
        >>> has_pronoun(document, "“Late,” she said."), has_pronoun(document, "Jane Roe left.")
        (True, False)
    """
    return any(document.is_pronoun(word.strip("“”\"',.;:!?»«")) for word in text.split())


def may_be_same(document: Document, one: str, other: str) -> bool:
    """Return whether two names may be one actor's: one may be part of the other.

    Example:
        >>> from summarizer.article import Article
        >>> document = Document.read(Article("Jane Roe and Tim Roe left."))
        >>> may_be_same(document, "Jane Roe", "Roe"), may_be_same(document, "Jane Roe", "Tim Roe")
        (True, False)
    """
    words, others = (content_words(name.casefold()) for name in (one, other))
    part = set(words) <= set(others) or set(others) <= set(words)
    if words and others and part:
        return True
    return document.same_actor(*(_without_article(document, name) for name in (one, other)))


def _without_article(document: Document, name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in document.known_names.vocabulary.articles else name
