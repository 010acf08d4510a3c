"""The classes of words by which one language shows what a figure measures, put together once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.forms import conjugate
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

Classes = frozenset[str]

NONE: Classes = frozenset()
"""The classes of a word of which nothing is known."""

_LONG = 4
"""Letters of a word that has no ending: "ring", "bed"."""

_PRONOUNS = ("pronoun", "other_pronoun", "contracted")


def _minus(parts: Iterable[str]) -> Iterator[str]:
    return (f"-{part}" for part in parts)


_NO_VERBS = ("prepositions", "captions.small", "captions.times", "adjectives")

_CLASSES: Mapping[str, Sequence[str]] = {
    # before another verb: "has", "will"; forms between a subject and a figure; all other forms
    "helpers": ("sentences.auxiliary",),
    "prepositions": ("sentences.preposition",),
    "verbs": ("present", "bases", "finite", "numbers.moves", "helpers", *_minus(_NO_VERBS)),
    "forms": ("others", "finite"),
    "moves": ("numbers.moves",),
    # words of what may be untrue: "if", "denied"
    "untrue": ("opinions.unreal", "-helpers"),
    "infinitive": ("sentences.to",),
    # words in the plural that do not end in -s
    "plurals": ("numbers.plurals", "plural_pronouns"),
    # words of time, which are no subject and no noun that is counted
    "times": ("time.weekdays", "months"),
    "articles": ("sentences.article", "names.articles", "numbers.articles"),
    "definite": ("articles", "-numbers.articles"),
    # pronouns that say whose a noun is; all of them, of things and of whoever speaks as well
    "possessive": ("sentences.possessive",),
    "owners": ("sentences.possessive",),
    # those that mean a man or a woman; those for whoever speaks: "we"
    "gendered": ("sentences.masculine", "sentences.feminine"),
    "speakers": ("opinions.speakers",),
    # words that do not say whose a figure is; those of them that are before no noun: "it"
    "pronouns": (*(f"sentences.{each}" for each in _PRONOUNS), "-articles"),
    "personal": ("sentences.pronoun",),
    # words that open a clause: before who says it, before what someone says, before a verb
    "according": ("speech.according_to",),
    "introducing": ("sentences.introducing",),
    "openers": ("according", "introducing"),
    "who": ("sentences.relative",),
    "relatives": ("who",),
    "parting": ("openers", "-who"),
    # those that do not compare; those before a clause that is no sentence alone: "when"
    "conjunctions": ("openers", "-captions.comparing"),
    "stating": ("conjunctions", "-according"),
    "dependent": ("conjunctions", "-relatives", "-introducing"),
    # words that may mean what was said before
    "meant": ("whose", "objects", "gendered", "personal"),
    "referring": ("meant", "mine", "introducing", "pointing", "definite"),
    # words that join two clauses, or two nouns
    "ands": ("sentences.and", "sentences.but", "or"),
    # prepositions of the noun before them; before who did something; before one of something
    "ofs": ("sentences.of",),
    "by": ("sentences.by",),
    "each": ("numbers.each", "numbers.per"),
    "before_nouns": ("articles", "prepositions", "infinitive", "possessive", "captions.small"),
    # words by which the rest may not be so; those that need another behind them: "of", "that"
    "binding": ("negated", "untrue", "according"),
    "joining": ("prepositions", "ands", "openers"),
    # those, and articles and pronouns: a capital makes them no name
    "nameless": ("joining", "articles", "pronouns", "times"),
    # those, and before an infinitive: a noun does not go over them
    "ending": ("nameless", "infinitive"),
}
"""Class -> the lists and classes that it has beside the list of its name; "-" takes one out of it.
What a list is for is in the tables."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What captions know of one language. Make one with :func:`vocabulary`.

    Args:
        age: How a caption of an age begins.
        words: The classes of each word.
        endings: The endings of words of a class, where they show it.
    """

    age: str
    words: Mapping[str, Classes]
    endings: Mapping[str, tuple[str, ...]]

    def read(self, word: str) -> tuple[Classes, Classes]:
        """Return the classes of a word, those that its ending shows among them, and of its stem."""
        found = self.words.get(word, NONE)
        stem = found if word.isalpha() else self.words.get(stem_of(word), NONE)
        ends = word.endswith(self.endings["any"])
        return found | self._by_ending(word) if ends else found, stem

    def _by_ending(self, word: str) -> Classes:
        ends, long = self.endings, len(word) > _LONG
        shown = {
            "adverbs": long and word.endswith(ends["adverb"]),
            "forms": long and word.endswith((*ends["gerund"], *ends["past"])),
            "past": long and word.endswith(ends["past"]),
            "gerunds": word.endswith(ends["gerund"]),
            "binding": word.endswith(ends["negated"]),
        }
        return frozenset(name for name, is_shown in shown.items() if is_shown)


def stem_of(word: str) -> str:
    """Return a word without what is behind its apostrophe: "that" of "that's"."""
    return word.replace("’", "'").partition("'")[0]


@cache
def vocabulary(spoken: Language) -> Vocabulary | None:
    """Return the words of a language; None where its table has none for captions.

    Example:
        >>> from summarizer.languages.table import language
        >>> "verbs" in vocabulary(language("en")).words["contains"]
        True
    """
    if not spoken.own("captions.age"):
        return None
    ends = {name: spoken.own(f"grammar.{name}") for name in ("adverb", "past", "gerund", "negated")}
    every = (each for listed in ends.values() for each in listed)
    age = " ".join(spoken.own("captions.age")).replace("_", " ")
    return Vocabulary(age, _words(spoken), ends | {"any": (*every,)})


def _words(spoken: Language) -> Mapping[str, Classes]:
    """Return the classes of each word; words of the same classes share them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, listed in _classes(spoken).items():
        for word in listed:
            found[word].add(name)
    shared: dict[Classes, Classes] = {}
    frozen = ((word, frozenset(names)) for word, names in found.items())
    return {word: shared.setdefault(names, names) for word, names in frozen}


