"""Who bears which surname, as far as the runs of one text show."""

from collections import defaultdict
from collections.abc import Container, Iterator

from summarizer.document.names.gender import given_gender, title_gender
from summarizer.document.names.nicknames import nickname
from summarizer.document.names.runs import Run
from summarizer.document.names.vocabulary import Vocabulary
from summarizer.document.names.words import bare

_NEAR = 60
"""Characters before a name in which its bearer may be called a relative."""
_MOST = 50
"""Bearers of one surname that are kept apart, so that no text is slow."""


def key(word: str) -> str:
    """Return a word of a name as it is compared."""
    return bare(word).casefold()


def families(text: str, runs: tuple[Run, ...], known: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Return, for each surname, the full names of those who bear it, one for each bearer.

    Of someone without a full name, a title is part of the name: "Mrs Roe" beside "Mr Roe". A
    surname that is alone before the text brings in a relative of that name is another
    bearer's: the Roe of "Roe came with his wife, Ann Roe" is not Ann.

    Args:
        text: The article's text.
        runs: Its runs of capitalised words.
        known: The words of its language.

    Returns:
        The names by the folded surname.
    """
    variants: dict[str, dict[tuple[str, ...], bool]] = defaultdict(dict)
    alone: set[str] = set()
    others: set[str] = set()
    for run in runs:
        words = _one_of(run.words, known)
        surname = key(_surname(words, known))
        if is_personal(words, known):
            seen = variants[surname]
            if not seen and surname in alone and _is_relative(text, run, known):
                others.add(surname)
            seen[words] = seen.get(words, False) or run.sure
        elif len(words) == 1:
            alone.add(surname)
    named = {
        surname: _bearers(seen, surname in others, known.generations)
        for surname, seen in variants.items()
    }
    titled = _titled(text, runs, known)
    unnamed = {
        surname: (*_unnamed(named.get(surname, ()), each, known),)
        for surname, each in titled.items()
    }
    return named | {surname: (*named.get(surname, ()), *each) for surname, each in unnamed.items()}


def _one_of(words: tuple[str, ...], known: Vocabulary) -> tuple[str, ...]:
    """Return the words of a name, of a couple's those that name one: "Mrs Roe", "Sarah Roe"."""
    return words[2:] if len(words) == 4 and words[1] in known.ands else words


def _titled(text: str, runs: tuple[Run, ...], known: Vocabulary) -> dict[str, dict[str, str]]:
    """Return the first name with a man's and with a woman's title, by surname: "Mrs Roe"."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for run in runs:
        if not run.titles or len(run.words) > 1:
            continue
        genders = [title_gender((title,), known) for title in run.titles]
        gender = next(filter(None, genders), None)
        if gender:
            words = text[run.start : run.end].split()[genders.index(gender) :]
            found[key(run.words[0])].setdefault(gender, " ".join(words))
    return found


def _unnamed(bearers: tuple[str, ...], titled: dict[str, str], known: Vocabulary) -> Iterator[str]:
    """Yield the names with a title that are none of the bearers'.

    Mr Roe is not Jane Roe; where Mr and Mrs Roe are all that the text says, they are two.
    """
    genders = [given_gender(full, known) for full in bearers]
    open_ = genders.count(None)
    for gender, name in titled.items():
        if gender in genders:
            continue
        if open_:
            open_ -= 1
        elif bearers or len(titled) > 1:
            yield name


def _is_relative(text: str, run: Run, known: Vocabulary) -> bool:
    """Return whether a name is introduced as another person's relative."""
    return bool(known.relative.search(text[max(0, run.start - _NEAR) : run.start]))


def is_personal(words: tuple[str, ...], known: Vocabulary) -> bool:
    """Return whether several words can be a person's name: not "New York", "Roe Foundation"."""
    return (
        1 < len(words) < 7
        and words[-1].lower().rpartition("-")[2] not in known.bodies
        and words[0].lower().rstrip(".") not in known.openers
        and words[-1].lower() not in known.members
        and known.links.isdisjoint(words)
        and known.ands.isdisjoint(words)
    )


def _surname(words: tuple[str, ...], known: Vocabulary) -> str:
    return words[-2] if words[-1].lower() in known.generations and len(words) > 2 else words[-1]


def _bearers(
    seen: dict[tuple[str, ...], bool], other: bool, generations: Container[str]
) -> tuple[str, ...]:
    """Return the fullest form of each bearer of a surname; of another, the surname is all.

    "Tell Jane Roe" at the start of a sentence is no fuller form of "Jane Roe" elsewhere.
    """
    forms = [words for words in seen if seen[words] or words[1:] not in seen]
    bearers: list[tuple[str, ...]] = []
    for words in sorted(forms, key=len, reverse=True)[:_MOST]:
        if not any(compatible(words, bearer, generations) for bearer in bearers):
            bearers.append(words)
    if other and len(bearers) == 1:
        bearers.append(bearers[0][-1:])
    return tuple(" ".join(words) for words in bearers)


def compatible(short: tuple[str, ...], full: tuple[str, ...], generations: Container[str]) -> bool:
    """Return whether two forms of one surname can be one bearer: first names equal, or initials."""
    if (short[-1].lower() in generations) != (full[-1].lower() in generations):
        return False
    low, other_low = _lowered(short), _lowered(full)  # "De Roe said", of Bill de Roe
    if low[-len(full) :] == other_low or other_low[-len(short) :] == low:
        return True
    one, other = short[0].rstrip("."), full[0].rstrip(".")
    if one == nickname(full) or other == nickname(short):
        return True
    return one == other or (one[0] == other[0] and 1 in {len(one), len(other)})


def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(str.lower, words))
