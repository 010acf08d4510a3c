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
    """What captions know of one language. Make one with :func:`vocabulary`.

    Attributes:
        verbs: Forms of verbs between a subject and a figure.
        bases: Those that a dictionary has, and no other form is like.
        forms: All other forms, participles among them.
        helpers: Verbs before another verb: "has", "will".
        adverbs: Words that may be among the verbs: "has also fallen".
        adverb_ends: How adverbs end.
        past: How pasts end, where that shows a verb.
        gerund: How gerunds end.
        telling: Verbs of saying.
        hoping: Those behind which a clause is no fact: "hope that 40 people come".
        infinitive: Words before an infinitive.
        plurals: Words in the plural that do not end in -s.
        articles: Articles.
        indefinite: Those of them that are indefinite.
        possessive: Pronouns that say whose a noun is.
        owners: All of them, of things and of whoever speaks as well.
        whose: Those that mean a person who is named elsewhere.
        objects: Pronouns that are objects of verbs: "him".
        mine: Pronouns of who speaks: "we", "our".
        pointing: Words for what was said before: "these cuts".
        counting: Nouns for a number: "the total".
        companies: Nouns for a company: "the airline".
        business: Nouns for what a company has: "revenue".
        votes: Words of votes: "opposed".
        moves: Verbs of change: "rose".
        likewise: Words for what was said to be done: "so do they".
        doing: Verbs before them: "have done so".
        many: Pronouns that mean several: "their".
        pronouns: Words that do not say whose a figure is.
        personal: Those of them that are before no noun: "it".
        gendered: Those of them that mean a man or a woman.
        negated: Words that negate a clause.
        negated_ends: How negated verbs end.
        openers: Words that open a clause.
        according: Those before who says it.
        unreal: Words before a clause that may be untrue: "if", "denied".
        speakers: Pronouns for whoever speaks: "we".
        comparing: Those that may be part of what is before them: "as liberal as".
        who: Those before a verb: "who".
        relatives: Those that mean what is before them: "which".
        ands: Words that join two clauses, or two nouns.
        prepositions: Prepositions.
        ofs: Those that belong to the noun before them.
        aims: Those behind an amount that say what it is for.
        by: Those before who did what a participle says.
        each: Those before what an amount is for one of: "per".
        times: Words of time, which are no subject and no noun that is counted.
        adjectives: Words that look like verbs and are none.
        age: How a caption of an age begins.
        old: Units of ages.
        ages: Verbs before an age: "who is 83".
        before_nouns: Words before a noun.
        joining: Words that need another behind them: "of", "and", "that".
        small: Those, and articles and pronouns: a capital makes them no name.
        ending: Those, and times: a noun does not go over them.
        conjunctions: Words that open a clause, but not those that compare.
        dependent: Those before a clause that is no sentence alone: "when".
    """

    verbs: frozenset[str]
    bases: frozenset[str]
    forms: frozenset[str]
    helpers: frozenset[str]
    adverbs: frozenset[str]
    adverb_ends: tuple[str, ...]
    past: tuple[str, ...]
    gerund: tuple[str, ...]
    telling: frozenset[str]
    hoping: frozenset[str]
    infinitive: frozenset[str]
    plurals: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    owners: frozenset[str]
    whose: frozenset[str]
    objects: frozenset[str]
    mine: frozenset[str]
    pointing: frozenset[str]
    counting: frozenset[str]
    companies: frozenset[str]
    business: frozenset[str]
    votes: frozenset[str]
    moves: frozenset[str]
    likewise: frozenset[str]
    doing: frozenset[str]
    many: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    gendered: frozenset[str]
    negated: frozenset[str]
    negated_ends: tuple[str, ...]
    openers: frozenset[str]
    according: frozenset[str]
    introducing: frozenset[str]
    there: frozenset[str]
    unreal: frozenset[str]
    speakers: frozenset[str]
    comparing: frozenset[str]
    who: frozenset[str]
    relatives: frozenset[str]
    ands: frozenset[str]
    prepositions: frozenset[str]
    ofs: frozenset[str]
    aims: frozenset[str]
    by: frozenset[str]
    each: frozenset[str]
    times: frozenset[str]
    adjectives: frozenset[str]
    age: str
    old: frozenset[str]
    ages: frozenset[str]
    before_nouns: frozenset[str]
    joining: frozenset[str]
    small: frozenset[str]
    ending: frozenset[str]
    conjunctions: frozenset[str]
    dependent: frozenset[str]


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
    "unreal": ("opinions.unreal",),
    "speakers": ("opinions.speakers",),
    "comparing": ("captions.comparing",),
    "who": ("sentences.relative",),
    "relatives": ("captions.relatives", "sentences.relative"),
    "ofs": ("captions.ofs", "sentences.of"),
    "aims": ("captions.aims",),
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
        "hoping": own.forms("captions.hoping"),
    }


def _around(own: "_Words", lists: Mapping[str, frozenset[str]]) -> Fields:
    """Return the fields about the words around nouns and figures."""
    articles, prepositions = lists["articles"], lists["prepositions"]
    pronouns = own("captions.pronouns", *(f"sentences.{each}" for each in _PRONOUNS))
    before = lists["infinitive"] | lists["possessive"] | own("captions.small")
    return {
        "pronouns": pronouns - articles,
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
    conjunctions = fields["openers"] - fields["comparing"]
    joining = fields["prepositions"] | fields["ands"] | fields["openers"]
    small = joining | fields["articles"] | fields["pronouns"]
    return {
        "joining": joining,
        "small": small,
        "ending": small | fields["times"] | fields["infinitive"],
        "conjunctions": conjunctions,
        "dependent": conjunctions - fields["relatives"] - fields["introducing"],
    }


_PRONOUNS = ("pronoun", "other_pronoun", "contracted")


class _Words:
    """The lists of one language's own."""

    def __init__(self, spoken: Language) -> None:
        self.spoken, self.lexicon = spoken, lexicon(spoken)

    def __call__(self, *paths: str) -> frozenset[str]:
        every = (word for path in paths for word in self.spoken.own(path))
        return frozenset(word for word in every if "_" not in word)

    def forms(self, path: str) -> frozenset[str]:
        """Return every form of the verbs of a list."""
        found = (conjugate(lemma, self.spoken) for lemma in self.spoken.own(path))
        return frozenset(form for verb in found for form in verb.forms)

    def verbs(self) -> list[Verb]:
        lemmas = (*self.spoken.own("captions.verbs"), *self.spoken.pairs("verbs.irregular"))
        return [conjugate(lemma, self.spoken) for lemma in lemmas]
