"""Write the names and codes of the world's currencies, as CLDR has them.

    pip install babel && python benchmarks/currencies.py

The file ``summarizer/languages/generated/currencies.json`` is read beside the tables of the
languages, whose own words win. Babel (https://babel.pocoo.org) has the data of the Unicode CLDR;
the library itself does not need it.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from summarizer.languages.table import codes

TARGET = Path(__file__).parents[1] / "summarizer/languages/generated/currencies.json"
WORDS = frozenset("ALL AMD BAM BOB CUP GEL LAK MOP NAD PEN SOS TOP".split())
"""Codes that headlines and names of firms write for something else."""
COMMON = frozenset(
    "dram drams florin gold kip kips leone lira loti mark marks real reals sol".split()
)
"""Nouns that count other things than money."""
SOURCE = "Unicode CLDR (Unicode License V3), through Babel {}; written by benchmarks/currencies.py"


def in_use() -> list[str]:
    """Return the codes of the currencies that are legal tender somewhere."""
    territories = get_global("territory_currencies").values()
    return sorted(
        {code for each in territories for code, _, end, tender in each if tender and not end}
    )


def names(code: str, locale: Locale) -> Iterator[str]:
    """Yield the name of a currency in the singular and in the plural."""
    for count in (1, 2, 5):
        yield " ".join(get_currency_name(code, count, locale).split())


def lines(locale: Locale) -> Iterator[tuple[str, list[str]]]:
    """Yield each currency with its names; in English also the noun alone, if no other has it."""
    found = {code: [*dict.fromkeys(names(code, locale))] for code in in_use()}
    every = Counter(
        noun for forms in found.values() for noun in {form.split()[-1] for form in forms}
    )
    for code, forms in found.items():
        alone = [form.split()[-1] for form in forms if locale.language == "en"]
        unique = [
            noun for noun in alone if every[noun] == 1 and noun.islower() and noun not in COMMON
        ]
        yield code, [*forms, *dict.fromkeys(unique)]


def table() -> dict[str, object]:
    """Return the forms of each currency by language; "und" has the codes themselves."""
    found: dict[str, object] = {"source": SOURCE.format(babel.__version__)}
    found["und"] = {code: code for code in in_use() if code not in WORDS}
    for language in codes():
        every = lines(Locale(language))
        found[language] = {
            code: " ".join(form.replace(" ", "_") for form in forms) for code, forms in every
        }
    return found


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(table(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
