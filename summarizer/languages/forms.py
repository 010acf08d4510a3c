"""The written forms of verbs, made from their lemmas.

A table's section ``verbs`` says how its language writes them. A verb has four slots, parted by
slashes: present, past, participle and gerund; the forms of a slot are parted by commas.

- ``regular``: the ending of a lemma, and the endings of its forms. The longest ending wins; ``*``
  is any other. A form with ``_`` is written around the stem: ``ge_t``.
- ``irregular``: a lemma, and its forms. A slot left empty or out is regular.
- ``doubled``: the lemmas whose last letter is doubled behind the present: "slammed", "slamming".
- ``may_double``: those that are written in both ways: "labeled", "labelled".
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from summarizer.languages.table import Language

_REST = "*"
_EMPTY: "_Slots" = ((), (), (), ())


class Verb(NamedTuple):
    """The written forms of a verb. Make one with :func:`conjugate`.

    Args:
        lemma: The form that a dictionary has.
        present: "says".
        past: "said".
        participle: "said".
        gerund: "saying".
    """

    lemma: str
    present: tuple[str, ...]
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]

    @property
    def finite(self) -> tuple[str, ...]:
        """The forms of the present and of the past."""
        return self.present + self.past

    @property
    def forms(self) -> frozenset[str]:
        """Every form, the lemma among them."""
        return frozenset((self.lemma, *self.finite, *self.participle, *self.gerund))


_Slots = tuple[tuple[str, ...], ...]


class _Rules(NamedTuple):
    regular: Mapping[str, _Slots]
    endings: Sequence[str]
    irregular: Mapping[str, _Slots]
    doubled: frozenset[str]
    may_double: frozenset[str]


@cache
def conjugate(lemma: str, language: Language) -> Verb:
    """Return the written forms of a verb.

    Args:
        lemma: The form that a dictionary has.
        language: The language of the verb.

    Returns:
        Its forms. A language without a rule for the verb has no forms in the slots concerned.

    Example:
        >>> from summarizer.languages.table import language
        >>> conjugate("say", language("en")).finite
        ('says', 'said')
        >>> conjugate("deny", language("en")).gerund, conjugate("slam", language("en")).past
        (('denying',), ('slammed',))
        >>> sorted(conjugate("sagen", language("de")).forms)
        ['gesagt', 'sagen', 'sagt', 'sagte', 'sagten']
    """
    rules = _rules(language)
    given = rules.irregular.get(lemma, _EMPTY)
    made = zip_longest(given, _regular(lemma, rules), fillvalue=())
    present, past, participle, gerund = (irregular or regular for irregular, regular in made)
    return Verb(lemma, present, past, participle, gerund)


def present_of(language: Language, path: str) -> frozenset[str]:
    """Return the forms of the present of the verbs in a list of a language.

    Example:
        >>> from summarizer.languages.table import language
        >>> "carries" in present_of(language("en"), "numbers.verbs")
        True
    """
    verbs = (conjugate(lemma, language) for lemma in language.own(path))
    return frozenset(form for verb in verbs for form in verb.present)


@cache
def _rules(language: Language) -> _Rules:
    regular, irregular = (
        {word: _slots(forms) for word, forms in language.pairs(f"verbs.{kind}").items()}
        for kind in ("regular", "irregular")
    )
    doubled, either = (
        frozenset(language.own(f"verbs.{which}")) for which in ("doubled", "may_double")
    )
    endings = sorted(regular, key=len, reverse=True)
    return _Rules(regular, endings, irregular, doubled, either)


def _regular(lemma: str, rules: _Rules) -> Iterator[tuple[str, ...]]:
    """Yield the forms that the rules make of a lemma, slot by slot."""
    ending = next(filter(lemma.endswith, rules.endings), _REST)
    stem = lemma.removesuffix(ending)
    present, *others = rules.regular.get(ending, _EMPTY)
    yield tuple(_written(stem, form) for form in present)
    stems = _doubled(lemma, stem, rules)
    for slot in others:
        yield tuple(_written(each, form) for each in stems for form in slot)


def _doubled(lemma: str, stem: str, rules: _Rules) -> tuple[str, ...]:
    """Return the stems of the past, of the participle and of the gerund."""
    if lemma in rules.doubled:
        return (stem + stem[-1],)
    return (stem, stem + stem[-1]) if lemma in rules.may_double else (stem,)


def _slots(written: str) -> _Slots:
    slots = [tuple(filter(None, slot.split(","))) for slot in written.split("/")]
    return (*slots, *((),) * (4 - len(slots)))


def _written(stem: str, ending: str) -> str:
    return ending.replace("_", stem) if "_" in ending else stem + ending
