"""Descriptions that a pronoun means: "The report says … It adds", "200 doctors … they write".

Reads tokens. Which name "he" and "she" mean is known from :mod:`.pronouns`.
"""

from collections.abc import Sequence

from summarizer.document.attribution.grammar.persons import gender_of
from summarizer.document.attribution.grammar.phrases import (
    Source,
    describes_people,
    head_end,
    sentence_start,
)
from summarizer.document.attribution.grammar.sources import main_subject, subject_after
from summarizer.document.attribution.grammar.tokens import Token

_PRONOUNS = frozenset({"it", "they"})
_WRITTEN = frozenset({"document", "showing"})
_FAR = 60
"""Tokens before a pronoun in which it may mean who spoke last."""
_SENTENCES = 4
"""Sentences before a pronoun in which the person that it means may be described."""
_MANY = frozenset({"person", "collective"})
_PLURAL = "s"
_LIMITS = frozenset({"preposition", "conjunction"})


def described(tokens: Sequence[Token], pronoun: int, speaker: Source | None) -> Source | None:
    """Return the description that a pronoun means.

    Args:
        tokens: The text's tokens.
        pronoun: Number of its token.
        speaker: Who spoke last.

    Returns:
        The description; None where none fits, or the pronoun is another one.

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
    if "they" in tokens[pronoun].tags and (people := _people(tokens, here, pronoun)):
        return people
    near = speaker if speaker and speaker.first > pronoun - _FAR else None
    subject = main_subject(tokens, here - 1, before) if here > before else None
    each = (near, subject) if near and near.first >= before else (subject, near)
    fitting = (_fitting(tokens, one, pronoun) for one in each if one and one.kind == "nominal")
    return next(filter(None, fitting), None)


def person_described(tokens: Sequence[Token], pronoun: int) -> Source | None:
    """Return the one person, new to the text, whom "he" or "she" means: "A nurse said … she said".

    Args:
        tokens: The text's tokens.
        pronoun: Number of its token.
    """
    source = speaker_described(tokens, pronoun)
    if source is None or "indefinite" not in tokens[source.first].tags:
        return None
    relative = any("who" in token.tags for token in tokens[source.last + 1 : source.last + 3])
    return source if relative or describes_people(tokens, source.first, source.last) else None


def speaker_described(tokens: Sequence[Token], pronoun: int) -> Source | None:
    """Return who speaks last before a pronoun in its paragraph, if described and not named.

    Args:
        tokens: The text's tokens.
        pronoun: Number of its token.
    """
    end = sentence_start(tokens, pronoun)
    for _ in range(_SENTENCES):
        if end < 2 or tokens[end - 1].kind != "stop":
            return None
        first = sentence_start(tokens, end - 1)
        subject = _subject(tokens, first, end - 1)
        if subject and subject.kind == "name":
            return None
        if subject and _is_described(tokens, subject) and _is_said(tokens, first, end):
            return None if _is_of_other_sex(tokens, subject, pronoun) else subject
        end = first
    return None


def _subject(tokens: Sequence[Token], first: int, end: int) -> Source | None:
    """Return the subject of a sentence, also behind a quotation: "…," said a nurse."""
    first += tokens[first].kind == "quote"
    if "saying" in tokens[first].tags:
        return subject_after(tokens, first)
    return main_subject(tokens, end, first)


def _is_described(tokens: Sequence[Token], source: Source) -> bool:
    """Return whether a phrase has a determiner and a noun, which "However he" has not."""
    nominal = source.kind == "nominal" and source.last > source.first
    return nominal and "determiner" in tokens[source.first].tags


def _is_of_other_sex(tokens: Sequence[Token], source: Source, pronoun: int) -> bool:
    """Return whether a noun contradicts a pronoun: "a man" and "she"."""
    other = "men" if gender_of(tokens[pronoun]) == "f" else "women"
    head = tokens[source.first : head_end(tokens, source.first, source.last) + 1]
    return any(other in token.tags for token in head)


def _is_said(tokens: Sequence[Token], first: int, end: int) -> bool:
    return any("saying" in token.tags for token in tokens[first:end])


def _fitting(tokens: Sequence[Token], source: Source, pronoun: int) -> Source | None:
    """Return a description up to the noun that a pronoun may mean, or None."""
    fits = _is_thing if "it" in tokens[pronoun].tags else _is_group
    if not tokens[pronoun].is_any(_PRONOUNS):
        return None
    head = range(source.first, head_end(tokens, source.first, source.last) + 1)
    noun = next((at for at in head if fits(tokens[at])), None)
    return Source("nominal", source.first, noun) if noun is not None else None


def _is_thing(noun: Token) -> bool:
    return noun.is_any(_WRITTEN) or _is_body(noun)


def _is_group(noun: Token) -> bool:
    return _is_many(noun) or _is_body(noun)


def _is_body(noun: Token) -> bool:
    return "body" in noun.tags and "person" in noun.tags


def _is_many(noun: Token) -> bool:
    many = noun.low.endswith(_PLURAL) or "collective" in noun.tags
    return many and noun.is_any(_MANY) and "determiner" not in noun.tags


def _people(tokens: Sequence[Token], first: int, pronoun: int) -> Source | None:
    """Return the people before a pronoun in its sentence: "signed by 200 doctors, they write"."""
    for last in range(pronoun - 1, first - 1, -1):
        if tokens[last].kind == "word" and _is_many(tokens[last]):
            start = last
            while start > first and tokens[start - 1].kind == "word":
                if tokens[start - 1].is_any(_LIMITS):
                    break
                start -= 1
            return Source("nominal", start, last)
    return None
