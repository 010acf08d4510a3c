"""The names of one article: its runs of capitalised words, their fullest forms, who shares one.

Owns the question whether two names mean one actor. It knows the rules of writing names, nothing
of quotations or models. An article's index is computed once and shared by the functions here.
"""

import re
from collections import defaultdict
from functools import cached_property, lru_cache

from summarizer.document.lexicon import (
    FEMALE_TITLES,
    MALE_TITLES,
    PARTICLES,
    SHORT_FORMS,
    SURNAME_FIRST,
    TITLES,
)
from summarizer.document.names.families import compatible, families, key
from summarizer.document.names.givennames import FEMALE, MALE
from summarizer.document.names.runs import Run, find_runs
from summarizer.document.names.shortforms import defined_forms
from summarizer.document.names.titles import parse_name
from summarizer.document.names.words import bare, split_words

_INNER = PARTICLES | {"of", "for"}
"""Words without a capital that stand inside names."""


class Names:
    """What names a text gives. Make one with :func:`people`, which keeps it for the next call."""

    def __init__(self, text: str) -> None:
        words = split_words(text)
        known = frozenset(map(bare, set(words.texts)))
        self.runs = tuple(find_runs(text, words, known))
        self.short_forms = SHORT_FORMS | dict(defined_forms(text, words))
        self.words = known | _both_forms(known, self.runs, self.short_forms)
        self._fullest: dict[str, str] = {}
        self._borne: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._families = families(text, self.runs)
        self._genders = _genders(self.runs)
        self._single = frozenset(run.words for run in self.runs if len(run.words) == 1)
        self._given = frozenset(
            full.split()[0] for family in self._families.values() for full in family if " " in full
        )

    @cached_property
    def by_place(self) -> dict[int, Run]:
        """The runs by where they start, and by where they end."""
        return {run.end: run for run in self.runs} | {run.start: run for run in self.runs}

    def full(self, name: str) -> str:
        """Return the fullest form of a name; see :func:`full_name`."""
        if name not in self._fullest:
            self._fullest[name] = self._find_full(name)
        return self._fullest[name]

    def _find_full(self, name: str) -> str:
        words, titles = parse_name(name)
        if not words:
            return name
        if len(words) == 1 and words[0] in self.short_forms:
            long = self.short_forms[words[0]]
            return long if set(long.split()) <= self.words else name
        if _gender(titles) and self.gender(words[-1]) not in {None, _gender(titles)}:
            return name
        fitting = {None, _gender(titles)} if _gender(titles) else {None, "m", "f"}
        bearers = [one for one in self.bearers(words) if _given_gender(one) in fitting]
        if len(bearers) == 1:
            return bearers[0]
        return name if len(words) == 1 else " ".join(words)

    def bearers(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the full names of those whom these words of a name can mean."""
        if words not in self._borne:
            self._borne[words] = self._find_bearers(words)
        return self._borne[words]

    def _find_bearers(self, words: tuple[str, ...]) -> tuple[str, ...]:
        family = self._families.get(key(words[-1]), ())
        if len(words) == 1:
            return tuple(dict.fromkeys((*family, *self._eastern(words[0]))))
        fitting = tuple(full for full in family if compatible(words, tuple(full.split())))
        return fitting[:1] if " ".join(words) in fitting[1:] else fitting

    def gender(self, name: str) -> str | None:
        """Return "m" or "f" as the surname's titles or the given name show; "?" if unclear."""
        surname = name.split()[-1:]
        shared = surname != [name] and len(self.bearers(tuple(surname))) > 1  # Mr. Roe, Ann Roe
        found = set() if shared or not surname else self._genders.get(key(surname[0]), set())
        if len(found) == 1:
            return next(iter(found))
        return _given_gender(name) or ("?" if found else None)

    def crosses(self, words: tuple[str, ...]) -> bool:
        """Tell whether words join one person's given name to another's surname."""
        known = bool(self._families.get(key(words[-1]))) or words[-1:] in self._single
        return len(words) > 1 and known and words[0] in self._given and not self.bearers(words)

    def _eastern(self, surname: str) -> tuple[str, ...]:
        if key(surname) not in SURNAME_FIRST:
            return ()
        return tuple(
            full
            for family in self._families.values()
            for full in family
            if full.split()[0] == surname
        )


@lru_cache(maxsize=128)  # as many articles may be under way at once
def people(text: str) -> Names:
    """Return the names of a text, computed once for each text.

    Args:
        text: The article's text.

    Returns:
        Its index of names; the last texts' are kept.

    Example:
        >>> [run.name for run in people("The mayor, Jane Roe, met Mr. Poe.").runs]
        ['Jane Roe', 'Poe']
    """
    return Names(text)


def full_name(text: str, name: str) -> str:
    """Return the fullest form in which the article gives a name.

    Args:
        text: The article's text.
        name: A name as somebody wrote it, with or without a title.

    Returns:
        The full name, without titles; the name unchanged where the article gives no fuller one or
        gives two people of that surname.

    Example:
        >>> full_name("Jane Roe spoke. Then Ms. Roe left.", "Roe")
        'Jane Roe'
        >>> full_name("Jane Roe spoke to her brother, Tim Roe.", "Roe")
        'Roe'
    """
    return people(text).full(name)


def same_actor(text: str, a: str, b: str) -> bool:
    """Tell whether two names mean one actor, as far as the article supports it.

    Args:
        text: The article's text.
        a: A name, or a role such as "the mayor".
        b: Another.

    Returns:
        True where both have one full name in the article, one is the short form of the other, or
        the article gives the role to that name alone. Never for two people of one surname.

    Example:
        >>> text = "The mayor, Jane Roe, left. Tim Roe stayed, as did Bo Li."
        >>> same_actor(text, "Jane Roe", "Roe"), same_actor(text, "Mr. Li", "Bo Li")
        (False, True)
        >>> same_actor(text, "the mayor", "Jane Roe")
        True
    """
    if _fold(a) == _fold(b):
        return True
    genders = {_gender(parse_name(name)[1]) for name in (a, b)} - {None}
    if len(genders) == 2:
        return False
    names = people(text)
    full = [_fold(names.full(name)) for name in (a, b)]
    bare_names = [_fold(" ".join(parse_name(name)[0])) for name in (a, b)]
    if "" not in bare_names and (full[0] == full[1] or bare_names[0] == bare_names[1]):
        return True
    return full[1] in _holders(text, a) or full[0] in _holders(text, b)


@lru_cache(maxsize=1024)  # each name of an article is compared with many others
def _fold(name: str) -> str:
    return " ".join(key(word) for word in name.split())


def _gender(titles: tuple[str, ...]) -> str | None:
    low = {title.lower().rstrip(".") for title in titles}
    return "m" if low & MALE_TITLES else "f" if low & FEMALE_TITLES else None


def _given_gender(name: str) -> str | None:
    """Return what the given name of a full name tells."""
    given, _, rest = name.lower().partition(" ")
    return None if not rest else "m" if given in MALE else "f" if given in FEMALE else None


def _genders(runs: tuple[Run, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        gender = _gender(run.titles)
        if gender:
            found[key(run.words[-1])].add(gender)
    return found


def _both_forms(
    words: frozenset[str], runs: tuple[Run, ...], short_forms: dict[str, str]
) -> frozenset[str]:
    """Return words as good as those of the text: "US" for "U.S." and for "United States"."""
    found = {word.replace(".", "") for word in words}
    found |= {"".join(word[0] for word in run.words) for run in runs if len(run.words) > 1}
    for short, full in short_forms.items():
        if short in found:
            found.update(full.split())
    return frozenset(found)


@lru_cache(maxsize=1024)
def _holders(text: str, role: str) -> frozenset[str]:
    """Return the folded full names to which the text gives a role, if it is one person."""
    words = [word for word in role.split() if word.lower() not in {"the", "a", "an"}]
    if not words or len(words) > 8 or not _is_role(words):
        return frozenset()
    phrase = r"\s+".join(map(_undotted, words))
    names = people(text)
    found: set[str] = set()
    for match in re.finditer(rf"(?<!\w){phrase}(?!\w)(?:,?\s)?", text, re.IGNORECASE):
        run = names.by_place.get(match.end()) or names.by_place.get(match.start())
        if run:
            found.add(_fold(names.full(run.name)))
    return frozenset(found) if len(found) == 1 else frozenset()


def _is_role(words: list[str]) -> bool:
    """Tell a role from a name: "the mayor", "US President", not the Roe of "on Roe, Poe's son"."""
    named, _ = parse_name(" ".join(words))
    common = any(word[:1].islower() and word not in _INNER for word in named)
    return common or not named or any(word.lower() in TITLES for word in named)


def _undotted(word: str) -> str:
    """Return a pattern that takes "US" and "U.S." for one."""
    letters = word.replace(".", "")
    short = letters.isupper() and len(letters) < 4
    return r"\.?".join(letters) + r"\.?" if short and letters.isalpha() else re.escape(word)
