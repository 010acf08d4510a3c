"""Units of measure and currencies: how they are written, and what they are called.

It reads the tables: form as written -> name, for measures, and form -> ISO 4217 code, for
currencies. They are used to recognise units after a number and to compare two units. It knows
nothing of numbers.
"""

import re
from functools import cache

from summarizer.languages.currencies import world_currencies
from summarizer.languages.patterns import any_of
from summarizer.languages.table import DEFAULT, Language, codes, language


def measures(language: Language) -> dict[str, str]:
    """Return form as written -> name of the measure, in the singular and in British spelling.

    Example:
        >>> measures(language("de"))["Sekunden"]
        'second'
    """
    named = language.named("numbers.measures")
    return {form.replace(" ", "-"): name for form, name in named.items()} | named


def currencies(language: Language) -> dict[str, str | None]:
    """Return form as written -> ISO 4217 code.

    The code is None where several countries use the name, and for hundredths: 45p are not 45
    pounds.

    Example:
        >>> currencies(language("en"))["yuan"], currencies(language("en"))["rupees"]
        ('CNY', None)
    """
    named = language.named("numbers.currencies").items()
    ours = {form: name if name.isupper() else None for form, name in named}
    return {**world_currencies(language.code), **ours}


def unit_name(unit: str) -> str:
    """Return the name of a unit or counted noun, so that two ways of writing it compare equal.

    It reads the tables of all languages.

    Known measures and currencies get their name in the singular and in British spelling, other
    nouns are put in lower case and the last word in the singular; ``a``, ``per`` and ``/`` between
    two units are one.

    Example:
        >>> unit_name("$ a year"), unit_name("km/hr"), unit_name("job cuts")
        ('dollar per year', 'kilometre per hour', 'job cut')
    """
    unit = " ".join(unit.split())
    if unit in _names():
        return _names()[unit]
    return " per ".join(_one_name(part) for part in _per().split(unit))


def _one_name(unit: str) -> str:
    known = _names().get(unit) or _lower_names().get(unit.lower())
    if known:
        return known
    *others, last = unit.lower().split() or [""]
    return " ".join([*others, _plurals().get(last) or _singular(last)])


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@cache
def _languages() -> tuple[Language, ...]:
    """Return all languages, the default one last, so that its names win."""
    return tuple(language(code) for code in sorted(codes(), key=lambda code: code == DEFAULT))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for each in _languages():
        titles = each.every_pair("numbers.currency_names")
        money = each.named("numbers.currencies").items()
        names |= measures(each)
        names |= {form: titles.get(code, code).replace("_", " ") for form, code in money}
    return names


@cache
def _lower_names() -> dict[str, str]:
    return {form.lower(): name for form, name in reversed(_names().items())}


@cache
def _plurals() -> dict[str, str]:
    return {k: v for each in _languages() for k, v in each.every_pair("numbers.plurals").items()}


@cache
def _per() -> re.Pattern[str]:
    paths = ("numbers.each", "numbers.per")
    words = any_of({word for each in _languages() for path in paths for word in each.words(path)})
    return re.compile(rf"\s+(?:{words})\s+|(?<=\w)/(?=\w)|\s/\s")