def _classes(spoken: Language) -> Mapping[str, frozenset[str]]:
    lists = {name: _own(spoken, f"captions.{name}") for name in spoken.lists("captions")}
    classes = dict.fromkeys(_CLASSES, frozenset[str]()) | lists | _forms(spoken)

    def together(parts: Iterable[str]) -> frozenset[str]:
        listed = (classes[part] if part in classes else _own(spoken, part) for part in parts)
        return frozenset[str]().union(*listed)

    for name, parts in _CLASSES.items():
        without = {part for part in parts if part[0] == "-"}
        classes[name] = together({name, *parts} - without) - together(p[1:] for p in without)
    contracted = (word + ending for word in classes["helpers"] for ending in ("", "n't", "n’t"))
    return {**classes, "auxiliaries": frozenset(contracted)}


def _forms(spoken: Language) -> dict[str, frozenset[str]]:
    """Return the words that no list has as they are: forms of verbs, and months."""
    lemmas = (*spoken.own("captions.verbs"), *spoken.pairs("verbs.irregular"))
    known = [conjugate(lemma, spoken) for lemma in lemmas]
    present = frozenset(form for verb in known for form in verb.finite)
    return {
        "present": present,
        "bases": frozenset(verb.lemma for verb in known) - present,
        "others": frozenset(form for verb in known for form in verb.forms - {verb.lemma}),
        "telling": lexicon(spoken).words(frozenset({"saying"})),
        "numbers.plurals": frozenset(spoken.pairs("numbers.plurals")),
        "months": frozenset(map(str.lower, spoken.pairs("time.months"))),
    }


def _own(spoken: Language, path: str) -> frozenset[str]:
    return frozenset(word for word in spoken.own(path) if "_" not in word)
