"""The words that names are read by, in the articles of one language."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from summarizer.languages.expressions import either
from summarizer.languages.forms import conjugate
from summarizer.languages.given_names import given_names
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_COMMON = (
    "names.opening",
    "speech.person",
    "speech.utterance",
    "sentences.free",
    "sentences.measured",
)
"""Lists of words that are no names, even with a capital."""
_COUNTS = ("small", "vague", "ordinals", "fractions")


class Vocabulary:
    """The lists of a language's section ``names``, and expressions made from them.

    Make one with :func:`vocabulary`. Words are in lower case. What each list is for is written in
    ``languages/en.toml``.
    """

    def __init__(self, spoken: Language) -> None:
        self.language = spoken
        self._read_titles()
        self._read_small_words()
        self._read_bodies()
        self._read_other_words()
        self._read_common_words()
        self._read_endings()
        self._read_nouns()
        self._read_han()
        self._compile_titles()
        self._compile_places()

    def _read_titles(self) -> None:
        words = self._words
        male, female = words("male_titles"), words("female_titles")
        own = self.language.own
        initials = {word for word in male if len(word) == 1} - {*own("names.male_titles")}
        self.male_titles, self.female_titles = male - initials, female  # French "M."
        self.addresses = words("addresses")
        self.titles = words("titles") | self.male_titles | self.female_titles
        self.title_surnames = words("title_surnames")
        self.affiliations = frozenset(own("names.affiliations"))
        self.title_endings = own("names.title_endings")
        self.person_endings = own("names.person_endings")
        self.degrees, self.generations = words("degrees"), words("generations")
        self.stopped = words("abbreviations") | self.degrees | self.generations
        self.degrees |= words("honours")
        male, female = words("male_names"), words("female_names")
        self.male_names = male | (given_names("male") - female)
        self.female_names = female | (given_names("female") - male)
        self.given_names = self.male_names | self.female_names
        self.own_given = male | female  # those that show a name even where they stand alone

    def _read_small_words(self) -> None:
        words = self._words
        self.particles, self.opening_particles = words("particles"), words("opening_particles")
        self.inner = self.particles | words("joining")
        self.prefixes = words("prefixes")
        self.determiners, self.articles = words("determiners"), words("articles")
        self.links, self.office_links = words("links"), words("office_links")
        self.body_links = words("body_links") | self.articles
        self.unwritten = words("unwritten")

    def _read_bodies(self) -> None:
        words = self._words
        self.bodies, self.owned_bodies = words("bodies"), words("owned_bodies")
        self.compounds, self.plurals = words("compounds"), words("plurals")
        self.saints = words("saints")
        self.parties = self.language.phrases("names.parties")
        self.districts, self.leads = words("districts"), words("leads")
        self.heads, self.joined_bodies = words("heads"), words("joined_bodies")
        self.head_links, self.short_bodies = words("head_links"), words("short_bodies")
        self.head_endings = self.language.own("names.head_endings")
        self.body_nouns = words("body_nouns")
        self.ands, self.plural_verbs = words("ands"), words("plural_verbs")
        self.openers, self.kin = words("openers"), words("relatives")
        self.surname_first = words("surname_first")
        self.endings = tuple(sorted(words("endings")))
        self.short_forms = _short_forms(self.language)

    def _read_other_words(self) -> None:
        spoken = self.language
        self.weekdays = spoken.words("time.weekdays")
        months = spoken.every_pair("time.months")
        self.calendar = self.weekdays | frozenset(map(str.lower, months))
        self.function_words = spoken.words("sentences.function")
        self.verbs = frozenset(
            form
            for lemma in spoken.pairs("verbs.irregular")
            for form in conjugate(lemma, spoken).forms
        )
        self.speaking = lexicon(spoken).words(frozenset({"saying", "labelling"}))
        self.nouns_are_capital = bool(spoken.property("grammar.nouns_are_capital"))

    def _read_common_words(self) -> None:
        own = self.language.own
        self.inflections, self.of = own("names.inflections"), frozenset(own("numbers.of"))
        self.prepositions = frozenset(own("sentences.preposition"))
        self.persons = self._bases(own("speech.person"))
        self.callings = frozenset((*own("speech.person"), *own("actors.people")))
        self.institutions = frozenset(own("actors.institutions"))
        self.legal = frozenset(own("names.legal"))
        self.members = frozenset(own("actors.members"))
        self.lands = frozenset((*own("actors.countries"), *own("actors.regions")))
        self.calling_endings = own("names.calling_endings")
        self.offices = self.titles - self.title_surnames - self.openers  # "Republicans"
        listed = frozenset(word for path in _COMMON for word in own(path))
        names = self.given_names | self.surname_first | self.openers
        self.common = self._bases((listed | self.counts | self.offices) - names)

    @cached_property
    def counts(self) -> frozenset[str]:
        """The words for numbers: "two", "dozens"."""
        kinds = (self.language.pairs(f"numbers.{kind}") for kind in _COUNTS)
        return frozenset(word.casefold() for kind in kinds for word in kind)

    def _read_endings(self) -> None:
        own = self.language.own
        past, gerund = own("grammar.past"), own("grammar.gerund")
        self.plural_endings, self.gerund = own("grammar.plural"), gerund
        self.adjective_endings = own("names.adjective_endings")
        self.verb_endings = (*past, *gerund)
        self.described = (*self.verb_endings, *self.adjective_endings)  # "Disgruntled", "Social"
        self.no_noun_endings = (*past, *own("grammar.adverb"), *own("grammar.negated"))

    def _read_nouns(self) -> None:
        own = self.language.own
        self.noun_endings, self.before_noun = own("names.noun_endings"), own("names.before_noun")
        self.adjective_inflections = own("names.adjective_inflections")
        self.noun_determiners = own("names.noun_determiners")
        self.genitive = own("names.genitive")

    def _read_han(self) -> None:
        words = self._words
        self.measured = self.language.words("sentences.measured")
        self.han_names, self.han_measures = tuple(words("han_names")), tuple(words("han_measures"))
        self.han_particles = tuple(words("han_particles"))
        self.honorific = tuple(self.language.words("speech.honorific"))

    def _bases(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(base for word in words for base in self.bases(word))

    def bases(self, word: str) -> frozenset[str]:
        """Return a word in lower case, and what it is without each of its endings."""
        ends = (each for each in self.inflections if len(word) > len(each) + 3)
        return frozenset((word, *map(word.removesuffix, ends)))

    def is_title(self, word: str) -> bool:
        """Return whether a word is a title, as "Co-leader" is."""
        low = word.lower().rstrip(".")
        return low in self.titles or (low[:3] == "co-" and low[3:] in self.titles)

    def is_office(self, word: str) -> bool:
        """Return whether a compound says what someone is: "Ministerpräsident", "SPD-Chefin"."""
        return bool(self.title_endings) and word.lower().endswith(self.title_endings)

    def is_definite(self, text: str, start: int) -> bool:
        """Return whether a definite article is before a place of a text."""
        return bool(self.the.search(text, max(0, start - 5), start))

    def _compile_titles(self) -> None:
        relatives, given = self._either("relatives"), self._either("given_words")
        elided = self._either("elided")
        self.the = re.compile(rf"\b(?i:{self._either('articles')})\s$")
        self.relative = re.compile(rf"\b(?:{relatives})(?:,? [a-z]+){{0,3}},? $")
        self.given_word = re.compile(rf"\b(?:{given}) [^\W\d_a-z][\w'’-]*")
        self.elided = re.compile(rf"\b(?i:{elided})['’](?=[A-Z])")
        self.elided_noun = re.compile(rf"(?i:{elided})['’](?=[a-zà-ÿ])")  # "L'azienda"
        self.seat = re.compile(rf"(?:{self._either('seats')})-[A-Z][\w.]+")
        self.asides = self._words("aside")

    def _compile_places(self) -> None:
        crediting, articles = self._either("crediting"), self._either("articles")
        self.people = re.compile(rf"(?:{self._either('people_endings')})$")
        self.place = re.compile(rf"\b(?:{self._either('places_before')}) $")
        self.credit = re.compile(
            rf"(?:{crediting})(?: (?:{articles}))?(?: [^\W\d_][\w.’'-]*){{0,3}} $|[-–—] ?$"
        )

    def _words(self, name: str) -> frozenset[str]:
        return self.language.words(f"names.{name}")

    def _either(self, name: str) -> str:
        return either(self.language, f"names.{name}")


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
    for each in spoken.read:  # its own come last, and win
        found |= each.pairs("names.short_forms")
    return {short: long.replace("_", " ") for short, long in found.items()}
