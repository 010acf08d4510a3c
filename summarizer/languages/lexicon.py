"""What the tables say of each word: the lists that have it, as tags.

Rules ask for the tags of a word and never for a list of words. A tag is the name of a list in the
sections ``verbs``, ``speech`` and ``sentences``; verbs have the tags of their lemmas in every form
that is read. How a word ends gives it a tag as well: "gerund", "past" or "adverb"; a past that no
ending shows has the tag "irregular_past", and a participle that is no past "participle".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from summarizer.languages.forms import Verb, conjugate
from summarizer.languages.table import Language

Tags = frozenset[str]

NONE: Tags = frozenset()
_PAST, _FINITE, _ALL = "_past", "_finite", "_all"
"""The ends of the names of lists: which forms of their verbs are read."""
_NAMES = {
    "titles": "title",
    "male_titles": "title",
    "female_titles": "title",
    "particles": "particle",
    "bodies": "body",
    "genitive": "genitive",
}
"""Lists of the section ``names`` whose words have a tag as well."""
_NOTATION = frozenset({"regular", "irregular", "doubled", "may_double", "base"})
_ENDINGS = ("gerund", "past", "adverb", "negated")
_UNSHARED = frozenset({"thus", "addressee"})
"""Lists that are read in articles of their own language alone."""
_UNINFLECTED = frozenset({"uninflected"})
"""Lists of verbs of which the form in a dictionary is read, and no other."""
_SHORTEST_MONTH = 4
"""Letters: "Jan" and "May" are names, or words, as well."""


class Lexicon:
    """The tags of the words of one language. Make one with :func:`lexicon`.

    Attributes:
        inverted: Pronouns behind a hyphen, as in "dit-il", and as which one they are read.
    """

    def __init__(self, language: Language) -> None:
        own = chain(_tagged(language), [("day", _dates(language))])
        others = (each for each in language.read if each is not language)
        shared = (
            each for each in chain.from_iterable(map(_tagged, others)) if each[0] not in _UNSHARED
        )
        if language.property("shared"):
            self._tags = _gathered(chain(own, shared))
        else:
            self._tags = _gathered(shared) | _gathered(own)  # "de": no preposition in Dutch
        endings = {name: tuple(language.own(f"grammar.{name}")) for name in _ENDINGS}
        self._endings = {name: ends for name, ends in endings.items() if ends}
        pronouns = language.words("sentences.inverted_pronoun")
        self.inverted = dict(pronoun.split("=") for pronoun in pronouns)

    @lru_cache(maxsize=1 << 15)  # noqa: B019  lexicons live as long as the process
    def tags(self, word: str) -> Tags:
        """Return what the tables say of a word.

        Args:
            word: The word in lower case.

        Example:
            >>> from summarizer.languages.table import language
            >>> sorted(lexicon(language("en")).tags("scream")), sorted(
            ...     lexicon(language("en")).tags("screamed")
            ... )
            ([], ['past', 'saying'])
        """
        tags = self._tags.get(word, NONE)
        ends = [name for name, endings in self._endings.items() if word.endswith(endings)]
        return tags.union(ends) if ends else tags

    def words(self, tags: Tags) -> frozenset[str]:
        """Return the words of the tables that have one of several tags."""
        return frozenset(word for word, has in self._tags.items() if not tags.isdisjoint(has))


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language, made once."""
    return Lexicon(language)


def _gathered(tagged: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Tags]:
    found: dict[str, set[str]] = defaultdict(set)
    for tag, words in tagged:
        for word in words:
            found[word].add(tag)
    return {word: frozenset(tags) for word, tags in found.items()}


def _tagged(language: Language) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each tag with words of a language that have it."""
    for section in ("speech", "sentences"):
        for name in language.lists(section):
            yield name, language.own(f"{section}.{name}")
    for name, tag in _NAMES.items():
        yield tag, language.own(f"names.{name}")
    yield from _verbs(language)
    yield from _irregular(language)


def _dates(language: Language) -> Iterable[str]:
    """Return the weekdays and months of a language, and of no other: "mars" is a planet."""
    months = language.pairs("time.months")
    return (
        *map(str.lower, language.own("time.weekdays")),
        *(month.lower() for month in months if len(month) >= _SHORTEST_MONTH),
    )


def _verbs(language: Language) -> Iterator[tuple[str, Iterable[str]]]:
    base = frozenset(language.own("verbs.base"))
    compound = bool(language.own("speech.helper"))  # "a déclaré"
    for name in language.lists("verbs") - _NOTATION:
        tag = name.removesuffix(_PAST).removesuffix(_FINITE).removesuffix(_ALL)
        for lemma in language.own(f"verbs.{name}"):
            yield tag, _read(name, conjugate(lemma, language), base, compound=compound)


def _irregular(language: Language) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the irregular forms that are a past, or a participle, and nothing else: "took"."""
    for lemma in language.pairs("verbs.irregular"):
        verb = conjugate(lemma, language)
        present = (*verb.present, lemma)
        yield "irregular_past", set(verb.past).difference(present)
        yield "participle", set(verb.participle).difference(present, verb.past)


def _read(name: str, verb: Verb, base: frozenset[str], *, compound: bool) -> Iterator[str]:
    """Yield the forms in which a verb of a list is read."""
    if name.endswith(_ALL) or name in _UNINFLECTED:
        yield from verb.forms if name.endswith(_ALL) else (verb.lemma,)
        return
    if not name.endswith(_PAST):
        yield from (form for form in verb.present if form != verb.lemma)
    if name != "ambiguous":
        yield from verb.past
    if name != "ambiguous" and not name.endswith((_PAST, _FINITE)):
        yield from verb.gerund
    if name != "ambiguous" and not name.endswith(_PAST):
        yield from base & {verb.lemma}
        yield from verb.participle if compound else ()
