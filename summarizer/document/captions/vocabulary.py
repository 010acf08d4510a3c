"""The words by which one language shows what a figure measures, put together once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer.languages.forms import Verb, conjugate
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_AROUND = ("captions.prepositions", "sentences.preposition")
_NO_VERBS = (*_AROUND, "captions.small", "captions.times", "captions.adjectives")


Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What captions know of one language. Make one with :func:`vocabulary`."""

    verbs: frozenset[str]  # forms of verbs between a subject and a figure
    bases: frozenset[str]  # those that a dictionary has, and no other form is like
    forms: frozenset[str]  # all other forms, participles among them
    helpers: frozenset[str]  # verbs before another verb: "has", "will"
    adverbs: frozenset[str]  # words that may be among the verbs: "has also fallen"
    adverb_ends: tuple[str, ...]  # how adverbs end
    past: tuple[str, ...]  # how pasts end, where that shows a verb
    gerund: tuple[str, ...]  # how gerunds end
    telling: frozenset[str]  # verbs of saying
    infinitive: frozenset[str]  # words before an infinitive
    plurals: frozenset[str]  # words in the plural that do not end in -s
    articles: frozenset[str]  # articles
    indefinite: frozenset[str]  # those of them that are indefinite
    possessive: frozenset[str]  # pronouns that say whose a noun is
    owners: frozenset[str]  # all of them, of things and of whoever speaks as well
    whose: frozenset[str]  # those that mean a person who is named elsewhere
    objects: frozenset[str]  # pronouns that are objects of verbs: "him"
    mine: frozenset[str]  # pronouns of who speaks: "we", "our"
    pointing: frozenset[str]  # words for what was said before: "these cuts"
    counting: frozenset[str]  # nouns for a number: "the total"
    companies: frozenset[str]  # nouns for a company: "the airline"
    business: frozenset[str]  # nouns for what a company has: "revenue"
    votes: frozenset[str]  # words of votes: "opposed"
    moves: frozenset[str]  # verbs of change: "rose"
    likewise: frozenset[str]  # words for what was said to be done: "so do they"
    doing: frozenset[str]  # verbs before them: "have done so"
    many: frozenset[str]  # pronouns that mean several: "their"
    pronouns: frozenset[str]  # words that do not say whose a figure is
    personal: frozenset[str]  # those of them that are before no noun: "it"
    gendered: frozenset[str]  # those of them that mean a man or a woman
    negated: frozenset[str]  # words that negate a clause
    negated_ends: tuple[str, ...]  # how negated verbs end
    openers: frozenset[str]  # words that open a clause
    according: frozenset[str]  # those before who says it
    introducing: frozenset[str]  # those before what someone says: "that"
    there: frozenset[str]  # words for what is only there
    untrue: frozenset[str]  # words of what may be untrue: "if", "denied"
    speakers: frozenset[str]  # pronouns for whoever speaks: "we"
    who: frozenset[str]  # those before a verb: "who"
    relatives: frozenset[str]  # those that mean what is before them: "which"
    ands: frozenset[str]  # words that join two clauses, or two nouns
    prepositions: frozenset[str]  # prepositions
    ofs: frozenset[str]  # those that belong to the noun before them
    by: frozenset[str]  # those before who did what a participle says
    each: frozenset[str]  # those before what an amount is for one of: "per"
    times: frozenset[str]  # words of time, which are no subject and no noun that is counted
    adjectives: frozenset[str]  # words that look like verbs and are none
    age: str  # how a caption of an age begins
    old: frozenset[str]  # units of ages
    ages: frozenset[str]  # verbs before an age: "who is 83"
    before_nouns: frozenset[str]  # words before a noun
    joining: frozenset[str]  # words that need another behind them: "of", "and", "that"
    small: frozenset[str]  # those, and articles and pronouns: a capital makes them no name
    ending: frozenset[str]  # those, and times: a noun does not go over them
    conjunctions: frozenset[str]  # words that open a clause, but not those that compare
    dependent: frozenset[str]  # those before a clause that is no sentence alone: "when"


