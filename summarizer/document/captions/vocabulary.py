"""The words by which one language shows what a figure measures, put together once."""

import re
from dataclasses import dataclass
from functools import cache

from summarizer.document.figures.alternatives import any_of
from summarizer.languages.forms import Verb, conjugate
from summarizer.languages.lexicon import lexicon
from summarizer.languages.table import Language

_PLEDGING = frozenset({"pledging"})
_SAYING = frozenset({"saying", "stating"}) | _PLEDGING
_HEDGES = ("captions.small", "numbers.approximate", "numbers.bounds", "numbers.range_between")
_AROUND = ("captions.prepositions", "sentences.preposition")
_NO_VERBS = (*_AROUND, "captions.small", "captions.times", "captions.adjectives")


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
        saying: Verbs with a clause behind them: "said prices rose".
        pledging: Those of what is only promised: "promised".
        awaited: Verbs of what is only expected.
        moves: Verbs of rises and falls, and what is beside them: "is down".
        infinitive: Words before an infinitive.
        particles: Parts of verbs behind them: "sets aside", "gab … nach".
        plurals: Words in the plural that do not end in -s.
        articles: Articles.
        indefinite: Those of them that are indefinite.
        possessive: Pronouns that say whose a noun is.
        owners: All of them, of things and of whoever speaks as well.
        pronouns: Words that do not say whose a figure is.
        gendered: Those of them that mean a man or a woman.
        negated: Words that negate a clause.
        negated_ends: How negated verbs end.
        parents: Nouns for people behind which "of three" counts children.
        openers: Words that open a clause.
        comparing: Those that may be part of what is before them: "as liberal as".
        who: Those before a verb: "who".
        relatives: Those that mean what is before them: "which".
        ands: Words that join two clauses, or two nouns.
        alternatives: Words between two figures for one thing: "or".
        prepositions: Prepositions.
        ofs: Those that belong to the noun before them.
        aims: Those behind an amount that say what it is for.
        always: Those that an amount may have behind it where it has one before it.
        since: Those before where a change began: "from".
        behind: Words behind a length of time that say from when: "after".
        by: Those before who did what a participle says.
        each: Those before what an amount is for one of: "per".
        between: Words between two figures: "50 percent to 44 percent".
        alone: Words behind which a bare number says something: "left school at 16".
        during: Those before a length of time that belong to the verb: "for".
        bounds: Those that only bound a figure: "over 40".
        lasting: Words before a length of time that opens a sentence: "For 19 years".
        times: Words of time, which are no subject and no noun that is counted.
        stating: Verbs between a thing and its amount: "costs".
        worth: Words between a thing and its price.
        adjectives: Words that look like verbs and are none.
        multiples: Nouns that only multiply: "five times".
        age: How a caption of an age begins.
        old: Units of ages.
        ages: Verbs before an age: "who is 83".
        persons: Nouns for people.
        before_nouns: Words before a noun.
        leading: Words that may be right before a figure and lead to it from a verb.
        bound: Matches a bound of a figure, which its caption keeps: "at least".
        hedge: Matches what is before a figure and no part of what it is of.
        verb_last: Whether a verb may stand at the end of its clause.
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
    saying: frozenset[str]
    pledging: frozenset[str]
    awaited: frozenset[str]
    moves: frozenset[str]
    infinitive: frozenset[str]
    particles: frozenset[str]
    plurals: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    owners: frozenset[str]
    pronouns: frozenset[str]
    gendered: frozenset[str]
    negated: frozenset[str]
    negated_ends: tuple[str, ...]
    parents: frozenset[str]
    openers: frozenset[str]
    introducing: frozenset[str]
    trailing: frozenset[str]
    there: frozenset[str]
    comparing: frozenset[str]
    who: frozenset[str]
    relatives: frozenset[str]
    ands: frozenset[str]
    alternatives: frozenset[str]
    prepositions: frozenset[str]
    ofs: frozenset[str]
    aims: frozenset[str]
    always: frozenset[str]
    since: frozenset[str]
    behind: frozenset[str]
    by: frozenset[str]
    each: frozenset[str]
    between: frozenset[str]
    alone: frozenset[str]
    during: frozenset[str]
    bounds: frozenset[str]
    lasting: frozenset[str]
    times: frozenset[str]
    stating: frozenset[str]
    worth: frozenset[str]
    adjectives: frozenset[str]
    multiples: frozenset[str]
    age: str
    old: frozenset[str]
    ages: frozenset[str]
    persons: frozenset[str]
    before_nouns: frozenset[str]
    leading: frozenset[str]
    bound: "re.Pattern[str]"
    hedge: "re.Pattern[str]"
    verb_last: bool


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
    known, helpers = own.verbs(), own("captions.helpers", "sentences.auxiliary")
    finite = frozenset(form for verb in known for form in verb.finite)
    further = own("captions.finite", "numbers.moves")
    forms = frozenset(form for verb in known for form in verb.forms - {verb.lemma})
    bases = frozenset(verb.lemma for verb in known) - finite
    articles = own("sentences.article", "names.articles", "numbers.articles", "captions.articles")
    possessive, infinitive = own("sentences.possessive"), own("sentences.to")
    prepositions, moves = own(*_AROUND), own("numbers.moves")
    ands = own("sentences.and", "sentences.but", "captions.or")
    pronouns = own("captions.pronouns", *(f"sentences.{each}" for each in _PRONOUNS))
    particles, worth = own("captions.particles"), own("captions.worth")
    small = own("captions.small")
    return Vocabulary(
        verbs=(finite | bases | helpers | further) - own(*_NO_VERBS),
        bases=bases,
        forms=forms | own("captions.finite"),
        helpers=helpers,
        adverbs=own("captions.adverbs"),
        adverb_ends=spoken.own("grammar.adverb"),
        past=spoken.own("grammar.past"),
        gerund=spoken.own("grammar.gerund"),
        telling=lexicon(spoken).words(_SAYING & {"saying"}),
        saying=lexicon(spoken).words(_SAYING),
        pledging=lexicon(spoken).words(_PLEDGING),
        awaited=own("captions.awaited"),
        moves=moves,
        infinitive=infinitive,
        particles=particles,
        plurals=frozenset(spoken.pairs("numbers.plurals")) | own("captions.plural_pronouns"),
        articles=articles,
        indefinite=own("numbers.articles"),
        possessive=possessive,
        owners=possessive | own("captions.owners"),
        pronouns=pronouns - articles,
        gendered=own("sentences.masculine", "sentences.feminine"),
        negated=own("captions.negated"),
        negated_ends=spoken.own("grammar.negated"),
        parents=own("captions.parents"),
        openers=own("captions.openers", "sentences.introducing", "speech.according_to"),
        introducing=own("sentences.introducing"),
        trailing=own("captions.trailing"),
        there=own("captions.there"),
        comparing=own("captions.comparing"),
        who=own("sentences.relative"),
        relatives=own("captions.relatives", "sentences.relative"),
        ands=ands,
        alternatives=own("captions.or"),
        prepositions=prepositions,
        ofs=own("captions.ofs", "sentences.of"),
        aims=own("captions.aims"),
        always=own("captions.always"),
        since=own("numbers.range_from"),
        behind=own("captions.behind"),
        by=own("sentences.by"),
        each=own("numbers.each", "numbers.per"),
        between=own("numbers.range_to"),
        alone=own("captions.alone"),
        during=own("captions.during"),
        bounds=own("numbers.bounds") & own("sentences.preposition"),
        lasting=own("captions.lasting"),
        times=own("captions.times", "time.weekdays") | _months(spoken),
        stating=own("captions.stating"),
        worth=worth,
        adjectives=own("captions.adjectives"),
        multiples=own("captions.multiples"),
        age=" ".join(spoken.own("captions.age")).replace("_", " "),
        old=own("captions.old"),
        ages=own("captions.ages"),
        persons=own("speech.person", "captions.persons"),
        before_nouns=articles | small | infinitive | prepositions | possessive,
        leading=prepositions | infinitive | moves | worth | ands | pronouns | particles,
        bound=_bound(spoken),
        hedge=_hedge(spoken, prepositions - own("numbers.range_between")),
        verb_last=bool(spoken.property("numbers.verb_last")),
    )


_PRONOUNS = ("pronoun", "other_pronoun", "contracted")


class _Words:
    """The lists of one language's own."""

    def __init__(self, spoken: Language) -> None:
        self._spoken = spoken

    def __call__(self, *paths: str) -> frozenset[str]:
        every = (word for path in paths for word in self._spoken.own(path))
        return frozenset(word for word in every if "_" not in word)

    def verbs(self) -> list[Verb]:
        lemmas = (*self._spoken.own("captions.verbs"), *self._spoken.pairs("verbs.irregular"))
        return [conjugate(lemma, self._spoken) for lemma in lemmas]


def _months(spoken: Language) -> frozenset[str]:
    return frozenset(map(str.lower, spoken.pairs("time.months")))


def _hedge(spoken: Language, around: frozenset[str]) -> "re.Pattern[str]":
    written = (word for path in _HEDGES for word in spoken.own(path) if word not in around)
    words = any_of(word.replace("_", " ") for word in written)
    return re.compile(rf"(?:(?<![\w-])(?:{words})\s+)+$", re.IGNORECASE)


def _bound(spoken: Language) -> "re.Pattern[str]":
    words = any_of(word.replace("_", " ") for word in spoken.own("numbers.bounds"))
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)
