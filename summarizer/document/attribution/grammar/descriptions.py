"""Descriptions that a pronoun means: "The report says … It adds", "A nurse said … she said".

Reads tokens. Which name "he" and "she" mean is known from :mod:`.pronouns`.
"""

from collections.abc import Sequence
from itertools import takewhile

from summarizer.document.attribution.grammar.persons import gender_of
from summarizer.document.attribution.grammar.phrases import (
    Source,
    describes_people,
    head_end,
    sentence_start,
)
from summarizer.document.attribution.grammar.sources import main_subject, subject_after
from summarizer.document.attribution.grammar.tokens import ARTICLE, BREAKS, Token
from summarizer.languages.lexicon import Tags

_PEOPLE: Tags = frozenset({"person"})
_WRITTEN = frozenset({"document", "showing"})
_FAR = 60
"""Tokens before a pronoun in which it may mean who spoke last."""
_SENTENCES = 4
"""Sentences before a pronoun in which the person that it means may be described."""
_MANY = frozenset({"person", "collective"})
_BODY = frozenset({"person", "body"})
_PLURAL = "s"


def described(tokens: Sequence[Token], pronoun: int, speaker: Source | None) -> Source | None:
    """Return the description that a pronoun means, such as who spoke last; None where none fits.

    Example:
        >>> from summarizer.document.document import Document
        >>> from summarizer import Article
        >>> text = "The report says it was “late”. It adds that it was “too long” as well."
        >>> [quote.source for quote in Document.read(Article(text)).quotes]
        ['The report', 'The report']
    """
    if gender_of(tokens[pronoun]):
        return person_described(tokens, pronoun)
    here = sentence_start(tokens, pronoun)
    before = sentence_start(tokens, here - 1) if here > 1 else here
    near = speaker if speaker and speaker.first > pronoun - _FAR else None
    subject = main_subject(tokens, here - 1, before) if here > before else None
    either = (one for one in (subject, near) if one and one.kind == "nominal")
    fitting = (_fitting(tokens, one, pronoun) for one in either)
    return next(filter(None, fitting), None)


def person_described(tokens: Sequence[Token], pronoun: int) -> Source | None:
    """Return the person without a name that "she" means: "A nurse said … she said"."""
    source = rival_before(tokens, pronoun)
    if source is None or _is_told_apart(tokens, source):
        return source and without_verb(tokens, source)
    new = _speaks(tokens, source) and describes_people(tokens, source.first, source.last)
    return without_verb(tokens, source) if new or _has_office(tokens, source) else None


