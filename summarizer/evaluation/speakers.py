"""Decide whether a predicted speaker is the source in the gold, with the article as context.

The comparison is as lenient as a reader: titles, initials, nicknames and a bare surname agree with
the full name. A surname that several people in the article share agrees with each of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from summarizer.evaluation.folding import fold_quotation
from summarizer.evaluation.mentions import (
    POSSESSIVE,
    Mention,
    MentionKind,
    Name,
    bare_name,
    content_words,
    fold_word,
    head,
    is_capitalised,
    read_mention,
)
from summarizer.evaluation.vocabulary import (
    COMMON,
    NICKNAMES,
    OPENERS,
    ORGANISATIONS,
    PARTICLES,
    PRONOUNS,
    SUFFIXES,
    TITLES,
)

_NAME_PART = r"[A-Z][\w.'’-]*"
_FULL_NAME = re.compile(
    rf"{_NAME_PART}(?: (?:(?:al|bin|de|del|der|di|du|la|le|van|von)(?= ))? ?{_NAME_PART})+"
)
_AND = re.compile(r"\s+(?:and|&)\s+")
_NO_FIRST_NAME = TITLES | OPENERS | PRONOUNS | COMMON
_NO_SURNAME = TITLES | ORGANISATIONS


class People:
    """The people in an article, with enough detail to compare two names.

    Args:
        text: The article's text.

    Example:
        >>> people = People("Ines Calloway and Rowan Calloway met Teodor Vance. Vance left.")
        >>> people.agree("Mr. Vance", "Teodor Vance"), people.agree("Vance", "Rowan Calloway")
        (('name', True), ('name', False))
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def kind(self, source: str | None, *, named: bool | None = None) -> MentionKind:
        """Return the kind of a source in the gold; ``named`` is used if the gold gives it."""
        if named is None:
            return read_mention(source, self._text).kind
        return "name" if named else "nominal"

    def names(self, source: str) -> list[Name]:
        """Return the names in a source: one, or two for "Vance and Reed"."""
        return _names(read_mention(part, self._text) for part in _parts(source))

    def agree(
        self, gold: str | None, predicted: str | None, *, named: bool | None = None
    ) -> tuple[MentionKind, bool]:
        """Compare a predicted speaker with the gold.

        Args:
            gold: The source in the gold; None if it has none.
            predicted: The predicted speaker; None if unknown.
            named: Whether the source is a name, if the gold says so.

        Returns:
            The kind of the mention in the gold, and whether the prediction agrees with it.
        """
        kind = self.kind(gold, named=named)
        if not predicted or gold is None or kind == "none":
            return kind, kind == "none" and not predicted
        if fold_quotation(predicted).lower() == fold_quotation(gold).lower():
            return kind, True
        if kind == "name":
            return kind, self.same_source(gold, predicted)
        if kind == "nominal":
            return kind, _same_description(gold, predicted)
        pronoun = self._read_predicted(predicted).kind == "pronoun"
        return kind, pronoun and fold_word(gold) == fold_word(predicted)

    def same_source(self, gold: str, predicted: str) -> bool:
        """Return whether a predicted speaker has one of the names in a source."""
        if _has_no_capitals(gold):
            return gold in predicted or predicted in gold
        given = _names(self._read_predicted(part) for part in _parts(predicted))
        return any(self.same_name(one, other) for one in self.names(gold) for other in given)

    def same_name(self, one: Name, other: Name) -> bool:
        """Return whether two names mean the same person in this article."""
        if _alike(self._full(one), self._full(other)):
            return True
        pairs = ((one, other), (other, one))
        return any(
            len(short) == 1 and short[0] in long[:-1] and _alike(short, long)
            for short, long in pairs
        )

    def is_source(self, mention: str) -> bool:
        """Return whether a source has a name, in any script."""
        return self.kind(mention) == "name" or _has_no_capitals(mention)

    def is_name(self, predicted: str | None) -> bool:
        """Return whether a prediction is a name."""
        return predicted is not None and self._read_predicted(predicted).kind == "name"

    def _read_predicted(self, speaker: str) -> Mention:
        mention = read_mention(speaker)
        words = speaker.split()
        if mention.kind != "nominal" or len(words) > 3 or any(map(is_capitalised, words)):
            return mention
        name = bare_name(words)
        known = bool(name) and name[-1] in self._first_names
        return Mention("name", name) if known else mention

    def _full(self, name: Name) -> Name:
        first = self._first_names.get(name[0], set()) if len(name) == 1 else set()
        return (*first, *name) if len(first) == 1 else name

    @cached_property
    def _first_names(self) -> dict[str, set[str]]:
        found = defaultdict[str, set[str]](set)
        for run in _FULL_NAME.findall(self._text.replace("\xa0", " ")):
            for words in _until_possessive(run.split()):
                for first, last in pairwise(words):
                    if first not in _NO_FIRST_NAME and last not in _NO_SURNAME:
                        found[last].add(first)
        return dict(found)


def _has_no_capitals(name: str) -> bool:
    """Return whether a name is in a script without capitals."""
    return any(map(str.isalpha, name)) and name.upper() == name.lower()


def _until_possessive(words: list[str]) -> list[list[str]]:
    """Split "Ines Calloway's brother" after the possessive; fold the words and drop particles."""
    runs: list[list[str]] = [[]]
    for word in words:
        runs[-1].append(fold_word(word))
        if POSSESSIVE.search(word):
            runs.append([])
    dropped = SUFFIXES | PARTICLES
    return [[word for word in run if len(word) > 1 and word not in dropped] for run in runs]


def _parts(source: str) -> list[str]:
    """Return a source, and its parts if "and" joins them."""
    joined = _AND.split(head(source))
    return [source, *(joined if len(joined) > 1 else [])]


def _names(mentions: Iterable[Mention]) -> list[Name]:
    return [mention.name for mention in mentions if mention.kind == "name"]


def _alike(one: Name, other: Name) -> bool:
    if not one or not other:
        return False
    words, others = set(one), set(other)
    if bool(words & ORGANISATIONS) != bool(others & ORGANISATIONS):
        return False
    if words <= others or others <= words:
        return True
    full = len(one) > 1 and len(other) > 1
    return full and one[-1] == other[-1] and _same_first_name(one[0], other[0])


def _same_first_name(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    # An initial matches a name, and "Ben" matches "Benjamin"; two letters are too ambiguous.
    shortened = len(shorter) != 2 and longer.startswith(shorter)
    known = any(one in group and other in group for group in NICKNAMES)
    return one == other or shortened or known


def _same_description(gold: str, predicted: str) -> bool:
    wanted = content_words(head(gold)) or content_words(gold)
    words, others = set(wanted), set(content_words(predicted))
    if not words or not others:
        return fold_quotation(gold).lower() == fold_quotation(predicted).lower()
    common = len(words & others)
    if common / len(words | others) >= 0.5:
        return True
    return wanted[-1] in others and common / min(len(words), len(others)) >= 0.5