_LISTS = {
    "helpers": ("captions.helpers", "sentences.auxiliary"),
    "infinitive": ("sentences.to",),
    "articles": ("sentences.article", "names.articles", "numbers.articles", "captions.articles"),
    "possessive": ("sentences.possessive",),
    "owners": ("sentences.possessive", "captions.owners"),
    "whose": ("captions.whose",),
    "objects": ("captions.objects",),
    "mine": ("captions.mine",),
    "pointing": ("captions.pointing",),
    "counting": ("captions.counting",),
    "companies": ("captions.companies",),
    "business": ("captions.business",),
    "votes": ("captions.votes",),
    "moves": ("numbers.moves",),
    "likewise": ("captions.likewise",),
    "doing": ("captions.doing",),
    "many": ("captions.many",),
    "ands": ("sentences.and", "sentences.but", "captions.or"),
    "prepositions": _AROUND,
    "adverbs": ("captions.adverbs",),
    "indefinite": ("numbers.articles",),
    "personal": ("sentences.pronoun",),
    "gendered": ("sentences.masculine", "sentences.feminine"),
    "negated": ("captions.negated",),
    "openers": ("captions.openers", "sentences.introducing", "speech.according_to"),
    "according": ("speech.according_to",),
    "introducing": ("sentences.introducing",),
    "there": ("captions.there",),
    "speakers": ("opinions.speakers",),
    "who": ("sentences.relative",),
    "relatives": ("captions.relatives", "sentences.relative"),
    "ofs": ("captions.ofs", "sentences.of"),
    "by": ("sentences.by",),
    "each": ("numbers.each", "numbers.per"),
    "adjectives": ("captions.adjectives",),
    "old": ("captions.old",),
    "ages": ("captions.ages",),
}
"""The lists of each field that is nothing but words of lists."""


@cache
def vocabulary(spoken: Language) -> Vocabulary | None:
    """Return the words of a language; None where its table has none for captions.

    Example:
        >>> from summarizer.languages.table import language
        >>> "contains" in vocabulary(language("en")).verbs
        True
    """
    if not spoken.own("captions.age"):
        return None
    own = _Words(spoken)
    lists = {name: own(*paths) for name, paths in _LISTS.items()}
    fields = {**lists, **_verbs(own, lists), **_around(own, lists), **_endings(spoken)}
    return Vocabulary(**fields, **_together(fields))


def _verbs(own: "_Words", lists: Mapping[str, frozenset[str]]) -> Fields:
    """Return the fields about verbs."""
    known, tagged = own.verbs(), own.lexicon.words
    finite = frozenset(form for verb in known for form in verb.finite)
    bases = frozenset(verb.lemma for verb in known) - finite
    forms = frozenset(form for verb in known for form in verb.forms - {verb.lemma})
    further = own("captions.finite", "numbers.moves") | lists["helpers"]
    return {
        "verbs": (finite | bases | further) - own(*_NO_VERBS),
        "bases": bases,
        "forms": forms | own("captions.finite"),
        "telling": tagged(frozenset({"saying"})),
    }


def _around(own: "_Words", lists: Mapping[str, frozenset[str]]) -> Fields:
    """Return the fields about the words around nouns and figures."""
    articles, prepositions = lists["articles"], lists["prepositions"]
    pronouns = own("captions.pronouns", *(f"sentences.{each}" for each in _PRONOUNS))
    before = lists["infinitive"] | lists["possessive"] | own("captions.small")
    return {
        "pronouns": pronouns - articles,
        "conjunctions": lists["openers"] - own("captions.comparing"),
        "untrue": own("opinions.unreal") - lists["helpers"],
        "before_nouns": articles | prepositions | before,
    }


def _endings(spoken: Language) -> Fields:
    """Return the fields that are no lists of whole words in lower case."""
    own = _Words(spoken)
    plurals, months = spoken.pairs("numbers.plurals"), spoken.pairs("time.months")
    return {
        "adverb_ends": spoken.own("grammar.adverb"),
        "past": spoken.own("grammar.past"),
        "gerund": spoken.own("grammar.gerund"),
        "negated_ends": spoken.own("grammar.negated"),
        "plurals": frozenset(plurals) | own("captions.plural_pronouns"),
        "times": own("captions.times", "time.weekdays").union(map(str.lower, months)),
        "age": " ".join(spoken.own("captions.age")).replace("_", " "),
    }


def _together(fields: Fields) -> Fields:
    """Return the fields that are put together of others, for words are looked up in them often."""
    joining = fields["prepositions"] | fields["ands"] | fields["openers"]
    small = joining | fields["articles"] | fields["pronouns"]
    return {
        "joining": joining,
        "small": small,
        "ending": small | fields["times"] | fields["infinitive"],
        "dependent": fields["conjunctions"] - fields["relatives"] - fields["introducing"],
    }


_PRONOUNS = ("pronoun", "other_pronoun", "contracted")


class _Words:
    """The lists of one language's own."""

    def __init__(self, spoken: Language) -> None:
        self.spoken, self.lexicon = spoken, lexicon(spoken)

    def __call__(self, *paths: str) -> frozenset[str]:
        every = (word for path in paths for word in self.spoken.own(path))
        return frozenset(word for word in every if "_" not in word)

    def verbs(self) -> list[Verb]:
        lemmas = (*self.spoken.own("captions.verbs"), *self.spoken.pairs("verbs.irregular"))
        return [conjugate(lemma, self.spoken) for lemma in lemmas]