def _has_office(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether someone is described by an office alone: "The health secretary"."""
    head = tokens[without_verb(tokens, source).last].tags
    return "article" in tokens[source.first].tags and {"person", "title"} <= head


def is_bare(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a description may repeat a name: "The manager", but not "The pastor, who"."""
    short = source.last < source.first + 2 and "indefinite" not in tokens[source.first].tags
    return short and not _is_told_apart(tokens, source)


def rival_described(tokens: Sequence[Token], pronoun: int) -> Source | None:
    """Return who is the last subject before a pronoun, if someone described and not named.

    A paragraph before is read only where each sentence between is about "he" or "she" as well.
    """
    end, same = sentence_start(tokens, pronoun), True
    for _ in range(_SENTENCES):
        if end < 2 or (tokens[end - 1].kind == "paragraph" and not same):
            return None
        first = sentence_start(tokens, end - 1)
        subject = _subject(tokens, first, end - 1)
        if subject and subject.kind == "name":
            return None
        if subject and _is_someone(tokens, subject):
            return None if _is_of_other_sex(tokens, subject, pronoun) else subject
        same = same and subject is not None and gender_of(tokens[subject.first]) is not None
        end = first
    return None


def rival_before(tokens: Sequence[Token], pronoun: int) -> Source | None:
    """Return who is described in the sentence of a pronoun before it, else in those before."""
    start = sentence_start(tokens, pronoun)
    here = main_subject(tokens, pronoun, start) if start < pronoun else None
    if here is None or here.first == pronoun or here.kind == "pronoun":
        return rival_described(tokens, pronoun)
    named = any(token.kind == "name" for token in tokens[here.first : pronoun])
    return here if not named and _is_someone(tokens, here) else None


def _subject(tokens: Sequence[Token], first: int, end: int) -> Source | None:
    """Return the subject of a sentence, also behind a quotation: "…," said a nurse."""
    first += tokens[first].kind == "quote"
    if "saying" in tokens[first].tags:
        return subject_after(tokens, first)
    return main_subject(tokens, end, first)


def _is_someone(tokens: Sequence[Token], source: Source) -> bool:
    return _is_person(tokens, source) or _speaks(tokens, source)


def _is_person(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a phrase is one person, which "the party" and "two nurses" are not."""
    if source.kind != "nominal":
        return False
    head = tokens[source.first : head_end(tokens, source.first, source.last) + 1]
    people = [noun for noun in head if "person" in noun.tags and "body" not in noun.tags]
    if not people and _has_who(tokens, source):  # "Roe's sister-in-law, who left"
        return not head[-1].low.endswith(_PLURAL)
    return bool(people) and not any(map(_is_many, people))


def _speaks(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether someone new is the subject of a report: "A glazier said"."""
    tags = tokens[source.first].tags
    if source.kind != "nominal" or "indefinite" not in tags or "no_one" in tags:
        return False
    sentence = map(tokens.__getitem__, range(sentence_start(tokens, source.first), len(tokens)))
    inside = takewhile(lambda token: token.kind not in BREAKS, sentence)
    return any("saying" in token.tags for token in inside)


def without_verb(tokens: Sequence[Token], source: Source, nouns: Tags = _PEOPLE) -> Source:
    """Return a phrase up to its last noun for a source: "A man stood up" ends with a verb."""
    last = last_noun(tokens, source, nouns)
    return source if last is None else Source(source.kind, source.first, last)


def last_noun(tokens: Sequence[Token], source: Source, nouns: Tags) -> int | None:
    """Return the last noun of some kinds in a phrase; the end of the phrase if it is its head."""
    head = range(head_end(tokens, source.first, source.last), source.first - 1, -1)
    last = next((at for at in head if tokens[at].is_any(nouns)), None)
    return source.last if last == head.start else last


def _has_who(tokens: Sequence[Token], source: Source) -> bool:
    return any("who" in token.tags for token in tokens[source.last + 1 : source.last + 3])


def _is_told_apart(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a phrase says more than a noun: "The woman behind him", "A man, a clerk,"."""
    after = tokens[source.last + 1 : source.last + 3]
    apposed = len(after) > 1 and after[0].low == "," and after[1].tags >= ARTICLE
    longer = head_end(tokens, source.first, source.last) < source.last
    return longer or apposed or _has_who(tokens, source)


def _is_of_other_sex(tokens: Sequence[Token], source: Source, pronoun: int) -> bool:
    """Return whether a noun contradicts a pronoun: "a man" and "she"."""
    other = "men" if gender_of(tokens[pronoun]) == "f" else "women"
    head = tokens[source.first : head_end(tokens, source.first, source.last) + 1]
    return any(other in token.tags for token in head)


def _fitting(tokens: Sequence[Token], source: Source, pronoun: int) -> Source | None:
    """Return a description up to the noun that a pronoun may mean, or None."""
    thing = "it" in tokens[pronoun].tags
    for at in range(source.first, head_end(tokens, source.first, source.last) + 1):
        fits = tokens[at].is_any(_WRITTEN) if thing else _is_many(tokens[at])
        if fits or tokens[at].tags >= _BODY:
            return Source("nominal", source.first, at)
    return None


def _is_many(noun: Token) -> bool:
    many = noun.low.endswith(_PLURAL) or "collective" in noun.tags
    return many and noun.is_any(_MANY) and "determiner" not in noun.tags
