"""Common words with a capital, in something written, and how they differ from names.

A word that the article does not have is a name, a common word, or unclear. It is a common word only
if something shows it: the article has another form of it, it is before a name as "siblings"
does, or its language writes nouns so.
"""

import re
from functools import cached_property
from typing import Literal

from summarizer.document.names.people import Names
from summarizer.document.names.words import bare, find_words, opens_sentence, unowned

Reading = Literal["name", "common", "unclear"]

_PART = 5
"""Letters of a word that is part of a compound: shorter ones are in many words by chance."""
_SPACES = frozenset({" ", "\u00a0"})


class Capitals:
    """Reads the words with a capital in something that was written about an article.

    Args:
        names: The names of the article.
        written: What was written about it.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("Jane Roe has a sibling.", language("en"))
        >>> [Capitals(names, f"{word} met Roe.").reading(0) for word in ("Siblings", "Zelda")]
        ['common', 'name']
    """

    def __init__(self, names: Names, written: str) -> None:
        self._names = names
        self._known = names.vocabulary
        self._written = written
        self.words = tuple(find_words(written))

    def reading(self, at: int) -> Reading:
        """Return what a word with a capital is that the article does not have.

        Args:
            at: The number of the word.
        """
        if self._known.nouns_are_capital:
            return self._noun(at)
        if self._low(at) in self._known.offices and self._is_name(at + 1):
            return "common"  # "Foreign Minister Jane Roe"
        return self._opening(at) if self.opens(at) else "name"

    def opens(self, at: int) -> bool:
        """Return whether a word opens a sentence."""
        return opens_sentence(self._written, self.words[at].start())

    def _opening(self, at: int) -> Reading:
        """Read a word whose capital the start of a sentence may have given it."""
        low, known = self._low(at), self._known
        if low in known.own_given:
            return "name"
        plural = low.endswith(known.plural_endings)
        if plural and self._word(at + 1) in self._names.openings and self._beside(at):
            return "common"  # "Siblings Jane and Tim Roe"
        after = self._word(at + 1) if self._beside(at) else ""
        modifies, bases = self._modifies(at), known.bases(low)
        shown = not bases.isdisjoint(known.common) or not bases.isdisjoint(self._bases)
        if shown and (plural or modifies or self._is_name(at + 1) or after in known.prepositions):
            return "common"
        if after in known.of:  # "Closure of the ward"
            return "common" if low.endswith(known.noun_endings) else "unclear"
        if modifies and low.endswith(known.adjective_endings):
            return "common"
        compound = "-" in low and self._word(at).rpartition("-")[2].islower()  # "Cash-strapped"
        return "unclear" if shown or modifies or compound else "name"

    def _noun(self, at: int) -> Reading:
        """Read a word where every noun has a capital."""
        low, known = self._low(at), self._known
        if low in known.titles or low in known.common or self._is_compound(low):
            return "common"
        if low in known.own_given or self._is_named(at):
            return "name"
        determined = self._before(at) in known.before_noun or self._is_described(at)
        owning = self._beside(at) and self._word(at + 1) in known.genitive
        return "common" if determined or owning else "unclear"

    def _is_named(self, at: int) -> bool:
        """Return whether a title, a verb of saying or a surname is beside a word.

        "Herr Roe", "sagt Roe", "Zelda Roe".
        """
        known, before = self._known, self._before(at)
        after = self._word(at + 1) if self._beside(at) else ""
        said = {before, after} & known.speaking
        return bool(said) or before.lower() in known.titles or self._names.bears(after)

    def _is_described(self, at: int) -> bool:
        """Return whether a determiner and an adjective are before a word: "die scharfe Kritik"."""
        adjective = self._before(at)
        known = self._known
        inflected = adjective.islower() and adjective.endswith(known.adjective_inflections)
        return inflected and self._before(at - 1).lower() in known.noun_determiners

    def _is_compound(self, low: str) -> bool:
        """Return whether a word is part of a word of the article, has one, or ends as nouns do."""
        if len(low) > _PART and low.endswith(self._known.noun_endings):
            return True
        if len(low) < _PART - 1:
            return False
        return any(
            low in other or (len(other) >= _PART and low.startswith(other)) or _ends(low, other)
            for other in self._folded
        )

    @cached_property
    def _bases(self) -> frozenset[str]:
        """What the article's words in lower case are without their endings."""
        small = filter(str.islower, self._names.words)
        return frozenset(base for word in small for base in self._known.bases(word))

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(map(str.casefold, self._names.words))

    def _modifies(self, at: int) -> bool:
        """Return whether a word is before a common noun: "Controversial plan", "Oslo court".

        What ends as plurals do may be a verb: "Oslo plans".
        """
        after, known = self._word(at + 1), self._known
        if not self._beside(at) or not after.islower() or after in known.function_words:
            return False
        if unowned(self.words[at][1]) != self.words[at][1]:  # "Oslo's plan"
            return False
        persons = not known.bases(after).isdisjoint(known.persons)  # "Expectant mothers"
        like_plural = after.endswith(known.plural_endings) and not persons
        verb = after in known.speaking or after in known.verbs
        verb = verb or after.endswith(known.no_noun_endings)
        described = self._low(at).endswith(known.described)  # "Disgruntled fans", "Social sites"
        return not verb and (described or not like_plural)

    def _is_name(self, at: int) -> bool:
        """Return whether the word behind a space has a capital and is the article's, or a title."""
        word = self._word(at)
        known = word in self._names.words or word.lower() in self._known.offices
        return self._beside(at - 1) and word[:1].isupper() and known

    def _beside(self, at: int) -> bool:
        """Return whether nothing but a space is between a word and the next."""
        if not 0 <= at < len(self.words) - 1:
            return False
        return self._written[self.words[at].end(1) : self.words[at + 1].start()] in _SPACES

    def _before(self, at: int) -> str:
        return self._word(at - 1) if self._beside(at - 1) else ""

    def _low(self, at: int) -> str:
        return self._word(at).lower()

    def _word(self, at: int) -> str:
        return bare(self.words[at][1]) if 0 <= at < len(self.words) else ""


def _ends(low: str, other: str) -> bool:
    return len(other) >= _PART - 1 and low.endswith(other)


_HIRAGANA = re.compile(r"[\u3041-\u3096]")
_COMPOUND = 3
"""Characters of a compound such as "減少率"; a longer piece may have a name in it."""


def read_han(names: Names, run: str, after: str) -> Reading:
    """Return what a run of Han characters is that the article does not have.

    Args:
        names: The names of the article.
        run: The run.
        after: What follows it.

    Example:
        >>> from summarizer.document.names.people import read_names
        >>> from summarizer.languages.table import language
        >>> names = read_names("利用者が四割減った。", language("ja"))
        >>> [read_han(names, *each) for each in (("減少率", ""), ("撤回", "した"), ("大阪", "で"))]
        ['common', 'common', 'unclear']
        >>> read_han(names, "習近平", "さん")
        'name'
    """
    known = names.vocabulary
    if not names.is_caseless or run.endswith(known.han_names) or after.startswith(known.honorific):
        return "name"
    if run in known.measured:
        return "common"
    measures = run.endswith(known.han_measures) and not "\u3400" <= after[:1] <= "\u9fff"
    inflected = _HIRAGANA.match(after) and not after.startswith(known.han_particles)
    return "common" if len(run) <= _COMPOUND and (measures or inflected) else "unclear"
