"""The words for numbers of one language, and the patterns that find them.

It makes them of the tables; :mod:`summarizer.document.figures.numerals` reads what a run of such
words is worth.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from summarizer.languages.patterns import Patterns, any_of
from summarizer.languages.table import Language

_END = r"(?![^\W_])"
_PATTERNS = {
    "single": r"(?i){.only}",  # a small number, where it is the whole number
    "run": r"(?i){.words}",  # words that take part in a number
    "part": r"(?i){.piece}",  # one of them
    "suffix": r"[ \u00a0\u202f\n-]?({.scales}){.end}",  # a scale after digits
    "part_of": r"[ \u00a0-](?:({.parts})(s?)){.end}",  # a denominator, after its numerator
    "vague_run": r"(?i)({.vague})(?: {of} ({.vague}))?{.end}",  # "tens of thousands"
    "and_part": r"[ -]{=joiner}[ -]({.halves}){.end}",  # "and a half" after a number
    "point": r"(?i){.never} {=decimal_words} ({.decimals}){.end}",  # the decimals: "point five"
    "decimals": r"{.digits}(?: {.digits}){0,8}|{.tens}(?:[ -]{.digits})?",
    "mixed": r"(?i)({.halved}){.end}",  # a word for a number and a half, as "anderthalb"
    # an article, the word for one, or "several" before a number
    "one": r"(?i)(?:^|[^\w-])({.a_or_one}[ \u00a0])$",
    "several": r"(?i)(?:^|[^\w-])({several}[ \u00a0])$",
    "by": r"\b{=before_fraction} (?:[\w]+ )?$",  # before a part by which something changed
    "of": r" {of}(?:(?<=['’])|(?![^\W_]|-))",  # after a part
    "of_a": r"[ -](?:{of}(?: |(?<=['’])))?(?:{articles}[ -])?",  # "half a million"
    "half_of": r"[ -](?:{of}|{determiners}|{articles})(?=[ -])",  # what makes "half" a number
    "whole": r"(?: {of}(?:(?<=['’])|(?= )))?(?: ?{determiners}(?= )){0,2}",  # before its noun
    "one_of": r" {of} {determiners}(?= )",  # after "one" of several
}

_LETTERS = r"a-zA-Z0-9_\xc0-\u024f\u0370-\u05ff\u0620-\u1fff\u3040-\ud7ff"
"""What no number in words is behind: letters of every script that such numbers are read in."""


class Vocabulary:
    """The words for numbers of one language.

    Args:
        language: The language.

    Attributes:
        worth: What each word that takes part in a spelled-out number is worth.
        dozens: What a dozen is worth, and in some languages a score or a hundred.
        scales: The words among them that multiply, and the abbreviations after digits.
        ordinals: Ranks.
        fractions: Denominators.
        mixed: Words for a number and a half.
        halves: Words for a half that are adjectives too.
        vague: Plurals such as ``thousands``, that name a size and no number.
        naming: Words that make a name of the number after them.
        articles: The indefinite articles.
        and_parts: What ``a half`` after ``two and`` is worth.
        joiners: The words for "and" inside a number.
        decimal: The decimal mark.
        space_groups: Whether a space parts thousands: ``1 300``.
        together: Whether a number is one word: ``zweihundert``.
        units_first: Whether the units are said before the tens: ``dreiundzwanzig``.
        joins_units: Whether "and" joins tens and units: ``treinta y cinco``.
        twenties: Whether sixty and eighty go on to twenty: ``quatre-vingt-dix``.
        scale_alone: Whether ``mille`` is a number without an article.
        plural_fractions: Whether a fraction of more than one ends in -s: ``two thirds``.
        patterns: How to find them in a text.
        parts: Patterns of some of them, for others.
    """

    def __init__(self, language: Language) -> None:
        self._read_words(language)
        self._read_properties(language)
        self.parts = self._parts()
        self.patterns = _patterns(self, language)

    def _parts(self) -> dict[str, str]:
        small = self.small.items()
        ones = [word for word, worth in small if worth == 1]
        return {
            "ones": any_of(ones),
            "a_or_one": any_of({*self.articles, *ones}),
            "two": any_of(word for word, worth in small if worth == 2),
            "more": any_of(word for word, worth in small if worth > 1),
            "scales": any_of(self.scales),
        }

    def _read_words(self, language: Language) -> None:
        dozens = _numbers(language.pairs("numbers.dozens"))
        self.dozens = frozenset(map(Decimal, dozens.values()))
        multiples = _own_scales(language) | dozens
        shortened = _powers(language.every_pair("numbers.scales_everywhere"))
        shortened |= _powers(language.pairs("numbers.scale_abbreviations"))
        capitalised = {word.capitalize(): factor for word, factor in multiples.items()}
        self.small = _numbers(language.pairs("numbers.small"))
        self.multiples = multiples
        self.worth = self.small | multiples
        self.scales = shortened | multiples | capitalised
        self.ordinals = _numbers(language.pairs("numbers.ordinals"))
        self.fractions = _numbers(language.pairs("numbers.fractions"))
        self.naming = language.words("numbers.naming")
        self.articles = language.words("numbers.articles")
        self.halves = frozenset(language.own("numbers.half"))
        self.vague = _numbers(language.pairs("numbers.vague"))
        mixed = language.pairs("numbers.mixed").items()
        self.mixed = {word.replace("_", " "): Decimal(worth) for word, worth in mixed}
        parts = language.pairs("numbers.and_parts").items()
        self.and_parts = {part.replace("_", " "): Fraction(worth) for part, worth in parts}

    def _read_properties(self, language: Language) -> None:
        self.together = bool(language.property("numbers.written_together"))
        joiners = "numbers.inner_joiners" if self.together else "numbers.joiner"
        self.joiners = language.own(joiners)
        self.decimal: str = language.property("numbers.decimal", ".")
        self.space_groups = bool(language.property("numbers.space_groups"))
        self.units_first = bool(language.property("numbers.units_first"))
        self.joins_units = bool(language.property("numbers.joins_units"))
        self.twenties = bool(language.property("numbers.counts_by_twenties"))
        self.scale_alone = bool(language.property("numbers.scale_alone"))
        self.plural_fractions = bool(language.property("numbers.fractions_end_in_s"))


def _patterns(words: Vocabulary, language: Language) -> Patterns:
    small = words.small.items()
    ones = [word for word, worth in small if worth == 1]
    joiners, worth = any_of(words.joiners), any_of(words.worth)
    before = language.own("numbers.before_point")
    return Patterns(
        language,
        "numbers",
        _PATTERNS,
        end=_END,
        opening=_opening(_starts(words, language), "" if words.together else _END),
        only=_single(words, language),
        words=(_together if words.together else _apart)(worth, joiners),
        piece=any_of([*words.worth, *words.joiners] if words.together else words.worth),
        parts=any_of([*words.fractions, *words.ordinals]),
        vague=any_of(words.vague),
        halves=any_of(words.and_parts).replace(r"\ ", "[ -]"),
        never="".join(rf"(?<!\b{word} {one})" for word in before for one in ones),
        digits=any_of(word for word, worth in small if worth < 10),
        tens=any_of(word for word, worth in small if 10 <= worth < 100),
        halved=any_of(words.mixed),
        **words.parts,
    )


def _numbers(pairs: Mapping[str, str]) -> dict[str, int]:
    return {word: int(number) for word, number in pairs.items()}


def _powers(pairs: Mapping[str, str]) -> dict[str, int]:
    return {word: 10 ** int(power) for word, power in pairs.items()}


def _own_scales(language: Language) -> dict[str, int]:
    own = language.pairs("numbers.scales") | language.pairs("numbers.scales_everywhere")
    return _powers(own)


def _starts(words: Vocabulary, language: Language) -> set[str]:
    """Return the words that a number can start with; an article alone is none."""
    starts = {*words.worth, *words.vague, *words.ordinals, *words.fractions, *words.mixed}
    starts.update(part.split()[-1] for part in words.and_parts)
    return starts.union(language.own("numbers.one_starts")).difference(
        language.own("numbers.articles")
    )


def _opening(words: set[str], end: str) -> str:
    """Pattern for the sign before a number in words, and the first of them.

    It begins with sets of characters, because that is what the regex engine skips to fastest.
    """
    both = {*words, *(word[0].upper() + word[1:] for word in words)}
    long = {word for word in both if len(word) > 1}  # one letter is no number
    first, second = ("".join({word[at] for word in long}) or "0" for at in (0, 1))
    return rf"[^{_LETTERS}](?=[{first}][{second}])(?:{any_of(sorted(both))}){end}"


def _single(words: Vocabulary, language: Language) -> str:
    """Pattern for a small number that no other can follow: by far the commonest, read fast."""
    if words.together:
        return "(?!)"
    stems = {word.partition("-")[0] for word in words.small if "-" in word}  # "quatre-vingts"
    units = [word for word, worth in words.small.items() if worth < 20 and word not in stems]
    next_word = {*words.multiples, *language.own("numbers.articles")}
    gap = rf"[ \u00a0\n‐‑-](?:(?:{any_of(words.joiners)})[ \u00a0-])?"
    return rf"({any_of(units)}){_END}(?!{gap}(?:{any_of(next_word)}){_END})"


def _together(part: str, joiner: str) -> str:
    """Pattern for parts without gaps; their number is bounded, so that many cost no more."""
    return rf"(?:{part})(?:(?:{joiner})?(?:{part})){{0,11}}+{_END}"


def _apart(part: str, joiner: str) -> str:
    gap = rf"(?:[ \u00a0\n](?:(?:{joiner})[ \u00a0])?|[-‐‑])"
    return rf"(?:{part}){_END}(?:{gap}(?:{part}){_END}){{0,19}}"
