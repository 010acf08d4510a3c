"""The words that names are read by, in the articles of one language."""

import re
from functools import cache

from summarizer.languages.expressions import either
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language


class Vocabulary:
    """The lists of a language's section ``names``, and expressions made from them.

    Make one with :func:`vocabulary`. Words are in lower case. What each list is for is written in
    ``languages/en.toml``.
    """

    def __init__(self, spoken: Language) -> None:
        def words(name: str) -> frozenset[str]:
            return spoken.words(f"names.{name}")

        self.language = spoken
        self.male_titles, self.female_titles = words("male_titles"), words("female_titles")
        self.titles = words("titles") | self.male_titles | self.female_titles
        self.title_surnames = words("title_surnames")
        self.degrees, self.generations = words("degrees"), words("generations")
        self.stopped = words("abbreviations") | self.degrees | self.generations
        self.particles, self.opening_particles = words("particles"), words("opening_particles")
        self.prefixes = words("prefixes")
        self.determiners, self.articles = words("determiners"), words("articles")
        self.links, self.office_links = words("links"), words("office_links")
        self.joining = words("joining")
        self.body_links = words("body_links") | self.articles
        self.inner = self.particles | self.joining
        self.unwritten = words("unwritten")
        self.bodies, self.owned_bodies = words("bodies"), words("owned_bodies")
        self.openers = words("openers")
        self.surname_first = words("surname_first")
        self.male_names, self.female_names = words("male_names"), words("female_names")
        self.given_names = self.male_names | self.female_names
        self.endings = tuple(sorted(words("endings")))
        self.short_forms = _short_forms(spoken)
        self.weekdays = spoken.words("time.weekdays")
        self.calendar = self.weekdays | frozenset(map(str.lower, spoken.words("time.months")))
        self.function_words = spoken.words("sentences.function")
        self.speaking = lexicon(spoken).words(frozenset({"saying", "labelling"}))
        self.nouns_are_capital = bool(spoken.property("grammar.nouns_are_capital"))
        self._compile(spoken)

    def _compile(self, spoken: Language) -> None:
        relatives, crediting = (either(spoken, f"names.{n}") for n in ("relatives", "crediting"))
        places, people = (either(spoken, f"names.{n}") for n in ("places_before", "people_endings"))
        articles, asides = either(spoken, "names.articles"), either(spoken, "names.aside")
        given, elided = either(spoken, "names.given_words"), either(spoken, "names.elided")
        self.the = re.compile(rf"\b(?i:{articles})\s$")
        self.relative = re.compile(rf"\b(?:{relatives})(?:,? [a-z]+){{0,3}},? $")
        self.people = re.compile(rf"(?:{people})$")
        self.place = re.compile(rf"\b(?:{places}) $")
        self.credit = re.compile(
            rf"(?:{crediting})(?: (?:{articles}))?(?: [^\W\d_][\w.’'-]*){{0,3}} $|[-–—] ?$"
        )
        self.aside = re.compile(
            rf", ((?:(?:{asides}) |(?:{elided})['’])"
            r"[^\s,.;:“”\"()«»„][^,.;:“”\"()«»„\n]{2,60}),"
        )
        self.given_word = re.compile(rf"\b(?:{given}) [^\W\d_a-z][\w'’-]*")
        self.elided = re.compile(rf"\b(?i:{elided})['’](?=[A-Z])")


@cache
def vocabulary(spoken: Language) -> Vocabulary:
    """Return the words for the articles of a language.

    Example:
        >>> from summarizer.languages.table import language
        >>> "herr" in vocabulary(language("en")).male_titles
        True
    """
    return Vocabulary(spoken)


def _short_forms(spoken: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in (*spoken.read, spoken):
        found |= each.pairs("names.short_forms")
    return {short: long.replace("_", " ") for short, long in found.items()}
