"""Write the given names of the world that tell a man or a woman.

    pip install faker names && python benchmarks/given_names.py

The file ``summarizer/languages/generated/given_names.json`` is read beside the tables of the
languages, whose own names win. Faker (https://faker.readthedocs.io) has names by country, most of
them from offices of statistics; the package names has those of the United States census of 1990,
with how many bear them. The library itself needs neither.

A name that men have in one country and women in another is left out, and so is one that is
a surname much more often, a word of newspapers, or the name of a place.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path
from pkgutil import iter_modules

import names
from faker.providers import person

from summarizer.languages.table import language

TARGET = Path(__file__).parents[1] / "summarizer/languages/generated/given_names.json"
SOURCE = "Faker {} (MIT) and the US census of 1990; written by benchmarks/given_names.py"
WHOLE = frozenset(
    """
    az_AZ cs_CZ da_DK de_AT de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_US es_ES es_MX fi_FI fr_DZ
    fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG it_IT nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI
    sv_SE sw tr_TR tw_GH uz_UZ yo_NG zu_ZA
    """.split()
)
"""Countries whose names all count; those of the others count where two of them have a name."""
CENSUS = "census"
SURNAMES = 10
"""Times as many who have a name as their surname from which on it is left out."""
LISTS = ("male", "female")
PLACES = ("actors.countries", "actors.regions", "names.places", "names.inhabitants")
WORDS = frozenset(
    """
    add admiral ala alabama ally alpha america among ants arch arizona art asia aura austin author
    autumn babe baby baker banks baptist beat bent berlin bill bishop bitten blessing blossom bode
    boss boston brain branch britain brooklyn brown buck burns bush can candy cap captain carolina
    carry case cash cesar chance charity chelsea china chip christ cleveland clinton colonel
    columbia comfort con constant coral council coy crystal cuba dallas dawn denver destiny dock
    doctor doll don dot dow early easter ebb echo edit elder elle else emit era essence eve ever
    evi excel fancy fares fate fed fleet floor florida ford forum foster france french friend gala
    garner gauge gee general geneva german governor grant graves gray green gun guy hall hampton
    handy harm harmony harsh heaven hence hill hilton holland hoover houston hung hunt icy ilo imam
    india indiana indy infant innocent ireland isis israel jackson jail january jet job joke
    journey judge july june junior jure kent kick king laddie lady lance lane lawyer laze lean les
    less levy liberty lies line link little loan london long lot loyal loyola lucky made maire
    major male marine mark mars martial mat mate math mats meadow media melbourne memphis mentor
    mercedes mercy merrill metro miami mile mills milan minor miracle montana muslim nazi nevada
    ninja north odd ole orange orlando owe page paris park pastor patience patsy peace pearl peer
    penny pepper per phoenix philippine pink pleas pleasant porter precious press price prince
    princess prosper queen ransom reason red ria rice rich rio roar rock rocky roll roman rome
    rose royal rush saga said saint san santa santos sapa saturday scarlet sea senior server shade
    shepherd sie sierra silver sincere sing sister skip sky sole son south spain spring star
    sterling steward stone storm stormy sue summer sunday sunny sunshine sydney tab tea texas ties
    till tiny tone tora tore toy treasure true tuesday una union unique unnamed urban valid valves
    van versa victory vienna ville virgin von wage ward wash washington wells west wilder will wing
    winter wood worth york young zion
    """.split()
)
"""Names that are words of newspapers, or names of places and firms, as well."""


def listed(provider: type, which: str) -> set[str]:
    """Return the given names of men or of women that a country of Faker has."""
    found: set[str] = set()
    for name in (f"first_names_{which}", f"first_{which}_names", f"first_romanized_names_{which}"):
        found.update(getattr(provider, name, ()))
    return found


def by_country() -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield each country with its names of men and of women, where it tells them apart.

    In the census a few men have the names of women; they have them here if they are a tenth.
    """
    men, women = census("first:male"), census("first:female")
    for module in iter_modules(person.__path__):
        if module.ispkg:
            provider = import_module(f"faker.providers.person.{module.name}").Provider
            he, she = (listed(provider, which) for which in LISTS)
            if he and she and he != she:
                yield module.name, he, she
    yield CENSUS, {*most(men, women)}, {*most(women, men)}


def is_plain(name: str) -> bool:
    """Return whether a name is a word of Latin letters."""
    letters = all(unicodedata.name(sign, "").startswith("LATIN") for sign in name)
    return bool(re.fullmatch(r"\w{3,}", name)) and letters


def census(which: str) -> dict[str, float]:
    """Return name -> share of those who bear it, in percent."""
    lines = names.FILES[which]
    with Path(lines).open(encoding="utf-8") as file:
        return {row.split()[0].lower(): float(row.split()[1]) for row in file}


def most(one: dict[str, float], other: dict[str, float]) -> Iterator[str]:
    """Yield the names of one sex, without those that ten times as many of the other bear."""
    yield from (name for name in one if one[name] * 10 > other.get(name, 0))


def counted() -> tuple[Counter[str], Counter[str]]:
    """Return how many countries have a name as that of men, and as that of women."""
    men, women = Counter[str](), Counter[str]()
    for country, *both in by_country():
        for found, counts in zip(both, (men, women), strict=True):
            weight = 2 if country in WHOLE or country == CENSUS else 1
            counts.update(dict.fromkeys((name.lower() for name in found), weight))
    return men, women


def table() -> dict[str, str]:
    """Return the source, and the names of men and of women, each in one line."""
    men, women = counted()
    own = language("en")
    words = WORDS.union(*(own.words(path) for path in PLACES))
    last = census("last")
    first = {which: census(f"first:{which}") for which in LISTS}
    version = metadata.version("faker")
    found = {"source": SOURCE.format(version)}
    for which, one, other in (("male", men, women), ("female", women, men)):
        kept = (
            name
            for name in one
            if one[name] > 1
            and name not in other
            and name not in words
            and is_plain(name)
            and last.get(name, 0) <= SURNAMES * max(first[which].get(name, 0), 0.001)
        )
        found[which] = " ".join(sorted(kept))
    return found


if __name__ == "__main__":
    TARGET.write_text(json.dumps(table(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
